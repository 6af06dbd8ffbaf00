// Holds: what they reach, that they end, and that what they keep waiting costs nothing.

import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct HoldTests {
    static let today = day("2026-03-01")

    struct Reach: Sendable, CustomTestStringConvertible {
        let sentence: String
        let subject: HoldSubject
        /// The targets that see it.
        let held: [String]
        let owners: [String]

        var testDescription: String { sentence }
    }

    static let reaches = [
        Reach(
            sentence: "one on the plan reaches every target", subject: .plan("gates"),
            held: ["gates/1.1", "gates/1.2"], owners: []),
        Reach(
            sentence: "one on a target reaches that alone", subject: .target("gates/1.2"), held: ["gates/1.2"],
            owners: []),
        Reach(
            sentence: "one on a post reaches its targets, and is of that post alone, in any spelling",
            subject: .owner("head of  WALLS"), held: ["gates/1.2"], owners: ["Head of Walls"]),
        Reach(
            sentence: "one on a channel is no matter of targets", subject: .channel(.email), held: [], owners: []),
    ]

    @Test("a hold reaches its targets, makes them due for a look, and is in the ledger", arguments: reaches)
    func reach(_ row: Reach) throws {
        let bench = try Self.bench()
        try bench.settleChecks(at: instant())
        let (hold, isNew) = try place(bench, row.subject)
        #expect(isNew && hold.targets == row.held.count && hold.by == "Ada" && hold.because == "election")
        for reference in ["gates/1.1", "gates/1.2"] {
            let facts = try bench.facts(reference)
            #expect(facts.holds.map(\.because) == (row.held.contains(reference) ? ["election"] : []))
            let owners = facts.holds.compactMap(\.owner).map { id in facts.owners.first { $0.id == id }?.post }
            #expect(row.held.contains(reference) ? owners == row.owners : owners.isEmpty)
        }
        let due = try bench.register.dueChecks(at: instant(60), limit: 9).count
        #expect(due == row.held.count)
        let entries = try bench.register.ledger().filter { $0.event == .holdRecorded }
        #expect(entries.count == 1 && entries[0].detail.contains("2026-03-20"))
    }

    @Test("a hold is over after its last day, and unhold ends it before", arguments: [true, false])
    func ends(_ byHand: Bool) throws {
        let bench = try Self.bench()
        let hold = try place(bench, .plan("gates")).hold
        #expect(try bench.register.holds(on: day("2026-03-20")).map(\.id) == [hold.id])
        #expect(try bench.register.holds(on: day("2026-03-21")).isEmpty)
        guard byHand else { return }
        try bench.settleChecks(at: instant(60))
        _ = try bench.register.endHold(
            hold.id, because: "over", on: Self.today, leavingFrom: instant(), by: amy, at: instant(120))
        #expect(try bench.register.holds(on: Self.today).isEmpty)
        #expect(try bench.facts().holds.isEmpty)
        #expect(try bench.register.dueChecks(at: instant(120), limit: 9).count == 2)
        #expect(try bench.register.ledger().contains { $0.event == .holdEnded && $0.detail.contains("over") })
        #expect(throws: RegisterError.self) {
            try bench.register.endHold(
                hold.id, because: "over", on: Self.today, leavingFrom: instant(), by: amy, at: instant(180))
        }
    }

    @Test("the same hold again is no news; another on the same subject stands beside it, and the later end counts")
    func again() throws {
        let bench = try Self.bench()
        let first = try place(bench, .owner("Head of Walls"))
        let second = try place(bench, .owner("Head of Walls"))
        #expect(!second.isNew && second.hold.id == first.hold.id)
        _ = try place(bench, .owner("Head of Walls"), until: "2026-04-10")
        #expect(try bench.register.holds(on: Self.today).map(\.isOutlasted) == [true, false])
        #expect(try bench.facts("gates/1.2").holds.map(\.until).max() == day("2026-04-10"))
    }

    @Test(
        "what cannot be held is refused",
        arguments: [
            (HoldSubject.plan("doors"), "2026-03-20"), (.target("gates/9.9"), "2026-03-20"),
            (.owner("Head of Doors"), "2026-03-20"), (.plan("gates"), "2026-02-28"),
        ])
    func refused(_ subject: HoldSubject, _ until: String) throws {
        let bench = try Self.bench()
        #expect(throws: RegisterError.self) { try place(bench, subject, until: until) }
        #expect(try bench.register.holds(on: .min).isEmpty)
    }

    @Test("a target that is done cannot be held: nothing would be sent for it")
    func done() throws {
        let bench = try Self.bench()
        _ = try bench.register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .done, by: "Hal", on: Self.today, because: "said so", ownerPost: nil),
            administrator: bench.administrator.id, by: amy, at: instant())
        #expect(throws: RegisterError.self) { try place(bench, .target("gates/1.1")) }
    }

    @Test("mail that waited behind a hold on its channel leaves in the window that the end of it names")
    func channel() throws {
        let bench = try Bench.waiting()
        let hold = try place(bench, .channel(.email)).hold
        let opens = instant(86_400)
        #expect(try bench.register.heldChannels(on: Self.today) == [.email: day("2026-03-20")])
        #expect(try bench.claim(at: opens, excluding: [.email]).claims.isEmpty)
        let night = instant(2 * 86_400)
        let morning = instant(2 * 86_400 + 3_600)
        _ = try bench.register.endHold(
            hold.id, because: "moved", on: Self.today, leavingFrom: morning, by: amy, at: night)
        #expect(try bench.register.heldChannels(on: Self.today).isEmpty)
        #expect(try bench.claim(at: night).claims.isEmpty)
        let claim = try #require(try bench.claim(at: morning).claims.first)
        #expect(claim.attempt == 1, "the wait has cost no try")
    }

    @Test("a hold of a register of an earlier version still stands")
    func migrated() throws {
        let queue = try DatabaseQueue()
        try queue.writeWithoutTransaction { db in
            for ddl in Schema.migrations.prefix(4).joined() { try db.execute(sql: ddl) }
            try db.execute(
                sql: """
                    INSERT INTO register (id, uuid, salt, created_at) VALUES (1, 'u', x'01', 1);
                    INSERT INTO plan (id, name, title, adopted_at) VALUES (1, 'gates', 'Gates', 1);
                    INSERT INTO hold (plan_id, until_day, because, by, at) VALUES (1, '2026-03-20', 'election', 'Ada', 1);
                    INSERT INTO hold (plan_id, until_day, because, by, at, ended_at)
                        VALUES (1, '2026-03-21', 'election', 'Ada', 1, 2);
                    PRAGMA user_version = 4;
                    """)
            try Schema.migrate(db, identity: .fixed, at: instant())
            let holds = try HoldRecord.fetch(db, on: .min, where: "1", [])
            #expect(holds.map { "\($0.subject) \($0.until) \($0.by)" } == ["the plan gates 2026-03-20 Ada"])
        }
    }

    /// Two targets; the Head of Wings answers for the first, the Head of Walls for the second, too.
    static func bench() throws -> Bench {
        try Bench.armed([
            .due("2026-04-30", owners: ["Head of Wings"]),
            .due("2026-05-30", owners: ["Head of Wings", "Head of Walls"]),
        ])
    }

    private func place(
        _ bench: Bench, _ subject: HoldSubject, until: String = "2026-03-20"
    ) throws -> (hold: HoldRecord, isNew: Bool) {
        try bench.register.placeHold(
            HoldEntry(subject: subject, until: day(until), because: "election", by: "Ada"), on: Self.today, by: amy,
            at: instant(60))
    }
}
