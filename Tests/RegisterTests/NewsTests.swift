import ActionPlans
import CivilTime
import Reminders
import Testing

@testable import Register

@Suite("Answers and dates for the endpoints that asked")
struct NewsTests {
    private func answer(_ bench: Bench, _ kind: AnswerKind, owner: String? = nil) throws -> AnswerID {
        let entry = AnswerEntry(
            references: ["gates/1.1"], kind: kind, by: "Hal", on: day("2026-03-01"), because: "we know",
            ownerPost: owner)
        return try bench.register.answer(entry, administrator: bench.administrator.id, by: amy, at: instant(60)).id
    }

    /// Tells, and claims what is for endpoints.
    private func told(_ bench: Bench, _ endpoints: [String] = ["cases"], at seconds: Int64 = 70) throws -> [Claim] {
        _ = try bench.register.tell(endpoints, administrator: bench.administrator.id, at: instant(seconds))
        return try bench.claim(at: instant(seconds), excluding: [.email]).claims.filter { $0.facts.event != nil }
    }

    @Test("an answer is told once to each endpoint, with what it made of the target")
    func answered() throws {
        let bench = try Bench.armed()
        let id = try answer(bench, .done)
        let claims = try told(bench, ["board", "cases"])
        #expect(claims.map(\.facts.channel) == [.webhook(endpoint: "board"), .webhook(endpoint: "cases")])
        #expect(Set(claims.map(\.facts.id)).count == 2)
        let event = try #require(claims.first?.facts.event)
        #expect(event.kind == .answered && event.reference == "gates/1.1" && event.status == "completed")
        #expect(event.owners == ["Head of Wings"])
        #expect(event.at == instant(60))
        #expect(
            event.answer
                == EventAnswer(
                    number: id.value, kind: "done", until: nil, owner: "Head of Wings", saidBy: "Hal",
                    saidOn: day("2026-03-01"), isUndone: false))
        #expect(try told(bench, ["board", "cases"], at: 80).isEmpty)
        #expect(try bench.register.verifyLedger() == .sound(rows: Int64(try bench.register.ledger().count)))
    }

    @Test("a new date is told as an answer and as a changed date, with before and after")
    func newDate() throws {
        let bench = try Bench.armed()
        _ = try answer(bench, AnswerTests.newDate)
        let events = try told(bench).compactMap(\.facts.event)
        #expect(Set(events.map(\.kind)) == [.answered, .dateChanged])
        let changed = try #require(events.first { $0.kind == .dateChanged })
        #expect(changed.dateBefore?.due == day("2026-04-30") && changed.dateBefore?.revision == 1)
        #expect(changed.dateAfter?.due == day("2026-06-30") && changed.dateAfter?.phrase == "June 2026")
        #expect(changed.cause == "extended" && changed.extensions == 1)
    }

    @Test("an answer that is undone is told as undone, and its date as corrected")
    func undone() throws {
        let bench = try Bench.armed()
        let id = try answer(bench, AnswerTests.newDate)
        _ = try told(bench)
        _ = try bench.register.amend(id, because: "misheard", by: amy, at: instant(80))
        let events = try told(bench, at: 90).compactMap(\.facts.event)
        #expect(events.count == 2)
        #expect(events.contains { $0.answer?.isUndone == true && $0.at == instant(80) })
        #expect(events.contains { $0.cause == "corrected" && $0.dateAfter?.due == day("2026-04-30") })
    }

    @Test("what nobody asked for is forgotten, so that a later endpoint hears nothing of the past")
    func nobody() throws {
        let bench = try Bench.armed()
        _ = try answer(bench, .done)
        #expect(try bench.register.tell([], administrator: bench.administrator.id, at: instant(70)) == 0)
        #expect(try told(bench).isEmpty)
    }

    @Test("the date of a new edition is told when its target is armed, not before")
    func newEdition() throws {
        let bench = try Bench.armed()
        let changed = draft([
            recommendation("1", [edition("2026-02", [.due("2026-05-31", action: "Oil the hinges of the north gate")])])
        ])
        _ = try bench.register.adopt(changed, as: "gates", source: source("b"), by: amy, at: instant(60))
        #expect(try told(bench).isEmpty)
        _ = try bench.register.arm(
            "gates", approved: Approval(messages: 2, until: day("2026-06-30")), by: amy, at: instant(80))
        try bench.settleChecks(at: instant(80))
        let events = try told(bench, at: 90).compactMap(\.facts.event)
        #expect(events.map(\.cause) == ["new_edition"])
        #expect(events.first?.dateAfter?.due == day("2026-05-31"))
    }

    @Test("showing an answer first tells nobody")
    func preview() throws {
        let bench = try Bench.armed()
        _ = try bench.register.previewAnswer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .done, by: "Hal", on: day("2026-03-01"), because: "we know",
                ownerPost: nil), administrator: bench.administrator.id, by: amy, at: instant(60))
        #expect(try told(bench).isEmpty)
    }
}
