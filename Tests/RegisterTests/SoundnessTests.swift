// Rows of the outbox that no verb writes, written past all verbs: the file itself refuses them.

import GRDB
import Reminders
import Testing

@testable import Register

@Suite("What the outbox's tables refuse")
struct SoundnessTests {
    static let rows: [(sentence: String, change: String)] = [
        ("what was delivered has an end", "settled_at = NULL"),
        ("and is held by nobody", "lease_token = 1, lease_until = 5"),
        ("and was tried", "attempts = 0, first_attempt_at = NULL"),
        ("and since an instant", "first_attempt_at = NULL"),
        ("and under an id", "wire_id = NULL"),
        ("of 32 digits", "wire_id = 'abc'"),
        ("what waits has no end", "state = 'waiting'"),
        ("what is claimed has a lease", "state = 'claimed', settled_at = NULL"),
        (
            "a claim counts as a try",
            "state = 'claimed', settled_at = NULL, lease_token = 1, lease_until = 5, attempts = 0, first_attempt_at = NULL"
        ),
        ("a lease ends", "state = 'claimed', settled_at = NULL, lease_token = 1"),
        ("what is held is in a batch", "state = 'held', settled_at = NULL"),
        ("what was refused has a reason", "state = 'refused', because = NULL"),
        ("what was set aside has a reason", "state = 'set_aside', settled_at = NULL, because = NULL"),
        (
            "and was tried, or nothing is known of it",
            "state = 'set_aside', settled_at = NULL, attempts = 0, first_attempt_at = NULL"
        ),
        ("there is no other state", "state = 'lost', settled_at = NULL"),
        ("no other kind", "kind = 'greeting'"),
        ("and no other mode", "mode = 'dry'"),
        ("tries are counted from none", "attempts = -1"),
        ("it is for somebody", "recipient = 99999"),
    ]

    @Test("a message that its state rules out cannot be written", arguments: rows.map(\.change))
    func messages(_ change: String) throws {
        let bench = try Self.delivered()
        let sentence = Self.rows.first { $0.change == change }?.sentence ?? ""
        #expect(throws: (any Error).self, "\(sentence)") {
            try bench.register.write(at: instant()) {
                try $0.execute("UPDATE message SET \(change) WHERE state = 'delivered'")
            }
        }
    }

    @Test(
        "nor a try that is numbered, ends or is judged as none can be",
        arguments: [
            "number = 0", "outcome = 'perhaps'", "verdict = 'perhaps'", "outcome = NULL", "ended_at = NULL",
            "message_id = 99999",
        ])
    func attempts(_ change: String) throws {
        let bench = try Self.delivered()
        #expect(throws: (any Error).self) {
            try bench.register.write(at: instant()) { try $0.execute("UPDATE attempt SET \(change)") }
        }
    }

    @Test("no message is claimed without the facts that it tells")
    func facts() throws {
        let bench = try Self.delivered()
        let claim = "UPDATE message SET state = 'claimed', settled_at = NULL, lease_token = 2, lease_until = 9"
        #expect(throws: RegisterError.self) {
            try bench.register.write(at: instant()) {
                try $0.execute("DELETE FROM message_facts")
                try $0.execute(claim)
            }
        }
        try bench.register.write(at: instant()) { try $0.execute(claim) }
    }

    @Test("every outcome and verdict has a name that the table knows")
    func names() throws {
        let reply = Reply(code: 250, enhancedStatus: nil, text: "")
        let outcomes: [Outcome] = [
            .accepted(reply), .refusedForNow(reply, retryAfterSeconds: nil), .refusedForGood(reply), .noAnswer(""),
            .localFault(""), .notBegun(""),
        ]
        let verdicts: [Verdict] = [
            .delivered, .retry(at: instant(), mayHaveArrived: false, because: ""), .putBack(because: ""),
            .refused(because: ""), .setAside(because: ""), .stopChannel(because: ""),
        ]
        let bench = try Self.delivered()
        for (outcome, verdict) in zip(outcomes, verdicts) {
            try bench.register.write(at: instant()) {
                try $0.execute("UPDATE attempt SET outcome = ?, verdict = ?", [outcome.name, verdict.name])
            }
        }
    }

    private static func delivered() throws -> Bench {
        let bench = try Bench.waiting()
        let opens = instant(86_400)
        try bench.settle(try bench.claim(at: opens).claims[0], .fine, .delivered, at: opens)
        return bench
    }
}
