// The worklist of a plan with the text around each doubt, and the command that settles it.

import ActionPlans
import Reminders

struct ReviewReport {
    let review: PlanReview

    init(_ review: PlanReview) { self.review = review }

    var lines: [String] {
        let unresolved = review.owners.filter { $0.isUnresolved && $0.openTargets > 0 }
        guard !review.doubts.isEmpty || !unresolved.isEmpty else { return ["\(review.plan): nothing to settle"] }
        let owners = unresolved.flatMap { owner in
            Paragraph.lines(
                "\(owner.entry.post) (\(Words.count(owner.openTargets, "target")))", indent: "    ", lead: "  ")
        }
        return review.doubts.flatMap(lines)
            + (owners.isEmpty
                ? []
                : [Style.bold("\(Words.count(owners.count, "owner")) without anybody to tell")] + owners + [
                    "  duewatch owners --unresolved > owners.yaml    then fill it in, and",
                    "  duewatch owners import owners.yaml", "",
                ])
            + [
                "\(Words.count(review.doubts.count, "doubt")) to settle; to fill in all of it at once:",
                "  duewatch review \(review.plan) --out \(review.plan).csv",
            ]
    }

    private func lines(_ doubt: ReviewedDoubt) -> [String] {
        let target = review.target(doubt.reference)
        let place = ["doubt \(doubt.number)", doubt.line.map { "line \($0)" }].compactMap { $0 }
        var lines = [Style.bold(doubt.reference ?? review.plan) + "  " + place.joined(separator: ", ")]
        lines += Paragraph.lines(doubt.text, indent: "  ")
        if let target { lines += context(target, withSteps: doubt.kind == .pairingUnclear) }
        let successors = review.successors(of: doubt)
        lines += successors.flatMap(successor)
        let choices = doubt.choices(target, successors: successors)
        return lines + ["  Settle it with" + (choices.count > 1 ? " one of" : "")]
            + choices.map { "    " + Self.command($0) } + [""]
    }

    private func context(_ target: ReviewedTarget, withSteps: Bool) -> [String] {
        func line(_ words: String) -> [String] { Paragraph.lines(words, indent: "      ", lead: "    ") }
        var lines = line("recommendation \(target.recommendation): \(Words.short(target.recommendationText, 240))")
        if withSteps {
            for place in target.steps.indices {
                lines += line("step \(target.name(of: place)): \(Words.short(target.steps[place].text, 240))")
            }
        } else if let action = target.action {
            lines += line("step: \(Words.short(action, 240))")
        }
        let due = target.reading?.due.map { ", due \($0)" } ?? ""
        lines += line("printed: \u{201C}\(target.phrase)\u{201D}\(due)")
        if !target.owners.isEmpty { lines += line("owners: \(target.owners.joined(separator: "; "))") }
        return lines
    }

    private func successor(_ target: ReviewedTarget) -> [String] {
        let phrase = target.phrase.isEmpty ? "no date" : "\u{201C}\(target.phrase)\u{201D}"
        let step = target.action.map { ": \(Words.short($0, 120))" } ?? ""
        return Paragraph.lines("now \(target.reference), \(phrase)\(step)", indent: "      ", lead: "    ")
    }

    /// As it is typed.
    static func command(_ words: [String]) -> String {
        "duewatch settle \(words.map(Invocation.quoted).joined(separator: " ")) --by WHO --because TEXT"
    }

    var json: JSON {
        .object([
            ("plan", .string(review.plan)), ("title", .string(review.title)),
            ("doubts", .array(review.doubts.map { json($0) })),
            (
                "owners",
                .array(
                    review.owners.map { owner in
                        .object([
                            ("post", .string(owner.entry.post)), ("open_targets", .int(owner.openTargets)),
                            ("resolved", .bool(!owner.isUnresolved)),
                        ])
                    })
            ),
        ])
    }

    private func json(_ doubt: ReviewedDoubt) -> JSON {
        let target = review.target(doubt.reference)
        return .object([
            ("doubt", .int(Int(doubt.number))), ("kind", .string(doubt.kind.rawValue)),
            ("reference", .text(doubt.reference)), ("line", doubt.line.map(JSON.int) ?? .null),
            ("message", .string(doubt.text)), ("recommendation", .text(target?.recommendation)),
            ("recommendation_text", .text(target?.recommendationText)), ("action", .text(target?.action)),
            (
                "actions",
                .array(
                    (target?.steps ?? []).map {
                        .object([("label", .text($0.label)), ("text", .string($0.text))])
                    })
            ), ("phrase", .text(target?.phrase)), ("due", .text(target?.reading?.due?.description)),
            ("owners", .array((target?.owners ?? []).map(JSON.string))), ("like", .text(doubt.like)),
            (
                "commands",
                .array(
                    doubt.choices(target, successors: review.successors(of: doubt)).map { .string(Self.command($0)) })
            ),
        ])
    }
}
