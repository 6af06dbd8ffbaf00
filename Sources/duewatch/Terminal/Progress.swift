// A line that says what takes its time, for a person at a terminal only; it is wiped when that is over.

import Glibc

enum Progress {
    /// What the work returns.
    static func during<Result>(_ words: String, _ work: () throws -> Result) rethrows -> Result {
        guard isatty(STDERR_FILENO) == 1 else { return try work() }
        Output.aside("\(words) ...", ending: "")
        defer { wipe(words.count + 4) }
        return try work()
    }

    /// With spaces, as the style gate lets no control sequence through.
    private static func wipe(_ count: Int) {
        let line = "\r" + String(repeating: " ", count: count) + "\r"
        _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
}
