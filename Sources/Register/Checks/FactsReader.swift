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
    private let scope: FactsScope
    /// What was read before; nobody changes it inside the transaction of a reader.
    let known: Known
    private var lastRecommendation: (id: Int64, facts: RecommendationFacts)?
    var newcomers = Newcomers()
    /// Of the plan that was looked at last.
    var lastPlan: Surroundings?

    /// - Parameter known: what an earlier reader knew, where it still stands.
    init(
        _ db: Database, mode: DeliveryMode, scope: FactsScope = .whole, knowing known: Known = Known(),
        today: @escaping (String) -> CivilDate
    ) {
        self.db = db
        self.mode = mode
        self.scope = scope
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
    func facts(of ids: some Sequence<TargetID>) throws -> FactsOfMany { try facts(.these(Set(ids).sorted())) }

    /// The next armed targets of the register after one, at most so many, ascending.
    func facts(ofArmedAfter id: TargetID, limit: Int) throws -> FactsOfMany { try facts(.armed(after: id, limit)) }

    private func facts(_ wanted: Wanted) throws -> FactsOfMany {
        let rows = try wanted.rows(db)
        var found = FactsOfMany(last: rows.last?.id)
        guard let first = rows.first, let last = rows.last else { return found }
        var beside = try RowsBeside(db, wanted.range(first: first.id, last: last.id), mode: mode, scope)
        found.targets.reserveCapacity(rows.count)
        try learn(beside.ties.all, of: rows)
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
        let said = beside.answers.take(row.id)
        let owners = try owners(beside.ties.take(row.id), said, on: day)
        let steps = beside.steps.take(row.id)
        let past = beside.recorded.take(row.id)
        guard let date = Revision.facts(beside.revisions.take(row.id), of: row, said) else { return nil }
        let isAsked = scope != .check(byRules: false) || date.reading == nil
        return TargetFacts(
            id: row.id, version: row.version, reference: row.reference, plan: plan.facts,
            recommendation: isAsked ? try recommendation(row.recommendation) : .unread,
            action: steps.isEmpty ? nil : steps.joined(separator: "\n"), date: date,
            status: row.status, armedAt: row.armedAt, owners: owners,
            joint: JointMeaning(name: row.joint ?? plan.joint, lead: row.lead) ?? .all,
            recorded: past.filter { $0.revision == row.revision }.map(\.value),
            holds: try holds(on: row, ownedBy: owners, day),
            labels: Array(beside.labels.take(row.id)), proposals: beside.proposals.take(row),
            oneWith: Array(beside.alike.take(row.id)), introductions: past.map(\.value).introductions,
            newcomers: try newcomers(among: owners, to: row.plan))
    }

    /// Reads the posts of all these targets together: mostly they are at home in one zone.
    private func learn(_ ties: [OwnerTie], of rows: [TargetRow]) throws {
        guard let first = rows.first, rows.count > 1 else { return }
        try learn(ties.map(\.owner), on: today(plan(first.plan).facts.name))
    }

    func plan(_ id: PlanID) throws -> KnownPlan {
        if let known = known.plans[id] { return known }
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT name, title, joint FROM plan WHERE id = ?"), arguments: [id])
        guard let row else { throw RegisterError.noSuchRow(what: "plan \(id)") }
        let plan = KnownPlan(facts: PlanFacts(id: id, name: row[0], title: row[1]), joint: row[2])
        known.plans[id] = plan
        return plan
    }

    /// The targets of one recommendation mostly stand one after another.
    func recommendation(_ id: Int64) throws -> RecommendationFacts {
        if let last = lastRecommendation, last.id == id { return last.facts }
        let rows = try Prepared(
            db, "SELECT ifnull(printed_number, number), text, directed_at, response FROM recommendation WHERE id = ?"
        ).rows(.int(id)) {
            RecommendationFacts(
                number: $0.text(0), text: $0.text(1), directedAt: $0.maybeText(2), response: try $0.maybeNamed(3))
        }
        guard let facts = rows.first else { throw RegisterError.noSuchRow(what: "recommendation \(id)") }
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

/// How much of the facts is read.
enum FactsScope: Hashable {
    case whole
    /// What a check goes by: no words of actions, nor the references of what is one with a target; and of recommendations
    /// and labels only what rules, or a missing date, ask for.
    case check(byRules: Bool)
}

extension RecommendationFacts {
    /// In place of one that nothing asks for.
    fileprivate static let unread = RecommendationFacts(number: "", text: "", directedAt: nil, response: nil)
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
    var revisions: ByTarget<Revision>
    var ties: ByTarget<OwnerTie>
    var answers: ByTarget<AnswerToTarget>
    /// The words of the steps that each means for certain.
    var steps = ByTarget<String>()
    var recorded: ByTarget<RecordedBefore<RecordedReminder>>
    var labels = ByTarget<String>()
    var proposals: ByTarget<RecordedBefore<ProposalFacts>>
    var alike = ByTarget<String>()

    init(_ db: Database, _ range: TargetRange, mode: DeliveryMode, _ scope: FactsScope) throws {
        revisions = try Revision.all(db, range)
        ties = try OwnerTie.all(db, range)
        answers = try AnswerToTarget.all(db, range)
        recorded = try RecordedBefore<RecordedReminder>.all(db, range, mode)
        proposals = try RecordedBefore<ProposalFacts>.all(db, range, mode)
        if scope != .check(byRules: false) {
            labels = try ByTarget(db, range, from: "label", "word", order: "word") { $0.text(1) }
        }
        guard scope == .whole else { return }
        steps = try ByTarget(db, range, from: "action", "text", where: "pairing = 'certain'", order: "position") {
            $0.text(1)
        }
        alike = try ByTarget(
            db, range, from: "target", by: "same_as", "reference",
            where: "status NOT IN ('superseded', 'withdrawn')", order: "id"
        ) { $0.text(1) }
    }
}
