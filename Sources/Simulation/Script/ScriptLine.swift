// Reads one line of a script: `2027-03-02 10:30 hold remand/6.2 until 2027-04-01`. A word in double quotes may hold
// spaces; what follows a # is a comment. docs/simulate.md has the whole language.

import ActionPlans
import CivilTime
import Configuration
import Register
import Reminders

struct ScriptLine {
    /// What is wrong with it; with the settings file of a reload there may be several.
    struct Faults: Error {
        let problems: [Problem]
    }

    let file: String
    let number: Int
    let days: ClosedRange<CivilDate>
    let zone: Zone
    let endpoints: [String]
    let text: String
    var words: ArraySlice<String> = []
    /// What the line is about so far, for its problems.
    var field = ""
    var day = CivilDate.min

    init(_ text: String, file: String, number: Int, days: ClosedRange<CivilDate>, zone: Zone, endpoints: [String]) {
        self.text = text
        self.file = file
        self.number = number
        self.days = days
        self.zone = zone
        self.endpoints = endpoints
    }

    /// nil for an empty line.
    mutating func step(
        _ plan: (String) throws -> ScriptPlan, _ settings: (String) -> SettingsFile.Loaded
    ) throws(Faults) -> ScriptStep? {
        words = try cut()[...]
        guard let first = words.popFirst() else { return nil }
        guard let day = CivilDate(iso: first) else {
            throw fault("a day such as \(days.lowerBound)", first, "each line begins with its day")
        }
        guard days.contains(day) else { throw fault("a day from \(days.lowerBound) to \(days.upperBound)", first) }
        self.day = day
        var time = WallTime(minuteOfDay: 12 * 60)
        if let next = words.first, let named = WallTime(next) {
            time = named
            words.removeFirst()
        }
        let said = words.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
        let action = try action(plan, settings)
        guard words.isEmpty else { throw fault("the end of the line", words.joined(separator: " ")) }
        return ScriptStep(line: number, at: zone.instant(of: day, at: time), day: day, words: said, action: action)
    }

    private func cut() throws(Faults) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in text {
            if character == "\"" {
                isQuoted.toggle()
                word = word ?? ""
            } else if isQuoted {
                word?.append(character)
            } else if character == "#" {
                break
            } else if character.isWhitespace {
                if let complete = word { words.append(complete) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if isQuoted { throw fault("a quotation mark at the end of the name", "none") }
        return words + (word.map { [$0] } ?? [])
    }

    func fault(_ expected: String, _ found: String?, _ hint: String? = nil) -> Faults {
        let problem = Problem(
            severity: .error, file: file, line: number, field: field, expected: expected,
            found: found.map { "\"\($0)\"" } ?? "the end of the line", hint: hint)
        return Faults(problems: [problem])
    }

    /// The next word, which is one of these.
    mutating func choice(_ known: [String]) throws(Faults) -> String {
        let word = words.popFirst()
        guard let word, known.contains(word) else {
            let near = word.flatMap { MistakenWord.suggestion(for: $0, in: known) }
            let all =
                known.count < 2
                ? known.joined() : known.dropLast().joined(separator: ", ") + " or " + known[known.count - 1]
            throw fault(all, word, near.map { "did you mean \"\($0)\"?" })
        }
        return word
    }

    mutating func name(_ what: String) throws(Faults) -> String {
        guard let word = words.popFirst(), !word.isEmpty else { throw fault(what, nil) }
        return word
    }

    mutating func reference() throws(Faults) -> String {
        let word = try name("a reference such as remand-2024/6.2")
        guard word.contains("/") else { throw fault("a reference such as remand-2024/6.2", word) }
        return word
    }

    mutating func untilDay() throws(Faults) -> CivilDate {
        _ = try choice(["until"])
        let word = try name("a day such as \(days.upperBound)")
        guard let until = CivilDate(iso: word) else { throw fault("a day such as \(days.upperBound)", word) }
        guard until >= day else { throw fault("a day from \(day) on", word) }
        return until
    }

    /// `30min`, `4h` or `2d`, in milliseconds.
    mutating func span() throws(Faults) -> Int64 {
        let expected = "a time such as 30min, 4h or 2d"
        let word = try name(expected)
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let units: [String: Int64] = ["min": 60_000, "h": 3_600_000, "d": 86_400_000]
        guard let count = Int64(digits), (1...9_999).contains(count),
            let unit = units[String(word.dropFirst(digits.count))]
        else { throw fault(expected, word) }
        return count * unit
    }
}
