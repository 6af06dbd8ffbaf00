// Reads the armed targets of a stretch of the register for a look: little of those to which nothing has happened yet,
// and of the others only which they are. Nobody's words are read, and owners only once for each set of them.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// What a look reads first.
public struct Glance: Sendable {
    /// Ascending by target.
    public internal(set) var quiet: [QuietFacts] = []
    /// Those whose facts have to be read in full, ascending.
    public internal(set) var others: [TargetID] = []
    /// The last target of all; nil where there was none.
    public let last: TargetID?
}

extension FactsReader {
    /// The next armed targets of the register after one, at most so many.
    ///
    /// - Parameter forRules: whether there are rules that choose schedules, which ask for more.
    func glance(armedAfter point: TargetID, limit: Int, forRules: Bool) throws -> Glance {
        let rows = try QuietRow.armed(db, after: point, limit)
        guard let first = rows.first, let last = rows.last else { return Glance(last: nil) }
        var beside = try QuietBeside(db, .span(first.id, last.id), mode: mode, forRules: forRules)
        var found = Glance(last: last.id)
        found.quiet.reserveCapacity(rows.count)
        // The first time all of them together; then only those that turn up new.
        if known.circles.isEmpty { try learn(beside.ties.all.map(\.owner), on: surroundings(of: first.plan).today) }
        for row in rows {
            do {
                if let quiet = try quiet(row, &beside, forRules) {
                    found.quiet.append(quiet)
                } else {
                    found.others.append(row.id)
                }
            } catch let fault as RegisterError where fault.isOfOneRow {
                // It comes to light again where its facts are read in full.
                found.others.append(row.id)
            }
        }
        return found
    }

    /// nil where something has happened to it.
    private func quiet(_ row: QuietRow, _ beside: inout QuietBeside, _ forRules: Bool) throws -> QuietFacts? {
        let said = beside.said.take(row.id)
        let (answers, proposals) = (beside.answers.take(row.id), beside.proposals.take(row.id))
        let hasHappened = !answers.isEmpty || !proposals.isEmpty || said.contains { !$0.introduces }
        let date = beside.dates.take(row.id).first { $0.number == row.revision }?.date
        let ties = beside.ties.take(row.id)
        let labels = Array(beside.labels.take(row.id))
        guard let date, !row.status.isChased || !hasHappened else { return nil }
        let plan = try surroundings(of: row.plan)
        let joint = JointMeaning(name: row.joint ?? plan.joint, lead: row.lead) ?? .all
        let circle = try circle(ties, joint, on: plan.today)
        guard try !isHeld(row, circle) else { return nil }
        let isAsked = forRules || (date.isMissing && !row.isOne)
        return QuietFacts(
            id: row.id, version: row.version, nextCheck: row.nextCheck, plan: plan.name, status: row.status,
            armedAt: row.armedAt, date: row.isOne ? date.settled : date, circle: circle,
            isIntroduced: circle.isIntroduced(said.map(\.recipient)),
            newcomers: plan.introduces ? try newcomers(among: circle.owners, to: row.plan) : [:],
            recommendation: isAsked ? try recommendation(row.recommendation) : nil, labels: labels)
    }

    private func isHeld(_ row: QuietRow, _ circle: OwnerCircle) throws -> Bool {
        let standing = try known.holds ?? StandingHolds(db)
        known.holds = standing
        guard !standing.isEmpty else { return false }
        return !standing.holds(on: row.id, row.plan, circle.owners.map(\.id), from: .min).isEmpty
    }

    /// Certain owners only, in the order in which they were printed.
    private func circle(_ ties: ArraySlice<QuietTie>, _ joint: JointMeaning, on day: CivilDate) throws -> OwnerCircle {
        let owners = ties.count > 1 ? ties.sorted { $0.position < $1.position }.map(\.owner) : ties.map(\.owner)
        let key = Known.CircleKey(owners: owners, joint: owners.count > 1 ? joint : .all, day: day)
        if let circle = known.circles[key] { return circle }
        let facts = try owners.map { id -> OwnerFacts in
            if known.owners[OwnerDay(owner: id, day: day)] == nil { try learn([id], on: day) }
            guard let owner = known.owners[OwnerDay(owner: id, day: day)] else {
                throw RegisterError.noSuchRow(what: "owner \(id)")
            }
            return owner
        }
        return known.keep(OwnerCircle(facts, joint), as: key)
    }

    /// What the targets of one plan share; they mostly stand one after another.
    private func surroundings(of id: PlanID) throws -> Surroundings {
        if let last = lastPlan, last.id == id { return last }
        let plan = try plan(id)
        let found = Surroundings(
            id: id, name: plan.facts.name, joint: plan.joint, today: today(plan.facts.name),
            introduces: try introduces(id))
        lastPlan = found
        return found
    }
}

struct Surroundings {
    let id: PlanID
    let name: String
    let joint: String
    let today: CivilDate
    /// Whether it has introduced anybody.
    let introduces: Bool
}

/// A target's own row, as far as a look needs it.
private struct QuietRow {
    let id: TargetID
    let version: Int64
    let plan: PlanID
    let recommendation: Int64
    let status: Status
    let armedAt: Instant
    let revision: Int64
    let nextCheck: Instant?
    let joint: String?
    let lead: OwnerID?
    /// Whether it is chased with another.
    let isOne: Bool

    static func armed(_ db: Database, after point: TargetID, _ limit: Int) throws -> [QuietRow] {
        try Prepared(
            db,
            """
            SELECT id, version, plan_id, recommendation_id, status = 'open', status, armed_at, revision, next_check,
                joint, joint_lead, same_as IS NOT NULL
            FROM target WHERE id > ? AND armed_at IS NOT NULL ORDER BY id LIMIT ?
            """
        ).rows(.id(point), .number(limit)) {
            QuietRow(
                id: TargetID($0.int(0)), version: $0.int(1), plan: PlanID($0.int(2)), recommendation: $0.int(3),
                status: $0.int(4) == 1 ? .open : try $0.named(5), armedAt: Instant(milliseconds: $0.int(6)),
                revision: $0.int(7), nextCheck: $0.instant(8), joint: $0.maybeText(9),
                lead: $0.maybeInt(10).map(OwnerID.init), isOne: $0.int(11) != 0)
        }
    }
}

private struct QuietTie {
    let owner: OwnerID
    let position: Int64
}

/// What other tables hold of the targets of a stretch.
private struct QuietBeside {
    var dates: ByTarget<(number: Int64, date: QuietDate)>
    var ties: ByTarget<QuietTie>
    /// The reminders recorded under the present mode.
    var said: ByTarget<(introduces: Bool, recipient: PersonID)>
    /// Their row numbers, as those of proposals.
    var answers: ByTarget<Int64>
    var proposals: ByTarget<Int64>
    var labels: ByTarget<String>

    init(_ db: Database, _ range: TargetRange, mode: DeliveryMode, forRules: Bool) throws {
        dates = try ByTarget(
            db, range, from: "date_revision",
            "number, kind = 'due', due, at, decision_id IS NOT NULL, \(Reading.columnNames)", order: "number"
        ) { row in
            let setAt = Instant(milliseconds: row.int(4))
            // Nearly all of them; the rest of its columns is left alone.
            if row.int(2) == 1, let due = try row.maybeDay(3) { return (row.int(1), QuietDate(due: due, setAt: setAt)) }
            let reading = try Reading(row, from: 6)
            return (row.int(1), QuietDate(reading, setAt: setAt, isSettled: row.int(5) != 0))
        }
        // By its key, so that SQLite has nothing to sort; they are sorted by position where there are several.
        ties = try ByTarget(
            db, range, from: "target_owner", "owner_id, position", where: "tie = 'certain'", order: "owner_id"
        ) { QuietTie(owner: OwnerID($0.int(1)), position: $0.int(2)) }
        said = try ByTarget(
            db, range, from: "reminder", "kind = 'introduction', recipient",
            where: "mode = ? AND state <> 'dropped'", order: "id", binding: [.text(mode.rawValue)]
        ) { ($0.int(1) != 0, PersonID($0.int(2))) }
        answers = try ByTarget(db, range, from: "answer_target", "id", order: "id") { $0.int(1) }
        proposals = try ByTarget(db, range, from: "proposal", "id", order: "id") { $0.int(1) }
        labels =
            forRules ? try ByTarget(db, range, from: "label", "word", order: "word") { $0.text(1) } : ByTarget()
    }
}
