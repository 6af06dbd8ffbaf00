// The people who may be told of one target in the name of one owner, and what was recorded for them.

import CivilTime

/// One owner's ladder: holder, deputy, manager. Without an owner, the administrator stands on its only rung. A class
/// because owners and their people are large.
final class Ladder: Sendable {
    /// nil where the document ties the target to no owner for certain.
    let owner: OwnerFacts?
    /// What the owner said, or what another said for all where any one may answer; an answer that has run out still
    /// stands here.
    let answer: OwnerAnswer?
    /// Posts that another leads for: their holders get copies of what does not tell of lateness.
    private let led: [OwnerFacts]
    /// Everything that was recorded for the target under this date and mode.
    private let recorded: [RecordedReminder]
    private let administrator: PersonFacts

    private init(
        _ target: TargetFacts, owner: OwnerFacts?, answer: OwnerAnswer?, led: [OwnerFacts] = [],
        administrator: PersonFacts
    ) {
        (self.owner, self.answer, self.led) = (owner, answer, led)
        (recorded, self.administrator) = (target.recorded, administrator)
    }

    /// A ladder for each owner that is certain, or for the one that leads them; one for the administrator where none is.
    static func all(of target: TargetFacts, administrator: PersonFacts) -> [Ladder] {
        let certain = target.owners.filter(\.isCertain)
        guard !certain.isEmpty else {
            return [Ladder(target, owner: nil, answer: nil, administrator: administrator)]
        }
        switch target.joint {
        case .all:
            return certain.map { Ladder(target, owner: $0, answer: $0.answer, administrator: administrator) }
        case .any:
            return certain.map { owner in
                Ladder(target, owner: owner, answer: answer(for: owner, among: certain), administrator: administrator)
            }
        case .lead:
            let lead = target.joint.lead(among: certain.map(\.id))
            let led = certain.filter { $0.id != lead && $0.answer != .done && $0.answer != .notMine }
            return certain.filter { $0.id == lead }.map { owner in
                Ladder(target, owner: owner, answer: owner.answer, led: led, administrator: administrator)
            }
        }
    }

    /// Done by one is done by all, and on track by one is on track by all; "not mine" is said for oneself.
    private static func answer(for owner: OwnerFacts, among owners: [OwnerFacts]) -> OwnerAnswer? {
        if owner.answer == .notMine { return .notMine }
        if owners.contains(where: { $0.answer == .done }) { return .done }
        let days = owners.compactMap { other -> CivilDate? in
            if case .onTrack(let until) = other.answer { until } else { nil }
        }
        return days.max().map { .onTrack(until: $0) }
    }

    /// Who hears it, and why it is not the one it is meant for. A post without a holder who can be told is answered for by
    /// the next on the ladder, and the administrator comes last. nil where a higher rung has nobody, or nobody but a
    /// person below it.
    func recipient(_ role: Role) -> (person: PersonFacts, standIn: StandIn?)? {
        guard let owner else { return role == .holder ? (administrator, .ownerUnclear) : nil }
        let hearer = owner.hearer
        guard role != .holder else { return (hearer.person ?? administrator, hearer.standIn) }
        guard let person = owner.person(role), person.id != hearer.person?.id,
            !role.below.contains(where: { owner.person($0)?.id == person.id })
        else { return nil }
        // Above a deputy who is away the next rung comes in its own time; above a manager there is none.
        guard person.awayUntil == nil else { return role == .manager ? (administrator, .acting) : nil }
        return person.channels.isEmpty ? (administrator, .noAddress) : (person, nil)
    }

    /// The rung on which whoever hears it stands; nil for the administrator.
    func rung(ofRecipientFor role: Role) -> Role? {
        guard let owner, let person = recipient(role)?.person else { return nil }
        let roles = [role] + Role.allCases.filter { $0 != role }
        return roles.first { owner.person($0)?.id == person.id && owner.person($0)?.canBeTold == true }
    }

    /// Whether the one who hears what the holder should is on the ladder: only then does it climb.
    var isTold: Bool { rung(ofRecipientFor: .holder) != nil }

    /// Who gets a copy of what the holder gets. No copy tells one department of another's lateness.
    func copies(of kind: ReminderKind) -> [(person: PersonFacts, reason: CopyReason)] {
        // Who is copied hears why with the first copy.
        guard kind != .introduction else { return [] }
        let hearer = recipient(.holder)?.person.id
        var copies: [(person: PersonFacts, reason: CopyReason)] = []
        if let doer = owner?.doer { copies.append((doer, .doer)) }
        if !kind.tellsOfLateness { copies += led.compactMap(\.hearer.person).map { ($0, .joint) } }
        return copies.enumerated().filter { place, copy in
            copy.person.canBeTold && copy.person.id != hearer
                && !copies[..<place].contains { $0.person.id == copy.person.id }
        }.map(\.element)
    }

    /// What was recorded for whoever stands on a rung now. A successor was told nothing yet; and one person who stands
    /// for two owners of the target is told for both at once. A copy told nobody to answer.
    ///
    /// What left to a holder who is away by now was told: whoever acts for them hears what comes, and not all of it anew.
    func told(_ role: Role) -> [RecordedReminder] {
        guard let (reader, standIn) = recipient(role) else { return [] }
        let absent = role == .holder && standIn == .acting ? owner?.holder?.id : nil
        return recorded.filter {
            guard $0.role == role, $0.copy == nil else { return false }
            return $0.recipient == reader.id
                || ($0.recipient == absent && $0.owner == owner?.id && $0.fate.sentAt != nil)
        }
    }

    /// Of these, what its present reader was told themselves.
    func toldInPerson(_ role: Role) -> [RecordedReminder] {
        told(role).filter { $0.recipient == recipient(role)?.person.id }
    }

    /// The same of a rung above the holder. One that was told stays told while whoever stood there is away or gone, so that
    /// the rung above it opens no sooner; one who now hears what the holder should was told of nothing as a superior.
    func toldAbove(_ role: Role) -> [RecordedReminder] {
        guard recipient(role) == nil, let owner else { return told(role) }
        if let person = owner.person(role), person.id == recipient(.holder)?.person.id { return [] }
        return toldBefore(role).filter { $0.fate.sentAt != nil }
    }

    /// What was recorded in the name of the owner, for whoever stood on a rung then.
    func toldBefore(_ role: Role) -> [RecordedReminder] {
        recorded.filter { $0.role == role && $0.owner == owner?.id && $0.copy == nil }
    }

    /// What the same reader was told, or is about to be told, of a later day or of something more urgent.
    func later(than day: CivilDate, _ kind: ReminderKind, _ repetition: Int, _ role: Role) -> [RecordedReminder] {
        told(role).filter {
            $0.kind.thread == kind.thread
                && ($0.plannedDay, $0.kind.urgency, $0.repetition) > (day, kind.urgency, repetition)
        }
    }

    /// The same for one who is copied.
    func laterCopies(
        than day: CivilDate, _ kind: ReminderKind, _ repetition: Int, to reader: PersonID
    ) -> [RecordedReminder] {
        recorded.filter {
            $0.recipient == reader && $0.copy != nil && $0.kind.thread == kind.thread
                && ($0.plannedDay, $0.kind.urgency, $0.repetition) > (day, kind.urgency, repetition)
        }
    }

    /// The number of the next repetition of a kind. One whose reader had a copy under it is taken.
    func nextRepetition(of kind: ReminderKind) -> Int {
        let reader = recipient(.holder)?.person.id
        let copied = recorded.filter { $0.recipient == reader && $0.copy != nil }
        let last =
            (told(.holder) + toldBefore(.holder) + copied).filter { $0.kind == kind }.map(\.repetition).max() ?? 0
        return max(0, last) &+ 1
    }
}

extension OwnerFacts {
    /// Who hears what is meant for the holder: the holder, or the next who can be told and why; nil where nobody can be.
    var hearer: (person: PersonFacts?, standIn: StandIn?) {
        if let holder, holder.canBeTold { return (holder, nil) }
        let reason: StandIn = holder.map { $0.channels.isEmpty ? .noAddress : .acting } ?? .noPerson
        return ([deputy, manager].compactMap { $0 }.first(where: \.canBeTold), reason)
    }
}

extension Role {
    /// The rungs below, lowest first.
    var below: ArraySlice<Role> { Role.allCases.prefix { $0 != self } }
}
