// What an answer does to its targets: which reminders stop, what is armed again.

import ActionPlans
import Reminders

enum EffectReport {
    /// - Parameter isDone: false while it is only proposed.
    static func lines(_ effects: [AnswerEffect], isDone: Bool) -> [String] {
        effects.flatMap { effect -> [String] in
            var changes: [String] = []
            if effect.statusBefore != effect.statusAfter {
                changes.append("\(effect.statusBefore.rawValue) becomes \(effect.statusAfter.rawValue)")
            }
            if effect.phraseBefore != effect.phraseAfter || effect.dueBefore != effect.dueAfter {
                changes.append(
                    "\(day(effect.dueBefore, effect.phraseBefore)) becomes \(day(effect.dueAfter, effect.phraseAfter))")
            }
            if !effect.stopped.isEmpty {
                changes.append(
                    "\(Words.count(effect.stopped.count, "waiting reminder")) \(isDone ? "stopped" : "would stop"): "
                        + Words.list(effect.stopped.map(\.stage)))
            }
            if effect.rearmed { changes.append(isDone ? "reminders start over" : "reminders would start over") }
            if let round = effect.round {
                changes.append(
                    "answers the round due \(round)" + (effect.nextRound.map { "; the next is due \($0)" } ?? ""))
            }
            if changes.isEmpty { changes = [isDone ? "noted; nothing else changed" : "nothing else would change"] }
            return Paragraph.lines(changes.joined(separator: "; "), indent: "    ", lead: "\(effect.references): ")
        }
    }

    private static func day(_ due: CustomStringConvertible?, _ phrase: String) -> String {
        due.map { "\"\(phrase)\" (\($0))" } ?? "\"\(phrase)\""
    }
}

extension AnswerEffect {
    var json: JSON {
        .object([
            ("reference", .string(reference)), ("one_with", .array(oneWith.map(JSON.string))),
            ("phrase_before", .string(phraseBefore)), ("phrase_after", .string(phraseAfter)),
            ("due_before", .text(dueBefore?.description)),
            ("due_after", .text(dueAfter?.description)), ("status_before", .string(statusBefore.rawValue)),
            ("status_after", .string(statusAfter.rawValue)),
            ("stopped", .array(stopped.map { .string($0.stage) })), ("rearmed", .bool(rearmed)),
            ("round", .text(round?.description)), ("next_round", .text(nextRound?.description)),
        ])
    }
}
