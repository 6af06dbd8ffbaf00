// Rungs above the deputy as the register keeps them, labels, and what a word of `done` answers of what recurs.

import ActionPlans
import CivilTime
import Register
import Reminders
import Testing

@Suite struct RungTests {
    /// A bench on which the manager's rung of its one target was proposed.
    private func proposed() throws -> Bench {
        let bench = try Bench.armed()
        try propose(on: bench)
        return bench
    }

    private func answer(_ bench: Bench, on said: String = "2026-03-02") throws -> (
        id: AnswerID, effects: [AnswerEffect]
    ) {
        try bench.register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .done, by: "Hal", on: day(said), because: "by mail", ownerPost: nil),
            administrator: bench.administrator.id, by: amy, at: instant(25))
    }

    private func propose(on bench: Bench) throws {
        let facts = try bench.facts()
        let owner = try #require(facts.owners.first)
        let proposal = Proposal(
            owner: owner.id, stage: "manager", role: .manager, mode: .live, occurrence: nil,
            opensOn: day("2026-06-01"), needsRelease: true)
        _ = try bench.register.record(
            CheckDecision(
                target: facts.id, version: facts.version, reminders: [], refusals: [], proposals: [proposal],
                nextCheck: nil), at: instant(10))
    }

    @Test("a proposal is written down once, is among the facts, and waits in the status")
    func written() throws {
        let bench = try proposed()
        try propose(on: bench)
        #expect(try bench.facts().proposals.map(\.state) == [.proposed])
        #expect(try bench.register.status().proposals.map(\.reference) == ["gates/1.1"])
        #expect(try bench.register.ledger().filter { $0.event == .rungProposed }.count == 1)
    }

    @Test("released, it waits for nobody, and the target is looked at anew")
    func released() throws {
        let bench = try proposed()
        let before = try bench.facts().version
        let rows = try bench.register.releaseRungs(["gates/1.1"], by: amy, at: instant(20))
        #expect(rows.map(\.post) == ["Head of Wings"])
        #expect(try bench.facts().proposals.map(\.state) == [.released])
        #expect(try bench.facts().version > before)
        #expect(try bench.register.dueChecks(at: instant(20), limit: 9).count == 1)
        #expect(try bench.register.status().proposals.isEmpty)
    }

    @Test("stopped, it keeps its reason, and can be released after all")
    func stopped() throws {
        let bench = try proposed()
        _ = try bench.register.stopRungs(["gates/1.1"], because: "by telephone", by: amy, at: instant(20))
        #expect(try bench.facts().proposals.map(\.state) == [.stopped(because: "by telephone")])
        _ = try bench.register.releaseRungs(["gates/1.1"], by: amy, at: instant(21))
        #expect(try bench.facts().proposals.map(\.state) == [.released])
        let events = try bench.register.ledger().map(\.event)
        #expect(events.contains(.rungStopped) && events.contains(.rungReleased))
        guard case .sound = try bench.register.verifyLedger() else {
            Issue.record("the ledger is broken")
            return
        }
    }

    @Test("an answer of done leaves nothing to decide, and nothing can be released where nothing was proposed")
    func answered() throws {
        let bench = try proposed()
        _ = try answer(bench)
        #expect(try bench.register.status().proposals.isEmpty)
        #expect(throws: RegisterError.self) {
            try bench.register.releaseRungs(["gates/1.1"], by: amy, at: instant(30))
        }
    }

    @Test("labels are added and taken away once, stand in the facts, and make a check due")
    func labels() throws {
        let bench = try Bench.armed()
        let before = try bench.facts().version
        let labelled = try bench.register.label(
            ["gates/1.1"], adding: ["visible", "costly", "costly"], removing: [], by: amy, at: instant(5))
        #expect(labelled.map(\.labels) == [["costly", "visible"]])
        #expect(try bench.facts().labels == ["costly", "visible"])
        #expect(try bench.facts().version == before + 1)
        _ = try bench.register.label(["gates/1.1"], adding: [], removing: ["costly", "none"], by: amy, at: instant(6))
        #expect(try bench.facts().labels == ["visible"])
        let events = try bench.register.ledger().map(\.event)
        #expect(events.filter { $0 == .labelAdded }.count == 2 && events.filter { $0 == .labelRemoved }.count == 1)
        #expect(throws: RegisterError.self) {
            try bench.register.label(["gates/1.1", "gates/9.9"], adding: ["x"], removing: [], by: amy, at: instant(7))
        }
        #expect(try bench.facts().labels == ["visible"])
    }

    @Test("of what recurs, done answers one round and leaves the target open; undone, the round is open again")
    func round() throws {
        let quarterly = Said(
            phrase: "Quarterly",
            readings: [Reading(kind: .recurring, rule: "every quarter", recurrence: .every("P3M"))])
        let bench = try Bench.armed([quarterly])
        let first = try answer(bench)
        #expect(first.effects.map(\.round) == [day("2026-03-31")])
        #expect(first.effects.map(\.nextRound) == [day("2026-06-30")])
        let facts = try bench.facts()
        #expect(facts.status == .open && facts.owners.map(\.doneThrough) == [day("2026-03-31")])
        #expect(facts.owners.map(\.answer) == [nil] && facts.owners.map(\.heardAt) == [instant(25)])
        let second = try answer(bench, on: "2026-05-01")
        #expect(second.effects.map(\.round) == [day("2026-06-30")])
        _ = try bench.register.amend(second.id, because: "said by mistake", by: amy, at: instant(30))
        #expect(try bench.facts().owners.map(\.doneThrough) == [day("2026-03-31")])
    }
}
