// What targets have in common that are decided on alike: everything that a check which says nothing goes by, without names,
// words and row numbers. Whatever a check begins to ask of a target has to stand here too, or in `Precedents`; a property
// in the tests holds the two together.

import CivilTime

/// All that a check which says nothing goes by.
public struct TargetOutline: Hashable, Sendable {
    /// The name of a plan that has a policy or an administrator of its own.
    let plan: String?
    let status: Status
    let armedAt: Instant
    let chase: Chase?
    /// The day on which the date was recorded; only for what comes round, and for a date that its owners moved.
    let setOn: CivilDate?
    let circle: OwnerCircle
    let rules: [Int]
    let past: PastOutline?
}

/// What was recorded of a target and what its owners said, with people and owners as places in their circle.
struct PastOutline: Hashable, Sendable {
    let told: [Told]
    let proposals: [Proposed]
    let answers: [Past.Answer]
    let extendedBy: [Int]
    let ownerExtensions: Int
    let channels: [[Channel]]?

    struct Told: Hashable {
        let (stage, repetition, kind): (String, Int, ReminderKind)
        let (owner, role, recipient, channel): (Int, Role, Int, Channel)
        let (standIn, copy): (StandIn?, CopyReason?)
        let (plannedDay, occurrence): (CivilDate, CivilDate?)
        let fate: Fate
    }

    struct Proposed: Hashable {
        let (owner, stage, occurrence): (Int, String, CivilDate?)
        let state: ProposalState
    }

    /// A check asks on which day something left; at which instant only to compare it with when its owner was heard of.
    enum Fate: Hashable {
        case waiting, givenUp
        case sentOn(CivilDate)
        case sent(Instant)
    }

    /// nil where the administrator stands for one of the owners, so that places do not tell who is who.
    ///
    /// - Parameters:
    ///   - asksWhenHeard: whether it is one of those checks that go by when an owner was last heard of.
    ///   - day: the day of an instant where the plan is at home.
    init?(
        _ past: Past, of circle: OwnerCircle, administrator: PersonID, asksWhenHeard: Bool,
        day: (Instant) -> CivilDate
    ) {
        guard !circle.sitters.contains(administrator) else { return nil }
        func place(_ owner: OwnerID?) -> Int {
            owner.map { circle.owned.firstIndex(of: $0) ?? Self.another } ?? Self.none
        }
        func place(_ person: PersonID) -> Int {
            person == administrator ? Self.none : circle.sitters.firstIndex(of: person) ?? Self.another
        }
        let isExact = asksWhenHeard && past.answers.contains { $0.heardAt != nil }
        told = past.recorded.map { reminder in
            let fate: Fate =
                switch reminder.fate {
                case .waiting: .waiting
                case .givenUp: .givenUp
                case .sent(let instant): isExact ? .sent(instant) : .sentOn(day(instant))
                }
            return Told(
                stage: reminder.stage, repetition: reminder.repetition, kind: reminder.kind,
                owner: place(reminder.owner), role: reminder.role, recipient: place(reminder.recipient),
                channel: reminder.channel, standIn: reminder.standIn, copy: reminder.copy,
                plannedDay: reminder.plannedDay, occurrence: reminder.occurrence, fate: fate)
        }
        proposals = past.proposals.map {
            Proposed(owner: place($0.owner), stage: $0.stage, occurrence: $0.occurrence, state: $0.state)
        }
        answers = isExact ? past.answers : past.answers.map(\.undated)
        extendedBy = past.extendedBy.map(place)
        ownerExtensions = past.extendedBy.isEmpty ? 0 : past.ownerExtensions
        channels = circle.channels
    }

    /// Places of nobody in the circle: the administrator or no owner, and whoever stood there before.
    private static let (none, another) = (-1, -2)
}

extension Past.Answer {
    fileprivate var undated: Past.Answer { Past.Answer(answer, heardAt: nil, doneThrough: doneThrough) }
}
