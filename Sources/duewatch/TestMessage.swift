// One message that says that it is a test, made and sent as the service would.

import CivilTime
import Delivery
import Reminders
import Service

struct TestMessage {
    let to: PersonFacts
    let channel: Channel
    let rules: Rules
    let now: Instant

    init(to person: PersonFacts, by channel: Channel, rules: Rules, at now: Instant) {
        to = person
        self.channel = channel
        self.rules = rules
        self.now = now
    }

    /// What came of one try; waits for it, two minutes at most.
    func send() -> (channel: Channel, outcome: Outcome, remote: String?) {
        let frozen = Freezing(under: rules.policy, at: now).freeze(
            Claimable(kind: .test, plan: nil, recipient: to, channel: channel, reminders: [], notice: notice))
        guard var facts = frozen.facts else { return (channel, .localFault("the message could not be made"), nil) }
        facts.id = id
        let inbox = Inbox()
        let carrier = channel == .email ? rules.mail : rules.webhook
        carrier.send(Parcel(facts: facts, attempt: 1, at: now)) { inbox.put(.returned(claim: 0, $0)) }
        while let event = inbox.take(waitingAtMost: Self.patience).first {
            if case .returned(_, let report) = event { return (channel, report.outcome, report.remote) }
        }
        return (channel, .noAnswer("no outcome within two minutes"), nil)
    }

    private var notice: Notice {
        Notice(
            kind: .test, to: to.id, plan: nil, key: "test/\(id)", subject: "Test message from duewatch",
            paragraphs: [
                "This is a test of the way in which duewatch sends reminders of target dates. Nothing is due, and "
                    + "you need not answer."
            ], thread: "test-\(id)")
    }

    /// 32 hex digits that no other message has: a test is no reminder, and has no key to be made of.
    private let id: String = (0..<2).map { _ in
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()

    private static let patience: Int64 = 120_000
}
