// Standard output and standard error. What a command has to say goes out at its end, when it is complete; nothing is
// written to standard output by a command that fails.

import ActionPlans
import Glibc

enum Output {
    /// Writes lines for a person.
    ///
    /// - Throws: `Failure` where the output cannot be written, as on a full disk. A reader that has gone is no failure.
    static func lines(_ lines: [String]) throws {
        let colours = Terminal.current.hasColours
        try write(lines.map { Style.rendered($0, inColour: colours) + "\n" }.joined(), to: STDOUT_FILENO)
    }

    /// Writes text exactly as it is, as for a file.
    static func verbatim(_ text: String) throws { try write(text, to: STDOUT_FILENO) }

    static func json(_ value: JSON) throws {
        // In pieces: the text of a long plan is as large as all else that the command holds.
        try value.prettyPieces { try write($0, to: STDOUT_FILENO) }
        try write("\n", to: STDOUT_FILENO)
    }

    /// A remark beside the output: progress, a question, a warning. It is lost where nobody reads standard error.
    static func aside(_ line: String, ending: String = "\n") {
        // Nobody is left to be told of it.
        try? write(Style.rendered(line, inColour: false) + ending, to: STDERR_FILENO)
    }

    private static func write(_ text: String, to stream: Int32) throws {
        var text = text
        try text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let rest = UnsafeBufferPointer(rebasing: bytes[written...])
                let count = Glibc.write(stream, rest.baseAddress, rest.count)
                if count > 0 {
                    written += count
                } else if errno == EPIPE {
                    return
                } else if errno != EINTR, errno != EAGAIN {
                    throw Failure(.inputOutput, "cannot write the output: \(String(cString: strerror(errno)))")
                }
            }
        }
    }
}
