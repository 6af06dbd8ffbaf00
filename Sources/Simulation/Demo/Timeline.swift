// The demo as a person reads it: the day, who, what and why, in at most 80 columns. Receipts, webhooks that repeat a mail
// and notes that say nothing new are counted at the end and not shown.

import CivilTime
import Reminders

/// Prints the days of a simulation as they pass.
struct Timeline {
    private let colours: Bool
    private let zone: Zone
    private let write: (String) -> Void
    private var month: String?
    private var day: CivilDate?
    /// What waited for the administrator by the last note.
    private var lastNotice: [String] = []

    init(colours: Bool, zone: Zone, write: @escaping (String) -> Void) {
        self.colours = colours
        self.zone = zone
        self.write = write
    }

    /// How a line is coloured on a terminal: an ANSI code.
    enum Tone: String {
        case plain = ""
        case good = "32"
        case late = "33"
        case grave = "31"
        case quiet = "2"
    }

    /// One happening: its day where it is a new one, how, who, and the rest, wrapped under itself.
    mutating func line(at instant: Instant, _ how: String, _ who: String, _ what: String, _ tone: Tone = .plain) {
        let day = zone.date(at: instant)
        turnPage(to: day)
        let number = day.day < 10 ? " \(day.day)" : "\(day.day)"
        let date = self.day == day ? "      " : "\(day.weekday.shortName) \(number)"
        self.day = day
        let left = "  \(date)  \(fitted(how, 7)) \(fitted(who, 16)) "
        for (index, text) in wrapped(what, 80 - left.count).enumerated() {
            write(styled((index == 0 ? left : String(repeating: " ", count: left.count)) + text, tone.rawValue))
        }
    }

    mutating func message(_ facts: MessageFacts, at instant: Instant) {
        guard facts.channel == .email else { return }
        switch facts.kind {
        case .receipt: return
        case .notice, .test:
            // Said again on the next days it is no news.
            guard facts.paragraphs != lastNotice else { return }
            lastNotice = facts.paragraphs
            line(at: instant, "notice", facts.recipient.name, facts.subject, .quiet)
        case .reminders:
            var who = facts.recipient.name
            if !facts.introductions.isEmpty {
                line(at: instant, "mail", who, Self.introduction(facts.introductions))
                who = ""
            }
            for entry in facts.reminders.prefix(4) {
                line(at: instant, who.isEmpty ? "" : "mail", who, Self.words(for: entry), Self.tone(of: entry))
                who = ""
            }
            if facts.reminders.count > 4 {
                line(at: instant, "", "", "and \(facts.reminders.count - 4) more", .quiet)
            }
        }
    }

    private mutating func turnPage(to day: CivilDate) {
        let month = "\(day.monthName) \(day.year)"
        guard month != self.month else { return }
        self.month = month
        write("\n" + styled(month, "1"))
    }

    private static func introduction(_ entries: [EntryFacts]) -> String {
        let late = entries.count { $0.workingDaysLate > 0 }
        let count = entries.count == 1 ? "1 target is theirs" : "\(entries.count) targets are theirs"
        return "introduced: \(count)" + (late > 0 ? ", \(late) of them late already" : "")
    }

    private static func words(for entry: EntryFacts) -> String {
        let due = entry.due?.inWords ?? entry.phrase
        let late = "\(entry.workingDaysLate) working day\(entry.workingDaysLate == 1 ? "" : "s") late"
        let what =
            switch entry.kind {
            case .lead: "due \(due)"
            case .due: "due today, \(due)"
            case .starts: "starts \(due)"
            case .midpoint: "half-way to \(due)"
            case .overdue: late
            case .escalated: "\(late), no answer: up to the \(entry.role.rawValue)"
            case .letter: "late already when armed, was due \(due)"
            case .checkIn: "ongoing: is it still being done?"
            case .checkInRepeat: "ongoing, and no answer: is it still being done?"
            case .undated: "has no date: when will it be done?"
            case .review: "review on \(entry.occurrence?.inWords ?? "a day to come"): where does it stand?"
            case .warned: "\(late), no answer: the \(entry.next?.role.rawValue ?? "next rung") is next"
            case .introduction: "introduced: due \(due)"
            case .extended: "asked to be moved again, now due \(due): up to the deputy"
            }
        let moved = entry.extensions > 0 ? ", the \(entry.extensions + 1 == 2 ? "second" : "latest") date" : ""
        return "\(entry.reference) \(what)\(moved)\(reason(for: entry.standIn))"
    }

    private static func reason(for standIn: StandIn?) -> String {
        switch standIn {
        case nil: ""
        case .noPerson: ", as nobody holds the post"
        case .noAddress: ", in place of an owner without address"
        case .acting: ", in place of somebody else"
        case .ownerUnclear: ", as the plan does not say whose it is"
        }
    }

    private static func tone(of entry: EntryFacts) -> Tone {
        switch entry.kind {
        case .lead, .due, .starts, .midpoint, .checkIn, .undated, .review, .introduction: .plain
        case .overdue, .letter, .checkInRepeat, .warned: .late
        case .escalated, .extended: .grave
        }
    }

    private func styled(_ text: String, _ code: String) -> String {
        colours && !code.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private func fitted(_ text: String, _ width: Int) -> String {
        let kept = text.count <= width ? text : String(text.prefix(width - 3)) + "..."
        return kept + String(repeating: " ", count: width - kept.count)
    }

    private func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
