// Standard output and standard error. What a command has to say goes out in one piece, when it is complete; nothing is
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

    static func json(_ value: JSON) throws { try write(value.pretty + "\n", to: STDOUT_FILENO) }

    /// A remark beside the output: progress, a question, a warning. It is lost where nobody reads standard error.
    static func aside(_ line: String, ending: String = "\n") {
        // Nobody is left to be told of it.
        try? write(Style.rendered(line, inColour: false) + ending, to: STDERR_FILENO)
    }

    private static func write(_ text: String, to stream: Int32) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                return
            } else if errno != EINTR, errno != EAGAIN {
                throw Failure(.inputOutput, "cannot write the output: \(String(cString: strerror(errno)))")
            }
        }
    }
}
