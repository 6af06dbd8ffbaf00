// Every verb of the outbox on a message in every state: what it becomes, or that it stays what it was.

import CivilTime
import Reminders
import Testing

@testable import Register

@Suite("The state machine of a message")
struct StateTests {
    private let opens = instant(86_400)

    enum Verb: String, Sendable, CaseIterable {
        case claim, settle, settleOther, hold, release, recover, recoverTwice, retry, returned
    }

    /// What each verb makes of a message; a state that is not named stays as it is.
    static let table: [(verb: Verb, sentence: String, becomes: [MessageState: MessageState])] = [
        (.claim, "only what waits is claimed", [.waiting: .claimed]),
        (.settle, "only what is claimed is settled", [.claimed: .delivered]),
        (.settleOther, "nothing is settled by another claim's token", [:]),
        (.hold, "only what waits is held", [.waiting: .held]),
        (.release, "only what is held is released", [.held: .waiting]),
        (.recover, "only what is claimed is taken back", [.claimed: .waiting]),
        (.recoverTwice, "a mail is taken back once, and then set aside", [.claimed: .setAside]),
        (.retry, "only what was refused or set aside is retried", [.refused: .waiting, .setAside: .waiting]),
        (
            .returned, "only what a relay may have had comes back",
            [.claimed: .refused, .delivered: .refused, .setAside: .refused]
        ),
    ]

    @Test("is kept by every verb in every state", arguments: table.map(\.verb), MessageState.allCases)
    func verbs(_ verb: Verb, _ state: MessageState) throws {
        let row = try #require(Self.table.first { $0.verb == verb })
        let bench = try Bench.waiting()
        let claim = try bring(bench, to: state)
        let message = try #require(try bench.register.deliveries().first { $0.kind == .reminders }).message
        func now() throws -> MessageState? {
            try bench.register.deliveries().first { $0.message == message }?.state
        }
        #expect(try now() == state)
        try apply(verb, to: message, claim, bench)
        #expect(try now() == row.becomes[state] ?? state, "\(row.sentence): \(state.rawValue)")
    }

    /// Its last claim, where there was one.
    private func bring(_ bench: Bench, to state: MessageState) throws -> Claim? {
        let message = try #require(try bench.register.deliveries().first?.message)
        switch state {
        case .waiting: return nil
        case .held:
            _ = try bench.register.hold([message], because: "b", at: opens)
            return nil
        case .void:
            bench.stale = [ReminderID(1): .dateChanged]
            _ = try bench.claim(at: opens)
            return nil
        case .claimed, .delivered, .refused, .setAside:
            let claim = try bench.claim(at: opens).claims[0]
            if state == .delivered { try bench.settle(claim, .fine, .delivered, at: opens) }
            if state == .refused { try bench.settle(claim, .noMailbox, .refused(because: "x"), at: opens) }
            if state == .setAside { try bench.settle(claim, .noAnswer("x"), .setAside(because: "x"), at: opens) }
            return claim
        }
    }

    private func apply(_ verb: Verb, to message: MessageID, _ claim: Claim?, _ bench: Bench) throws {
        let register = bench.register
        switch verb {
        case .claim:
            try bench.settleChecks(at: opens)
            _ = try bench.claim(at: opens)
        case .settle:
            if let claim { try bench.settle(claim, .fine, .delivered, at: opens) }
        case .settleOther:
            if let claim { #expect(try bench.settle(claim.with(token: claim.token + 1), at: opens) == .fenced) }
        case .hold: _ = try register.hold([message], because: "b", at: opens)
        case .release:
            for batch in try register.batches() { _ = try register.release(batch.id, by: amy, at: opens) }
        case .recover: try bench.recoverOrphans(at: opens)
        case .recoverTwice:
            try bench.recoverOrphans(at: opens)
            guard try register.deliveries().contains(where: { $0.message == message && $0.mayHaveArrived }),
                try register.deliveries().contains(where: { $0.message == message && $0.state == .waiting })
            else { return }
            _ = try bench.claim(at: opens)
            try bench.recoverOrphans(at: opens)
        case .retry:
            do {
                try register.retry(message, by: amy, at: opens)
            } catch let error as RegisterError {
                #expect("\(error)".contains("only one that was refused or set aside"))
            }
        case .returned:
            let mail = ReturnedMail(
                ids: [claim?.facts.id ?? "none"], addresses: ["hal@example.org"], action: .failed, condemns: true,
                because: "x")
            _ = try register.returned(mail, administrator: { _ in bench.administrator.id }, by: amy, at: opens)
        }
    }
}

extension Claim {
    fileprivate func with(token: Int64) -> Claim {
        Claim(
            message: message, plan: plan, recipient: recipient, token: token, attempt: attempt, facts: facts,
            claimedAt: claimedAt, firstAttemptAt: firstAttemptAt, mayHaveArrived: mayHaveArrived, told: told,
            targets: targets)
    }
}

extension Bench {
    fileprivate func settle(_ claim: Claim, at now: Instant) throws -> Settled {
        try settle(claim, .fine, .delivered, at: now)
    }
}
