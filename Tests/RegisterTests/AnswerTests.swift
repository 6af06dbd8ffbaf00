import ActionPlans
import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct AnswerTests {
    private func entry(
        _ kind: AnswerKind, _ references: [String] = ["gates/1.1"], owner: String? = nil
    ) -> AnswerEntry {
        AnswerEntry(
            references: references, kind: kind, by: "Hal", on: day("2026-03-01"), because: "we know", ownerPost: owner)
    }

    @discardableResult
    private func answer(_ bench: Bench, _ entry: AnswerEntry) throws -> (id: AnswerID, effects: [AnswerEffect]) {
        try bench.register.answer(entry, administrator: bench.administrator.id, by: amy, at: instant(60))
    }

    static let newDate = AnswerKind.newDate(phrase: "June 2026", readings: [due("2026-06-30")])

    /// What each answer makes of an open target whose reminder waits.
    @Test(
        "each answer does what it says",
        arguments: [
            (AnswerKind.done, Status.completed, 1, 1, false),
            (.onTrack(until: day("2026-04-01")), .open, 1, 1, false),
            (newDate, .open, 2, 1, true),
            (.notMine, .open, 1, 1, false),
            (.withdrawn, .withdrawn, 1, 1, false),
            (.note("the hinge is old"), .open, 1, 0, false),
        ])
    func effects(_ kind: AnswerKind, status: Status, revision: Int, stopped: Int, rearmed: Bool) throws {
        let bench = try Bench.armed()
        try bench.record([bench.reminder(bench.facts())])
        let version = try bench.facts().version
        let preview = try bench.register.previewAnswer(
            entry(kind), administrator: bench.administrator.id, by: amy, at: instant(60))
        #expect(try bench.facts().version == version, "showing it first writes nothing")
        let effects = try answer(bench, entry(kind)).effects
        #expect(effects == preview)
        let facts = try bench.facts()
        #expect(facts.status == status && facts.date.revision == revision)
        #expect(
            effects[0].statusAfter == status && effects[0].stopped.count == stopped && effects[0].rearmed == rearmed)
        #expect(try bench.register.earliestCheck() == (stopped == 0 ? instant(40 * 86_400) : instant(60)))
        #expect(facts.recorded.isEmpty == (stopped == 1))
    }

    @Test("the owner's last word stands in the facts, and a note is none")
    func lastWord() throws {
        let bench = try Bench.armed()
        func word() throws -> OwnerAnswer? { try bench.facts().owners[0].answer }
        try answer(bench, entry(.onTrack(until: day("2026-04-01"))))
        #expect(try word() == .onTrack(until: day("2026-04-01")))
        try answer(bench, entry(.note("still so")))
        #expect(try word() == .onTrack(until: day("2026-04-01")))
        try answer(bench, entry(.notMine))
        #expect(try word() == .notMine)
        #expect(try bench.register.worklist().map(\.kind) == [.notMine])
        try answer(bench, entry(.reopen))
        #expect(try word() == nil)
    }

    @Test("a joint target is completed when every owner has said so")
    func joint() throws {
        let bench = try Bench.armed([.due("2026-04-30", owners: ["Head of Wings", "Nurse"])])
        try answer(bench, entry(.done, owner: "nurse"))
        #expect(try bench.facts().status == .open)
        #expect(try bench.facts().owners.map(\.answer) == [nil, .done])
        let last = try answer(bench, entry(.done, owner: "Head of Wings"))
        #expect(try bench.facts().status == .completed)
        let undone = try bench.register.amend(last.id, because: "a mistake", by: amy, at: instant(90))
        #expect(undone[0].statusAfter == .open && undone[0].rearmed)
        #expect(try bench.facts().owners.map(\.answer) == [nil, .done])
    }

    @Test("without a post an answer is for all owners")
    func forAll() throws {
        let bench = try Bench.armed([.due("2026-04-30", owners: ["Head of Wings", "Nurse"])])
        try answer(bench, entry(.done))
        #expect(try bench.facts().status == .completed)
        #expect(try bench.facts().owners.map(\.answer) == [.done, .done])
    }

    @Test("one bad reference and nothing of the answer is recorded")
    func allOrNothing() throws {
        let bench = try Bench.armed()
        let rows = try bench.register.ledger().count
        #expect(throws: RegisterError.noSuchTarget(reference: "gates/1.2", didYouMean: "gates/1.1")) {
            try answer(bench, entry(.done, ["gates/1.1", "gates/1.2"]))
        }
        #expect(try bench.facts().status == .open)
        #expect(try bench.register.ledger().count == rows)
    }

    @Test(
        "an answer that does not go with the target is refused with its reason",
        arguments: [
            ("a second done", [AnswerKind.done, .done], "completed already"),
            ("a new date for what is withdrawn", [.withdrawn, newDate], "withdrawn already"),
            ("reopening what is open", [.reopen], "open already"),
            ("on track until the past", [.onTrack(until: day("2026-02-01"))], "before the day"),
            (
                "a new date that is none", [.newDate(phrase: "soon", readings: [Reading(kind: .unclear, rule: "r")])],
                "no day"
            ),
        ])
    func refused(_ what: String, kinds: [AnswerKind], words: String) throws {
        let bench = try Bench.armed()
        for kind in kinds.dropLast() { try answer(bench, entry(kind)) }
        let last = try #require(kinds.last)
        let error = #expect(throws: RegisterError.self, "\(what)") { try answer(bench, entry(last)) }
        #expect(error?.description.contains(words) == true, "\(what): \(error?.description ?? "-")")
        #expect(error?.exitCode == 65)
    }

    @Test("a post that is no owner of the target is refused")
    func stranger() throws {
        let bench = try Bench.armed([
            .due("2026-04-30", owners: ["Head of Wings"]), .due("2026-05-30", owners: ["Nurse"]),
        ])
        #expect(throws: RegisterError.self) { try answer(bench, entry(.done, owner: "Nurse")) }
        #expect(throws: RegisterError.self) { try answer(bench, entry(.done, owner: "Nobody")) }
    }

    @Test("a new date counts as an extension until it is undone")
    func extensions() throws {
        let bench = try Bench.armed()
        let id = try answer(bench, entry(Self.newDate)).id
        var date = try bench.facts().date
        #expect(date.extensions == 1 && date.firstDue == day("2026-04-30") && date.reading?.due == day("2026-06-30"))
        let effects = try bench.register.amend(id, because: "misheard", by: amy, at: instant(90))
        #expect(effects[0].dueAfter == day("2026-04-30"))
        date = try bench.facts().date
        #expect(date.extensions == 0 && date.revision == 3 && date.reading?.due == day("2026-04-30"))
        #expect(throws: RegisterError.self) { try bench.register.amend(id, because: "again", by: amy, at: instant(95)) }
    }

    @Test(
        "undoing an answer gives back what was before it",
        arguments: [AnswerKind.done, .withdrawn, .notMine, .onTrack(until: day("2026-04-01"))])
    func amend(_ kind: AnswerKind) throws {
        let bench = try Bench.armed()
        let before = try bench.facts()
        let id = try answer(bench, entry(kind)).id
        _ = try bench.register.amend(id, because: "misheard", by: amy, at: instant(90))
        let after = try bench.facts()
        #expect(after.status == before.status && after.owners == before.owners && after.date == before.date)
        #expect(try bench.register.worklist() == [])
        #expect(try bench.register.earliestCheck() == instant(90))
        let record = try bench.register.target("gates/1.1", mode: .live) { _ in .min }.answers[0]
        #expect(record.undoneAt == instant(90) && record.saidBy == "Hal")
    }

    @Test("what may have arrived already is not stopped by an answer")
    func inFlight() throws {
        let bench = try Bench.armed()
        try bench.record([bench.reminder(bench.facts())])
        try bench.settleChecks(at: instant())
        let claim = try bench.claim(at: instant(86_400)).claims[0]
        #expect(try answer(bench, entry(.done)).effects[0].stopped == [])
        #expect(try bench.settle(claim, .fine, .delivered, at: instant(86_401)) == .written)
    }

    @Test("the receipt goes to the holder, and to the administrator where there is none")
    func receipts() throws {
        let bench = try Bench.armed([
            .due("2026-04-30", owners: ["Head of Wings"]), .due("2026-05-30", owners: ["Nurse"]),
        ])
        try answer(bench, entry(.done, ["gates/1.1"]))
        try answer(bench, entry(.done, ["gates/1.2"]))
        let receipts = try bench.register.deliveries().reversed().map { "\($0.kind.rawValue) \($0.recipientName)" }
        #expect(receipts == ["receipt Hal Older", "receipt Ada Min"])
    }
}
