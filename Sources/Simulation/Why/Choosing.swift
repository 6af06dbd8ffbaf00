// Which schedule an entry of a message was told by, and what chose it. Facts are read once a target: nobody answers in a
// look ahead, so what a rule goes by stays as it is.

import CivilTime
import Register
import Reminders

struct Choosing {
    let register: Store
    let policy: Policy
    let today: (_ plan: String) -> CivilDate
    private var known: [String: TargetFacts] = [:]

    init(register: Store, policy: Policy, today: @escaping (_ plan: String) -> CivilDate) {
        self.register = register
        self.policy = policy
        self.today = today
    }

    mutating func choice(for entry: EntryFacts) throws -> ScheduleChoice {
        let facts =
            try known[entry.reference]
            ?? register.facts(reference: entry.reference, mode: policy.mode, today: today)
        known[entry.reference] = facts
        return policy.choice(for: facts, owner: facts.owners.first { $0.isCertain && $0.post == entry.owner })
    }
}
