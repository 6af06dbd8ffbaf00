// A line that says what takes its time, for a person at a terminal only; it is wiped when that is over.

import Glibc

enum Progress {
    /// What the work returns.
    static func during<Result>(_ words: String, _ work: () throws -> Result) rethrows -> Result {
        try counting(words, to: 0) { _ in try work() }
    }

    /// What the work returns. It is handed a function to call with how much of `total` is done; the line then says it in
    /// hundredths, and is written anew only when these change.
    static func counting<Result>(
        _ words: String, to total: Int, _ work: (_ isDone: (Int) -> Void) throws -> Result
    ) rethrows -> Result {
        guard isatty(STDERR_FILENO) == 1 else { return try work { _ in } }
        Output.aside("\(words) ...", ending: "")
        defer { wipe(words.count + 10) }
        var shown = 0
        return try work { done in
            let hundredths = total > 0 ? min(100, done * 100 / total) : 0
            guard hundredths > shown else { return }
            shown = hundredths
            wipe(words.count + 10)
            Output.aside("\(words) ... \(hundredths) %", ending: "")
        }
    }

    /// With spaces, as the style gate lets no control sequence through.
    private static func wipe(_ count: Int) {
        let line = "\r" + String(repeating: " ", count: count) + "\r"
        _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
}
