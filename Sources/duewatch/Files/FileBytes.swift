// The bytes of a file that a person named, or of standard input. Bounded: a device without an end cannot fill memory.

import Glibc

enum FileBytes {
    /// At most `limit` + 1 bytes, so that the caller can tell that there are more. `-` is standard input.
    ///
    /// - Throws: `Failure` with the path, what is wrong with it and what to do.
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        if path == "-" { return try read(STDIN_FILENO, "standard input", limit) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(path, errno) }
        defer { _ = close(descriptor) }
        return try read(descriptor, path, limit)
    }

    private static func read(_ descriptor: Int32, _ name: String, _ limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit + 1 - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fault(name, errno) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    static func fault(_ path: String, _ code: Int32) -> Failure {
        switch code {
        case ENOENT, ENOTDIR: Failure(.noInput, "\(path): there is no such file; check the path")
        case EISDIR: Failure(.noInput, "\(path): expected a file, found a folder; name one file in it")
        case EACCES, EPERM:
            Failure(
                .noPermission, "\(path): you may not read it; run `sudo duewatch \(Invocation.words)`, or ask its owner"
            )
        default: Failure(.inputOutput, "\(path): cannot be read: \(String(cString: strerror(code)))")
        }
    }
}
