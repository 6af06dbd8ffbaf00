// The file descriptors of one run of a program, each closed exactly once and none left open in a child.

import Glibc

/// Open descriptors, to be closed together.
struct OpenFiles {
    private var files: Set<Int32> = []

    /// A file with these bytes, set to its beginning, that has lost its name already; nil with `errno` set.
    mutating func nameless(holding bytes: [UInt8]) -> Int32? {
        // mkstemp writes the name that it chose over the last six. In /tmp, which the unit makes private.
        var template = Array("/tmp/duewatch-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { return nil }
        unlink(template)
        keep(file)
        return OpenFiles.write(bytes, to: file) && lseek(file, 0, SEEK_SET) == 0 ? file : nil
    }

    /// A new pipe, or nil with `errno` set.
    mutating func pipe() -> (read: Int32, write: Int32)? {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        for end in ends { keep(end) }
        return (ends[0], ends[1])
    }

    mutating func close(_ file: Int32) {
        if files.remove(file) != nil { Glibc.close(file) }
    }

    mutating func closeAll() {
        for file in files { Glibc.close(file) }
        files = []
    }

    private mutating func keep(_ file: Int32) {
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        files.insert(file)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return false }
            written += count
        }
        return true
    }
}
