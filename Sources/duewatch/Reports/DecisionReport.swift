// What decisions do, before they are recorded and after.

import ActionPlans
import Register
import Reminders

struct DecisionReport {
    let effect: DecisionsEffect

    init(_ effect: DecisionsEffect) { self.effect = effect }

    var lines: [String] {
        effect.decisions.filter { !$0.isKnown }.flatMap(lines) + OwnersReport.lines(effect.owners)
    }

    private func lines(_ effect: DecisionEffect) -> [String] {
        var words = effect.changes
        if !effect.stopped.isEmpty {
            words.append(
                "\(Words.count(effect.stopped.count, "waiting reminder")) dropped: \(Words.list(effect.stopped))")
        }
        let known = words.isEmpty ? ["nothing else changes"] : words
        return Paragraph.lines(known.joined(separator: "; "), indent: "    ", lead: "\(effect.subject): ")
            + effect.settled.flatMap { Paragraph.lines("settles: \($0)", indent: "      ", lead: "    ") }
    }

    /// What taking a decision back does.
    static func undoing(_ effect: DecisionEffect, isDone: Bool) -> [String] {
        var words = effect.changes
        if !effect.stopped.isEmpty {
            words.append(
                "\(Words.count(effect.stopped.count, "waiting reminder")) dropped: \(Words.list(effect.stopped))")
        }
        let changes = words.isEmpty ? ["nothing else changes"] : words
        return Paragraph.lines(changes.joined(separator: "; "), indent: "    ", lead: "\(effect.subject): ")
            + effect.reopened.flatMap {
                Paragraph.lines("\(isDone ? "open again" : "opens again"): \($0)", indent: "      ", lead: "    ")
            }
    }

    /// "3 decisions and 2 changes of owners"
    var count: String {
        let made = effect.decisions.count { !$0.isKnown }
        let parts = [
            made > 0 ? Words.count(made, "decision") : nil,
            effect.owners.changes.isEmpty ? nil : "\(Words.count(effect.owners.changes.count, "change")) of owners",
        ]
        return Words.list(parts.compactMap { $0 })
    }

    var json: JSON {
        .object([
            (
                "decisions",
                .array(effect.decisions.map(\.json))
            ),
            (
                "owners",
                .array(
                    effect.owners.changes.map { .object([("post", .string($0.post)), ("change", .string($0.text))]) })
            ),
        ])
    }
}

extension DecisionEffect {
    var json: JSON {
        .object([
            ("reference", .text(decision.reference)), ("plan", .string(decision.plan)),
            ("decision", .string(decision.kind.name)), ("known", .bool(isKnown)),
            ("changes", .array(changes.map(JSON.string))), ("settled", .array(settled.map(JSON.string))),
            ("stopped", .array(stopped.map(JSON.string))), ("reopened", .array(reopened.map(JSON.string))),
        ])
    }
}
