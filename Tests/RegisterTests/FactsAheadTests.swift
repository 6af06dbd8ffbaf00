// What is read ahead of a claim must never outlive a change of it, whoever made it, and is used where nothing changed.

import CivilTime
import GRDB
import GRDBSQLite
import Reminders
import Testing

@testable import Register

@Suite("Facts read ahead of a claim") struct FactsAheadTests {
    static let opens = instant(86_400)

    struct Change: Sendable, CustomTestStringConvertible {
        let sentence: String
        let make: @Sendable (Bench, Claim) throws -> Void
        /// What the second message's target shows afterwards and did not before.
        let shows: @Sendable (TargetFacts) -> Bool

        var testDescription: String { sentence }
    }

    static let changes = [
        Change(
            sentence: "the first message is delivered",
            make: { try $0.settle($1, .fine, .delivered, at: opens) },
            shows: { $0.recorded.map(\.fate.sentAt) == [opens, nil] }),
        Change(
            sentence: "the first message is refused for good",
            make: { try $0.settle($1, .noMailbox, .refused(because: "no such endpoint"), at: opens) },
            shows: { $0.recorded.map(\.fate) == [.givenUp, .waiting] }),
        Change(
            sentence: "a check records another reminder, which does not raise the version",
            make: { bench, _ in try bench.record([bench.reminder(bench.facts(), stage: "overdue")]) },
            shows: { $0.recorded.count == 3 }),
        Change(
            sentence: "its deputy has another name",
            make: { bench, _ in
                let deputy = PersonEntry(
                    name: "Dee Boat", email: "dee@example.org", webhook: nil, from: nil, until: nil)
                try bench.register.adoptOwners(
                    [
                        OwnerEntry(
                            post: "Head of Wings", aliases: [], holder: OwnerEntry.wings.holder, deputy: deputy,
                            manager: nil)
                    ], by: amy, at: opens)
            },
            shows: { $0.owners[0].deputy?.name == "Dee Boat" }),
        Change(
            sentence: "something changes that raises no version and has no row in the ledger",
            make: { bench, _ in try bench.register.write(at: opens) { try $0.execute(reworded) } },
            shows: { $0.recommendation.text == "Mend the gate" }),
    ]

    static let reworded = "UPDATE recommendation SET text = 'Mend the gate'"

    /// Two webhooks of one target wait; the first is claimed, and the facts of both are read with it.
    private func begun(in register: Store? = nil) throws -> (Bench, Claim) {
        let bench = try Bench.armed(in: register)
        let channel = try #require(Channel("webhook:case-system"))
        try bench.record(
            ["lead", "due"].map { try bench.reminder(bench.facts(), stage: $0, channel: channel) })
        try bench.settleChecks(at: instant())
        let claim = try #require(try bench.claim(at: Self.opens, limit: 1).claims.first)
        #expect(bench.register.ahead.reminders.count == 1 && bench.register.ahead.targets.count == 1)
        return (bench, claim)
    }

    @Test("the next claim has what was changed since", arguments: changes)
    func change(_ change: Change) throws {
        let (bench, claim) = try begun()
        #expect(try !change.shows(#require(claim.targets.first)))
        try change.make(bench, claim)
        try bench.settleChecks(at: Self.opens)
        // Others may have come in, as a notice of a refusal.
        let claims = try bench.claim(at: Self.opens, limit: 5).claims
        #expect(try change.shows(#require(claims.flatMap(\.targets).first)))
    }

    @Test("another process changes it")
    func others() throws {
        let scratch = try Scratch()
        let (bench, _) = try begun(
            in: Store.open(at: scratch.register, as: .writer, command: "one", at: instant()))
        let other = try Store.open(at: scratch.register, as: .writer, command: "another", at: instant())
        try other.write(at: Self.opens) { try $0.execute(Self.reworded) }
        let second = try #require(try bench.claim(at: Self.opens, limit: 1).claims.first)
        #expect(second.targets.first?.recommendation.text == "Mend the gate")
    }

    @Test("a change that was rolled back is not kept")
    func rolledBack() throws {
        struct Fault: Error {}
        let (bench, claim) = try begun()
        #expect(throws: Fault.self) {
            try bench.register.write(at: Self.opens) { writing in
                let settlement = Settlement(
                    claim: claim, outcome: .fine, verdict: .delivered, endedAt: Self.opens, durationMilliseconds: 1,
                    remote: nil)
                _ = try bench.register.settle(
                    [settlement], channels: [], administrator: bench.administrator.id, in: writing)
                _ = try bench.register.claim(bench.terms(at: Self.opens, limit: 1), in: writing)
                throw Fault()
            }
        }
        let second = try #require(try bench.claim(at: Self.opens, limit: 1).claims.first)
        #expect(second.targets.first?.recorded.map(\.fate) == [.waiting, .waiting])
    }

    @Test("on another day, and under another mode, the facts are read anew")
    func scope() throws {
        let (bench, _) = try begun()
        let ahead = bench.register.ahead
        #expect(ahead.targets.values.map(\.day) == [day("2026-03-02")])
        ahead.keep(to: .live)
        #expect(!ahead.reminders.isEmpty)
        ahead.keep(to: .rehearsal)
        #expect(ahead.reminders.isEmpty && ahead.targets.isEmpty)
    }

    @Test("no statement of claiming and settling is prepared anew for what is bound to it")
    func prepared() throws {
        let (bench, claim) = try begun()
        try bench.settle(claim, .fine, .delivered, at: Self.opens)
        try bench.settleChecks(at: Self.opens)
        let second = try #require(try bench.claim(at: Self.opens, limit: 1).claims.first)
        try bench.settle(second, .fine, .delivered, at: Self.opens)
        bench.register.queue.inDatabase { db in
            var statement = sqlite3_next_stmt(db.sqliteConnection, nil)
            #expect(statement != nil)
            while let each = statement {
                let sql = sqlite3_sql(each).map { String(cString: $0) } ?? ""
                #expect(sqlite3_stmt_status(each, SQLITE_STMTSTATUS_REPREPARE, 0) == 0, "\(sql)")
                statement = sqlite3_next_stmt(db.sqliteConnection, each)
            }
        }
    }
}
