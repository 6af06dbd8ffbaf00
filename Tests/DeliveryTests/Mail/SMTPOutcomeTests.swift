import CCurl
import Reminders
import Testing

@testable import Delivery

// 100 is CURLE_TOO_LARGE, which older headers do not have.
@Suite("What the end of a conversation with a relay means")
struct SMTPOutcomeTests {
    private static let opening = [
        "220 relay.test", "250-relay.test", "250 8BITMIME", "250 2.1.0 sender", "250 2.1.5 yes",
    ]

    private struct End {
        let sentence: String
        /// What the relay said after RCPT.
        let lines: [String]
        let gives: Int
        let result: CURLcode
        let code: Int
        let outcome: String
    }

    private static let ends = [
        End(
            sentence: "the whole body and a 250 after it are an acceptance", lines: ["354 go on", "250 2.0.0 taken"],
            gives: 4, result: CURLE_OK, code: 250, outcome: "accepted"),
        End(
            sentence: "the 250 to RCPT is none, where the answer to DATA never ended",
            lines: ["354-go on", "354-and on"],
            gives: 0, result: CURLcode(rawValue: 100), code: 250, outcome: "local fault"),
        End(
            sentence: "nor where the connection broke within that answer", lines: ["354-go on"], gives: 0,
            result: CURLE_RECV_ERROR, code: 250, outcome: "local fault"),
        End(
            sentence: "nor where the body was given and nothing was said to it", lines: ["354 go on"], gives: 4,
            result: CURLE_OPERATION_TIMEDOUT, code: 250, outcome: "no answer"),
        End(
            sentence: "a 250 before the end of the body accepts nothing", lines: ["354 go on", "250 2.0.0 taken"],
            gives: 2, result: CURLE_SEND_ERROR, code: 250, outcome: "local fault"),
        End(
            sentence: "a refusal before the end of the body is one", lines: ["354 go on", "552 5.3.4 too big"],
            gives: 2,
            result: CURLE_SEND_ERROR, code: 552, outcome: "refused for good"),
        End(
            sentence: "and so is one after it", lines: ["354 go on", "451 4.3.0 later"], gives: 4,
            result: CURLE_WEIRD_SERVER_REPLY, code: 451, outcome: "refused for now"),
    ]

    @Test("only a 250 to the whole body accepts a message")
    func meaning() {
        for end in Self.ends {
            let conversation = SMTPConversation(body: Array("body".utf8))
            for line in Self.opening + end.lines {
                Array("\(line)\r\n".utf8).withUnsafeBytes { conversation.take(line: $0) }
            }
            var room = [UInt8](repeating: 0, count: end.gives)
            _ = room.withUnsafeMutableBytes { conversation.give(into: $0) }
            let outcome = SMTPOutcome.of(end.result, conversation, code: end.code, detail: "detail")
            #expect(Self.name(outcome) == end.outcome, "\(end.sentence)")
        }
    }

    private static func name(_ outcome: Outcome) -> String {
        switch outcome {
        case .accepted: "accepted"
        case .refusedForNow: "refused for now"
        case .refusedForGood: "refused for good"
        case .noAnswer: "no answer"
        case .localFault: "local fault"
        case .notBegun: "not begun"
        }
    }
}
