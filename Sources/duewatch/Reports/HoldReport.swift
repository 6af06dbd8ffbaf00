// Holds as lines, as a table and as JSON.

import ActionPlans
import CivilTime
import Register
import Reminders
import Service

enum HoldReport {
    /// "hold 3: the plan gates, 12 targets, until 2026-12-01 (election; A. Reyes)"
    static func lines(_ hold: HoldRecord, isEnding: Bool) -> [String] {
        let end = isEnding ? Style.alarming("ends soon, on \(hold.until)") : "until \(hold.until)"
        let targets = hold.isOfChannel ? "" : ", \(Words.count(hold.targets, "target"))"
        return Paragraph.lines(
            "hold \(hold.id): \(hold.subject)\(targets), \(end) (\(hold.because); \(hold.by))", indent: "    ", lead: ""
        )
    }

    static func table(_ holds: [HoldRecord], isEnding: (HoldRecord) -> Bool) -> [String] {
        guard !holds.isEmpty else { return ["nothing is held"] }
        let columns: [Table.Column] = [
            .number("no."), .text("what", atLeast: 12), .whole("until"), .number("targets"), .text("by", atLeast: 6),
            .text("because", atLeast: 10),
        ]
        let rows = holds.map { hold in
            let until = hold.until.description
            return [
                hold.id.description, hold.subject.description, isEnding(hold) ? Style.alarming(until) : until,
                hold.isOfChannel ? "" : String(hold.targets), hold.by, hold.because,
            ]
        }
        return Table(columns, rows: rows).lines()
    }
}

extension HoldRecord {
    var isOfChannel: Bool { if case .channel = subject { true } else { false } }

    func json(isEnding: Bool) -> JSON {
        let (kind, name): (String, String) =
            switch subject {
            case .plan(let name): ("plan", name)
            case .target(let reference): ("reference", reference)
            case .owner(let post): ("owner", post)
            case .channel(let channel): ("channel", channel.description)
            }
        return .object([
            ("hold", .int(Int(id.value))), ("on", .string(kind)), (kind, .string(name)),
            ("until", .string(until.description)), ("because", .string(because)), ("by", .string(by)),
            ("recorded_at", .string(recordedAt.rfc3339)), ("recorded_by", .string(recordedBy)),
            ("targets", .int(targets)), ("ends_soon", .bool(isEnding)),
        ])
    }
}

extension Installation {
    /// Whether a hold ends within two working days.
    func isEnding(_ hold: HoldRecord) -> Bool {
        hold.isEnding(on: today) { $0.flatMap { settings.plans[$0] } ?? settings.defaults }
    }
}
