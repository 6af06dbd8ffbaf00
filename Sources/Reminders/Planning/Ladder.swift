// The people who may be told of one target in the name of one owner, and what was recorded for them.

import CivilTime

/// One owner's ladder: holder, deputy, manager. Without an owner, the administrator stands on its only rung.
struct Ladder: Sendable {
    /// nil where the document ties the target to no owner for certain.
    let owner: OwnerFacts?
    /// Everything that was recorded for the target under this date and mode.
    private let recorded: [RecordedReminder]
    private let administrator: PersonFacts

    /// A ladder for each owner that is certain; one for the administrator where none is.
    static func all(of target: TargetFacts, administrator: PersonFacts) -> [Ladder] {
        let certain = target.owners.filter(\.isCertain)
        guard !certain.isEmpty else {
            return [Ladder(owner: nil, recorded: target.recorded, administrator: administrator)]
        }
        return certain.map { Ladder(owner: $0, recorded: target.recorded, administrator: administrator) }
    }

    /// Who hears it: the person in the role, or the administrator and why. nil where a higher rung has nobody, or nobody
    /// but the person below it.
    func recipient(_ role: Role) -> (person: PersonFacts, standIn: StandIn?)? {
        guard let owner else { return role == .holder ? (administrator, .ownerUnclear) : nil }
        guard let person = owner.person(role) else { return role == .holder ? (administrator, .noPerson) : nil }
        guard !role.below.contains(where: { owner.person($0)?.id == person.id }) else { return nil }
        return person.channels.isEmpty ? (administrator, .noAddress) : (person, nil)
    }

    /// What was recorded for whoever stands on a rung now. A successor was told nothing yet; and one person who stands
    /// for two owners of the target is told for both at once.
    func told(_ role: Role) -> [RecordedReminder] {
        guard let recipient = recipient(role)?.person.id else { return [] }
        return recorded.filter { $0.role == role && $0.recipient == recipient }
    }

    /// What was recorded in the name of the owner, for whoever stood on a rung then.
    func toldBefore(_ role: Role) -> [RecordedReminder] {
        recorded.filter { $0.role == role && $0.owner == owner?.id }
    }

    /// What the same reader was told, or is about to be told, of a later day or of something more urgent.
    func later(than day: CivilDate, _ kind: ReminderKind, _ repetition: Int, _ role: Role) -> [RecordedReminder] {
        told(role).filter {
            ($0.plannedDay, $0.kind.urgency, $0.repetition) > (day, kind.urgency, repetition)
        }
    }

    /// The number of the next repetition of a kind.
    func nextRepetition(of kind: ReminderKind) -> Int {
        let last = (told(.holder) + toldBefore(.holder)).filter { $0.kind == kind }.map(\.repetition).max() ?? 0
        return max(0, last) &+ 1
    }

    /// What the owner said; an answer that has run out still stands here.
    var answer: OwnerAnswer? { owner?.answer }
}

extension Role {
    /// The rungs below, lowest first.
    var below: ArraySlice<Role> { Role.allCases.prefix { $0 != self } }
}
