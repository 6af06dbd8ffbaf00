// What an edition is silent about: no longer chased, and once on the worklist, with what may have replaced it.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension EditionAdopting {
    /// A recommendation that the edition does not print at all: what was done or given up stays as it is.
    func vanish() throws {
        for target in try StandingTarget.fetch(db, recommendation: recommendation)
        where target.status.isChased && !target.phrase.isEmpty {
            try supersede(target, candidates: [], likely: nil)
        }
    }

    func supersede(
        _ target: StandingTarget, candidates: [String], likely: (statement: PrintedTarget, target: TargetID)?
    ) throws {
        if let keep = target.decisions.first(where: { $0.kind == .keep }), keep.printed == editionCode {
            adopting.kept.insert(target.id)
            return
        }
        if target.isArmed { try disarm(target.id) }
        try writing.settleDoubts(of: target.id, because: "superseded by edition \(editionCode)")
        try writing.execute(
            "UPDATE target SET status = 'superseded', superseded_in = ?, version = version + 1 WHERE id = ?",
            [edition, target.id])
        adopting.superseded.insert(target.id)
        try writing.note(
            .targetSuperseded, LedgerSubject(plan: adopting.plan, target: target.id),
            [("edition", .string(editionCode))])
        // What never had a date, or was done, needs nobody's decision.
        guard target.status.isChased, !target.phrase.isEmpty else { return }
        tell(
            .silent, target.reference, before: target.phrase,
            after: likely?.statement.phrase ?? (candidates.isEmpty ? nil : candidates.joined(separator: " or ")),
            dueBefore: target.chased?.due, dueAfter: likely?.statement.chased?.due,
            sureness: likely == nil ? .unclear : .likely)
        try writing.doubt(
            .superseded, plan: adopting.plan, target: target.id,
            text: words(target, candidates, likely?.statement), line: likely?.statement.line,
            like: likely?.target)
        for follower in try TargetID.fetchAll(
            db, sql: "SELECT id FROM target WHERE same_as = ? AND status <> 'superseded'", arguments: [target.id])
        {
            try writing.doubt(
                .superseded, plan: adopting.plan, target: follower,
                text: "it is one deliverable with \(target.reference), which edition \(editionCode) superseded",
                line: nil)
        }
    }

    private func words(_ target: StandingTarget, _ candidates: [String], _ likely: PrintedTarget?) -> String {
        let phrase = "\u{201C}\(target.phrase)\u{201D}"
        if let likely {
            return "edition \(editionCode) probably replaces \(phrase) by \u{201C}\(likely.phrase)\u{201D}"
        }
        guard !candidates.isEmpty else { return "edition \(editionCode) prints no date in place of \(phrase)" }
        return "edition \(editionCode) does not say which of its dates replaces \(phrase): "
            + candidates.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
    }
}
