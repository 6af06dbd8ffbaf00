// What puts a reminder off: answers, holds, pauses and downtime. Afterwards the latest stage comes, and nothing twice.

import CivilTime
import Testing

@testable import Reminders

@Suite("What puts a reminder off")
struct PostponementTests {
    private func register(_ schedule: Schedule = Sample.standard) throws -> RehearsalRegister {
        RehearsalRegister(
            try Sample.due("2024-04-30"), armed: try london("2024-04-02 10:00"), policy: try Sample.policy(schedule))
    }

    @Test("on track until a day: nothing until it has passed, then the latest stage, and the deputy not with it")
    func onTrack() throws {
        var register = try register()
        register.run(until: try london("2024-05-02 10:00"))
        let until = try day("2024-06-14")
        register.change { $0.owners = [Sample.owner(answer: .onTrack(until: until))] }
        register.run(until: try london("2024-06-16"))
        #expect(register.said.last == "2024-05-01 overdue to Ada")
        #expect(register.refusals.contains { $0.stage == "deputy" && $0.reason == .onTrack(until: until) } == false)
        register.run(until: try london("2024-07-01"))
        #expect(
            Array(register.said.dropFirst(4)) == [
                "2024-06-17 overdue 2 to Ada", "2024-06-28 overdue 3 to Ada", "2024-06-28 deputy to Dora",
            ])
    }

    @Test("a hold: refused with its reason, and after its last day the latest stage comes")
    func hold() throws {
        var register = try register()
        register.run(until: try london("2024-04-20"))
        let until = try day("2024-05-22")
        register.change { $0.holds = [HoldFacts(owner: nil, until: until, because: "election")] }
        register.run(until: try london("2024-05-22 23:00"))
        #expect(register.said == ["2024-04-02 month-before to Ada"])
        register.run(until: try london("2024-05-24"))
        #expect(register.said.last == "2024-05-23 overdue to Ada")
    }

    @Test("a hold that ends before a weekend lets go on the next working day")
    func holdBeforeWeekend() throws {
        var register = try register()
        let until = try day("2024-05-03")
        register.change { $0.holds = [HoldFacts(owner: nil, until: until, because: "election")] }
        register.run(until: try london("2024-05-31"))
        // Saturday to Monday are no working days: Monday 6 May is a bank holiday.
        #expect(register.said.first == "2024-05-07 overdue to Ada")
        #expect(
            register.refusals.first
                == Refusal(
                    stage: "month-before", repetition: 1, owner: OwnerID(1),
                    reason: .held(until: until, because: "election")))
    }

    @Test("a hold on one joint owner leaves the other alone")
    func holdOnOwner() throws {
        var register = try register()
        register.owners = [Sample.owner(1), Sample.owner(2, holder: Sample.bob)]
        let until = try day("2024-05-22")
        register.change { $0.holds = [HoldFacts(owner: OwnerID(1), until: until, because: "leave")] }
        register.run(until: try london("2024-05-01"))
        #expect(
            register.said == [
                "2024-04-02 month-before to Bob", "2024-04-23 week-before to Bob", "2024-04-30 due-day to Bob",
            ])
    }

    @Test("a hold that comes while a reminder waits drops it, and it is planned again afterwards")
    func holdWhileWaiting() throws {
        var register = try register()
        register.isPaused = true
        register.run(until: try london("2024-04-02 12:00"))
        let until = try day("2024-04-05")
        register.change { $0.holds = [HoldFacts(owner: nil, until: until, because: "check the list")] }
        register.isPaused = false
        register.run(until: try london("2024-04-09"))
        #expect(register.dropped == [.held(until: until, because: "check the list")])
        #expect(register.said == ["2024-04-08 month-before to Ada"])
    }

    @Test("after downtime one reminder tells the latest stage, and the ledger says what it superseded")
    func downtime() throws {
        var register = try register()
        register.sleep(until: try london("2024-06-05 10:00"))
        register.run(until: try london("2024-06-05 12:00"))
        #expect(register.said == ["2024-06-05 overdue to Ada"])
        #expect(register.planned.map(\.plannedDay) == [try day("2024-05-31")])
        #expect(register.refusals.map(\.stage) == ["month-before", "week-before", "due-day"])
        #expect(register.refusals.allSatisfy { $0.reason == .superseded(by: "overdue") })
    }

    @Test("a pause does not pile up repeats: one waits, and says what is true when it leaves")
    func pause() throws {
        var register = try register()
        register.run(until: try london("2024-04-03"))
        register.isPaused = true
        register.run(until: try london("2024-12-02 10:00"))
        #expect(register.planned.map(\.key.stage) == ["month-before", "week-before", "due-day", "overdue"])
        register.isPaused = false
        register.run(until: try london("2024-12-16"))
        // The grid's own next day would be 6 December, four days after; it keeps half a step away.
        #expect(
            register.said == ["2024-04-02 month-before to Ada", "2024-12-02 overdue to Ada"])
        #expect(register.dropped == [.superseded(by: "due-day"), .superseded(by: "overdue")])
    }

    @Test("a change of date re-arms every stage under a new revision, and drops what waits for the old one")
    func dateChange() throws {
        var register = try register(Sample.schedule(("week", .lead(.days(7))), ("day", .onTheDay)))
        register.run(until: try london("2024-04-24"))
        register.isPaused = true
        register.run(until: try london("2024-04-30 12:00"))
        let later = try Sample.due("2024-07-31")
        register.change {
            $0.reading = later
            $0.revision = 2
            $0.isPaused = false
        }
        register.run(until: try london("2024-09-01"))
        #expect(
            register.said == ["2024-04-23 week to Ada", "2024-07-24 week to Ada", "2024-07-31 day to Ada"])
        #expect(register.dropped == [.dateChanged])
        #expect(register.planned.map(\.key.revision) == [1, 1, 2, 2])
    }

    @Test("what was sent into a folder told nobody: live plans the latest stage again, and climbs from there")
    func modeChange() throws {
        let live = try Sample.policy()
        var register = try register()
        register.policy = try Sample.policy(mode: .folder)
        register.run(until: try london("2024-06-05 10:00"))
        #expect(register.said.last == "2024-05-31 manager to Max")
        register.change { $0.policy = live }
        register.run(until: try london("2024-06-13"))
        #expect(register.planned.last?.key.mode == .live)
        #expect(register.said.suffix(2) == ["2024-05-31 manager to Max", "2024-06-05 overdue to Ada"])
    }

    @Test("a reload that moves or renames a stage does not send it again")
    func reload() throws {
        var register = try register(Sample.schedule(("week", .lead(.workingDays(5))), ("day", .onTheDay)))
        register.run(until: try london("2024-04-24"))
        let renamed = try Sample.policy(Sample.schedule(("seven", .lead(.days(7))), ("day", .onTheDay)))
        register.change { $0.policy = renamed }
        register.run(until: try london("2024-04-25"))
        #expect(register.said == ["2024-04-23 week to Ada"])
        let moved = try Sample.policy(Sample.schedule(("week", .lead(.days(3))), ("day", .onTheDay)))
        register.change { $0.policy = moved }
        register.run(until: try london("2024-05-10"))
        #expect(register.said == ["2024-04-23 week to Ada", "2024-04-30 day to Ada"])
    }

    @Test("a clock that goes back tells nothing again")
    func clockBack() throws {
        var register = try register()
        register.run(until: try london("2024-05-02"))
        let earlier = TargetCheck(of: register.facts, under: register.policy, at: try london("2024-04-10 10:00"))
        let decision = earlier.decision()
        #expect(decision.reminders.isEmpty)
        #expect(decision.nextCheck == (try london("2024-05-16 09:00")))
    }
}
