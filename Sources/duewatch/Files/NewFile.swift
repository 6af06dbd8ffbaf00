// A file that a command writes for a person. It replaces nothing: what is there already may have been filled in.

import Glibc

enum NewFile {
    /// Writes the text to a new file of mode 0600, whole on disk when this returns; `-` is standard output.
    ///
    /// - Throws: `Failure` where there is a file of that name, or it cannot be written.
    static func write(_ text: String, to path: String) throws {
        if path == "-" { return try Output.verbatim(text) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let code = errno
            guard code == EEXIST else {
                throw Failure(.cannotCreate, "\(path): cannot be made: \(String(cString: strerror(code)))")
            }
            throw Failure(
                .cannotCreate,
                "\(path): there is a file of that name already, and it may have been filled in; "
                    + "move it away or name another")
        }
        defer { _ = close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw unwritten(path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw unwritten(path) }
    }

    private static func unwritten(_ path: String) -> Failure {
        let why = String(cString: strerror(errno))
        _ = unlink(path)
        return Failure(.inputOutput, "\(path): cannot be written: \(why)")
    }
}
