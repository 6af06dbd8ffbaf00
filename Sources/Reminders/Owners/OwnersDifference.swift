// What an owners file would change: worked out on values, so that it can be shown before anything is written.
// Pure; an entry that the file does not name stays as it is.

public struct OwnersDifference: Hashable, Sendable {
    /// One sentence a change, in the order of the file.
    public let changes: [Change]

    public struct Change: Hashable, Sendable {
        public let post: String
        /// "deputy: Sam Okafor, formerly nobody". May hold addresses.
        public let text: String

        public init(post: String, text: String) {
            self.post = post
            self.text = text
        }
    }

    public var isEmpty: Bool { changes.isEmpty }

    private init(changes: [Change]) { self.changes = changes }

    /// The same with what does not stand in an entry.
    public func adding(_ more: [Change]) -> OwnersDifference { OwnersDifference(changes: changes + more) }

    /// What the entries change in what the register has.
    public init(from present: [OwnerEntry], to entries: [OwnerEntry]) {
        let posts = Self.bySpelling(present)
        changes = entries.flatMap { entry in Self.changes(posts, to: entry).map { Change(post: entry.post, text: $0) } }
    }

    /// Those of the entries that change anything in what the register has.
    public static func changing(_ present: [OwnerEntry], among entries: [OwnerEntry]) -> [OwnerEntry] {
        let posts = bySpelling(present)
        return entries.filter { !changes(posts, to: $0).isEmpty }
    }

    private static func bySpelling(_ present: [OwnerEntry]) -> [String: OwnerEntry] {
        var posts: [String: OwnerEntry] = [:]
        for entry in present {
            for spelling in [entry.post] + entry.aliases { posts[PostSpelling.normalised(spelling)] = entry }
        }
        return posts
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
        if known?.body != entry.body, entry.body != nil || known != nil {
            let before = known.map { $0.body ?? $0.bodyOrSuggestion.map { "\($0), as the post suggests" } ?? "none" }
            let after = entry.body ?? entry.bodyOrSuggestion.map { "\($0), as the post suggests" } ?? "none"
            lines.append("body: \(after)" + (before.map { ", formerly \($0)" } ?? ""))
        }
        for seat in Seat.allCases where known?.people(seat) ?? [] != entry.people(seat) {
            lines.append(
                "\(seat.rawValue): \(words(entry.people(seat))), formerly \(words(known?.people(seat) ?? []))")
        }
        return lines
    }

    private static func words(_ people: [PersonEntry]) -> String {
        people.isEmpty ? "nobody" : people.map(words).joined(separator: ", then ")
    }

    private static func words(_ person: PersonEntry) -> String {
        var text = person.name
        let channels = [person.email, person.webhook.map { "webhook \($0)" }].compactMap(\.self)
        if !channels.isEmpty { text += " <\(channels.joined(separator: ", "))>" }
        if let from = person.from { text += " from \(from)" }
        if let until = person.until { text += " until \(until)" }
        return text
    }
}
