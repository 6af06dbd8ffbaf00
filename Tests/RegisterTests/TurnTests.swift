// What came back and what leaves next in one commit, and when nothing may leave in it.

import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct TurnTests {
    let opens = instant(86_400)

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var knowsOfOthers = true
        /// Seconds after the opening of the window at which the brake last let something go.
        var braked: Int64 = 3
        var isTargetLeftAlone = true
        let claims: [MessageKind]?
    }

    static let cases = [
        Case(testDescription: "what waits is claimed beside a settlement", claims: [.notice]),
        Case(testDescription: "nothing, where another process has written", knowsOfOthers: false, claims: nil),
        Case(
            testDescription: "nothing, where a delivery left a target to be checked", isTargetLeftAlone: false,
            claims: nil),
        Case(
            testDescription: "nothing, where the brake has not seen a message whose time has come", braked: 1,
            claims: nil),
    ]

    @Test("a turn settles, and claims only what was looked at", arguments: cases)
    func turn(_ asked: Case) throws {
        let bench = try Bench.waiting()
        let claim = try bench.claim(at: opens).claims[0]
        try bench.register.post(
            Notice(
                kind: .notice, to: bench.administrator.id, plan: nil, key: "k", subject: "s", paragraphs: ["p"],
                thread: "t"),
            at: opens)
        // A second message of reminders, whose time comes two seconds after the first.
        try bench.register.write(at: opens) {
            try $0.execute(
                """
                INSERT INTO message (kind, plan_id, recipient, channel, mode, not_before, state, created_at)
                SELECT kind, plan_id, recipient, channel, mode, not_before + 2000, 'waiting', created_at FROM message
                WHERE id = ?
                """, [claim.message])
        }
        let target = try #require(claim.targets.first)
        let look = NextLook(target: target.id, version: target.version, nextCheck: instant(40 * 86_400))
        let now = opens.adding(seconds: 3)
        let turned = try bench.register.turn(
            settling: [
                Settlement(
                    claim: claim, outcome: .fine, verdict: .delivered, endedAt: now, durationMilliseconds: 12,
                    remote: nil, looks: asked.isTargetLeftAlone ? [look] : [])
            ], channels: [], administrator: bench.administrator.id, noticesFrom: now,
            claiming: bench.terms(at: now, limit: 1),
            since: LastLook(
                changes: try bench.register.changesByOthers() - (asked.knowsOfOthers ? 0 : 1),
                braked: opens.adding(seconds: asked.braked)),
            at: now)
        #expect(turned.settled == [.written])
        #expect(turned.claimed?.claims.map(\.facts.kind) == asked.claims)
        #expect(try bench.facts().recorded.map(\.fate) == [.sent(now)])
    }

    @Test("what is claimed after a turn with a refused address does not go to that address")
    func refused() throws {
        let bench = try Bench.waiting()
        let claim = try bench.claim(at: opens).claims[0]
        let holder = claim.recipient
        try bench.register.post(
            Notice(kind: .notice, to: holder, plan: nil, key: "k", subject: "s", paragraphs: ["p"], thread: "t"),
            at: opens)
        _ = try bench.facts()
        try bench.settleChecks(at: opens)
        let turned = try bench.register.turn(
            settling: [
                Settlement(
                    claim: claim, outcome: .noMailbox, verdict: .refused(because: "no such mailbox"), endedAt: opens,
                    durationMilliseconds: 12, remote: nil)
            ], channels: [], administrator: bench.administrator.id, noticesFrom: opens.adding(seconds: 60),
            claiming: bench.terms(at: opens),
            since: LastLook(changes: try bench.register.changesByOthers(), braked: opens),
            at: opens)
        #expect(turned.settled == [.written])
        // The refusal has the targets of its person checked first.
        #expect(turned.claimed == nil)
        #expect(try bench.claim(at: opens).claims.map(\.facts.recipient.address) == [nil])
    }
}
