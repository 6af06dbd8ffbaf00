// Reads the facts of targets inside one transaction, many at a time: one statement for each table and not for each
// target. What many targets share, such as people and plans, is read once.

import ActionPlans
import CivilTime
import GRDB
import Reminders

final class FactsReader {
    let db: Database
    /// The present delivery mode: what was recorded under another one is not among the facts.
    let mode: DeliveryMode
    /// The day in the zone of the plan with this name.
    let today: (String) -> CivilDate
    /// What was read before; nobody changes it inside the transaction of a reader.
    let known: Known
    private var lastRecommendation: (id: Int64, facts: RecommendationFacts)?

    /// - Parameter known: what an earlier reader knew, where it still stands.
    init(
        _ db: Database, mode: DeliveryMode, knowing known: Known = Known(), today: @escaping (String) -> CivilDate
    ) {
        self.db = db
        self.mode = mode
        self.today = today
        self.known = known
    }

    /// nil where there is no such target.
    func facts(of id: TargetID) throws -> TargetFacts? {
        let found = try facts(of: [id])
        if let fault = found.unreadable.first?.fault { throw fault }
        return found.targets.first?.facts
    }

    /// Ascending by target, whatever the order of the ids; those that do not exist are left out.
    func facts(of ids: [TargetID]) throws -> FactsOfMany { try facts(.these(ids)) }

    /// The next armed targets of the register after one, at most so many, ascending.
    func facts(ofArmedAfter id: TargetID, limit: Int) throws -> FactsOfMany { try facts(.armed(after: id, limit)) }

    private func facts(_ wanted: Wanted) throws -> FactsOfMany {
        let rows = try wanted.rows(db)
        var found = FactsOfMany(last: rows.last?.id)
        guard let first = rows.first, let last = rows.last else { return found }
        var beside = try RowsBeside(db, wanted.range(first: first.id, last: last.id), mode: mode)
        found.targets.reserveCapacity(rows.count)
        try learn(beside.ties, of: rows)
        for row in rows {
            do {
                guard let facts = try facts(row, &beside) else { continue }
                found.targets.append(DueTarget(facts: facts, nextCheck: row.nextCheck))
            } catch let fault as RegisterError where fault.isOfOneRow {
                found.unreadable.append((row.id, fault))
            }
        }
        return found
    }

    /// nil where the date in force is missing.
    private func facts(_ row: TargetRow, _ beside: inout RowsBeside) throws -> TargetFacts? {
        let plan = try plan(row.plan)
        let day = today(plan.facts.name)
        let recommendation = try recommendation(row.recommendation)
        let said = try beside.answers.answers(to: row.id)
        let owners = try owners(beside.ties(of: row.id), said, on: day)
        guard let date = try beside.dates.date(of: row, said) else { return nil }
        return TargetFacts(
            id: row.id, version: row.version, reference: row.reference, plan: plan.facts,
            recommendation: recommendation, action: try words(beside.actions, of: row.id), date: date,
            status: row.status, armedAt: row.armedAt, owners: owners,
            joint: JointMeaning(name: row.joint ?? plan.joint, lead: row.lead) ?? .all,
            recorded: try beside.recorded.reminders(of: row.id, revision: row.revision),
            holds: try holds(on: row, ownedBy: owners, day), labels: try beside.labels.texts(of: row.id),
            proposals: try beside.proposals.proposals(of: row.id, revision: row.revision),
            oneWith: try beside.alike.texts(of: row.id))
    }

    /// The words of the steps that it means for certain.
    private func words(_ actions: RowsByTarget, of id: TargetID) throws -> String? {
        let texts = try actions.texts(of: id)
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    /// Reads the posts of all these targets together: mostly they are at home in one zone.
    private func learn(_ ties: [OwnerTie], of rows: [TargetRow]) throws {
        guard let first = rows.first, rows.count > 1 else { return }
        try learn(ties.map(\.owner), on: today(plan(first.plan).facts.name))
    }

    private func plan(_ id: PlanID) throws -> KnownPlan {
        if let known = known.plans[id] { return known }
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT name, title, joint FROM plan WHERE id = ?"), arguments: [id])
        guard let row else { throw RegisterError.noSuchRow(what: "plan \(id)") }
        let plan = KnownPlan(facts: PlanFacts(id: id, name: row[0], title: row[1]), joint: row[2])
        known.plans[id] = plan
        return plan
    }

    /// The targets of one recommendation mostly stand one after another.
    private func recommendation(_ id: Int64) throws -> RecommendationFacts {
        if let last = lastRecommendation, last.id == id { return last.facts }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT ifnull(printed_number, number), text, directed_at, response FROM recommendation WHERE id = ?
                    """), arguments: [id])
        guard let row else { throw RegisterError.noSuchRow(what: "recommendation \(id)") }
        let facts = RecommendationFacts(number: row[0], text: row[1], directedAt: row[2], response: row[3])
        lastRecommendation = (id, facts)
        return facts
    }

    private func holds(on row: TargetRow, ownedBy owners: [OwnerFacts], _ day: CivilDate) throws -> [HoldFacts] {
        let standing = try known.holds ?? StandingHolds(db)
        known.holds = standing
        guard !standing.isEmpty else { return [] }
        return standing.holds(on: row.id, row.plan, owners.map(\.id), from: day)
    }
}

/// The facts of a target, with the check that it waits for.
public struct DueTarget: Sendable {
    public let facts: TargetFacts
    /// nil where nothing comes of itself.
    public let nextCheck: Instant?
}

/// What was read of many targets at once.
public struct FactsOfMany: Sendable {
    /// Ascending by target.
    public internal(set) var targets: [DueTarget] = []
    /// Those of which something is missing that should be there.
    public internal(set) var unreadable: [(target: TargetID, fault: RegisterError)] = []
    /// The last target that was looked for; nil where there was none.
    public let last: TargetID?

    init(last: TargetID?) { self.last = last }
}

/// What other tables hold of the targets that are read.
private struct RowsBeside {
    let dates: DatesReader
    let ties: [OwnerTie]
    private var tied = 0
    let answers: AnswersReader
    let actions: RowsByTarget
    let recorded: RecordedReader
    let labels: RowsByTarget
    let proposals: ProposalsReader
    let alike: RowsByTarget

    init(_ db: Database, _ range: TargetRange, mode: DeliveryMode) throws {
        dates = try DatesReader(db, range)
        ties = try OwnerTie.all(db, range)
        answers = try AnswersReader(db, range)
        actions = try range.rows(db, of: "action", "text", where: "pairing = 'certain'", order: "position")
        recorded = try RecordedReader(db, range, mode: mode)
        labels = try range.rows(db, of: "label", "word", order: "word")
        proposals = try ProposalsReader(db, range, mode: mode)
        alike = try range.rows(
            db, of: "target", by: "same_as", "reference", where: "status NOT IN ('superseded', 'withdrawn')",
            order: "id")
    }

    /// The ties of one target; targets are asked for in their order.
    mutating func ties(of target: TargetID) -> ArraySlice<OwnerTie> {
        while tied < ties.count, ties[tied].target < target { tied += 1 }
        let first = tied
        while tied < ties.count, ties[tied].target == target { tied += 1 }
        return ties[first..<tied]
    }
}
