// A text file read whole, within bounds: a regular file, at most 1 MB, UTF-8. Never follows what a file says, never
// keeps one open.

import Glibc

/// Why a file could not be read, in the words of a problem.
struct FileFault: Error {
    let line: Int?
    let expected: String
    let found: String
    let hint: String?
    /// Whether there is simply no such file.
    let isAbsent: Bool

    init(line: Int? = nil, expected: String, found: String, hint: String? = nil, isAbsent: Bool = false) {
        self.line = line
        self.expected = expected
        self.found = found
        self.hint = hint
        self.isAbsent = isAbsent
    }
}

enum FileText {
    static let limit = 1 << 20

    /// The text without a byte order mark.
    static func read(_ path: String) throws(FileFault) -> String {
        let bytes = try bytes(of: path)
        guard !bytes.contains(0) else {
            throw FileFault(
                line: line(ofFirst: { $0.contains(0) }, in: bytes), expected: "a text file in UTF-8",
                found: "a zero byte, as binary files have")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileFault(
                line: line(ofFirst: { String(validating: $0, as: UTF8.self) == nil }, in: bytes),
                expected: "a text file in UTF-8", found: "bytes that are not UTF-8",
                hint: "save the file as UTF-8")
        }
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// The bytes of a regular file of at most 1 MB.
    static func bytes(of path: String) throws(FileFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw fault(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileFault(
                expected: "a file", found: status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no regular file")
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fault(errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
        throw FileFault(expected: "a file of at most 1 MB", found: "a larger one")
    }

    private static func line(ofFirst isFaulty: (ArraySlice<UInt8>) -> Bool, in bytes: [UInt8]) -> Int? {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).firstIndex(where: isFaulty)
            .map { $0 + 1 }
    }

    private static func fault(_ code: Int32) -> FileFault {
        switch code {
        case ENOENT, ENOTDIR: FileFault(expected: "a file", found: "no such file", isAbsent: true)
        case EACCES, EPERM: FileFault(expected: "a file this user may read", found: "no permission to read it")
        default: FileFault(expected: "a file that can be read", found: "an error: \(String(cString: strerror(code)))")
        }
    }
}
