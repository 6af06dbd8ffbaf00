// The first hundred bytes of a register, read before anything opens it for writing, so that a foreign or newer file is
// left byte for byte as it was.
// Source: sqlite.org/fileformat.html, section 1.3.

import Glibc

struct FileHeader: Hashable {
    let userVersion: Int64
    let applicationID: Int64

    static let applicationID: Int64 = 0x4455_4557

    /// nil for an absent or empty file; throws `notARegister` where the file does not begin as SQLite's do.
    static func read(_ path: String) throws -> FileHeader? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            throw RegisterError.opening(path, errno)
        }
        defer { _ = close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        if count == 0 { return nil }
        guard count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw RegisterError.notARegister(path: path)
        }
        return FileHeader(userVersion: number(bytes[60..<64]), applicationID: number(bytes[68..<72]))
    }

    /// Throws what makes this file none of ours.
    func check(_ path: String) throws {
        guard applicationID == Self.applicationID else {
            throw RegisterError.foreign(path: path, applicationID: applicationID)
        }
        guard userVersion <= Schema.version else {
            throw RegisterError.newer(path: path, found: userVersion, known: Schema.version)
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
        bytes.reduce(0) { $0 << 8 | Int64($1) }
    }
}
