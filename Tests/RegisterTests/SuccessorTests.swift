import ActionPlans
import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct SuccessorTests: GatesPlan {
    let register: Store

    init() throws { register = try .inMemory(at: instant(), identity: .fixed) }

    /// The statements of two editions, and what then stands.
    struct Successor: CustomTestStringConvertible, Sendable {
        let sentence: String
        let old: [Said]
        let new: [Said]
        let stands: [String]
        let supersededDoubts: Int
        var testDescription: String { sentence }
    }

    static let oil = "Oil the hinges of the north gate"
    static let paint = "Paint the south gate in the agreed colour"

    @Test(
        "a later edition revises what it surely means, and supersedes the rest",
        arguments: [
            Successor(
                sentence: "one statement on both sides is the same target, however it changed",
                old: [.due("2020-03-31")], new: [.due("2021-03-31")],
                stands: ["gates/1.1 2021-03-31 r2 open"], supersededDoubts: 0),
            Successor(
                sentence: "a date that is now completed completes the target",
                old: [.due("2020-03-31")], new: [.completed()],
                stands: ["gates/1.1 Completed r2 completed"], supersededDoubts: 0),
            Successor(
                sentence: "statements that did not change keep their place, new ones get new numbers",
                old: [.due("2020-03-31"), .due("2020-06-30")],
                new: [.due("2020-06-30"), .due("2020-03-31"), .due("2021-01-31")],
                stands: [
                    "gates/1.1 2020-03-31 r1 open", "gates/1.2 2020-06-30 r1 open", "gates/1.3 2021-01-31 r1 open",
                ], supersededDoubts: 0),
            Successor(
                sentence: "the same action carries its target to a new date",
                old: [.due("2020-03-31", action: oil), .due("2020-06-30", action: paint)],
                new: [.due("2021-06-30", action: paint), .completed(action: oil + ".")],
                stands: ["gates/1.1 Completed r2 completed", "gates/1.2 2021-06-30 r2 open"], supersededDoubts: 0),
            Successor(
                sentence: "two for one without a word in common is nobody's successor",
                old: [.due("2020-03-31"), .due("2020-06-30")], new: [.due("2021-01-31")],
                stands: ["gates/1.3 2021-01-31 r1 open"], supersededDoubts: 2),
            Successor(
                sentence: "equal phrases that do not add up are not matched",
                old: [.due("2020-03-31"), .due("2020-03-31"), .due("2020-06-30")],
                new: [.due("2020-03-31"), .due("2020-06-30")],
                stands: ["gates/1.3 2020-06-30 r1 open", "gates/1.4 2020-03-31 r1 open"], supersededDoubts: 2),
            Successor(
                sentence: "an edition that prints no date leaves one target without a date",
                old: [.due("2020-03-31"), .due("2020-06-30")], new: [],
                stands: ["gates/1.3  r1 open"], supersededDoubts: 2),
            Successor(
                sentence: "silence about the only date does not revise it",
                old: [.due("2020-03-31")], new: [],
                stands: ["gates/1.2  r1 open"], supersededDoubts: 1),
            Successor(
                sentence: "a recommendation that had no date gets the first one under its reference",
                old: [], new: [.due("2021-01-31")],
                stands: ["gates/1.1 2021-01-31 r2 open"], supersededDoubts: 0),
        ])
    func successors(_ row: Successor) throws {
        // Both in one file.
        try adopt("both", [recommendation("1", [edition("2020-01", row.old), edition("2020-12", row.new)])])
        if row.old.isEmpty {
            // Between the editions of one file nobody ever saw the undated one.
            #expect(try lines() == ["gates/1.1 2021-01-31 r1 open"])
        } else {
            #expect(try lines() == row.stands)
        }
        // One after the other.
        let other = try Store.inMemory(at: instant())
        for (name, edition) in [("a", edition("2020-01", row.old)), ("b", edition("2020-12", row.new))] {
            _ = try other.adopt(
                draft([recommendation("1", [edition])]), as: "gates", source: source(name), by: amy, at: instant())
        }
        #expect(try other.targets().map(line) == row.stands)
        #expect(try other.worklist().filter { $0.kind == .superseded }.count == row.supersededDoubts)
    }
}
