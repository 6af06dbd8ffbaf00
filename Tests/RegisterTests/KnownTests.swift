// What a store keeps from one read to the next must never outlive a change of it, whichever verb made the change.

import CivilTime
import Register
import Reminders
import Testing

@Suite struct KnownTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let sentence: String
        let make: @Sendable (Bench) throws -> Void
        /// What the facts of the target say afterwards and did not say before.
        let shows: @Sendable (TargetFacts) -> Bool

        var testDescription: String { sentence }
    }

    private static func wings(email: String = "hal@example.org", deputy: String = "Dee Putty") -> OwnerEntry {
        OwnerEntry(
            post: "Head of Wings", aliases: [],
            holder: PersonEntry(name: "Hal Older", email: email, webhook: "case-system", from: nil, until: nil),
            deputy: PersonEntry(name: deputy, email: "dee@example.org", webhook: nil, from: nil, until: nil),
            manager: nil)
    }

    static let changes = [
        Change(
            sentence: "an address alone",
            make: { try $0.register.adoptOwners([wings(email: "hal@example.net")], by: amy, at: instant(5)) },
            shows: { $0.owners[0].holder?.email == "hal@example.net" }),
        Change(
            sentence: "the name of a deputy",
            make: { try $0.register.adoptOwners([wings(deputy: "Dee Boat")], by: amy, at: instant(5)) },
            shows: { $0.owners[0].deputy?.name == "Dee Boat" }),
        Change(
            sentence: "an absence",
            make: {
                try $0.register.recordAbsence(
                    AbsenceEntry(person: "hal@example.org", from: day("2026-02-20"), until: day("2026-03-20")),
                    by: amy, at: instant(5))
            },
            shows: { $0.owners[0].holder?.awayUntil == day("2026-03-20") }),
        Change(
            sentence: "what joint ownership means for the plan",
            make: {
                try $0.register.setJoint(
                    JointDecision(subject: "gates", meaning: "any", lead: nil, by: "Ada", because: "agreed"), by: amy,
                    at: instant(5))
            },
            shows: { $0.joint == .any }),
        Change(
            sentence: "an address that a relay refused for good",
            make: {
                try $0.record([$0.reminder($0.facts())])
                try $0.settleChecks(at: instant())
                let claim = try #require(try $0.claim(at: instant(90_000)).claims.first)
                try $0.settle(claim, .noMailbox, .refused(because: "no such mailbox"), at: instant(90_001))
            },
            shows: { $0.owners[0].holder?.email == nil }),
    ]

    @Test("the next read of the same store has what a verb changed", arguments: changes)
    func change(_ change: Change) throws {
        let bench = try Bench.armed()
        #expect(try !change.shows(bench.facts()), "the facts are kept from here on")
        try change.make(bench)
        #expect(try change.shows(bench.facts()))
    }

    @Test("a store beside the first keeps what it knows over rows that change nothing, and not over a change")
    func beside() throws {
        for (change, isByAnother) in Self.changes.flatMap({ [($0, false), ($0, true)] }) {
            let scratch = try Scratch()
            let bench = try Bench.armed(in: store(scratch))
            let other = try Bench(isByAnother ? store(scratch) : bench.register)
            func facts() throws -> TargetFacts {
                let beside = try #require(try bench.register.beside())
                return try beside.facts(reference: "gates/1.1", mode: .live) { _ in day("2026-03-01") }
            }
            #expect(try !change.shows(facts()), "the facts are kept from here on")
            try bench.record([bench.reminder(bench.facts(), stage: "kept")])
            #expect(try !change.shows(facts()), "the ledger has a new row that changed nothing")
            try change.make(other)
            #expect(try change.shows(facts()), "\(change.sentence), by \(isByAnother ? "another" : "the same") store")
            if isByAnother { try other.register.close() }
            try bench.register.close()
        }
    }

    private func store(_ scratch: Scratch) throws -> Store {
        try Store.open(at: scratch.register, as: .writer, command: "test", at: instant(), identity: .fixed)
    }
}
