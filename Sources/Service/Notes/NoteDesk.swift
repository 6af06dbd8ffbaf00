// Where the administrators' notes go: one desk for the installation, and one for each administrator, marking and `thin`
// that plans have of their own. Each matter of a plan lies on one desk.

import Reminders

struct NoteDesk {
    let administrator: PersonID
    /// Plans whose matters lie here, by name; empty for the installation, which has what lies on no other desk.
    let plans: [String]
    /// Plans that lie on other desks; empty unless it is the installation's.
    let elsewhere: Set<String>
    /// Whether its notes may hold references, but no post of a plan.
    let isThin: Bool

    var isInstallation: Bool { plans.isEmpty }

    /// - Parameter plan: nil for what belongs to no plan.
    func has(_ plan: String?) -> Bool {
        guard let plan else { return isInstallation }
        return isInstallation ? !elsewhere.contains(plan) : plans.contains(plan)
    }

    /// The installation's desk first, the others by their first plan.
    static func all(under policy: Policy) -> [NoteDesk] {
        let common = Sign(policy.administrator, policy.defaults.letterhead)
        let named = Set(policy.plans.keys).union(policy.planAdministrators.keys).sorted()
        let signs = named.map { Sign(policy.administrator(of: $0), policy.plan($0).letterhead) }
        let own = zip(named, signs).filter { $0.1 != common }
        let desks = Dictionary(grouping: own, by: \.1).map { sign, plans in
            NoteDesk(
                administrator: sign.administrator, plans: plans.map(\.0), elsewhere: [], isThin: sign.isThin)
        }
        let installation = NoteDesk(
            administrator: common.administrator, plans: [], elsewhere: Set(own.map(\.0)), isThin: common.isThin)
        return [installation] + desks.sorted { $0.plans[0] < $1.plans[0] }
    }

    /// What tells one desk from another.
    private struct Sign: Hashable {
        let administrator: PersonID
        let marking: String?
        let isThin: Bool

        init(_ administrator: PersonFacts, _ letterhead: Letterhead) {
            self.administrator = administrator.id
            marking = letterhead.marking
            isThin = letterhead.isThin
        }
    }
}
