// Facts that are read together are the facts that are read one by one, whatever stands beside whatever.

import CivilTime
import Reminders
import Testing

@testable import Register

@Suite("Facts of many targets")
struct ManyFactsTests {
    private let today = day("2026-03-01")

    /// Six targets of three recommendations: one answered, one extended, one held, one labelled, one that was told, one
    /// that is left alone.
    private func bench() throws -> Bench {
        let bench = try Bench()
        let said = Said.due("2026-04-30", owners: ["Head of Wings", "Head of Walls"], action: "Oil the hinges.")
        _ = try bench.register.adopt(
            draft([
                recommendation("1", [edition("2026-01", [said, .due("2026-05-31", action: "Mend the lock.")])]),
                recommendation("2", [edition("2026-01", [.due("2026-06-30"), .ongoing(), .due("2026-07-31")])]),
                recommendation("3", [edition("2026-01", owners: ["Head of Walls"], [.due("2026-08-31")])]),
            ]), as: "gates", source: source("a"), by: amy, at: instant())
        try bench.register.adoptOwners([.wings], by: amy, at: instant())
        _ = try bench.register.arm(
            "gates", approved: Approval(messages: 9, until: day("2026-06-30")), by: amy, at: instant())
        try bench.record([bench.reminder(bench.facts("gates/2.3"))], reference: "gates/2.3")
        for (reference, kind) in [
            ("gates/1.1", AnswerKind.note("it creaks")), ("gates/1.1", .onTrack(until: day("2026-04-10"))),
            ("gates/1.2", AnswerTests.newDate), ("gates/2.2", .done),
        ] {
            _ = try bench.register.answer(
                AnswerEntry(
                    references: [reference], kind: kind, by: "Hal", on: today, because: "we know",
                    ownerPost: "Head of Wings"), administrator: bench.administrator.id, by: amy, at: instant(60))
        }
        _ = try bench.register.placeHold(
            HoldEntry(subject: .target("gates/2.1"), until: day("2026-03-20"), because: "election", by: "Ada"),
            on: today, by: amy, at: instant(61))
        _ = try bench.register.label(["gates/3.1"], adding: ["ministers"], removing: [], by: amy, at: instant(62))
        return bench
    }

    private func one(_ bench: Bench, _ id: TargetID) throws -> TargetFacts? {
        try bench.register.facts(of: id, mode: .live) { _ in today }
    }

    @Test("a list, in any order and with strangers in it, reads as each by itself")
    func list() throws {
        let bench = try bench()
        let ids = (1...6).map { TargetID($0) }
        let alone = try ids.compactMap { try one(bench, $0) }
        #expect(alone.count == 6 && Set(alone.map(\.recorded.count)) == [0, 1])
        for wanted in [ids, ids.reversed(), [ids[4], TargetID(99), ids[1]], [ids[2]], []] {
            let found = try bench.register.facts(of: wanted, mode: .live) { _ in today }
            #expect(found.targets.map(\.facts) == alone.filter { wanted.contains($0.id) })
            #expect(found.unreadable.isEmpty && found.last == wanted.filter { $0.value < 99 }.max())
        }
    }

    @Test("armed targets read by the order of the register, some at a time, are all of them once")
    func inOrder() throws {
        let bench = try bench()
        try bench.register.write(at: instant(70)) { writing in
            try writing.execute(
                "UPDATE target SET armed_at = NULL, next_check = NULL, waiting_since = 1 WHERE id = 3")
        }
        let alone = try [1, 2, 4, 5, 6].compactMap { try one(bench, TargetID($0)) }
        for step in 1...6 {
            var found: [TargetFacts] = []
            var point = TargetID(0)
            while case let some = try bench.register.facts(
                ofArmedAfter: point, limit: step, mode: .live, today: { _ in today }), let last = some.last
            {
                #expect(some.targets.count <= step)
                found += some.targets.map(\.facts)
                point = last
            }
            #expect(found == alone)
        }
    }

    @Test("the facts hold what every table says of a target")
    func whole() throws {
        let bench = try bench()
        let creaking = try bench.facts("gates/1.1")
        #expect(creaking.owners.map(\.post) == ["Head of Wings", "Head of Walls"])
        #expect(creaking.owners[0].answer == .onTrack(until: day("2026-04-10")) && creaking.owners[1].answer == nil)
        #expect(creaking.owners[0].heardAt == instant(60) && creaking.owners[0].holder?.name == "Hal Older")
        #expect(creaking.action == "Oil the hinges." && creaking.recommendation.number == "1")
        let moved = try bench.facts("gates/1.2").date
        #expect(moved.firstDue == day("2026-05-31") && moved.reading?.due == day("2026-06-30"))
        #expect(moved.revision == 2 && moved.extensions == 1 && moved.ownerExtensions == 1)
        #expect(moved.extendedBy == [creaking.owners[0].id] && moved.setAt == instant(60))
        #expect(try bench.facts("gates/2.1").holds.map(\.because) == ["election"])
        #expect(try bench.facts("gates/3.1").labels == ["ministers"])
        #expect(try bench.facts("gates/2.3").recorded.map(\.stage) == ["lead"])
    }

    @Test("one of which a row is missing is named, and the others are read")
    func damaged() throws {
        let bench = try bench()
        try bench.register.queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; DELETE FROM recommendation WHERE number = '2'")
        }
        let found = try bench.register.facts(ofArmedAfter: TargetID(0), limit: 9, mode: .live) { _ in today }
        #expect(found.targets.map(\.facts.reference) == ["gates/1.1", "gates/1.2", "gates/3.1"])
        #expect(found.unreadable.map(\.target) == [3, 4, 5].map { TargetID($0) } && found.last == TargetID(6))
        #expect(throws: RegisterError.self) { try one(bench, TargetID(4)) }
    }
}
