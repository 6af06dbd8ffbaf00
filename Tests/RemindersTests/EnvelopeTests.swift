// Who a message is from and to, and what a rehearsal changes.

import CivilTime
import Testing

@testable import Reminders

@Suite("The envelope of a message")
struct EnvelopeTests {
    private static let desk = Channel.webhook(endpoint: "desk")
    private static let both = Sample.person(11, "Ada", [.email, desk])

    private func facts(mode: DeliveryMode, channel: Channel = .email, to reader: PersonFacts = both) throws
        -> MessageFacts
    {
        let target = Sample.target(
            try Sample.due("2024-04-30"), armed: try london("2024-01-02"), owners: [Sample.owner(holder: reader)])
        let reminder = Sample.reminder(
            target, recipient: reader.id, channel: channel, planned: try day("2024-05-01"), mode: mode)
        let freezing = Freezing(under: try Sample.policy(mode: mode), at: try london("2024-05-01 09:05"))
        return try #require(freezing.freeze(Sample.message([reminder], to: reader, channel: channel)).facts)
    }

    private static let ada = Party(person: PersonID(11), name: "Ada", address: "ada@example.gov.uk")
    private static let admin = Party(person: PersonID(1), name: "Admin", address: "admin@example.gov.uk")

    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let mode: DeliveryMode
        var channel = Channel.email
        var reader = both
        let recipient: Party
        let intended: Party?

        var testDescription: String { sentence }
    }

    static let cases = [
        Case(sentence: "live mail goes to its reader", mode: .live, recipient: ada, intended: nil),
        Case(sentence: "in a folder it is addressed as it would be", mode: .folder, recipient: ada, intended: nil),
        Case(
            sentence: "in a rehearsal it goes to the administrator, and says for whom", mode: .rehearsal,
            recipient: admin, intended: ada),
        Case(
            sentence: "what is the administrator's own says so in a rehearsal", mode: .rehearsal,
            reader: Sample.administrator, recipient: admin, intended: admin),
        Case(
            sentence: "a webhook of a rehearsal goes to the folder, addressed as it would be", mode: .rehearsal,
            channel: desk, recipient: ada, intended: nil),
    ]

    @Test("goes to whom the mode says", arguments: cases)
    func recipient(_ row: Case) throws {
        let facts = try facts(mode: row.mode, channel: row.channel, to: row.reader)
        #expect(facts.recipient == row.recipient)
        #expect(facts.intended == row.intended)
        #expect(facts.mode == row.mode)
    }

    @Test("is dated in the plan's zone, and names a Reply-To that a person reads")
    func dates() throws {
        let facts = try facts(mode: .live)
        #expect(facts.date == (try london("2024-05-01 09:05")))
        #expect(facts.day == (try day("2024-05-01")))
        #expect(facts.dateHeader == "Wed, 1 May 2024 09:05:00 +0100")
        #expect(facts.replyTo == "desk@example.gov.uk" && facts.domain == "plans.example.gov.uk")
        #expect(facts.id == "", "the register gives the id")
    }

    @Test("a notice keeps its own subject and thread, and is redirected like a reminder")
    func notice() throws {
        let notice = Notice(
            kind: .receipt, to: PersonID(11), plan: PlanID(1), key: "answer-1", subject: "Recorded: 6.2 is done",
            paragraphs: ["Thank you."], thread: "answer.1")
        let message = Claimable(
            kind: .receipt, plan: Sample.plan, recipient: Self.both, channel: .email, reminders: [], notice: notice)
        let frozen = Freezing(under: try Sample.policy(mode: .rehearsal), at: try london("2024-05-01 09:05"))
            .freeze(message)
        let facts = try #require(frozen.facts)
        #expect(facts.kind == .receipt && facts.subject == "Recorded: 6.2 is done" && facts.thread == "answer.1")
        #expect(facts.paragraphs == ["Thank you."] && facts.entries.isEmpty)
        #expect(facts.recipient == Self.admin && facts.intended == Self.ada)
    }

    @Test("a message with no reminder at all is void")
    func void() throws {
        let frozen = Freezing(under: try Sample.policy(), at: try london("2024-05-01")).freeze(Sample.message([]))
        #expect(frozen.facts == nil && frozen.live.isEmpty && frozen.dropped.isEmpty)
    }
}
