// One post in an owners file: the way in which people come into the register, and out of it.

import CivilTime

/// A post with its spellings and the people who are to stand for it.
public struct OwnerEntry: Hashable, Sendable {
    /// As printed in a plan.
    public let post: String
    /// Other spellings of the same post.
    public let aliases: [String]
    /// The body it belongs to, where a person has said so; else the printed post suggests one.
    public let body: String?
    /// In each seat, one after the other.
    private let seats: [Seat: [PersonEntry]]

    public init(post: String, aliases: [String], body: String? = nil, people: [Seat: [PersonEntry]]) {
        self.post = post
        self.aliases = aliases
        self.body = body
        seats = people.filter { !$0.value.isEmpty }.mapValues { people in
            people.enumerated().sorted { ($0.element.begins, $0.offset) < ($1.element.begins, $1.offset) }
                .map(\.element)
        }
    }

    /// One person in each seat, at most.
    public init(
        post: String, aliases: [String], holder: PersonEntry?, deputy: PersonEntry?, manager: PersonEntry?,
        doer: PersonEntry? = nil
    ) {
        let people: [(Seat, PersonEntry?)] = [
            (.holder, holder), (.deputy, deputy), (.manager, manager), (.doer, doer),
        ]
        self.init(
            post: post, aliases: aliases,
            people: Dictionary(uniqueKeysWithValues: people.map { ($0, $1.map { [$0] } ?? []) }))
    }

    /// Those who stand in a seat, by the day on which each begins.
    public func people(_ seat: Seat) -> [PersonEntry] { seats[seat] ?? [] }

    /// The one who stands in a seat on a day.
    public func person(_ seat: Seat, on day: CivilDate) -> PersonEntry? {
        people(seat).first { $0.begins <= day && $0.ends >= day }
    }

    /// The one who stands in a rung's seat last of all.
    public func person(_ role: Role) -> PersonEntry? { people(Seat(role)).last }

    public var holder: PersonEntry? { person(.holder) }
    public var deputy: PersonEntry? { person(.deputy) }
    public var manager: PersonEntry? { person(.manager) }

    /// The same post with other people in one seat.
    public func with(_ people: [PersonEntry], in seat: Seat) -> OwnerEntry {
        OwnerEntry(post: post, aliases: aliases, body: body, people: seats.merging([seat: people]) { $1 })
    }

    /// The body that a person has set, or that the post suggests.
    public var bodyOrSuggestion: String? { body ?? PostBody.suggested(by: post) }

    /// Whether no holder, of now or later, has an address or a webhook.
    public var hasNobodyToTell: Bool { people(.holder).allSatisfy { $0.email == nil && $0.webhook == nil } }

    /// Two people who would stand in one seat on one day; nil where the days are told apart.
    public var overlap: (seat: Seat, first: PersonEntry, second: PersonEntry)? {
        for seat in Seat.allCases {
            for (first, second) in zip(people(seat), people(seat).dropFirst()) where second.begins <= first.ends {
                return (seat, first, second)
            }
        }
        return nil
    }
}
