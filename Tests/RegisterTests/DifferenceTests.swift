// What an edition changes: shown before it is adopted, under references that stay, with how sure each match is.

import ActionPlans
import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct DifferenceTests {
    let register: Store

    init() throws { register = try .inMemory(at: instant(), identity: .fixed) }

    static let lights = "Light the steps at the fish quay so that nobody falls in the dark"
    static let radar = "Replace the radar on the point which was out of order all winter"
    static let crews = "Train every crew to the national standard within a year of joining"

    private func row(_ number: String, _ text: String, _ id: String, _ said: [Said], response: Response? = .agreed)
        -> RecommendationDraft
    {
        var row = recommendation(number, response: response, [edition(id, said)])
        row.text = text
        return row
    }

    private func adopt(_ name: String, _ rows: [RecommendationDraft]) throws -> Adoption {
        let digest = source(name)
        let shown = try register.compare(draft(rows), as: "gates", source: digest, by: amy, at: instant())
        let done = try register.adopt(draft(rows), as: "gates", source: digest, by: amy, at: instant())
        #expect(shown == done, "what is shown is what is done")
        return done
    }

    private func told(_ adoption: Adoption) -> [String] {
        adoption.difference.changes.map { change in
            let words = [change.reference ?? change.recommendation, change.kind.rawValue, change.sureness.rawValue]
            return words.joined(separator: " ")
        }
    }

    private func first() throws {
        let adoption = try adopt(
            "a",
            [
                row("1", Self.lights, "2026-01", [.due("2026-04-30")]),
                row("2", Self.radar, "2026-01", [.due("2026-05-31")]),
                row("3", Self.crews, "2026-01", [.due("2026-06-30")]),
            ])
        #expect(adoption.difference.isFirst)
        #expect(
            told(adoption) == [
                "gates/1.1 new_date certain", "gates/2.1 new_date certain", "gates/3.1 new_date certain",
            ])
        _ = try register.arm("gates", approved: Approval(messages: 9, until: .max), by: amy, at: instant())
    }

    private func state() throws -> [String] {
        try register.targets().map { "\($0.reference) \($0.phrase)\($0.armedAt == nil ? "" : " armed")" }
    }

    @Test("comparing writes nothing")
    func compared() throws {
        try first()
        let before = try register.ledger()
        let shown = try register.compare(
            draft([row("1", Self.lights, "2026-06", [.due("2027-01-31")])]), as: "gates", source: source("b"),
            by: amy, at: instant())
        #expect(shown.difference.count(.changedDate) == 1)
        #expect(shown.difference.slips.first?.slip == 276)
        #expect(try register.ledger() == before)
    }

    @Test("a recommendation with another number keeps its references, and the new one under its number gets its own")
    func renumbered() throws {
        try first()
        let adoption = try adopt(
            "b",
            [
                row("1", Self.lights, "2026-06", [.due("2026-04-30")]),
                row("2", "Publish the emergency plan and rehearse it with everybody", "2026-06", [.due("2027-01-31")]),
                row("3", Self.radar, "2026-06", [.due("2026-05-31")]),
                row("4", Self.crews, "2026-06", [.due("2026-12-31")]),
            ])
        #expect(
            told(adoption) == [
                "2 new_recommendation certain", "gates/2-2.1 new_date certain", "3 renumbered certain",
                "4 renumbered certain", "gates/3.1 changed_date certain",
            ])
        #expect(
            try state() == [
                "gates/1.1 2026-04-30 armed", "gates/2-2.1 2027-01-31", "gates/2.1 2026-05-31 armed",
                "gates/3.1 2026-12-31",
            ])
        let facts = try register.facts(reference: "gates/2.1", mode: .live) { _ in .min }
        #expect(facts.recommendation.number == "3", "it is told under the number that is printed now")
    }

    @Test("a recommendation in other words is matched, and a person is asked where that is only likely")
    func reworded() throws {
        try first()
        let adoption = try adopt(
            "b",
            [
                row(
                    "1", "Light all steps at the fish quay so nobody falls in the dark", "2026-06", [.due("2026-04-30")]
                ),
                row("2", "Mend or renew the point's radar, dark since the storm", "2026-06", [.due("2026-05-31")]),
                row("3", Self.crews, "2026-06", [.due("2026-06-30")]),
            ])
        #expect(told(adoption) == ["1 reworded certain", "2 reworded likely"])
        #expect(try register.worklist().map(\.kind) == [.moved])
        #expect(
            try state() == ["gates/1.1 2026-04-30 armed", "gates/2.1 2026-05-31", "gates/3.1 2026-06-30 armed"],
            "what is only likely the same waits for arm")
    }

    @Test("another text under the same number is another recommendation")
    func replaced() throws {
        try first()
        let adoption = try adopt(
            "b",
            [
                row("1", Self.lights, "2026-06", [.due("2026-04-30")]),
                row(
                    "2", "Publish yearly accounts of harbour dues and what they paid for", "2026-06",
                    [.due("2026-05-31")]),
                row("3", Self.crews, "2026-06", [.due("2026-06-30")]),
            ])
        #expect(
            told(adoption) == [
                "2 new_recommendation certain", "gates/2-2.1 new_date certain", "2 vanished_recommendation certain",
                "gates/2.1 silent unclear",
            ])
        #expect(try state().contains("gates/2-2.1 2026-05-31"))
        #expect(try register.worklist().map(\.reference) == ["gates/2.1"])
    }

    @Test("a vanished recommendation is on the worklist once and not chased; what was done of it stays done")
    func vanished() throws {
        try first()
        _ = try adopt(
            "b",
            [
                row("1", Self.lights, "2026-06", [.completed()]), row("2", Self.radar, "2026-06", [.due("2026-05-31")]),
                row("3", Self.crews, "2026-06", [.due("2026-06-30")]),
            ])
        let adoption = try adopt("c", [row("2", Self.radar, "2026-09", [.due("2026-05-31")])])
        #expect(
            told(adoption) == [
                "1 vanished_recommendation certain", "3 vanished_recommendation certain", "gates/3.1 silent unclear",
            ])
        #expect(try register.targets().map(\.status) == [.completed, .open])
        #expect(
            try register.worklist().map { "\($0.reference ?? "-") \($0.kind.rawValue)" } == ["gates/3.1 superseded"])
        let again = try adopt("d", [row("2", Self.radar, "2026-10", [.due("2026-05-31")])])
        #expect(told(again) == [], "it vanishes once")
        #expect(try register.worklist().count == 1)
        let back = try adopt(
            "e",
            [
                row("2", Self.radar, "2026-11", [.due("2026-05-31")]),
                row("3", Self.crews, "2026-11", [.due("2026-06-30")]),
            ])
        #expect(told(back) == ["gates/3.2 new_date certain"])
        #expect(try register.targets().map(\.reference).contains("gates/3.2"))
    }

    @Test("an older edition makes nothing vanish")
    func older() throws {
        try first()
        let adoption = try adopt("b", [row("1", Self.lights, "2025-06", [.due("2025-12-31")])])
        #expect(told(adoption) == [])
        #expect(try register.targets().count == 3)
    }

    @Test("a changed response, owner and date are told apart")
    func kinds() throws {
        try first()
        var second = row("2", Self.radar, "2026-06", [.due("2026-12-31")], response: .partlyAgreed)
        second.editions[0].owners = ["Nurse"]
        let adoption = try adopt(
            "b",
            [
                row("1", Self.lights, "2026-06", [.due("2026-04-30")]), second,
                row("3", Self.crews, "2026-06", [.due("2026-06-30")]),
            ])
        #expect(
            told(adoption) == [
                "2 response certain", "gates/2.1 changed_date certain", "gates/2.1 owners certain",
            ])
        let owners = try #require(adoption.difference.changes.last)
        #expect(owners.before == "Head of Wings" && owners.after == "Nurse")
    }

    @Test("a date that probably replaces another is named on the worklist with its reference")
    func likely() throws {
        let oil = "Oil the hinges of the north gate and the locks"
        _ = try adopt(
            "a", [row("1", Self.lights, "2026-01", [.due("2026-04-30", action: oil), .due("2026-05-31")])])
        let adoption = try adopt(
            "b",
            [
                row(
                    "1", Self.lights, "2026-06",
                    [.due("2026-10-31", action: "Oil the hinges of the north gate, then paint it"), .due("2026-05-31")])
            ])
        #expect(told(adoption) == ["gates/1.3 new_date certain", "gates/1.1 silent likely"])
        let doubt = try #require(try register.worklist().first)
        #expect(doubt.kind == .superseded && doubt.like == "gates/1.3")
    }

    @Test("a second date in one phrase stands on the worklist, since only the first is chased")
    func second() throws {
        let both = Said(phrase: "April 2026 and June 2026", readings: [due("2026-04-30"), due("2026-06-30")])
        let twice = Said(phrase: "30 April 2026, that is 30/4/26", readings: [due("2026-04-30"), due("2026-04-30")])
        _ = try adopt("a", [row("1", Self.lights, "2026-01", [both]), row("2", Self.radar, "2026-01", [twice])])
        let rows = try register.worklist()
        #expect(rows.map { "\($0.reference ?? "-") \($0.kind.rawValue)" } == ["gates/1.1 second_date"])
        #expect(rows.first?.text.contains("2026-06-30") == true)
    }

    @Test("a reader's problem stands at the target that its line and words mean, and goes when it is no longer said")
    func problems() throws {
        let rows = [row("1", Self.lights, "2026-01", [.due("2026-04-30")])]
        let problem = ReadingProblem(
            severity: .warning, line: 10, where: "recommendation 1",
            message: "target date \"2026-04-30\": was already past")
        let elsewhere = ReadingProblem(
            severity: .warning, line: 11, where: "recommendation 1", message: "\"2026-04-30\" odd")
        _ = try register.adopt(
            draft(rows, problems: [problem, elsewhere]), as: "gates", source: source("a"), by: amy, at: instant())
        #expect(try register.worklist().map(\.reference) == ["gates/1.1", nil])
        _ = try register.adopt(
            draft(rows, problems: [elsewhere]), as: "gates", source: source("b"), by: amy, at: instant())
        #expect(try register.worklist().map(\.reference) == [nil])
    }
}
