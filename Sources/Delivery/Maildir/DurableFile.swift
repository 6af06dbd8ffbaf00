// A file that is there whole or not at all, also after a power cut: written aside, synced, and moved into place.
// Source: https://cr.yp.to/proto/maildir.html; rename(2), fsync(2).

import Glibc

/// What stood in the way, with the path and the system's reason.
struct FileFault: Error, CustomStringConvertible {
    let description: String
}

enum DurableFile {
    /// Writes `bytes` as `folder/name`, by way of `aside/name` in the same file system. What stood there is replaced.
    static func write(_ bytes: [UInt8], name: String, aside: String, folder: String) throws(FileFault) {
        let temporary = "\(aside)/\(name)"
        do throws(FileFault) {
            try fill(temporary, bytes)
            guard rename(temporary, "\(folder)/\(name)") == 0 else {
                throw fault("\(folder)/\(name)", "move into place")
            }
        } catch {
            unlink(temporary)
            throw error
        }
        try sync(folder)
    }

    /// Makes the folder, and those above it, for this user alone.
    static func make(folder: String) throws(FileFault) {
        var path = ""
        for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
            path += path.isEmpty && !folder.hasPrefix("/") ? String(part) : "/\(part)"
            if part.isEmpty { path = path == "/" ? "" : path; continue }
            let isNew = mkdir(path, 0o700) == 0
            guard isNew || errno == EEXIST else { throw fault(path, "make this folder") }
            // A folder that a power cut takes away takes its files along.
            if isNew { try sync(parent(of: path)) }
        }
        guard access(folder, W_OK | X_OK) == 0 else { throw fault(folder, "write into this folder") }
    }

    private static func fill(_ path: String, _ bytes: [UInt8]) throws(FileFault) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw fault(path, "write this file") }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw fault(path, "write this file") }
            written += count
        }
        guard fsync(file) == 0 else { throw fault(path, "sync this file") }
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func sync(_ folder: String) throws(FileFault) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(folder, "open this folder") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(folder, "sync this folder") }
    }

    private static func fault(_ path: String, _ what: String) -> FileFault {
        FileFault(description: "\(path): cannot \(what): \(SystemError.last)")
    }
}
