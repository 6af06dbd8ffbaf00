// Posts that change hands, people who are away, and what of it a check and the administrator are told.

import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct StandingTests {
    let bench: Bench

    init() throws { bench = try Bench.armed() }

    private func person(_ name: String, from: String? = nil, until: String? = nil) -> PersonEntry {
        PersonEntry(
            name: name, email: "\(name.lowercased())@example.org", webhook: nil, from: from.map(day),
            until: until.map(day))
    }

    private func adopt(_ people: [Seat: [PersonEntry]], body: String? = nil) throws {
        try bench.register.adoptOwners(
            [OwnerEntry(post: "Head of Wings", aliases: [], body: body, people: people)], by: amy, at: instant())
    }

    private func owner(on iso: String) throws -> OwnerFacts {
        try bench.register.facts(reference: "gates/1.1", mode: .live, today: { _ in day(iso) }).owners[0]
    }

    @Test(
        "on each day one person holds the post, and the facts name the next day that changes it",
        arguments: [
            ("2026-01-31", "Old", "2026-03-01"), ("2026-02-28", "Old", "2026-03-01"),
            ("2026-03-01", "New", "2026-07-01"), ("2026-06-30", "New", "2026-07-01"), ("2026-07-01", nil, nil),
        ] as [(String, String?, String?)])
    func succession(_ iso: String, _ name: String?, _ changes: String?) throws {
        try adopt([
            .holder: [person("New", from: "2026-03-01", until: "2026-06-30"), person("Old", until: "2026-02-28")]
        ])
        let owner = try owner(on: iso)
        #expect(owner.holder?.name == name)
        #expect(owner.changesOn?.description == changes)
    }

    @Test("two people in one seat on one day are refused, naming both, and nothing is changed")
    func overlap() throws {
        let before = try bench.register.owners().map(\.entry)
        #expect {
            try adopt([.deputy: [person("Old", until: "2026-03-01"), person("New", from: "2026-03-01")]])
        } throws: { error in
            let text = "\(error)"
            return text.contains("Old until 2026-03-01") && text.contains("New from 2026-03-01")
                && text.contains("deputy")
        }
        #expect(try bench.register.owners().map(\.entry) == before)
    }

    @Test("the schema itself refuses an overlap, whoever writes it")
    func trigger() throws {
        #expect(throws: (any Error).self) {
            try bench.register.write(at: instant()) { writing in
                try writing.execute(
                    "INSERT INTO standing (owner_id, role, person_id) SELECT owner_id, role, person_id FROM standing",
                    [])
            }
        }
    }

    @Test("one who stays keeps their number when the post is taken in again, and doers and bodies come back out")
    func roundTrip() throws {
        try adopt([.holder: [person("Old")], .doer: [person("Dan")]], body: "Board of Gates")
        let first = try owner(on: "2026-03-01")
        try adopt([
            .holder: [person("Old", until: "2026-04-30"), person("New", from: "2026-05-01")], .doer: [person("Dan")],
        ])
        let second = try owner(on: "2026-03-01")
        #expect(first.holder?.id == second.holder?.id && first.doer?.id == second.doer?.id)
        #expect(first.body == "Board of Gates" && second.body == nil)
        #expect(second.doer?.name == "Dan")
    }

    @Test(
        "an absence tells who is away from its first day to its last, and then ends by itself",
        arguments: [
            ("2026-03-01", nil, "2026-03-10"), ("2026-03-10", "2026-03-20", "2026-03-21"),
            ("2026-03-20", "2026-03-20", "2026-03-21"), ("2026-03-21", nil, nil),
        ] as [(String, String?, String?)])
    func absence(_ iso: String, _ awayUntil: String?, _ changes: String?) throws {
        let absence = AbsenceEntry(person: "hal@example.org", from: day("2026-03-10"), until: day("2026-03-20"))
        #expect(try bench.register.recordAbsence(absence, by: amy, at: instant()))
        #expect(try !bench.register.recordAbsence(absence, by: amy, at: instant(5)), "the same again is no news")
        let owner = try owner(on: iso)
        #expect(owner.holder?.awayUntil?.description == awayUntil)
        #expect(owner.changesOn?.description == changes)
    }

    @Test(
        "an absence is recorded with its author, makes targets due for a check, ends early, and leaves no name in the ledger"
    )
    func absenceRecord() throws {
        try bench.settleChecks(at: instant())
        let absence = AbsenceEntry(person: "hal older", from: day("2026-03-10"), until: day("2026-03-20"))
        try bench.register.recordAbsence(absence, by: amy, at: instant(5))
        #expect(try bench.register.dueChecks(at: instant(5), limit: 9).count == 1)
        let records = try bench.register.absences(from: day("2026-03-01"))
        #expect(records.map(\.name) == ["Hal Older"] && records.map(\.posts) == [["Head of Wings"]])
        #expect(records.first?.recordedBy == amy.description)
        #expect(
            try bench.register.endAbsence(of: "hal@example.org", on: day("2026-03-12"), by: amy, at: instant(6)) == 1)
        #expect(try bench.register.absences(from: day("2026-03-01")).isEmpty)
        #expect(try owner(on: "2026-03-15").holder?.awayUntil == nil)
        #expect(
            try bench.register.endAbsence(of: "hal@example.org", on: day("2026-03-12"), by: amy, at: instant(6)) == 0)
        for row in try bench.register.read({ try $0.ledgerText() }) {
            #expect(!row.contains("Hal") && !row.contains("@"))
        }
    }

    @Test(
        "nobody known by the name, an end before the beginning: refused", arguments: ["Hal Oldr", "nobody@example.org"])
    func noSuchPerson(_ name: String) throws {
        #expect(throws: RegisterError.self) {
            try bench.register.recordAbsence(
                AbsenceEntry(person: name, from: day("2026-03-10"), until: day("2026-03-20")), by: amy, at: instant())
        }
        #expect(throws: RegisterError.self) {
            try bench.register.recordAbsence(
                AbsenceEntry(person: "Hal Older", from: day("2026-03-10"), until: day("2026-03-09")), by: amy,
                at: instant())
        }
    }

    @Test("the administrator's exceptions say which post, since when, who is told instead, and for which targets")
    func exceptions() throws {
        func exceptions(_ iso: String) throws -> [PostException] {
            try bench.register.exceptions(on: day(iso), dayOf: { _ in day("2026-01-01") })
        }
        #expect(try exceptions("2026-03-01").isEmpty)
        try adopt([.holder: [person("Old", until: "2026-02-28")], .deputy: [person("Dee")]])
        #expect(
            try exceptions("2026-03-01") == [
                PostException(
                    post: "Head of Wings", reason: .noHolder, since: day("2026-03-01"), references: ["gates/1.1"],
                    toldInstead: "Dee")
            ])
        let silent = PersonEntry(name: "Hal Older", email: nil, webhook: nil, from: nil, until: nil)
        try adopt([.holder: [silent]])
        #expect(try exceptions("2026-03-01").map(\.reason) == [.noAddress(holder: "Hal Older")])
        try adopt([.holder: [person("Hal")]])
        try bench.register.recordAbsence(
            AbsenceEntry(person: "Hal", from: day("2026-03-01"), until: day("2026-03-09")), by: amy, at: instant())
        #expect(
            try exceptions("2026-03-02").map(\.reason) == [.nobodyActs(holder: "Hal", until: day("2026-03-09"))])
        #expect(try exceptions("2026-03-10").isEmpty)
        try adopt([.holder: [person("Hal")], .deputy: [person("Dee")]])
        #expect(try exceptions("2026-03-02").isEmpty, "somebody acts")
    }
}
