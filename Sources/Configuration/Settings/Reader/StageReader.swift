// One stage of a schedule. Never decides whether it fits the others.

import Reminders

struct StageReader {
    static let keys =
        ["stage"] + kinds + ["after", "extensions", "until", "for", "repeat", "release"]
    private static let kinds = ["lead", "on", "every", "escalate", "check-in", "undated"]
    /// Names that messages have which no schedule sends.
    private static let taken = [Stage.letter.name, Stage.review.name, Stage.introduction.name]

    let entry: Section

    /// The stage is nil with a problem where the name or the rule cannot be read.
    func read() -> (name: String?, stage: Stage?) {
        entry.require("stage", expecting: "the stage's name")
        let name = entry.value(
            "stage", expecting: "a name of small letters, digits and hyphens, but not \(listed(Self.taken))",
            hint: { Self.taken.contains($0) ? "a message that no schedule sends has this name" : nil },
            reading: { SettingsReader.isName($0) && !Self.taken.contains($0) ? $0 : nil })
        let rule = rule()
        let ending = ending()
        let askAgain = workingDays("repeat")
        let release = entry.choice("release", Release.self)
        guard let name, let rule else { return (name, nil) }
        checkBesides(rule)
        return (
            name, Stage(name: name, rule: rule, ending: ending, askAgain: askAgain, release: release ?? .byHand)
        )
    }

    /// Reports what says nothing beside this rule.
    private func checkBesides(_ rule: StageRule) {
        let fitting: [String] =
            switch rule {
            case .overdue: ["until", "for"]
            case .checkIn: ["repeat"] + (entry.isAbsent("repeat") ? [] : ["until", "for"])
            case .rung(.manager, _): ["after", "release"]
            case .rung: ["after"]
            case .extensions: ["extensions"]
            default: []
            }
        let places = [
            "after": "escalate:", "extensions": "escalate: deputy", "until": "every: or repeat:",
            "for": "every: or repeat:", "repeat": "check-in:", "release": "escalate: manager",
        ]
        for (key, beside) in places.sorted(by: { $0.key < $1.key }) where !fitting.contains(key) && !entry.isAbsent(key)
        {
            entry.findings.error(
                at: entry.place(of: key), expected: "\(key): beside \(beside) only", found: "it in another stage")
        }
    }

    private func ending() -> Ending? {
        if !entry.isAbsent("until"), !entry.isAbsent("for") {
            entry.findings.error(
                at: entry.place(of: "for"), expected: "until: or for:", found: "both", hint: "say when it ends once")
        }
        if let count = entry.number("until", in: 1...9_999) { return .repeats(count) }
        let span = entry.value(
            "for", expecting: "a length of time, such as 12m", hint: hint(units: ["d", "wd", "m"])
        ) { Span($0) }
        return span.map { .after($0) }
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
        switch given[0] {
        case "lead": return lead()
        case "on": return onTheDay()
        case "every": return workingDays("every").map { .overdue(everyWorkingDays: $0) }
        case "check-in": return months("check-in").map { .checkIn(everyMonths: $0) }
        case "undated": return months("undated").map { .undated(everyMonths: $0) }
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
        let days: [String: StageRule] = ["due": .onTheDay, "start": .start, "midpoint": .midpoint]
        let words = ["due", "start", "midpoint"]
        return entry.value(
            "on", expecting: listed(words), hint: { MistakenWord.hint(for: $0, in: words) }, reading: { days[$0] })
    }

    private func rung() -> StageRule? {
        if !entry.isAbsent("extensions") { return extensions() }
        entry.require("after", expecting: "working days after the message below was sent, such as 10wd")
        let role = entry.choice("escalate", Role.self, without: [Role.holder.rawValue])
        let days = workingDays("after")
        guard let role, let days else { return nil }
        return .rung(role, afterWorkingDays: days)
    }

    private func extensions() -> StageRule? {
        let role = entry.choice("escalate", Role.self, without: [Role.holder.rawValue, Role.manager.rawValue])
        let count = entry.number("extensions", in: 1...99)
        guard role != nil, let count else { return nil }
        return .extensions(count)
    }

    private func months(_ key: String) -> Int? {
        entry.value(key, expecting: "months, such as 12m", hint: hint(units: ["m"])) { text in
            guard case .months(let count) = Span(text) else { return nil }
            return count
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
