// The holds that have not ended, by what they are on. They are few; the targets are many.

import CivilTime
import GRDB
import Reminders

struct StandingHolds {
    private var all: [HoldFacts] = []
    /// Places in `all`, which is in the order of recording.
    private var ofTargets: [TargetID: [Int]] = [:]
    private var ofPlans: [PlanID: [Int]] = [:]
    private var ofOwners: [OwnerID: [Int]] = [:]

    init(_ db: Database) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT target_id, plan_id, owner_id, until_day, because FROM hold
                    WHERE ended_at IS NULL AND channel IS NULL ORDER BY id
                    """))
        for row in rows {
            if let target: TargetID = row[0] { ofTargets[target, default: []].append(all.count) }
            if let plan: PlanID = row[1] { ofPlans[plan, default: []].append(all.count) }
            if let owner: OwnerID = row[2] { ofOwners[owner, default: []].append(all.count) }
            all.append(HoldFacts(owner: row[2], until: row[3], because: row[4]))
        }
    }

    var isEmpty: Bool { all.isEmpty }

    /// Those on a target, its plan or one of its owners that last until a day or longer, oldest first.
    func holds(on target: TargetID, _ plan: PlanID, _ owners: [OwnerID], from day: CivilDate) -> [HoldFacts] {
        let places = [ofTargets[target], ofPlans[plan]] + owners.map { ofOwners[$0] }
        return places.compactMap { $0 }.joined().sorted().map { all[$0] }.filter { $0.until >= day }
    }
}
