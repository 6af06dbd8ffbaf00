// What an owners file would change: worked out on values, so that it can be shown before anything is written.
// Pure; an entry that the file does not name stays as it is.

public struct OwnersDifference: Hashable, Sendable {
    /// One sentence a change, in the order of the file.
    public let changes: [Change]

    public struct Change: Hashable, Sendable {
        public let post: String
        /// "deputy: Sam Okafor, formerly nobody". May hold addresses.
        public let text: String
    }

    public var isEmpty: Bool { changes.isEmpty }

    /// What the entries change in what the register has.
    public init(from present: [OwnerEntry], to entries: [OwnerEntry]) {
        var posts: [String: OwnerEntry] = [:]
        for entry in present {
            for spelling in [entry.post] + entry.aliases { posts[PostSpelling.normalised(spelling)] = entry }
        }
        changes = entries.flatMap { entry in Self.changes(posts, to: entry).map { Change(post: entry.post, text: $0) } }
    }

    private static func changes(_ posts: [String: OwnerEntry], to entry: OwnerEntry) -> [String] {
        let spellings = [entry.post] + entry.aliases
        let known = spellings.lazy.compactMap { posts[PostSpelling.normalised($0)] }.first
        var lines: [String] = []
        if known == nil { lines.append("a new post") }
        for spelling in spellings where !PostSpelling.is(spelling, of: known) {
            if let other = posts[PostSpelling.normalised(spelling)], other != known {
                lines.append("takes over the post \(other.post)")
            } else if known != nil || spelling != entry.post {
                lines.append("a new spelling: \(spelling)")
            }
        }
        for role in Role.allCases where known?.person(role) != entry.person(role) {
            lines.append("\(role.rawValue): \(words(entry.person(role))), formerly \(words(known?.person(role)))")
        }
        return lines
    }

    private static func words(_ person: PersonEntry?) -> String {
        guard let person else { return "nobody" }
        var text = person.name
        let channels = [person.email, person.webhook.map { "webhook \($0)" }].compactMap(\.self)
        if !channels.isEmpty { text += " <\(channels.joined(separator: ", "))>" }
        if let from = person.from { text += " from \(from)" }
        if let until = person.until { text += " until \(until)" }
        return text
    }
}

extension OwnerEntry {
    /// The person who is to stand in a role.
    public func person(_ role: Role) -> PersonEntry? {
        switch role {
        case .holder: holder
        case .deputy: deputy
        case .manager: manager
        }
    }
}
