// The decisions on record: what was decided, by whom and why, and the command that takes each back.

import ActionPlans
import CivilTime
import Reminders

struct RecordedReport {
    let decisions: [RecordedDecision]
    let plan: String
    let zone: Zone

    init(_ decisions: [RecordedDecision], plan: String, zone: Zone) {
        self.decisions = decisions
        self.plan = plan
        self.zone = zone
    }

    var lines: [String] {
        guard !decisions.isEmpty else { return ["\(plan): nothing was decided yet; `duewatch review \(plan)`"] }
        let undone = decisions.count { $0.undone != nil }
        return decisions.flatMap(lines) + [
            Words.count(decisions.count, "decision") + (undone > 0 ? ", \(undone) of them taken back" : "")
        ]
    }

    private func lines(_ recorded: RecordedDecision) -> [String] {
        let decision = recorded.decision
        func line(_ words: String) -> [String] { Paragraph.lines(words, indent: "      ", lead: "    ") }
        let values = decision.kind.values.joined(separator: "; ")
        let what = values.isEmpty ? decision.kind.name : "\(decision.kind.name): \(values)"
        var lines = [Style.bold(decision.subject) + "  decision \(recorded.number)"]
        lines += Paragraph.lines(what, indent: "      ", lead: "  ")
        if case .text(let text)? = decision.doubt { lines += line("about: \(text)") }
        lines += line("\(decision.by), \(Words.moment(recorded.recordedAt, zone)): \(decision.because)")
        guard let undone = recorded.undone else {
            return lines + [
                "    duewatch settle --undo \(recorded.number) --by WHO --because TEXT", "",
            ]
        }
        return lines + line("taken back by \(undone.by), \(Words.moment(undone.at, zone)): \(undone.because)") + [""]
    }

    var json: JSON {
        .array(
            decisions.map { recorded in
                let decision = recorded.decision
                return .object([
                    ("decision", .int(Int(recorded.number))), ("plan", .string(decision.plan)),
                    ("reference", .text(decision.reference)), ("kind", .string(decision.kind.name)),
                    ("values", .array(decision.kind.values.map(JSON.string))), ("by", .string(decision.by)),
                    ("because", .string(decision.because)), ("recorded_at", .string(recorded.recordedAt.rfc3339)),
                    ("recorded_by", .string(recorded.recordedBy)), ("undone_at", .text(recorded.undone?.at.rfc3339)),
                    ("undone_by", .text(recorded.undone?.by)), ("undone_because", .text(recorded.undone?.because)),
                ])
            })
    }
}
