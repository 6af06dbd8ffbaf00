// Which posts are put before a person as one in two spellings, and which are left alone.

import Testing

@testable import Register

@Suite struct PostLikenessTests {
    static let rows: [(String, String, Bool, Comment)] = [
        ("Head of Education", "Head of Education and Skills", true, "one says more after an and"),
        (
            "Head of Education, Hale Prison", "Head of Education & Skills, Hale Prison", true,
            "so with a place behind it"
        ),
        ("Director, Estates Unit", "Director, Estates Unit, Harbour Board", true, "one names the body besides"),
        ("Director, Custody Policy Unit, Harbour Board", "Director, Custody Policy, Harbour Board", true, "a unit"),
        ("Head of Custody Ops", "Head of Custody Op", true, "a slip of the pen"),
        ("Head of Policy, North", "Head of Policy North", true, "a comma more"),
        ("Head of Custody", "Head of Custody and Safety Lead", false, "two posts in one breath"),
        ("Director", "Director and Secretary", false, "a word alone is no post in particular"),
        ("Head of Operations", "Head of Operations, Hale Prison", false, "which place's is not said"),
        ("Head of Education", "Deputy Head of Education", false, "a deputy is somebody else"),
        ("Head of Education", "Head of Education Contracts", false, "a post of its own"),
        ("Head of Wing 1", "Head of Wing 2", false, "numbers tell posts apart"),
        ("Head of Unit 1", "Head of Unit 1 and 2", false, "and so do more of them"),
    ]

    @Test("what differs by a slip, by stops, or by an addition is asked about", arguments: rows)
    func near(_ one: String, _ other: String, _ isNear: Bool, _ sentence: Comment) {
        let (first, second) = (PostLikeness(one), PostLikeness(other))
        #expect(first.isNear(second) == isNear, sentence)
        #expect(second.isNear(first) == isNear, sentence)
        if isNear { #expect(!Set(first.keys).isDisjoint(with: second.keys), "they are compared: \(sentence)") }
    }
}
