// Arming a plan whose dates have passed: one letter each, and ladders that start from it.

import CivilTime
import Testing

@testable import Reminders

@Suite("The letter at arming")
struct LetterTests {
    private func armed(_ text: String, due: String = "2020-03-31") throws -> RehearsalRegister {
        RehearsalRegister(try Sample.due(due), armed: try london(text), policy: try Sample.policy())
    }

    @Test("a date that had passed is told by one letter, and everything after counts from the letter")
    func ladder() throws {
        var register = try armed("2024-06-03 10:00")
        register.run(until: try london("2024-07-20"))
        #expect(
            register.said == [
                "2024-06-03 letter to Ada", "2024-06-17 overdue to Ada", "2024-06-17 deputy to Dora",
                "2024-06-27 manager-warning to Ada", "2024-07-01 overdue 2 to Ada", "2024-07-01 manager to Max",
                "2024-07-15 overdue 3 to Ada",
            ])
    }

    @Test("armed on a Saturday, the letter leaves on Monday")
    func weekend() throws {
        var register = try armed("2024-06-01 11:00")
        register.run(until: try london("2024-06-04"))
        #expect(register.said == ["2024-06-03 letter to Ada"])
    }

    @Test("armed on the day itself, there is no letter: it is due today")
    func today() throws {
        var register = try armed("2024-06-03 10:00", due: "2024-06-03")
        register.run(until: try london("2024-06-04 12:00"))
        #expect(register.said == ["2024-06-03 due-day to Ada", "2024-06-04 overdue to Ada"])
    }

    @Test("a letter that waits holds the ladder back: it counts from the day the letter left")
    func waits() throws {
        var register = try armed("2024-06-03 10:00")
        register.isPaused = true
        register.run(until: try london("2024-09-02 10:00"))
        #expect(register.planned.map(\.key.stage) == ["letter"])
        register.isPaused = false
        register.run(until: try london("2024-09-17"))
        #expect(
            register.said == [
                "2024-09-02 letter to Ada", "2024-09-16 overdue to Ada", "2024-09-16 deputy to Dora",
            ])
    }

    @Test("a letter that was refused for good tells nobody above, and the repeats count from its day")
    func refused() throws {
        var register = try armed("2024-06-03 10:00")
        register.refusing = [Sample.ada.id]
        register.run(until: try london("2024-06-18"))
        #expect(register.said == [])
        #expect(register.planned.map(\.key.stage) == ["letter", "overdue"])
    }

    @Test("disarmed and armed again, nobody gets a second letter")
    func again() throws {
        var register = try armed("2024-06-03 10:00")
        register.run(until: try london("2024-06-10"))
        register.change { $0.armedAt = nil }
        register.run(until: try london("2024-06-12 10:00"))
        let rearmed = register.now
        register.change { $0.armedAt = rearmed }
        register.run(until: try london("2024-06-18"))
        #expect(
            register.said == [
                "2024-06-03 letter to Ada", "2024-06-17 overdue to Ada", "2024-06-17 deputy to Dora",
            ])
    }

    @Test("what was told as late before it was armed anew needs no letter")
    func toldBefore() throws {
        var register = try armed("2024-01-02", due: "2024-04-30")
        register.run(until: try london("2024-05-02"))
        register.change { $0.armedAt = nil }
        register.run(until: try london("2024-05-07 10:00"))
        let rearmed = register.now
        register.change { $0.armedAt = rearmed }
        register.run(until: try london("2024-05-17"))
        #expect(
            Array(register.said.suffix(3)) == [
                "2024-05-01 overdue to Ada", "2024-05-16 overdue 2 to Ada", "2024-05-16 deputy to Dora",
            ])
    }

    @Test("unarmed, nothing is said and no check is set")
    func silent() throws {
        let target = Sample.target(try Sample.due("2020-03-31"), armed: nil)
        let decision = TargetCheck(of: target, under: try Sample.policy(), at: try london("2024-06-03 10:00"))
            .decision()
        #expect(decision.reminders.isEmpty && decision.refusals.isEmpty && decision.nextCheck == nil)
    }
}
