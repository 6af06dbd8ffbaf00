// The weekly cap in the running service: what is over it goes in the next week, the worst first, and nothing is lost.

import CivilTime
import Delivery
import Register
import Reminders
import Service
import Simulation
import Testing

@Suite("The weekly cap in the running service")
struct WeeklyCapTests {
    private func bench(cap: Int) throws -> Bench { try Bench(settings: "introduction: false\nweekly-cap: \(cap)") }

    /// "2026-03-30 a/1.1+a/2.1", of mails with reminders.
    private func told(_ parcels: [Parcel]) -> [String] {
        parcels.filter { $0.facts.kind == .reminders }.map { parcel in
            "\(parcel.facts.day) \(parcel.facts.entries.map(\.reference).joined(separator: "+"))"
        }
    }

    private func capped(_ bench: Bench) throws -> [String] {
        try bench.register.ledger().filter { $0.event == .reminderRefused && $0.detail.contains("capped") }.map(
            \.detail)
    }

    @Test("of four plans that write to one person on one day two do, and the others in the next week, saying so")
    func plans() throws {
        let bench = try bench(cap: 2)
        for name in ["a", "b", "c", "d"] {
            try bench.adopt(["2026-04-30"], as: name)
            try bench.arm(name)
        }
        let parcels = try bench.run(until: at("2026-04-10T00:00:00Z"))
        // Monday the 6th is Easter Monday.
        #expect(
            told(parcels) == [
                "2026-03-30 a/1.1", "2026-03-30 b/1.1", "2026-04-07 c/1.1", "2026-04-07 d/1.1",
            ])
        let heldOver = parcels.filter { $0.facts.kind == .reminders }.map(\.facts.heldOver)
        #expect(heldOver == [nil, nil, HeldOver(reminders: 1, cap: 2), HeldOver(reminders: 1, cap: 2)])
        let words = parcels.last.map { Renderer().mail($0.facts).text } ?? ""
        #expect(words.contains("held over from last week"), "\(words)")
        let rows = try capped(bench)
        #expect(rows.count == 2 && rows.allSatisfy { $0.contains("2026-04-07") }, "\(rows)")
        let why = try Explanation(
            of: "c/1.1", in: bench.register, under: bench.policy, at: at("2026-04-10T00:00:00Z"))
        #expect(why.parts.flatMap(\.happenings).map(\.code).prefix(2) == [.capped, .told])
    }

    @Test("what one plan has held over goes in one mail, with what that window brings")
    func merged() throws {
        let bench = try bench(cap: 1)
        try bench.adopt(["2026-04-30", "2026-05-01", "2026-05-02", "2026-05-07"], as: "a")
        let posts = (1...4).map { number in
            OwnerEntry(
                post: "Head of Wing \(number)", aliases: [], holder: .person("Hal 1"), deputy: nil, manager: nil)
        }
        try bench.register.adoptOwners(posts, by: amy, at: start)
        try bench.arm("a")
        let parcels = try bench.run(until: at("2026-04-10T00:00:00Z"))
        #expect(told(parcels) == ["2026-03-30 a/1.1", "2026-04-07 a/2.1+a/3.1+a/4.1"])
        #expect(parcels.last?.facts.heldOver == HeldOver(reminders: 2, cap: 1))
        #expect(try capped(bench).count == 2)
    }

    @Test("what is late goes before what is still to come")
    func worstFirst() throws {
        let bench = try bench(cap: 1)
        try bench.adopt(["2026-04-30"], as: "a")
        try bench.adopt(["2026-03-27"], as: "b")
        try bench.arm("a")
        try bench.arm("b")
        let parcels = try bench.run(from: start, until: at("2026-04-08T00:00:00Z"))
        #expect(told(parcels).suffix(2) == ["2026-03-30 b/1.1", "2026-04-07 a/1.1"])
    }

    @Test("introductions, receipts and notes do not count, and without a cap all go")
    func uncounted() throws {
        let bench = try Bench(settings: "weekly-cap: 1")
        try bench.adopt(["2026-04-01"], as: "a")
        try bench.adopt(["2026-04-01"], as: "b")
        try bench.arm("a")
        try bench.arm("b")
        let parcels = try bench.run(until: at("2026-03-03T00:00:00Z"))
        #expect(parcels.filter { !$0.facts.introductions.isEmpty }.count == 2)
        let free = try self.bench(cap: 0)
        for name in ["a", "b", "c"] {
            try free.adopt(["2026-04-30"], as: name)
            try free.arm(name)
        }
        #expect(told(try free.run(until: at("2026-03-31T00:00:00Z"))).count == 3)
    }
}
