// The people of a story: which posts answer for each target, what it means that there are several, who stands for them, and
// how each is reached.

import ActionPlans
import CivilTime
import Register
import Reminders
import Testing

/// What joint ownership means; the one who leads is a post.
enum StoryMeaning: Hashable, Sendable {
    case all, any, lead(Int)
}

struct StoryCast: Sendable, CustomStringConvertible {
    enum Way: Hashable, Sendable { case mail, webhook }

    static let endpoint = "desk"
    /// Hears what nobody on a ladder can.
    static let administrator = "Ada Min"
    private static let posts = 1...3

    /// The posts of each target, from 1, in the order in which they are printed.
    private(set) var owners: [[Int]] = []
    private(set) var meanings: [StoryMeaning] = []
    /// Who does not hear by mail alone.
    private var ways: [String: Set<Way>] = [:]
    /// Whether one person is the manager of every post.
    private var sharesManager = false

    init(_ chances: inout Chances, targets: Int) {
        for target in 1...targets {
            var owners = [target]
            while owners.count < Self.posts.count, chances.coin() {
                let post = chances.number(Self.posts)
                if !owners.contains(post) { owners.append(post) }
            }
            let lead = chances.any(of: owners)
            self.owners.append(owners)
            meanings.append(chances.any(of: [.all, .any, .lead(lead), .lead(owners[0])]))
        }
        for post in Self.posts {
            for person in [Self.holder(post), Self.deputy(post)] where chances.number(0...3) == 0 {
                ways[person] = chances.coin() ? [.webhook] : [.mail, .webhook]
            }
        }
        sharesManager = chances.coin()
    }

    static func post(_ number: Int) -> String { "Head of Wing \(number)" }
    static func holder(_ post: Int) -> String { "Hal \(post)" }
    static func deputy(_ post: Int) -> String { "Dee \(post)" }

    func manager(_ post: Int) -> String { "Max \(sharesManager ? 1 : post)" }

    func ways(of person: String) -> Set<Way> { ways[person] ?? [.mail] }

    /// Those for which somebody stands in any seat.
    func posts(of person: String) -> [Int] {
        Self.posts.filter { [Self.holder($0), Self.deputy($0), manager($0)].contains(person) }
    }

    /// Everybody who can be away.
    var people: [String] {
        Set(Self.posts.flatMap { [Self.holder($0), Self.deputy($0), manager($0)] }).sorted()
    }

    var description: String {
        let targets = zip(owners, meanings).enumerated().map { index, each in
            "gates/\(index + 1).1 of \(each.0) \(each.0.count > 1 ? "\(each.1)" : "")"
        }
        let reached = ways.sorted { $0.key < $1.key }.map { "\($0.key) by \($0.value.map { "\($0)" }.sorted())" }
        return (targets + reached + (sharesManager ? ["one manager for all"] : [])).joined(separator: "\n")
    }
}

extension StoryCast {
    /// The plan with a row for each target.
    func draft(_ dates: [CivilDate], edition: String) -> PlanDraft {
        var draft = PlanDraft.of(dates.map(\.description), edition: edition)
        for (index, owners) in owners.enumerated() {
            let posts = owners.map(Self.post)
            draft.recommendations[index].editions = draft.recommendations[index].editions.map { printed in
                RecommendationEdition(
                    edition: printed.edition, owners: posts,
                    targetDates: printed.targetDates.map {
                        TargetStatement(n: $0.n, line: $0.line, phrase: $0.phrase, owners: posts, readings: $0.readings)
                    }, actions: [])
            }
        }
        return draft
    }

    /// Puts the people into a register that has the plan, and says what joint ownership means.
    func join(_ register: Store, at now: Instant) throws {
        let entries = Self.posts.map { post in
            OwnerEntry(
                post: Self.post(post), aliases: [], holder: entry(Self.holder(post)), deputy: entry(Self.deputy(post)),
                manager: entry(manager(post)))
        }
        _ = try register.adoptOwners(entries, by: amy, at: now)
        for (index, meaning) in meanings.enumerated() where owners[index].count > 1 {
            let (word, lead): (String, Int?) =
                switch meaning {
                case .all: ("all", nil)
                case .any: ("any", nil)
                case .lead(let post): ("lead", post)
                }
            let decision = JointDecision(
                subject: "gates/\(index + 1).1", meaning: word, lead: lead.map(Self.post), by: "Ada", because: "agreed")
            try register.setJoint(decision, by: amy, at: now)
        }
    }

    private func entry(_ person: String) -> PersonEntry {
        let ways = ways(of: person)
        return PersonEntry(
            name: person, email: ways.contains(.mail) ? PersonEntry.person(person).email : nil,
            webhook: ways.contains(.webhook) ? Self.endpoint : nil, from: nil, until: nil)
    }
}
