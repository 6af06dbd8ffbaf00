// What is kept of a reply of a relay, and what is made of it when somebody asks.

import Testing

@testable import Delivery

@Suite struct SMTPReplyTests {
    @Test(
        "a reply begins with three digits and nothing else",
        arguments: [
            ("250 2.0.0 Ok", 250), ("354", 354), ("550-no such mailbox", 550), ("25", nil), ("+25 x", nil),
            ("-12 x", nil), ("2a0 x", nil), ("", nil),
        ] as [(String, Int?)])
    func code(_ line: String, _ code: Int?) {
        #expect(Array(line.utf8).withUnsafeBytes { SMTPReply.code(of: $0) } == code)
    }

    @Test("its lines are fit to be shown, cut at 600 octets, and no more than twenty")
    func lines() {
        var reply = SMTPReply(code: 250)
        #expect(reply.lines == [])
        for text in ["sink", "  SIZE\t10\r\n", String(repeating: "x", count: 700)]
            + (0..<20).map({ "line \($0)" })
        {
            Array(text.utf8).withUnsafeBytes { reply.add($0[...]) }
        }
        #expect(reply.lines.count == 20)
        #expect(reply.lines[0] == "sink" && reply.lines[1] == "SIZE 10" && reply.lines[2].utf8.count == 600)
        #expect(reply.lines[19] == "line 16")
    }
}
