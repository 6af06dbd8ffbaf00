import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct IntegrityTests {
    @Test("after a year's worth of verbs SQLite finds the file whole, and the ledger follows from its first row")
    func whole() throws {
        let scratch = try Scratch()
        let register = try Store.open(at: scratch.register, as: .writer, command: "test", at: instant())
        let bench = try Bench.armed([.due("2026-04-30"), .due("2026-05-31"), .ongoing(), .completed()], in: register)
        try bench.record(
            [bench.reminder(bench.facts()), bench.reminder(bench.facts(), channel: .webhook(endpoint: "case-system"))],
            refusals: [Refusal(stage: "due", repetition: 1, owner: nil, reason: .nobodyInRole(.manager))])
        try bench.settleChecks(at: instant())
        for (claim, isFine) in zip(try bench.claim(at: instant(86_400)).claims, [true, false]) {
            try bench.settle(
                claim, isFine ? .fine : .noMailbox, isFine ? .delivered : .refused(because: "x"), at: instant(86_400))
        }
        let answer = try register.answer(
            AnswerEntry(
                references: ["gates/1.1", "gates/1.2"], kind: AnswerTests.newDate, by: "Hal", on: day("2026-03-02"),
                because: "rain", ownerPost: nil), administrator: bench.administrator.id, by: amy, at: instant(90_000))
        _ = try register.amend(answer.id, because: "sun", by: amy, at: instant(91_000))
        _ = try register.adopt(
            draft([recommendation("1", [edition("2026-06", [.due("2026-09-30")])])]), as: "gates", source: source("b"),
            by: amy, at: instant(92_000))
        for check in ["integrity_check", "foreign_key_check"] {
            let faults = try register.read { try String.fetchAll($0, sql: "PRAGMA \(check)") }
            #expect(faults.filter { $0 != "ok" } == [])
        }
        let rows = try register.ledger().count
        #expect(rows > 20)
        #expect(try register.verifyLedger() == .sound(rows: Int64(rows)))
        #expect(try register.status().doubts > 0)
    }
}
