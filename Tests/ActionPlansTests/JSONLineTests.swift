import ActionPlans
import Testing

@Suite("JSON written member by member")
struct JSONLineTests {
    @Test("has the form of a tree that is written out")
    func sameAsTree() {
        let odd = "a \"b\" \\ \n \u{7} \u{2028} \u{1F600} é"
        let tree = JSON.object([
            ("id", .int(7)), ("name", .string(odd)), ("none", .null), ("number", .int(-1)), ("is", .bool(true)),
            ("words", .array([.string("a"), .string(odd)])), ("empty", .array([])),
            ("inner", .object([("a", .int(1)), ("b", .object([JSON.Member]())), ("c", .null)])),
            ("all", .array([.object([("n", .int(0))]), .object([("n", .int(1))])])), ("last", .string("")),
        ])
        let octets = JSONLine.octets { line in
            line.add("id", 7)
            line.add("name", odd)
            line.add("none", nil as String?)
            line.add("number", Int64(-1))
            line.add("is", true)
            line.add("words", ["a", odd])
            line.add("empty", [])
            line.addObject("inner") { line in
                line.add("a", 1)
                line.addObject("b") { _ in }
                line.add("c", nil as Int?) { _, _ in }
            }
            line.add("all", [0, 1], each: { line, number in line.add("n", number) })
            line.add("last", "")
        }
        #expect(String(decoding: octets, as: UTF8.self) == tree.description)
    }
}
