// What stands at the other end of our three streams: a person at a terminal, or a pipe.

import FoundationEssentials
import Glibc

struct Terminal: Hashable, Sendable {
    /// Whether a person can be asked something.
    let canAsk: Bool
    /// Whether standard output is a terminal that takes colours.
    let hasColours: Bool
    /// Characters in a line of output: the terminal's, else `$COLUMNS`, else 80; 40 to 200.
    let width: Int
    /// How wide a table may be; nil where it is as wide as its content, since nobody's screen has to hold it and
    /// what reads it may look for any word.
    let tableWidth: Int?

    static let current = Terminal(
        inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1,
        columns: columns(), environment: ProcessInfo.processInfo.environment)

    init(inputIsTerminal: Bool, outputIsTerminal: Bool, columns: Int?, environment: [String: String]) {
        canAsk = inputIsTerminal
        // Source: no-color.org; an empty value does not count.
        let refusesColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        hasColours = outputIsTerminal && !refusesColour && environment["TERM"] != "dumb"
        let asked = environment["COLUMNS"].flatMap { Int($0) }
        width = min(max((outputIsTerminal ? columns : nil) ?? asked ?? 80, 40), 200)
        tableWidth = outputIsTerminal || asked != nil ? width : nil
    }

    /// Whether a stream is a terminal that takes colours.
    static func hasColours(_ stream: Int32) -> Bool {
        Terminal(
            inputIsTerminal: false, outputIsTerminal: isatty(stream) == 1, columns: nil,
            environment: ProcessInfo.processInfo.environment
        ).hasColours
    }

    private static func columns() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
