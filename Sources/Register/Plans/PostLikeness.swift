// Whether two posts may be one in two spellings. It only asks; nothing is made one by itself.

import Reminders

/// What one post is compared with others by; taken once, since each is compared with many.
struct PostLikeness {
    /// Whatever is near has at least one of these in common.
    let keys: [String]
    private let post: String
    private let length: Int
    private let numbers: String
    private let core: [Substring]
    /// Between its commas.
    private let parts: [Substring]

    init(_ printed: String) {
        let post = PostSpelling.normalised(printed)
        self.post = post
        length = post.count
        numbers = post.filter(\.isNumber)
        parts = post.split(separator: ", ")
        core = Self.words(of: post).filter { !Self.units.contains($0) }
        keys = ["begins \(post.prefix(12))", "ends \(post.suffix(12))", "core \(core.joined(separator: " "))"]
    }

    /// Words that printers add and leave out: "Policy Unit" and "Policy" are led by one person.
    private static let units: Set<Substring> = [
        "unit", "team", "division", "directorate", "branch", "section", "group", "department", "office",
    ]
    /// What follows an "and" is a post of its own where it has one of these in it.
    private static let ranks: Set<Substring> = [
        "head", "director", "lead", "manager", "officer", "chief", "secretary", "deputy", "governor", "advisor",
        "adviser", "analyst",
    ]

    private static func words(of post: some StringProtocol) -> [Substring] {
        Substring(post).split { !$0.isLetter && !$0.isNumber }
            .filter { !["and", "the", "of", "for"].contains($0) }
    }

    /// Whether two posts differ in small words and stops only, by a slip of the pen, or by what one of them says more:
    /// "Unit" after "Policy", "and Skills" after "Head of Education", the body after a post and its unit. Never in a number.
    func isNear(_ other: PostLikeness) -> Bool {
        guard post != other.post, numbers == other.numbers else { return false }
        if !core.isEmpty && core == other.core || saysMore(than: other) || other.saysMore(than: self) { return true }
        return min(length, other.length) >= 12 && Finding.nearest(to: post, among: [other.post]) != nil
    }

    private func saysMore(than other: PostLikeness) -> Bool {
        guard other.core.count > 1 else { return false }
        // A post alone is held in many places; with its unit it is one place's.
        if other.parts.count > 1, parts.count == other.parts.count + 1 { return parts.starts(with: other.parts) }
        let different = zip(parts, other.parts).filter { $0 != $1 }
        guard parts.count == other.parts.count, different.count == 1, let (long, short) = different.first else {
            return false
        }
        guard let and = [" and ", " & "].first(where: { long.hasPrefix(short + $0) }) else { return false }
        let more = Self.words(of: long.dropFirst(short.count + and.count))
        return more.count <= 2 && !more.contains { Self.ranks.contains($0) }
    }
}
