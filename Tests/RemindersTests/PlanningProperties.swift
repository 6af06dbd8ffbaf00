// Laws of the planner over targets, schedules and times drawn by chance. SEED in the environment chooses another run.

import CivilTime
import Testing

@testable import Reminders

@Suite("Laws of the planner")
struct PlanningProperties {
    private static let zones = ["Europe/London", "America/New_York", "Pacific/Apia"]

    /// A register with nothing happening to it but time.
    private func register(_ chance: inout Chance) throws -> RehearsalRegister {
        let start = try day("2023-06-01").adding(days: chance.number(0...400))
        let due = start.adding(days: chance.number(-300...300))
        let policy = try Sample.policy(
            chance.schedule(), reviews: chance.reviews(around: start.adding(days: chance.number(-100...200))),
            zone: chance.any(of: Self.zones, or: Self.zones[0]))
        let armed = policy.defaults.calendar.zone.startOfDay(start)
            .adding(seconds: Int64(chance.number(0...86_399)))
        let isUndated = chance.number(0...9) == 0
        var register = RehearsalRegister(
            isUndated ? nil : chance.reading(due), armed: armed, owners: chance.owners(), policy: policy)
        register.response = .accepted
        register.decides = chance.any(of: [.proposed, .released, .stopped(because: "chance")], or: .proposed)
        return register
    }

    private func stamps(_ reminders: [Reminder]) -> Set<String> {
        Set(reminders.map { "\($0.key.stage) \($0.role) \($0.key.recipient) \($0.key.channel) \($0.plannedDay)" })
    }

    @Test("stepping to B and then to C says what stepping to C says", arguments: 0..<120)
    func stepping(_ run: Int) throws {
        var chance = Chance(run)
        let start = try register(&chance)
        let middle = start.now.adding(seconds: Int64(chance.number(0...20_000_000)))
        let end = middle.adding(seconds: Int64(chance.number(0...20_000_000)))
        var (stepped, whole) = (start, start)
        stepped.run(until: middle)
        stepped.run(until: end)
        whole.run(until: end)
        #expect(stepped.said == whole.said, "seed \(seed), run \(run)")
        #expect(stepped.planned == whole.planned && stepped.refusals == whole.refusals, "seed \(seed), run \(run)")
    }

    @Test("jumping over a span says a part of what stepping says: for each reader the latest", arguments: 0..<120)
    func jumping(_ run: Int) throws {
        var chance = Chance(run)
        var stepped = try register(&chance)
        stepped.run(until: stepped.now.adding(seconds: Int64(chance.number(0...20_000_000))))
        var jumped = stepped
        let before = stepped.planned.count
        let end = stepped.now.adding(seconds: Int64(chance.number(0...20_000_000)))
        stepped.run(until: end)
        jumped.sleep(until: end)
        // One pass of checks: what was not sent yet cannot be climbed from.
        jumped.isPaused = true
        jumped.run(until: end)
        let told = jumped.planned.dropFirst(before)
        #expect(stamps(Array(told)).isSubset(of: stamps(stepped.planned)), "seed \(seed), run \(run)")
        let readers = told.filter { $0.role == .holder }.map {
            "\($0.key.recipient) \($0.key.channel) \($0.kind.thread)"
        }
        #expect(Set(readers).count == readers.count, "one reminder a reader and thread; seed \(seed), run \(run)")
    }

    @Test("whatever happens, no key comes twice and nobody hears the same on one day twice", arguments: 0..<150)
    func anything(_ run: Int) throws {
        var chance = Chance(run)
        var register = try register(&chance)
        for _ in 0..<12 {
            let step = register.now.adding(seconds: Int64(chance.number(0...6_000_000)))
            if chance.coin() { register.run(until: step) } else { register.sleep(until: step) }
            try happen(&register, &chance)
        }
        register.run(until: register.now.adding(seconds: 20_000_000))
        #expect(Set(register.heard).count == register.heard.count, "seed \(seed), run \(run): \(register.heard)")
    }

    private func happen(_ register: inout RehearsalRegister, _ chance: inout Chance) throws {
        let today = register.policy.defaults.calendar.zone.date(at: register.now)
        switch chance.number(0...8) {
        case 0: register.change { $0.owners = chance.owners() }
        case 1, 2:
            guard !register.owners.isEmpty else { return }
            let index = chance.number(0...(register.owners.count - 1))
            let owner = register.owners[index]
            let answered = Sample.owner(
                owner.id.value, holder: owner.holder, deputy: owner.deputy, manager: owner.manager,
                answer: chance.answer(around: today), heardAt: chance.coin() ? register.now : owner.heardAt,
                doneThrough: chance.coin() ? today.adding(days: chance.number(-90...90)) : owner.doneThrough,
                changesOn: chance.coin() ? today.adding(days: chance.number(1...90)) : nil, isCertain: owner.isCertain)
            register.change { $0.owners[index] = answered }
        case 3:
            let until = today.adding(days: chance.number(0...60))
            register.change { $0.holds.append(HoldFacts(owner: nil, until: until, because: "chance")) }
        case 4: register.change { $0.isPaused.toggle() }
        case 5:
            let reading = chance.reading(today.adding(days: chance.number(-100...200)))
            register.change {
                $0.reading = reading
                $0.revision += 1
            }
        case 6:
            let armed = chance.coin() ? register.now : nil
            register.change { $0.armedAt = armed }
        case 7:
            let reloaded = try Sample.policy(chance.schedule(), zone: register.policy.defaults.calendar.zone.identifier)
            register.change { $0.policy = reloaded }
        default: register.refusing = chance.coin() ? [PersonID(Int64(chance.number(11...16)))] : []
        }
    }

    @Test("nothing is said for a target that is not armed or not chased", arguments: 0..<60)
    func silent(_ run: Int) throws {
        var chance = Chance(run)
        var register = try register(&chance)
        let status = chance.any(of: Status.allCases.filter { !$0.isChased }, or: .completed)
        let isUnarmed = chance.coin()
        register.change { isUnarmed ? ($0.armedAt = nil) : ($0.status = status) }
        let decision = TargetCheck(of: register.facts, under: register.policy, at: register.now).decision()
        #expect(decision.reminders.isEmpty && decision.nextCheck == nil, "seed \(seed), run \(run)")
    }

    @Test("nothing traps at the bounds of days, instants and counts", arguments: 0..<200)
    func bounds(_ run: Int) throws {
        var chance = Chance(run)
        let days: [CivilDate] = [.min, .min.adding(days: 3), try day("2024-04-30"), .max.adding(days: -3), .max]
        let instants = [
            Instant(milliseconds: .min), .distantPast, try london("2024-05-01 09:00"), .distantFuture,
            Instant(milliseconds: .max),
        ]
        let kinds = ReminderKind.allCases
        let recorded = (0..<chance.number(0...4)).map { index in
            Sample.recorded(
                "s\(index)", chance.any(of: kinds, or: .lead), planned: chance.any(of: days, or: .max),
                fate: chance.any(
                    of: [.waiting, .givenUp, .sent(chance.any(of: instants, or: .distantPast))], or: .waiting),
                repetition: chance.any(of: [1, .max, .min], or: 1), recipient: Sample.ada.id)
        }
        let until = chance.any(of: days, or: .max)
        let target = Sample.target(
            chance.reading(chance.any(of: days, or: .max)), armed: chance.any(of: instants, or: .distantPast),
            owners: [Sample.owner(answer: chance.coin() ? .onTrack(until: until) : nil)], recorded: recorded,
            holds: chance.coin() ? [HoldFacts(owner: nil, until: until, because: "chance")] : [])
        let policy = try Sample.policy(chance.schedule(counts: [.min, -1, 0, 1, 9_999, .max]))
        for now in instants {
            let decision = TargetCheck(of: target, under: policy, at: now).decision()
            if let next = decision.nextCheck { #expect(next > now, "seed \(seed), run \(run), \(now)") }
            for planned in decision.reminders {
                let stale = Freezing(under: policy, at: now).staleness(of: Sample.claimed(planned, target))
                #expect(stale == nil, "what is planned is true; seed \(seed), run \(run), \(now)")
            }
            for kind in kinds {
                let reminder = Sample.reminder(target, kind, planned: chance.any(of: days, or: .max))
                _ = Freezing(under: policy, at: now).freeze(Sample.message([reminder]))
            }
        }
    }
}
