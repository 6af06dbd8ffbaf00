// The table of slips: from the first date to the one in force, with what moved it.

import ActionPlans
import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct SlipTests {
    let register: Store

    init() throws { register = try .inMemory(at: instant(), identity: .fixed) }

    private func adopt(_ name: String, _ id: String, _ said: [Said]) throws {
        _ = try register.adopt(
            draft([recommendation("1", [edition(id, said)])]), as: "gates", source: source(name), by: amy, at: instant()
        )
    }

    private func lines() throws -> [String] {
        try register.slips().rows.map { slip in
            "\(slip.reference) \(slip.first) \(slip.present?.description ?? "-") \(slip.days.map(String.init) ?? "-") "
                + "\(slip.sureness.rawValue) \(slip.cause)"
        }
    }

    @Test("a date that a later edition moved is a slip with that edition as its cause, and one that stayed is none")
    func moved() throws {
        let oil = DecisionTests.oil
        let paint = DecisionTests.paint
        try adopt("a", "2026-01", [.due("2026-03-31", action: oil), .due("2026-06-30", action: paint)])
        #expect(try lines() == [])
        #expect(try register.slips().dated == 2)
        try adopt("b", "2026-06", [.due("2027-03-31", action: oil), .due("2026-06-30", action: paint)])
        #expect(try lines() == ["gates/1.1 2026-03-31 2027-03-31 365 certain edition 2026-06"])
        try adopt("c", "2026-09", [.completed(action: oil), .due("2026-05-31", action: paint)])
        #expect(
            try lines() == [
                "gates/1.1 2026-03-31 2027-03-31 365 certain edition 2026-06",
                "gates/1.2 2026-06-30 2026-05-31 -30 certain edition 2026-09",
            ], "what slipped before it was done did slip; a date can be brought forward")
    }

    @Test("a correction of what was misread is no slip, and an extension counts from the corrected date")
    func corrected() throws {
        try adopt("a", "2026-01", [.due("2026-03-31")])
        try register.decide(
            [
                Decision(
                    plan: "gates", reference: "gates/1.1", kind: .date("30 June 2026"), by: "Ada", because: "misread")
            ], by: amy, at: instant(60))
        #expect(try lines() == [])
        let administrator = try register.ensurePerson(name: "Ada", email: "ada@example.org", at: instant())
        _ = try register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .newDate(phrase: "31 July 2026", readings: [due("2026-07-31")]),
                by: "Hal", on: day("2026-03-01"), because: "no paint", ownerPost: nil),
            administrator: administrator.id, by: amy, at: instant(120))
        #expect(try lines() == ["gates/1.1 2026-06-30 2026-07-31 31 certain extended: no paint"])
    }

    @Test("a date that an edition leaves without a sure successor stands there, with the probable one")
    func silent() throws {
        try adopt(
            "a", "2026-01",
            [.due("2026-04-30", action: "Oil the hinges of the north gate and the locks"), .due("2026-05-31")])
        try adopt(
            "b", "2026-06",
            [.due("2026-10-31", action: "Oil the hinges of the north gate, then paint it"), .due("2026-05-31")])
        #expect(try lines() == ["gates/1.1 2026-04-30 2026-10-31 184 likely edition 2026-06, probably gates/1.3"])
        try adopt("c", "2026-09", [.due("2026-10-31", action: "Oil the hinges of the north gate, then paint it")])
        #expect(try lines().last == "gates/1.2 2026-05-31 - - unclear edition 2026-09 is silent about it")
        try register.decide(
            [Decision(plan: "gates", reference: "gates/1.1", kind: .sameAs("gates/1.3"), by: "Ada", because: "one")],
            by: amy, at: instant(60))
        #expect(try lines().first == "gates/1.1 2026-04-30 2026-10-31 184 certain edition 2026-06, now gates/1.3")
        #expect(throws: RegisterError.self) { try register.slips(plan: "gate") }
    }
}
