// What joint ownership means: decided for a target or a plan, and met by the answers that it asks for. And two spellings
// of one post, made one.

import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct JointTests {
    let bench: Bench

    init() throws {
        bench = try Bench.armed([
            .due("2026-04-30", owners: ["Head of Wings", "Head of Gates", "Head of Walls"]),
            .due("2026-05-30", owners: ["Head of Gates"]),
        ])
    }

    private func decide(_ meaning: String, lead: String? = nil, of subject: String = "gates/1.1") throws
        -> [JointEffect]
    {
        try bench.register.setJoint(
            JointDecision(subject: subject, meaning: meaning, lead: lead, by: "Ada", because: "agreed"), by: amy,
            at: instant(5))
    }

    private func done(_ post: String) throws -> Status {
        let (_, effects) = try bench.register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .done, by: "Someone", on: day("2026-03-01"), because: "said so",
                ownerPost: post), administrator: bench.administrator.id, by: amy, at: instant(6))
        return effects[0].statusAfter
    }

    struct Meaning: Sendable, CustomTestStringConvertible {
        let sentence: String
        let meaning: String
        var lead: String?
        let answers: [String]
        let statuses: [Status]

        var testDescription: String { sentence }
    }

    static let meanings = [
        Meaning(
            sentence: "all have to answer", meaning: "all",
            answers: ["Head of Wings", "Head of Walls", "Head of Gates"],
            statuses: [.open, .open, .completed]),
        Meaning(
            sentence: "any one answers for all", meaning: "any", answers: ["Head of Walls"], statuses: [.completed]),
        Meaning(
            sentence: "the one who leads answers for all", meaning: "lead", lead: "Head of Gates",
            answers: ["Head of Wings", "Head of Gates"], statuses: [.open, .completed]),
        Meaning(
            sentence: "without a named lead the first one leads", meaning: "lead",
            answers: ["Head of Gates", "Head of Wings"], statuses: [.open, .completed]),
    ]

    @Test("a joint target is completed when its meaning is met", arguments: meanings)
    func completes(_ row: Meaning) throws {
        if row.meaning != "all" { _ = try decide(row.meaning, lead: row.lead) }
        #expect(try row.answers.map(done) == row.statuses)
    }

    @Test("a decision shows what it changes, reaches the facts, and is no news a second time")
    func decides() throws {
        let effects = try decide("lead", lead: "head of gates")
        #expect(
            effects.map { "\($0.before) -> \($0.after) \($0.completes)" } == ["all answer -> Head of Gates leads false"]
        )
        let facts = try bench.facts()
        #expect(facts.joint == .lead(facts.owners[1].id))
        #expect(try bench.register.dueChecks(at: instant(5), limit: 9).contains(facts.id))
        #expect(try decide("lead", lead: "Head of Gates").isEmpty)
    }

    @Test("what was answered already may be enough for the new meaning")
    func answeredBefore() throws {
        #expect(try done("Head of Walls") == .open)
        #expect(try decide("any").map(\.completes) == [true])
        #expect(try bench.facts().status == .completed)
    }

    @Test("a plan's rule reaches the targets without one of their own")
    func planRule() throws {
        #expect(try decide("any", of: "gates").map(\.reference) == ["gates/1.1"])
        #expect(try bench.facts().joint == .any)
        _ = try decide("all")
        #expect(try decide("lead", of: "gates").isEmpty)
        #expect(try bench.facts().joint == .all)
    }

    @Test(
        "what cannot be is refused",
        arguments: [
            ("gates/1.2", "any", nil), ("gates/1.1", "lead", "Head of Doors"), ("gates", "lead", "Head of Gates"),
            ("gates/1.1", "some", nil), ("gates/9.9", "any", nil),
        ] as [(String, String, String?)])
    func refused(_ subject: String, _ meaning: String, _ lead: String?) throws {
        #expect(throws: RegisterError.self) { try decide(meaning, lead: lead, of: subject) }
    }

    @Test("a receipt for one owner's part says nothing of the others")
    func receipt() throws {
        _ = try done("Head of Wings")
        let notices = try bench.register.read { db in
            try String.fetchAll(db, sql: "SELECT notice FROM message WHERE kind = 'receipt'")
        }
        #expect(notices.count == 1)
        #expect(
            notices.allSatisfy { $0.contains("your part of it") && !$0.contains("stays open") && !$0.contains("Gates") }
        )
    }

    @Test(
        "merged posts: ties, answers and the lead follow, the people of the one that stays are kept, and it is ledgered"
    )
    func merge() throws {
        _ = try decide("lead", lead: "Head of Walls")
        #expect(try done("Head of Walls") == .completed)
        let merged = try bench.register.mergeOwners("Head of Walls", into: "Head of Wings", by: amy, at: instant(7))
        #expect(merged.references == ["gates/1.1"] && merged.dropped.isEmpty)
        let facts = try bench.facts()
        #expect(facts.owners.map(\.post) == ["Head of Wings", "Head of Gates"])
        #expect(facts.joint == .lead(facts.owners[0].id) && facts.owners[0].answer == .done)
        #expect(facts.owners[0].holder?.name == "Hal Older")
        #expect(try bench.register.ledger().contains { $0.event == .ownerMerged })
        #expect(throws: RegisterError.self) {
            try bench.register.mergeOwners("Head of Walls", into: "Head of Wings", by: amy, at: instant(8))
        }
    }

    @Test("a merge takes the people of a seat that is empty, and never the worse tie")
    func mergeSeats() throws {
        let merged = try bench.register.mergeOwners("Head of Wings", into: "Head of Gates", by: amy, at: instant(7))
        #expect(merged.references == ["gates/1.1"])
        let owner = try bench.facts("gates/1.2").owners[0]
        #expect(owner.holder?.name == "Hal Older" && owner.deputy?.name == "Dee Putty" && owner.isCertain)
    }

    @Test("a merge that is taken back leaves each post with the targets, people, lead and answers that it had")
    func parting() throws {
        _ = try decide("lead", lead: "Head of Walls")
        #expect(try done("Head of Walls") == .completed)
        let before = try bench.facts()
        _ = try bench.register.mergeOwners("Head of Walls", into: "Head of Gates", by: amy, at: instant(7))
        #expect(try bench.facts().owners.count == 2)
        let shown = try bench.register.previewParting("head of walls", by: amy, at: instant(8))
        #expect(try bench.facts().owners.count == 2, "a preview changes nothing")
        let parted = try bench.register.partOwners("head of walls", by: amy, at: instant(8))
        #expect(parted == shown)
        #expect(parted.post == "Head of Walls" && parted.from == "Head of Gates" && parted.references == ["gates/1.1"])
        let after = try bench.facts()
        #expect(after.owners == before.owners && after.joint == before.joint && after.status == before.status)
        #expect(try bench.register.ledger().contains { $0.event == .ownerParted })
        #expect(throws: RegisterError.self) {
            try bench.register.partOwners("Head of Walls", by: amy, at: instant(9))
        }
    }

    @Test("of two merges one upon the other the later is taken back first")
    func partingInOrder() throws {
        let before = try bench.facts().owners
        _ = try bench.register.mergeOwners("Head of Walls", into: "Head of Gates", by: amy, at: instant(7))
        _ = try bench.register.mergeOwners("Head of Gates", into: "Head of Wings", by: amy, at: instant(8))
        #expect(throws: RegisterError.self) {
            try bench.register.partOwners("Head of Walls", by: amy, at: instant(9))
        }
        #expect(try bench.register.partOwners("Head of Gates", by: amy, at: instant(9)).references.count == 2)
        _ = try bench.register.partOwners("Head of Walls", by: amy, at: instant(9))
        #expect(try bench.facts().owners == before)
    }
}
