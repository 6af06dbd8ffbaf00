// Why a command ends without having done what it was asked for.

/// Sentences for standard error, and the status that goes with them.
struct Failure: Error, Hashable, CustomStringConvertible {
    let status: ExitStatus
    let lines: [String]

    init(_ status: ExitStatus, _ lines: String...) {
        self.status = status
        self.lines = lines
    }

    init(_ status: ExitStatus, lines: [String]) {
        self.status = status
        self.lines = lines
    }

    var description: String { lines.joined(separator: "\n") }
}
