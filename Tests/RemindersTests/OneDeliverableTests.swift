// One deliverable that is promised under several references is one entry that names them all.

import CivilTime
import Testing

@testable import Reminders

@Suite("One deliverable under several references")
struct OneDeliverableTests {
    private func facts(_ oneWith: [[String]]) throws -> MessageFacts {
        let reminders = try oneWith.enumerated().map { index, others in
            Sample.reminder(
                Sample.target(
                    try Sample.due("2024-04-30"), armed: try london("2024-01-02"), id: Int64(index + 1),
                    reference: "remand-2024/\(index + 1).1", oneWith: others),
                planned: try day("2024-05-01"))
        }
        let freezing = Freezing(under: try Sample.policy(), at: try london("2024-05-01 09:05"))
        return try #require(freezing.freeze(Sample.message(reminders)).facts)
    }

    @Test("is one entry that names them all, under the subject and thread of the one that is chased")
    func one() throws {
        let facts = try facts([["remand-2024/7.1", "remand-2024/9.2"]])
        #expect(facts.entries.map(\.reference) == ["remand-2024/1.1"])
        #expect(facts.entries[0].merged == ["remand-2024/7.1", "remand-2024/9.2"])
        #expect(facts.thread == "target.remand-2024.1.1")
        #expect(facts.subject.hasPrefix("Action plan target remand-2024/1.1: "))
    }

    @Test("keeps to its own entry among several")
    func among() throws {
        let facts = try facts([[], ["remand-2024/7.1"], []])
        #expect(facts.entries.map(\.merged) == [[], ["remand-2024/7.1"], []])
    }
}
