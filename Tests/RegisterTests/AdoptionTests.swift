import ActionPlans
import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct AdoptionTests: GatesPlan {
    let register: Store

    init() throws { register = try .inMemory(at: instant(), identity: .fixed) }

    @Test("the same file again changes nothing, not even the ledger")
    func twice() throws {
        let plan = [recommendation("1", [edition("2026-01", [.due("2026-04-30")])])]
        #expect(try adopt("a", plan).outcome == .created)
        let before = try register.ledger()
        let again = try adopt("a", plan, at: 60)
        #expect(again.outcome == .unchanged)
        #expect(again.new == 0)
        #expect(again.waiting == 1)
        #expect(try register.ledger() == before)
    }

    @Test("an imported plan waits for arm and is due for no check")
    func silent() throws {
        let adoption = try adopt("a", [recommendation("1", [edition("2026-01", [.due("2020-04-30")])])])
        #expect(adoption.waiting == 1)
        #expect(adoption.unresolvedOwners == ["Head of Wings"])
        #expect(try register.earliestCheck() == nil)
        #expect(try register.plans()[0].waitingSince == instant())
    }

    @Test("the doubts of a plan stand on its worklist, each once")
    func doubts() throws {
        let unclear = Reading(kind: .unclear, rule: "r", why: "no month is named")
        let relative = Reading(kind: .relative, rule: "r", after: "the review", period: "P3M")
        let plan = [
            recommendation("1", [edition("2026-01", [Said(phrase: "soon", readings: [unclear])])]),
            recommendation("2", [edition("2026-01", [Said(phrase: "3 months after", readings: [relative])])]),
            recommendation("3", [edition("2026-01", [])]),
            recommendation("4", response: .notAgreed, [edition("2026-01", [])]),
            recommendation("5", [edition("2026-01", owners: ["Head of Wings", "Nurse"], [.due("2026-04-30")])]),
            recommendation("6", [edition("2026-01", owners: [], [.due("2026-04-30")])]),
            recommendation("7", [edition("2026-01", [.completed()])]),
        ]
        let problem = ReadingProblem(severity: .warning, line: 3, where: "recommendation 9", message: "is missing")
        let adoption = try register.adopt(
            draft(plan, problems: [problem]), as: "gates", source: source("a"), by: amy, at: instant())
        let found = adoption.worklist.map { "\($0.reference ?? "-") \($0.kind.rawValue)" }
        #expect(
            Set(found) == [
                "- reading", "gates/1.1 date_unclear", "gates/2.1 date_relative", "gates/3.1 no_date",
                "gates/5.1 owner_unclear", "gates/6.1 no_owner",
            ])
        #expect(found.count == 6)
        #expect(adoption.doubtful == 5)
        #expect(adoption.new == 6, "recommendation 4 promises nothing and has no target")
        #expect(try register.target("gates/7.1", mode: .live) { _ in .min }.facts.status == .completed)
        let joint = try register.facts(reference: "gates/5.1", mode: .live) { _ in .min }
        #expect(joint.owners.map(\.isCertain) == [false, false])
    }

    @Test("adopting disarms what is new or changed, and leaves armed what is the same")
    func disarming() throws {
        try adopt(
            "a",
            [
                recommendation("1", [edition("2026-01", [.due("2026-04-30")])]),
                recommendation("2", [edition("2026-01", [.due("2026-05-31")])]),
            ])
        #expect(try register.arm("gates", approved: Approval(messages: 9, until: .max), by: amy, at: instant(5)) == 2)
        let adoption = try adopt(
            "b",
            [
                recommendation("1", [edition("2026-02", [.due("2026-04-30")])]),
                recommendation("2", [edition("2026-02", [.due("2026-06-30")])]),
                recommendation("3", [edition("2026-02", [.due("2026-07-31")])]),
            ], at: 10)
        #expect(adoption.outcome == .updated)
        #expect(
            [adoption.new, adoption.changed, adoption.kept, adoption.disarmed, adoption.waiting] == [1, 1, 1, 1, 2])
        #expect(try register.targets().map { $0.armedAt != nil } == [true, false, false])
        #expect(try register.targets().map { $0.nextCheck != nil } == [true, false, false])
        #expect(try register.status().waiting == [WaitingPlan(plan: "gates", targets: 2, since: instant(10))])
    }

    @Test("a change of owner disarms; another spelling of the same post does not")
    func owners() throws {
        try adopt(
            "a",
            [recommendation("1", [edition("2026-01", owners: ["Governor\u{2019}s  Office"], [.due("2026-04-30")])])])
        _ = try register.arm("gates", approved: Approval(messages: 9, until: .max), by: amy, at: instant())
        let same = try adopt(
            "b", [recommendation("1", [edition("2026-02", owners: ["governor's office."], [.due("2026-04-30")])])])
        #expect(same.kept == 1 && same.disarmed == 0)
        let other = try adopt("c", [recommendation("1", [edition("2026-03", owners: ["Nurse"], [.due("2026-04-30")])])])
        #expect(other.changed == 1 && other.disarmed == 1)
        #expect(try register.targets()[0].revision == 1)
    }

    @Test("a new edition's date counts as moved, a corrected reading of the same edition does not")
    func extensions() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [.due("2026-04-30")])])])
        try adopt("b", [recommendation("1", [edition("2026-01", [.due("2026-04-29")])])])
        var facts = try register.facts(reference: "gates/1.1", mode: .live) { _ in .min }
        #expect(facts.date.revision == 2 && facts.date.extensions == 0)
        try adopt("c", [recommendation("1", [edition("2026-06", [.due("2026-09-30")])])])
        facts = try register.facts(reference: "gates/1.1", mode: .live) { _ in .min }
        #expect(facts.date.revision == 3 && facts.date.extensions == 1)
        #expect(facts.date.firstDue == day("2026-04-29"), "the misreading was never its date")
        let causes = try register.target("gates/1.1", mode: .live) { _ in .min }.revisions.map(\.cause)
        #expect(causes == [.printed, .corrected, .newEdition])
    }

    @Test("an older edition than the current one changes nothing of it")
    func older() throws {
        try adopt("a", [recommendation("1", [edition("2026-06", [.due("2026-09-30")])])])
        try adopt("b", [recommendation("1", [edition("2026-01", [.due("2026-04-30")])])])
        #expect(try lines() == ["gates/1.1 2026-09-30 r1 open"])
    }

    @Test("an answer outweighs a later print, and a person is asked about it")
    func contradiction() throws {
        let administrator = try register.ensurePerson(name: "Ada", email: "ada@example.org", at: instant())
        try adopt("a", [recommendation("1", [edition("2026-01", [.due("2026-04-30")])])])
        _ = try register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .done, by: "Hal", on: day("2026-03-01"), because: "built",
                ownerPost: nil),
            administrator: administrator.id, by: amy, at: instant())
        try adopt("b", [recommendation("1", [edition("2026-06", [.due("2026-09-30")])])])
        #expect(try lines() == ["gates/1.1 2026-09-30 r2 completed"])
        #expect(try register.worklist().map(\.kind) == [.contradiction])
    }

    @Test("an owner's new date stands when a later edition only repeats the old one, or confirms the new one")
    func repeated() throws {
        let administrator = try register.ensurePerson(name: "Ada", email: "ada@example.org", at: instant())
        try adopt("a", [recommendation("1", [edition("2026-01", [.due("2026-04-30")])])])
        _ = try register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: AnswerTests.newDate, by: "Hal", on: day("2026-03-01"), because: "rain",
                ownerPost: nil), administrator: administrator.id, by: amy, at: instant())
        #expect(try adopt("b", [recommendation("1", [edition("2026-02", [.due("2026-04-30")])])]).kept == 1)
        #expect(try adopt("c", [recommendation("1", [edition("2026-03", [.due("2026-06-30")])])]).kept == 1)
        #expect(try lines() == ["gates/1.1 June 2026 r2 open"])
        #expect(try adopt("d", [recommendation("1", [edition("2026-04", [.due("2026-07-31")])])]).changed == 1)
        #expect(try lines() == ["gates/1.1 2026-07-31 r3 open"])
    }

    @Test("an adoption that fails half-way leaves nothing")
    func interrupted() throws {
        var broken = draft([
            recommendation("1", [edition("2026-01", [.due("2026-04-30")])]),
            recommendation("2", [edition("2026-01", [.due("2026-04-30")])]),
        ])
        broken.recommendations[1].editions[0].edition = "1999-01"
        #expect(throws: RegisterError.self) {
            try register.adopt(broken, as: "gates", source: source("a"), by: amy, at: instant())
        }
        #expect(try register.plans() == [])
        #expect(try register.owners() == [])
        #expect(try register.ledger().count == 1)
    }

    @Test("a plan's name is fit to begin a reference", arguments: ["", "Gates", "a b", "a/b", "-a", "a--b", "é"])
    func names(_ name: String) throws {
        #expect(throws: RegisterError.self) {
            try register.adopt(draft([]), as: name, source: source("a"), by: amy, at: instant())
        }
    }

    @Test(
        "a date revision can be neither changed nor removed",
        arguments: ["UPDATE date_revision SET phrase = 'x'", "DELETE FROM date_revision"])
    func frozen(_ sql: String) throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [.due("2026-04-30")])])])
        #expect(throws: RegisterError.self) { try register.write(at: instant()) { try $0.execute(sql) } }
    }

    @Test("every kind of reading comes back as it went in")
    func readings() throws {
        let readings = [
            due("2026-04-30"), ongoing,
            Reading(
                kind: .range, from: day("2026-01-01"), due: day("2026-03-31"), precision: .month, rule: "r",
                milestone: "the hinge"),
            Reading(kind: .starts, from: day("2026-01-01"), precision: .financialYear, rule: "r"),
            Reading(kind: .recurring, rule: "r", recurrence: .months([2, 10])),
            Reading(kind: .recurring, from: day("2026-01-01"), rule: "r", recurrence: .every("P3M")),
            Reading(kind: .recurring, rule: "r", recurrence: .terms),
            Reading(
                kind: .relative, due: day("2026-03-31"), precision: .day, rule: "r", after: "the review", period: "P3M",
                why: "hedged"),
        ]
        try adopt(
            "a",
            readings.enumerated().map { place, reading in
                recommendation("\(place + 1)", [edition("2026-01", [Said(phrase: "p\(place)", readings: [reading])])])
            })
        for (place, reading) in readings.enumerated() {
            let facts = try register.facts(reference: "gates/\(place + 1).1", mode: .live) { _ in .min }
            #expect(facts.date.reading == reading)
        }
    }
}
