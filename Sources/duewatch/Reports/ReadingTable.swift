// The readings of a phrase as a table for a terminal, at most 80 columns. It decides nothing about them.

import ActionPlans
import CivilTime

enum ReadingTable {
    private static let width = 80

    /// The phrase on a line of its own, then a block for each reading, without a line feed at the end.
    static func text(phrase: String, readings: [Reading]) -> String {
        let blocks = readings.map { reading in
            rows(of: reading).map { name, value in wrapped(value, after: "  " + padded(name)) }.joined(separator: "\n")
        }
        return wrapped("“\(phrase)”", after: "") + "\n" + blocks.joined(separator: "\n") + "\n"
    }

    private static func rows(of reading: Reading) -> [(String, String)] {
        var rows = [(reading.kind.rawValue, days(of: reading))]
        if let milestone = reading.milestone { rows.append(("", "for: \(milestone)")) }
        if let why = reading.why { rows.append(("", "why: \(why)")) }
        if !(reading.kind == .unclear) { rows.append(("", "rule: \(reading.rule)")) }
        return rows
    }

    private static func days(of reading: Reading) -> String {
        switch reading.kind {
        case .due:
            let due = reading.due?.inWords ?? ""
            guard let from = reading.from, from != reading.due else { return due }
            return "\(due) (from \(from.inWords))"
        case .range: return "\(reading.from?.inWords ?? "") to \(reading.due?.inWords ?? "")"
        case .starts: return "from \(reading.from?.inWords ?? "")"
        case .completed: return reading.on.map { "on \($0)" } ?? "no day printed"
        case .ongoing: return "no end"
        case .recurring:
            let start = reading.from.map { ", from \($0.inWords)" } ?? ""
            return rhythm(reading.recurrence) + start
        case .relative:
            let parts = [reading.period, reading.after.map { "after \($0)" }, reading.due.map { "due \($0.inWords)" }]
            return parts.compactMap { $0 }.joined(separator: ", ")
        case .none: return "no target date"
        case .unclear: return "no date for certain: a person decides"
        }
    }

    private static func rhythm(_ recurrence: Recurrence?) -> String {
        switch recurrence {
        case .every(let period): "every \(period)"
        case .months(let months):
            "each " + months.map { CivilDate.monthNames[min(max($0, 1), 12) - 1] }.joined(separator: ", ")
        case .terms: "every school term"
        case nil: ""
        }
    }

    private static func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(1, 12 - name.count))
    }

    /// Words broken at spaces, so that no line passes the width; the lines after the first are indented like the first.
    private static func wrapped(_ text: String, after lead: String) -> String {
        let indent = String(repeating: " ", count: lead.count)
        let room = width - lead.count
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var rest = Substring(word)
            if !line.isEmpty, line.count + 1 + rest.count > room {
                lines.append(line)
                line = ""
            }
            while rest.count > room {
                lines.append(String(rest.prefix(room)))
                rest = rest.dropFirst(room)
            }
            line += line.isEmpty ? String(rest) : " " + rest
        }
        lines.append(line)
        return lines.enumerated().map { ($0 == 0 ? lead : indent) + $1 }.joined(separator: "\n")
    }
}
