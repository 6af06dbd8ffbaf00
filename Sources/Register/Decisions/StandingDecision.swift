// What a person decided about a target, as long as the document prints what it was about: a later import that prints
// the same is read with the decision, and no doubt is raised twice.

import ActionPlans
import GRDB
import Reminders

struct StandingDecision {
    let id: Int64
    let kind: DecisionKind
    /// What was printed when it was taken: the phrase, the owners one a line, the words of the step, the edition.
    let printed: String?
    /// The date that it gives.
    let reading: Reading?

    /// The owners that it gives; nil where it is about something else.
    func owners(_ db: Database) throws -> Set<OwnerID>? {
        guard case .owner(let posts) = kind else { return nil }
        return Set(try posts.compactMap { try Finding(db).owner($0) })
    }

    /// The latest decision of each kind; of those about the date the latest of all.
    static func fetch(_ db: Database, target: TargetID) throws -> [StandingDecision] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT decision.id AS id, decision.kind AS decided, value, decision.printed AS printed,
                        date_revision.* FROM decision
                    LEFT JOIN date_revision ON date_revision.target_id = decision.target_id AND decision_id = decision.id
                    WHERE decision.target_id = ? AND decision.kind <> 'dismiss' AND undone_at IS NULL ORDER BY decision.id DESC
                    """), arguments: [target])
        var matters: Set<String> = []
        return rows.compactMap { row in
            guard let kind = DecisionKind(name: row["decided"], column: row["value"]) else { return nil }
            guard matters.insert(kind.matter).inserted else { return nil }
            return StandingDecision(id: row["id"], kind: kind, printed: row["printed"], reading: Reading(row: row))
        }
    }
}

extension DecisionKind {
    init?(name: String, column: String) {
        self.init(name: name, values: column.split(separator: "\n").map(String.init))
    }

    /// Its values in one column, one a line.
    var column: String { values.map { $0.split(separator: "\n").joined(separator: " ") }.joined(separator: "\n") }
}

extension PrintedTarget {
    /// As a person decided that it is to be read.
    ///
    /// - Parameter steps: every step that the edition prints for the recommendation.
    func decided(_ decisions: [StandingDecision], steps: [ActionDraft]) -> PrintedTarget {
        var target = self
        for decision in decisions { target.apply(decision, steps: steps, printed: self) }
        return target
    }

    private mutating func apply(_ decision: StandingDecision, steps: [ActionDraft], printed: PrintedTarget) {
        let context = decision.printed.map(Self.normalised)
        switch decision.kind {
        case .date(let words) where context == Self.normalised(printed.phrase):
            guard let reading = decision.reading else { return }
            phrase = words
            readings = [reading]
            chased = reading
            isSettled = true
        case .never where context == Self.normalised(printed.phrase),
            .sameAs where context == Self.normalised(printed.phrase):
            readings = [.notChased]
            chased = nil
            isSettled = true
        case .owner(let posts) where context == Self.normalised(printed.owners.joined(separator: "\n")):
            owners = posts
            isOwnerCertain = true
        case .action:
            guard let step = steps.first(where: { Self.normalised($0.text) == context }) else { return }
            actions = [
                ActionDraft(
                    label: step.label, text: step.text, owners: step.owners, targetDates: [], pairing: .certain)
            ]
            pairing = .certain
        case .date, .never, .sameAs, .owner, .keep, .dismiss, .onePost: return
        }
    }
}
