// What is asked of one target, at each answer and each change of a date, and of newcomers each day, must not take longer
// with every reminder that was ever recorded for the others.

import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct LookupTests {
    @Test(
        "reminders are found by an index, and not by going through all of them",
        arguments: [
            (sentence: "those that wait for it", sql: Transaction.waiting, values: 3, index: "reminder_key"),
            ("all of them, to be shown", TargetDetailReader.reminders, 2, "reminder_key"),
            ("all of them, to be shown, and what was dropped", TargetDetailReader.reminders, 2, "reminder_dropped"),
            ("those that introduced somebody who has not answered", Store.silent, 2, "reminder_message"),
        ])
    func index(_ asked: (sentence: String, sql: String, values: Int, index: String)) throws {
        let bench = try Bench.waiting()
        let steps = try bench.register.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(asked.sql)",
                arguments: StatementArguments(Array(repeating: 1, count: asked.values))
            ).map { $0["detail"] as String }
        }
        #expect(steps.contains { $0.hasPrefix("SEARCH reminder USING ") && $0.contains(asked.index) }, "\(steps)")
        #expect(!steps.contains { $0.hasPrefix("SCAN reminder") || $0 == "SCAN message" }, "\(steps)")
    }

    @Test("a target shows what was told and what was dropped, in the order in which it was recorded")
    func shown() throws {
        let bench = try Bench.armed()
        let facts = try bench.facts()
        try bench.record([bench.reminder(facts, stage: "first"), bench.reminder(facts, stage: "second")])
        try bench.register.write(at: instant()) { writing in
            try writing.drop(ReminderID(1), because: .answeredDone)
        }
        try bench.record([bench.reminder(facts, stage: "first")])
        let shown = try bench.register.read { db in
            try TargetDetailReader(db, target: facts.id).detail(facts).reminders
        }
        #expect(shown.map(\.id) == [1, 2, 3].map(ReminderID.init))
        #expect(shown.map(\.state) == [.dropped, .waiting, .waiting])
    }
}
