// The demo as a person reads it: one line for each thing that happened, in at most 80 columns.

import CivilTime
import Reminders

/// Prints the days of a simulation as they pass.
struct Timeline {
    let colours: Bool
    let zone: Zone
    let write: (String) -> Void
    private var month: String?

    init(colours: Bool, zone: Zone, write: @escaping (String) -> Void) {
        self.colours = colours
        self.zone = zone
        self.write = write
    }

    enum Tone: String {
        case plain = ""
        case good = "32"
        case late = "33"
        case grave = "31"
        case quiet = "2"
    }

    mutating func line(at instant: Instant, _ mark: String, _ who: String, _ what: String, _ tone: Tone = .plain) {
        let day = zone.date(at: instant)
        let month = "\(day.monthName) \(day.year)"
        if month != self.month {
            self.month = month
            write("\n" + styled(month, "1"))
        }
        let number = day.day < 10 ? " \(day.day)" : "\(day.day)"
        let left = "  \(day.weekday.shortName) \(number)  \(mark) \(fitted(who, 17))  "
        write(styled(left + clipped(what, 80 - left.count), tone.rawValue))
    }

    mutating func message(_ facts: MessageFacts, at instant: Instant) {
        let channel = facts.channel == .email ? "@" : "&"
        switch facts.kind {
        case .reminders:
            let lines = Self.summary(of: facts)
            for (index, entry) in lines.enumerated() {
                line(
                    at: instant, index == 0 ? channel : " ", index == 0 ? facts.recipient.name : "", entry.text,
                    entry.tone)
            }
        case .receipt, .notice, .test:
            line(at: instant, channel, facts.recipient.name, facts.subject, .quiet)
        }
    }

    /// At most four lines a message: worst first, and then how many more.
    private static func summary(of facts: MessageFacts) -> [(text: String, tone: Tone)] {
        var lines = facts.entries.prefix(4).map { (text: words(for: $0), tone: tone(of: $0)) }
        if facts.entries.count > 4 { lines.append(("and \(facts.entries.count - 4) more in the same message", .quiet)) }
        return lines
    }

    private static func words(for entry: EntryFacts) -> String {
        let due = entry.due.map { "\($0.day) \($0.monthName.prefix(3)) \($0.year)" } ?? entry.phrase
        let what =
            switch entry.kind {
            case .lead: "due \(due)"
            case .due: "due today, \(due)"
            case .starts: "starts \(due)"
            case .overdue: "\(entry.workingDaysLate) working days late"
            case .escalated: "\(entry.workingDaysLate) working days late: up to the \(entry.role.rawValue)"
            case .letter: "late already when armed, was due \(due)"
            case .checkIn: "still being done?"
            }
        let standIn = entry.standIn == nil ? "" : " (for a post without address)"
        return "\(entry.reference)  \(what)\(standIn)"
    }

    private static func tone(of entry: EntryFacts) -> Tone {
        switch entry.kind {
        case .lead, .due, .starts, .checkIn: .plain
        case .overdue, .letter: .late
        case .escalated: .grave
        }
    }

    private func styled(_ text: String, _ code: String) -> String {
        colours && !code.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private func fitted(_ text: String, _ width: Int) -> String {
        let kept = clipped(text, width)
        return kept + String(repeating: " ", count: width - kept.count)
    }

    private func clipped(_ text: String, _ width: Int) -> String {
        text.count <= width ? text : String(text.prefix(max(0, width - 3))) + "..."
    }
}
