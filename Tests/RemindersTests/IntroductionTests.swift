// Arming introduces each owner first: what they hear, what they do not hear so soon, and who is introduced again.

import ActionPlans
import CivilTime
import Testing

@testable import Reminders

@Suite("Introductions")
struct IntroductionTests {
    private func armed(
        _ text: String, due: String = "2020-03-31", owners: [OwnerFacts] = [Sample.owner()]
    ) throws -> RehearsalRegister {
        RehearsalRegister(
            try Sample.due(due), armed: try london(text), owners: owners, policy: try Sample.policy(introduces: true))
    }

    @Test(
        "an owner is introduced first; after three whole working days comes the letter, and the ladder counts from it")
    func late() throws {
        var register = try armed("2024-06-03 10:00")
        register.run(until: try london("2024-07-06"))
        #expect(
            register.said == [
                "2024-06-03 introduction to Ada", "2024-06-07 letter to Ada", "2024-06-21 overdue to Ada",
                "2024-06-21 deputy to Dora", "2024-07-03 manager-warning to Ada", "2024-07-05 overdue 2 to Ada",
                "2024-07-05 manager to Max",
            ])
        #expect(
            register.refusals.filter { $0.stage == "letter" }.map(\.reason) == [
                .introduced(until: nil), .introduced(until: try day("2024-06-06")),
            ], "the ledger says why the letter waits")
    }

    @Test("three working days leave weekends and bank holidays out")
    func holidays() throws {
        var register = try armed("2024-05-24 10:00")
        register.run(until: try london("2024-06-05"))
        #expect(register.said == ["2024-05-24 introduction to Ada", "2024-05-31 letter to Ada"])
    }

    @Test("what is due soon is told beside it, and what becomes late meanwhile waits")
    func dueSoon() throws {
        var register = try armed("2024-06-03 10:00", due: "2024-06-04")
        register.run(until: try london("2024-06-08"))
        #expect(
            register.said == [
                "2024-06-03 introduction to Ada", "2024-06-03 week-before to Ada", "2024-06-04 due-day to Ada",
                "2024-06-07 overdue to Ada",
            ])
    }

    @Test("while it waits nothing late is said; the quiet begins when it leaves")
    func waits() throws {
        var register = try armed("2024-06-03 10:00")
        register.isPaused = true
        register.run(until: try london("2024-07-01 10:00"))
        #expect(register.planned.map(\.key.stage) == ["introduction"])
        register.isPaused = false
        register.run(until: try london("2024-07-06"))
        #expect(register.said == ["2024-07-01 introduction to Ada", "2024-07-05 letter to Ada"])
    }

    @Test("one that is refused for good ends the quiet: the administrator knows of it")
    func refused() throws {
        var register = try armed("2024-06-03 10:00")
        register.refusing = [Sample.ada.id]
        register.run(until: try london("2024-06-05"))
        #expect(register.said == [])
        #expect(register.planned.map(\.key.stage) == ["introduction", "letter"])
    }

    @Test("a changed date introduces nobody anew")
    func changedDate() throws {
        var register = try armed("2024-06-03 10:00", due: "2024-07-31")
        register.run(until: try london("2024-06-10"))
        register.change {
            $0.revision = 2
            $0.armedAt = $0.now
        }
        register.run(until: try london("2024-06-20"))
        #expect(register.said == ["2024-06-03 introduction to Ada"])
    }

    @Test("a successor is introduced when their period begins, and hears the latest stage after the quiet")
    func successor() throws {
        var register = try armed("2024-06-03 10:00")
        register.run(until: try london("2024-06-10"))
        register.sleep(until: try london("2024-06-11 00:00"))
        register.change { $0.owners = [Sample.owner(holder: Sample.bob)] }
        register.run(until: try london("2024-06-18"))
        #expect(
            register.said == [
                "2024-06-03 introduction to Ada", "2024-06-07 letter to Ada", "2024-06-11 introduction to Bob",
                "2024-06-17 letter to Bob",
            ])
    }

    @Test("who stands in for an absent holder who was introduced is not; the holder is not introduced again either")
    func absence() throws {
        var register = try armed("2024-06-03 10:00")
        register.run(until: try london("2024-06-05 17:00"))
        register.change { $0.owners = [Sample.owner(holder: Sample.ada.away(until: CivilDate(iso: "2024-06-14")))] }
        register.run(until: try london("2024-06-16"))
        register.change { $0.owners = [Sample.owner()] }
        register.run(until: try london("2024-06-18"))
        #expect(
            register.said == [
                "2024-06-03 introduction to Ada", "2024-06-06 letter to Dora (acting)",
                "2024-06-17 letter to Ada",
            ])
    }

    @Test("without a holder who can be told, the next on the ladder is introduced, and the holder once there is one")
    func standIn() throws {
        var register = try armed("2024-06-03 10:00", owners: [Sample.owner(holder: nil)])
        register.run(until: try london("2024-06-10"))
        register.change { $0.owners = [Sample.owner()] }
        register.run(until: try london("2024-06-15"))
        #expect(
            register.said == [
                "2024-06-03 introduction to Dora (no_person)", "2024-06-07 letter to Dora (no_person)",
                "2024-06-10 introduction to Ada", "2024-06-14 letter to Ada",
            ])
    }

    @Test("the administrator, who is told where nobody else can be, is introduced to nothing and hears at once")
    func administrator() throws {
        for owners in [[Sample.owner(holder: nil, deputy: nil, manager: nil)], [Sample.owner(isCertain: false)]] {
            var register = try armed("2024-06-03 10:00", owners: owners)
            register.run(until: try london("2024-06-04"))
            #expect(register.said.map { $0.prefix(17) } == ["2024-06-03 letter"])
        }
    }

    @Test("whom another target of the plan introduces hears nothing late of this one, in any role")
    func elsewhere() throws {
        for person in [Sample.ada, Sample.dora] {
            var register = try armed("2024-06-03 10:00")
            register.run(until: try london("2024-06-20 17:00"))
            register.introducedElsewhere = [person.id: .sent(try london("2024-06-20 10:00"))]
            register.run(until: try london("2024-06-27"))
            let told = register.said.dropFirst(2)
            let days = told.filter { $0.hasSuffix(person.name) }.map { $0.prefix(10) }
            #expect(days == ["2024-06-26"], "\(person.name): \(told)")
        }
    }

    @Test("who was told already, before a plan introduced anybody, is not introduced late")
    func toldBefore() throws {
        var register = RehearsalRegister(
            try Sample.due("2020-03-31"), armed: try london("2024-06-03 10:00"), policy: try Sample.policy())
        register.run(until: try london("2024-06-04"))
        register.policy = try Sample.policy(introduces: true)
        register.change { _ in }
        register.run(until: try london("2024-06-18"))
        #expect(register.said.contains { $0.contains("introduction") } == false)
        #expect(register.said.count == 3)
    }

    @Test("two owners are each introduced, and one who holds both posts once")
    func joint() throws {
        var two = try armed("2024-06-03 10:00", owners: [Sample.owner(), Sample.owner(2, holder: Sample.bob)])
        two.run(until: try london("2024-06-04"))
        #expect(two.said == ["2024-06-03 introduction to Ada", "2024-06-03 introduction to Bob"])
        var one = try armed("2024-06-03 10:00", owners: [Sample.owner(), Sample.owner(2)])
        one.run(until: try london("2024-06-04"))
        #expect(one.said == ["2024-06-03 introduction to Ada"])
    }

    @Test("it says what comes first, from when lateness is spoken of, and whom it climbs to")
    func entry() throws {
        let now = try london("2024-06-03 10:00")
        let policy = try Sample.policy(introduces: true)
        let late = Sample.target(try Sample.due("2024-05-01"), armed: now)
        let coming = Sample.target(try Sample.due("2024-09-30"), armed: now, id: 63)
        let standing = Sample.target(Sample.ongoing, armed: now, id: 64)
        let reminders = [late, coming, standing].map {
            Sample.reminder($0, .introduction, id: $0.id.value, planned: CivilDate(iso: "2024-06-03") ?? .min)
        }
        let facts = try #require(Freezing(under: policy, at: now).freeze(Sample.message(reminders)).facts)
        #expect(facts.subject == "Action plan targets in your name: Remand in custody: action plan")
        let entries = Dictionary(uniqueKeysWithValues: facts.introductions.map { ($0.reminder.value, $0.introduction) })
        #expect(entries[62]??.firstReminder == CivilDate(iso: "2024-06-07"))
        #expect(entries[62]??.lateFrom == CivilDate(iso: "2024-06-07"))
        #expect(entries[62]??.climbsTo.map(\.name) == ["Dora", "Max"])
        #expect(entries[63]??.firstReminder == CivilDate(iso: "2024-08-30"))
        #expect(entries[64]??.firstReminder == CivilDate(iso: "2025-06-03"))
        #expect(entries[64]??.climbsTo == [], "a standing commitment is never late")
    }

    @Test(
        "what comes round is introduced with the day of its present round, and what waits for the same window comes first"
    )
    func roundAndWaiting() throws {
        let now = try london("2024-06-03 10:00")
        let today = CivilDate(iso: "2024-06-03") ?? .min
        let policy = try Sample.policy(introduces: true)
        let quarterly = Reading(
            kind: .recurring, rule: "r", recurrence: .every("P3M"))
        let lead = Sample.recorded("month-before", .lead, planned: today, fate: .waiting)
        let targets = [
            Sample.target(quarterly, armed: now), Sample.target(try Sample.due("2024-07-31"), armed: now, id: 63),
            Sample.target(try Sample.due("2024-07-31"), armed: now, recorded: [lead], id: 64),
        ]
        let reminders = targets.map { Sample.reminder($0, .introduction, id: $0.id.value, planned: today) }
        let facts = try #require(Freezing(under: policy, at: now).freeze(Sample.message(reminders)).facts)
        let entries = Dictionary(uniqueKeysWithValues: facts.introductions.map { ($0.reminder.value, $0) })
        #expect(entries[62]?.due == CivilDate(iso: "2024-06-30"))
        #expect(entries[63]?.introduction?.firstReminder != today)
        #expect(entries[64]?.introduction?.firstReminder == today)
    }

    @Test("whatever the day of arming, nothing late is said within three working days, and nothing is lost")
    func property() throws {
        for number in 0..<40 {
            var chance = Chance(number)
            let armed = try london("2024-04-02 08:00").adding(seconds: Int64(chance.number(0...20_000_000)))
            let due = try Sample.due("2024-06-28")
            func run(_ introduces: Bool) throws -> RehearsalRegister {
                var register = RehearsalRegister(
                    due, armed: armed, policy: try Sample.policy(introduces: introduces))
                register.run(until: armed.adding(seconds: 120 * 86_400))
                return register
            }
            let (with, without) = (try run(true), try run(false))
            let calendar = try SampleCalendar.calendar()
            let introduced = try #require(with.said.first.flatMap { CivilDate(iso: String($0.prefix(10))) })
            let early = with.said.dropFirst().filter { line in
                let isLate = ["letter", "overdue", "deputy", "manager"].contains { line.contains(" \($0)") }
                let said = CivilDate(iso: String(line.prefix(10))) ?? .min
                return isLate && calendar.workingDays(from: introduced, to: said) <= 3
            }
            #expect(early.isEmpty, "\(early), armed \(armed), seed \(seed)")
            func stages(_ register: RehearsalRegister) -> Set<String> {
                Set(register.planned.map(\.key.stage) + register.refusals.map(\.stage))
            }
            #expect(stages(without).subtracting(stages(with)).isEmpty, "armed \(armed), seed \(seed)")
        }
    }
}
