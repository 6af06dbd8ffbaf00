// One stage of a schedule. Never decides whether it fits the others.

import Reminders

struct StageReader {
    static let keys = ["stage", "lead", "on", "every", "escalate", "after", "check-in"]
    private static let kinds = ["lead", "on", "every", "escalate", "check-in"]

    let entry: Section

    /// nil with a problem where the name or the rule cannot be read.
    func stage() -> Stage? {
        entry.require("stage", expecting: "the stage's name")
        let name = entry.value(
            "stage", expecting: "a name of small letters, digits and hyphens, but not letter",
            hint: { $0 == Stage.letter.name ? "the message that arming sends has this name" : nil },
            reading: { SettingsReader.isName($0) && $0 != Stage.letter.name ? $0 : nil })
        let rule = rule()
        guard let name, let rule else { return nil }
        return Stage(name: name, rule: rule)
    }

    private func rule() -> StageRule? {
        let given = Self.kinds.filter { !entry.isAbsent($0) }
        guard given.count == 1 else {
            entry.findings.error(
                at: entry.place, expected: "one of \(listed(Self.kinds)) in a stage",
                found: given.isEmpty ? "none" : given.joined(separator: " and "),
                hint: given.isEmpty ? nil : "make a stage of each")
            return nil
        }
        if given != ["escalate"], !entry.isAbsent("after") {
            entry.findings.error(
                at: entry.place(of: "after"), expected: "after: beside escalate: only", found: "it beside \(given[0]):")
        }
        switch given[0] {
        case "lead": return lead()
        case "on": return onTheDay()
        case "every": return workingDays("every").map { .overdue(everyWorkingDays: $0) }
        case "check-in": return checkIn()
        default: return rung()
        }
    }

    private func lead() -> StageRule? {
        entry.value(
            "lead", expecting: "a length of time: 30d for days, 5wd for working days, 1m for months, at least 1",
            hint: hint(units: ["d", "wd", "m"]), reading: { Span($0) }
        ).map { .lead($0) }
    }

    private func onTheDay() -> StageRule? {
        entry.value("on", expecting: "due", hint: { MistakenWord.hint(for: $0, in: ["due"]) }) {
            $0 == "due" ? .onTheDay : nil
        }
    }

    private func rung() -> StageRule? {
        entry.require("after", expecting: "working days after the message below was sent, such as 10wd")
        let role = entry.choice("escalate", Role.self, without: [Role.holder.rawValue])
        let days = workingDays("after")
        guard let role, let days else { return nil }
        return .rung(role, afterWorkingDays: days)
    }

    private func checkIn() -> StageRule? {
        entry.value("check-in", expecting: "months, such as 12m", hint: hint(units: ["m"])) { text in
            guard case .months(let count) = Span(text) else { return nil }
            return .checkIn(everyMonths: count)
        }
    }

    private func workingDays(_ key: String) -> Int? {
        entry.value(key, expecting: "working days, such as 10wd", hint: hint(units: ["wd"])) { text in
            guard case .workingDays(let count) = Span(text) else { return nil }
            return count
        }
    }

    /// What was probably meant by `10 days`, `2 weeks`, `10` or `1y`.
    private func hint(units: [String]) -> (String) -> String? {
        { text in
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            guard let count = Int(digits), (1...999).contains(count) else { return nil }
            let word = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
            let meant: [String] =
                switch word {
                case "w", "week", "weeks": ["\(count * 7)d", "\(count * 5)wd"]
                case "y", "year", "years": ["\(count * 12)m"]
                case "month", "months": ["\(count)m"]
                case "day", "days", "d", "": ["\(count)d", "\(count)wd", "\(count)m"]
                case "m", "wd": []
                default: ["\(count)wd"]
                }
            let fitting = meant.filter { candidate in
                units.contains { candidate == "\(candidate.prefix { $0.isNumber })\($0)" }
            }
            return fitting.isEmpty ? nil : "write \(listed(fitting))"
        }
    }
}
