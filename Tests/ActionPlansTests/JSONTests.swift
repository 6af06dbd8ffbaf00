// JSON as it is written out: escapes, the two layouts, and long values in pieces.

import ActionPlans
import Testing

@Suite struct JSONTests {
    @Test("quotes, backslashes and control characters are escaped, other letters are not")
    func escaping() {
        #expect(JSON.string("\"a\\b\"\n\t\r\u{1}\u{7F}é “…”").description == #""\"a\\b\"\n\t\r\u0001\u007fé “…”""#)
    }

    @Test("the pretty form indents by two and keeps empty lists short")
    func pretty() {
        let value = JSON.object([
            ("a", .array([.int(1), .bool(true)])), ("b", .array([])), ("c", .object([("d", .null)])),
        ])
        #expect(
            value.pretty == """
                {
                  "a": [
                    1,
                    true
                  ],
                  "b": [],
                  "c": {
                    "d": null
                  }
                }
                """)
    }

    @Test("a series prints as the array of its elements, and equals another with the same ones")
    func series() {
        let series = JSON.series(JSON.Series(count: 3) { .int($0 * $0) })
        let array = JSON.array([.int(0), .int(1), .int(4)])
        #expect(series.description == array.description)
        #expect(series.pretty == array.pretty)
        #expect(series == .series(JSON.Series(count: 3) { .int([0, 1, 4][$0]) }))
        #expect(series != .series(JSON.Series(count: 3) { .int($0) }))
        #expect(JSON.series(JSON.Series(count: 0) { .int($0) }).pretty == "[]")
    }

    @Test("the pieces of a long value are its pretty form, cut where it had grown long")
    func pieces() throws {
        let long = JSON.series(JSON.Series(count: 20_000) { .string("step \($0)") })
        var taken: [String] = []
        try long.prettyPieces { taken.append($0) }
        #expect(taken.joined() == long.pretty)
        #expect(taken.count > 2)
    }

    @Test("what takes no piece any more is asked no second time, and its fault comes out")
    func fault() {
        struct Full: Error {}
        let long = JSON.series(JSON.Series(count: 20_000) { .string("step \($0)") })
        var asked = 0
        #expect(throws: Full.self) {
            try long.prettyPieces { _ in
                asked += 1
                throw Full()
            }
        }
        #expect(asked == 1)
    }
}
