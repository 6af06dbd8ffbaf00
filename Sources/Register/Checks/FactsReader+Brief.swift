// Reads the armed targets of a stretch of the register for a look: of nearly all of them as much as a check goes by that
// says nothing, and of the others only which they are. Nobody's words are read, and owners only once for each set of them.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// What a look reads first.
public struct Glance: Sendable {
    /// Ascending by target.
    public internal(set) var targets: [BriefFacts] = []
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
        let rows = try BriefRow.armed(db, after: point, limit)
        guard let first = rows.first, let last = rows.last else { return Glance(last: nil) }
        var beside = try BriefBeside(db, .span(first.id, last.id), mode: mode, forRules: forRules)
        var found = Glance(last: last.id)
        found.targets.reserveCapacity(rows.count)
        // The first time all of them together; then only those that turn up new.
        if known.circles.isEmpty { try learn(beside.ties.all.map(\.owner), on: surroundings(of: first.plan).today) }
        for row in rows {
            do {
                if let target = try brief(row, &beside, forRules) {
                    found.targets.append(target)
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

    /// nil where it is held, or the date in force is missing.
    private func brief(_ row: BriefRow, _ beside: inout BriefBeside, _ forRules: Bool) throws -> BriefFacts? {
        let said = beside.said.take(row.id)
        let (answers, proposals) = (beside.answers.take(row.id), beside.proposals.take(row.id))
        let dates = beside.dates.take(row.id)
        let ties = beside.ties.take(row.id)
        let labels = beside.labels.take(row.id)
        guard let date = dates.first(where: { $0.number == row.revision }) else { return nil }
        let plan = try surroundings(of: row.plan)
        let joint = JointMeaning(name: row.joint ?? plan.joint, lead: row.lead) ?? .all
        let circle = try circle(ties, joint, on: plan.today)
        guard try !isHeld(row, circle) else { return nil }
        let isAsked = forRules || (date.date.isMissing && !row.isOne)
        let isUntouched = said.isEmpty && answers.isEmpty && proposals.isEmpty
        return BriefFacts(
            id: row.id, version: row.version, nextCheck: row.nextCheck, plan: plan.name, status: row.status,
            armedAt: row.armedAt, date: row.isOne ? date.date.settled : date.date, circle: circle,
            isIntroduced: circle.isIntroduced(said.filter { $0.introduces(at: row.revision) }.map(\.recipient)),
            past: isUntouched ? nil : past(row, said, answers, proposals, dates, date, circle),
            newcomers: plan.introduces ? try newcomers(among: circle.owners, to: row.plan) : [:],
            recommendation: isAsked ? try recommendation(row.recommendation) : nil, labels: Array(labels))
    }

    /// nil where nothing counts of all that was said.
    private func past(
        _ row: BriefRow, _ said: ArraySlice<BriefReminder>, _ answers: ArraySlice<AnswerToTarget>,
        _ proposals: ArraySlice<RecordedBefore<ProposalFacts>>, _ dates: ArraySlice<DatedRow>, _ date: DatedRow,
        _ circle: OwnerCircle
    ) -> Past? {
        let recorded = said.compactMap { $0.revision == row.revision ? $0.reminder : nil }
        let proposals = proposals.filter { $0.revision == row.revision }.map(\.value)
        guard !recorded.isEmpty || !proposals.isEmpty || !answers.isEmpty else { return nil }
        let moves = answers.isEmpty ? [] : dates.map(\.move)
        return Past(
            recorded: recorded, proposals: proposals,
            answers: answers.isEmpty ? [] : circle.owners.map { Heard(of: $0.id, answers).inBrief },
            extendedBy: moves.askers(of: date.move, answers),
            ownerExtensions: moves.extensions.count(where: \.isAnswered))
    }

    private func isHeld(_ row: BriefRow, _ circle: OwnerCircle) throws -> Bool {
        let standing = try known.holds ?? StandingHolds(db)
        known.holds = standing
        guard !standing.isEmpty else { return false }
        return !standing.holds(on: row.id, row.plan, circle.owners.map(\.id), from: .min).isEmpty
    }

    /// Certain owners only, in the order in which they were printed.
    private func circle(_ ties: ArraySlice<BriefTie>, _ joint: JointMeaning, on day: CivilDate) throws -> OwnerCircle {
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
