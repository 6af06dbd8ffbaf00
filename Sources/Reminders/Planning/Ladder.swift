// The people who may be told of one target in the name of one owner, and what was recorded for them.

/// One owner's ladder: holder, deputy, manager. Without an owner, the administrator stands on its only rung.
struct Ladder: Sendable {
    /// nil where the document ties the target to no owner for certain.
    let owner: OwnerFacts?
    let recorded: [RecordedReminder]
    let administrator: PersonFacts

    /// A ladder for each owner that is certain; one for the administrator where none is.
    static func all(of target: TargetFacts, administrator: PersonFacts) -> [Ladder] {
        let certain = target.owners.filter(\.isCertain)
        guard !certain.isEmpty else {
            return [
                Ladder(owner: nil, recorded: target.recorded.filter { $0.owner == nil }, administrator: administrator)
            ]
        }
        return certain.map { owner in
            // One person may hold two posts of a joint target: what the person was told counts for both.
            let recorded = target.recorded.filter { reminder in
                reminder.owner == owner.id
                    || (reminder.standIn == nil && owner.person(reminder.role)?.id == reminder.recipient)
            }
            return Ladder(owner: owner, recorded: recorded, administrator: administrator)
        }
    }

    /// Who hears it: the person in the role, or the administrator and why; nil where a higher rung has nobody.
    func recipient(_ role: Role) -> (person: PersonFacts, standIn: StandIn?)? {
        guard let owner else { return role == .holder ? (administrator, .ownerUnclear) : nil }
        guard let person = owner.person(role) else { return role == .holder ? (administrator, .noPerson) : nil }
        return person.channels.isEmpty ? (administrator, .noAddress) : (person, nil)
    }

    func recorded(_ role: Role) -> [RecordedReminder] { recorded.filter { $0.role == role } }

    /// What the answer of the owner stops; nil where nothing is said or the day it named has passed.
    var answer: OwnerAnswer? { owner?.answer }
}
