// What a plan's own name, mailbox and marking do to its messages, and what is left of a thin one.

import CivilTime
import Testing

@testable import Reminders

@Suite("The letterhead of a plan")
struct LetterheadTests {
    private static let text = "Governors should review every decision to remand."

    private func facts(_ letterhead: Letterhead, number count: Int64 = 1) throws -> MessageFacts {
        let reminders = try (1...count).map { number in
            Sample.reminder(
                Sample.target(
                    try Sample.due("2024-04-30"), armed: try london("2024-01-02"), id: number,
                    reference: "remand-2024/\(number).1", text: Self.text, action: "Publish it."),
                planned: try day("2024-05-01"))
        }
        let freezing = Freezing(under: try Sample.policy(letterhead: letterhead), at: try london("2024-05-01 09:05"))
        return try #require(freezing.freeze(Sample.message(reminders)).facts)
    }

    @Test("names, answers to and marks what the plan sends; the address stays that of all plans")
    func own() throws {
        let facts = try facts(
            Letterhead(senderName: "Remand Team", replyTo: "remand@example.gov.uk", marking: "OFFICIAL-SENSITIVE"))
        #expect(facts.sender == Party(person: nil, name: "Remand Team", address: "plans@example.gov.uk"))
        #expect(facts.replyTo == "remand@example.gov.uk")
        #expect(facts.marking == "OFFICIAL-SENSITIVE")
        #expect(facts.subject.hasPrefix("OFFICIAL-SENSITIVE: Action plan target remand-2024/1.1: Publish"))
    }

    @Test("without one everything is as for every plan")
    func none() throws {
        let facts = try facts(Letterhead())
        #expect(facts.sender.name == "Action plans" && facts.replyTo == "desk@example.gov.uk")
        #expect(facts.marking == nil && !facts.isThin && facts.subject.hasPrefix("Action plan target"))
        #expect(facts.entries[0].recommendationText == Self.text)
    }

    @Test("a thin message keeps references, and no text, date, post or name of the plan", arguments: [1, 3])
    func thin(_ count: Int64) throws {
        let facts = try facts(Letterhead(marking: "SECRET", isThin: true), number: count)
        #expect(facts.entries.map(\.reference) == (1...count).map { "remand-2024/\($0).1" })
        let shown = "\(facts)"
        for word in [Self.text, "Publish it", "Head of Unit", Sample.plan.title, "as printed"] {
            #expect(!shown.contains(word), "\(word)")
        }
        #expect(facts.entries.allSatisfy { $0.due == nil && $0.next == nil })
        #expect(
            facts.subject
                == (count == 1
                    ? "SECRET: Action plan target remand-2024/1.1"
                    : "SECRET: Action plan targets in remand-2024"))
    }

    @Test("a receipt of a thin plan does not say what was answered")
    func receipt() throws {
        let policy = try Sample.policy(letterhead: Letterhead(isThin: true))
        let notice = Notice(
            kind: .receipt, to: Sample.ada.id, plan: Sample.plan.id, key: "k", subject: "Recorded: done",
            paragraphs: ["The prison was inspected."], thread: "t")
        let frozen = Freezing(under: policy, at: try london("2024-05-01 09:05")).freeze(
            Claimable(
                kind: .receipt, plan: Sample.plan, recipient: Sample.ada, channel: .email, reminders: [],
                notice: notice))
        let facts = try #require(frozen.facts)
        #expect(facts.subject == "An answer was recorded in remand-2024")
        #expect(!facts.paragraphs.joined().contains("inspected"))
    }
}
