// The rungs above the holder: nobody's superior hears of a lateness before they do.

import CivilTime
import Testing

@testable import Reminders

@Suite("The rungs of a ladder")
struct RungTests {
    private func register(_ owner: OwnerFacts = Sample.owner(), _ schedule: Schedule = Sample.standard) throws
        -> RehearsalRegister
    {
        RehearsalRegister(
            try Sample.due("2024-04-30"), armed: try london("2024-04-30 10:00"), owners: [owner],
            policy: try Sample.policy(schedule))
    }

    @Test("each rung opens ten working days after the rung below was sent")
    func climb() throws {
        var register = try register()
        register.run(until: try london("2024-06-14"))
        #expect(
            register.said == [
                "2024-04-30 due-day to Ada", "2024-05-01 overdue to Ada", "2024-05-16 overdue 2 to Ada",
                "2024-05-16 deputy to Dora", "2024-05-29 manager-warning to Ada", "2024-05-31 overdue 3 to Ada",
                "2024-05-31 manager to Max",
            ])
    }

    @Test("a holder told three months late is told first, and the deputy only ten working days after that")
    func downtime() throws {
        var register = try register()
        register.sleep(until: try london("2024-08-01 10:00"))
        register.run(until: try london("2024-08-16"))
        #expect(
            register.said == [
                "2024-08-01 overdue to Ada", "2024-08-09 overdue 2 to Ada", "2024-08-15 deputy to Dora",
            ])
    }

    @Test("a rung with nobody in it is passed over when its day comes, and the next waits for both its days")
    func nobody() throws {
        var register = try register(Sample.owner(deputy: nil))
        register.run(until: try london("2024-05-15"))
        #expect(!register.refusals.contains { $0.reason == .nobodyInRole(.deputy) })
        register.run(until: try london("2024-06-14"))
        #expect(register.refusals.contains { $0.stage == "deputy" && $0.reason == .nobodyInRole(.deputy) })
        #expect(register.said.filter { $0.contains("deputy") } == [])
        #expect(register.said.filter { $0.contains("manager to") } == ["2024-05-31 manager to Max"])
    }

    @Test("a deputy who is the holder is nobody new: the rung is passed over")
    func samePerson() throws {
        var register = try register(Sample.owner(deputy: Sample.ada))
        register.run(until: try london("2024-06-14"))
        #expect(register.said.filter { $0.contains("deputy") } == [])
        #expect(register.said.filter { $0.contains("manager to") } == ["2024-05-31 manager to Max"])
    }

    @Test("a deputy who was told and is away from then on was told: the manager hears ten working days after it")
    func toldAndAway() throws {
        var register = try register()
        register.isPaused = true
        register.run(until: try london("2024-05-31 10:00"))
        register.change { $0.isPaused = false }
        register.run(until: try london("2024-06-14 17:00"))
        #expect(register.said.last == "2024-06-14 deputy to Dora")
        let away = Sample.dora.away(until: CivilDate(iso: "2024-07-31"))
        register.change { $0.owners = [Sample.owner(deputy: away)] }
        register.run(until: try london("2024-07-10"))
        #expect(register.said.filter { $0.contains("manager to") } == ["2024-06-28 manager to Max"])
    }

    @Test("a deputy without an address: the administrator hears it, saying why, and the manager comes after")
    func deputyWithoutAddress() throws {
        var register = try register(Sample.owner(deputy: Sample.person(12, "Dora", [])))
        register.run(until: try london("2024-06-14"))
        #expect(
            register.said.filter { !$0.contains("Ada") } == [
                "2024-05-16 deputy to Admin (no_address)", "2024-05-31 manager to Max",
            ])
    }

    @Test("a rung that was refused for good is not climbed over in silence")
    func refused() throws {
        var register = try register()
        register.refusing = [Sample.dora.id]
        register.run(until: try london("2024-08-01"))
        #expect(register.said.filter { $0.contains("manager") } == [])
    }

    @Test("a rung that was sent by one of two channels was sent")
    func twoChannels() throws {
        let desk = Channel.webhook(endpoint: "desk")
        var register = try register(Sample.owner(deputy: Sample.person(12, "Dora", [desk, .email])))
        register.dead = [desk]
        register.run(until: try london("2024-06-14"))
        #expect(
            register.said.filter { !$0.contains("Ada") } == [
                "2024-05-16 deputy to Dora", "2024-05-31 manager to Max",
            ])
    }

    @Test("the deputy comes before the manager, wherever the schedule names them")
    func order() throws {
        let schedule = Schedule(
            name: "sample",
            stages: [
                Stage(name: "late", rule: .overdue(everyWorkingDays: 100)),
                Stage(name: "boss", rule: .rung(.manager, afterWorkingDays: 5), release: .automatic),
                Stage(name: "deputy", rule: .rung(.deputy, afterWorkingDays: 5)),
            ])
        var register = try register(Sample.owner(), schedule)
        register.run(until: try london("2024-06-14"))
        #expect(
            register.said == [
                "2024-05-01 late to Ada", "2024-05-09 deputy to Dora", "2024-05-14 boss-warning to Ada",
                "2024-05-16 boss to Max",
            ])
    }

    @Test("two rungs of one person that change places in a reloaded schedule do not start it again")
    func reordered() throws {
        let (late, first, second) = (
            ("late", StageRule.overdue(everyWorkingDays: 100)), ("first", StageRule.rung(.deputy, afterWorkingDays: 5)),
            ("second", StageRule.rung(.deputy, afterWorkingDays: 5))
        )
        var register = try register(Sample.owner(), Sample.schedule(late, first))
        register.run(until: try london("2024-05-20"))
        let reloaded = try Sample.policy(Sample.schedule(late, second, first))
        register.change { $0.policy = reloaded }
        register.run(until: try london("2024-07-01"))
        #expect(register.said == ["2024-05-01 late to Ada", "2024-05-09 first to Dora"])
    }

    @Test("done stops the whole ladder, and so does every status that is not chased")
    func closed() throws {
        var done = try register(Sample.owner(answer: .done))
        done.run(until: try london("2025-01-01"))
        #expect(done.said.isEmpty && done.nextCheck == nil)
        for status in Status.allCases where !status.isChased {
            var closed = try register()
            closed.change { $0.status = status }
            closed.run(until: try london("2025-01-01"))
            #expect(closed.said.isEmpty && closed.nextCheck == nil, "\(status)")
        }
    }
}
