// The owners of a target without their names. A check that says nothing tells one person from another and asks whether each
// can be told, and nothing else of them; so two circles of one shape are decided on alike. What was recorded in somebody's
// name is compared by the place of that name in the circle, see `PastOutline`.

import CivilTime

/// The certain owners of a target, in their order, without what they said of it. Equal to one of the same shape, whoever
/// stands in it. A class because many targets share it.
public final class OwnerCircle: Sendable {
    public let owners: [OwnerFacts]
    let owned: [OwnerID]
    /// Whoever stands for one of them, each once, in the order of the shape.
    let sitters: [PersonID]
    /// Their channels; nil where none of them has any but mail.
    let channels: [[Channel]]?
    private let shape: Kept
    /// Who is to be introduced to the target.
    private let hearers: Set<PersonID>
    /// Whether somebody hears for one of the owners who is not the holder.
    private let hasStandIn: Bool

    public init(_ owners: [OwnerFacts], _ joint: JointMeaning) {
        self.owners = owners
        owned = owners.map(\.id)
        var sitters: [PersonFacts] = []
        for person in owners.flatMap(\.sitting) where !sitters.contains(where: { $0.id == person.id }) {
            sitters.append(person)
        }
        self.sitters = sitters.map(\.id)
        let areMailed = sitters.allSatisfy { $0.channels.allSatisfy { $0 == .email } }
        channels = areMailed ? nil : sitters.map(\.channels)
        shape = Kept(Shape(owners, joint, self.sitters))
        let heard = owners.map(\.hearer)
        hearers = Set(heard.compactMap(\.person?.id))
        hasStandIn = heard.contains { $0.person != nil && $0.standIn != nil }
    }

    private init(_ circle: OwnerCircle, shape: Kept) {
        (owners, hearers, hasStandIn) = (circle.owners, circle.hearers, circle.hasStandIn)
        (owned, sitters, channels) = (circle.owned, circle.sitters, circle.channels)
        self.shape = shape
    }

    /// The same circle; that it is equal to the other is seen at once from then on.
    public func sharing(_ equal: OwnerCircle) -> OwnerCircle { OwnerCircle(self, shape: equal.shape) }

    /// Whether nobody of it is still to be introduced, when these people were. Never, where somebody stands in: that is
    /// told from the facts in full.
    public func isIntroduced(_ people: some Sequence<PersonID>) -> Bool {
        !hasStandIn && hearers.allSatisfy { people.contains($0) }
    }
}

extension OwnerCircle: Hashable {
    public static func == (a: OwnerCircle, b: OwnerCircle) -> Bool {
        a.shape === b.shape || (a.shape.hash == b.shape.hash && a.shape.shape == b.shape.shape)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(shape.hash) }
}

extension OwnerCircle {
    /// A shape that circles share.
    private final class Kept: Sendable {
        let shape: Shape
        let hash: Int

        init(_ shape: Shape) { (self.shape, hash) = (shape, shape.hashValue) }
    }

    /// Everything that a check can ask of owners, beside what they said and what was recorded for them.
    private struct Shape: Hashable {
        struct Member: Hashable {
            let changesOn: CivilDate?
            /// Holder, deputy, manager, doer.
            let seats: [Sitter?]
        }

        struct Sitter: Hashable {
            /// The same person has the same number wherever they sit.
            let number: Int
            let awayUntil: CivilDate?
            let hasChannels: Bool
        }

        let members: [Member]
        /// What it means that there are several; nil for one or none.
        let joint: String?
        /// The place of the one who leads.
        let lead: Int?

        init(_ owners: [OwnerFacts], _ joint: JointMeaning, _ sitters: [PersonID]) {
            func sitter(_ person: PersonFacts?) -> Sitter? {
                guard let person, let number = sitters.firstIndex(of: person.id) else { return nil }
                return Sitter(number: number, awayUntil: person.awayUntil, hasChannels: !person.channels.isEmpty)
            }
            members = owners.map { owner in
                Member(
                    changesOn: owner.changesOn,
                    seats: [owner.holder, owner.deputy, owner.manager, owner.doer].map(sitter))
            }
            let lead = joint.lead(among: owners.map(\.id))
            self.joint = owners.count > 1 ? joint.name : nil
            self.lead = owners.count > 1 ? owners.firstIndex { $0.id == lead } : nil
        }
    }
}

extension OwnerFacts {
    fileprivate var sitting: [PersonFacts] { [holder, deputy, manager, doer].compactMap { $0 } }
}
