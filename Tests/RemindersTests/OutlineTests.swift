// Of two targets that differ in one respect a look may take the decision on the one for the other only if the check says
// the same of both. SEED in the environment chooses other targets, and COUNT more of them.

import CivilTime
import Foundation
import Testing

@testable import Reminders

@Suite("Outlines of targets")
struct OutlineTests {
    private static let runs = ProcessInfo.processInfo.environment["COUNT"].flatMap { Int($0) } ?? 80

    @Test("whatever makes a check say something else makes another outline")
    func differences() throws {
        var counted: [String: (else: Int, taken: Int)] = [:]
        for run in 0..<Self.runs {
            var chance = Chance(run)
            var (first, policy, now) = try start(&chance)
            // Some are as no register would leave them: what a check goes by is to stand in the outline all the same.
            for _ in 0..<chance.any(of: [0, 0, 1, 3], or: 0) {
                chance.any(of: OutlineDifference.all, or: OutlineDifference.all[0]).make(&first, &chance)
            }
            let decision = TargetCheck(of: first.facts, under: policy, at: now).decision()
            for difference in OutlineDifference.all {
                var second = first
                difference.make(&second, &chance)
                let other = TargetCheck(of: second.facts, under: policy, at: now).decision()
                let isSame = other.isSilent == decision.isSilent && other.nextCheck == decision.nextCheck
                let isTaken = try isTaken(second, for: first, decision, other, policy, now) { next in
                    "\(difference), seed \(seed), run \(run): taken until \(next?.rfc3339 ?? "never")"
                }
                counted[difference.description, default: (0, 0)].else += isSame ? 0 : 1
                counted[difference.description, default: (0, 0)].taken += isTaken ? 1 : 0
            }
        }
        let idle = OutlineDifference.all.filter { (counted[$0.description]?.else ?? 0) == 0 }
        #expect(idle.count * 5 < OutlineDifference.all.count, "too little made a check say anything else: \(idle)")
        #expect(counted.values.reduce(0) { $0 + $1.taken } > 100, "too little was alike: \(counted)")
    }

    /// Whether what was decided of the first answers for the second.
    private func isTaken(
        _ second: OutlineSketch, for first: OutlineSketch, _ decision: CheckDecision, _ other: CheckDecision,
        _ policy: Policy, _ now: Instant, _ story: (Instant?) -> Comment
    ) throws -> Bool {
        var isTaken = false
        // Each of them may be the one that is looked at first.
        for (one, said, then, expected) in [(first, decision, second, other), (second, other, first, decision)] {
            let precedents = Precedents(under: policy, at: now)
            if case .unknown(let outline?) = precedents.answer(one.brief) { precedents.note(said, of: outline) }
            guard case .silent(let next) = precedents.answer(then.brief) else { continue }
            isTaken = true
            #expect(expected.isSilent && expected.nextCheck == next, story(next))
        }
        return isTaken
    }

    /// A target to which a while has happened, at a time when there is mostly nothing to say of it.
    private func start(_ chance: inout Chance) throws -> (OutlineSketch, Policy, Instant) {
        let start = try day("2023-06-01").adding(days: chance.number(0...400))
        let policy = try policy(&chance, around: start.adding(days: chance.number(-100...200)))
        let armed = policy.defaults.calendar.zone.startOfDay(start).adding(seconds: Int64(chance.number(0...86_399)))
        let due = start.adding(days: chance.number(-20...60))
        let reading = try chance.coin() ? Sample.due("\(due)") : chance.reading(due)
        var register = RehearsalRegister(reading, armed: armed, owners: owners(&chance), policy: policy)
        register.response = .accepted
        register.decides = chance.any(of: [.proposed, .released, .stopped(because: "chance")], or: .proposed)
        register.joint = chance.any(of: [.all, .all, .any, .lead(nil)], or: .all)
        for _ in 0..<chance.number(1...4) {
            register.run(until: register.now.adding(seconds: Int64(chance.number(0...12_000_000))))
            guard chance.number(0...3) == 0 else { continue }
            if chance.coin() { register.change { $0.owners = owners(&chance) } }
            let today = policy.defaults.calendar.zone.date(at: register.now)
            let (answer, heard) = (chance.answer(around: today), register.now)
            register.change { register in
                guard let first = register.owners.first else { return }
                register.owners[0] = first.with(answer: .some(answer), heardAt: .some(heard))
            }
        }
        register.run(until: register.now.adding(seconds: Int64(chance.number(0...3_000_000))))
        var sketch = OutlineSketch(register)
        happen(&sketch, &chance)
        // Some are looked at under other settings than those that they were told under.
        let looksOtherwise = chance.number(0...3) == 0
        return (sketch, looksOtherwise ? try self.policy(&chance, around: start) : policy, register.now)
    }

    /// Mostly somebody on each rung.
    private func owners(_ chance: inout Chance) -> [OwnerFacts] {
        guard chance.number(0...2) > 0 else { return chance.owners().filter(\.isCertain) }
        return (1...chance.number(1...2)).map { number in
            func person(_ role: Int) -> PersonFacts {
                Sample.person(
                    Int64(10 + (number + role) % 6), "P",
                    chance.coin() ? [.email] : [.email, .webhook(endpoint: "desk")])
            }
            return Sample.owner(Int64(number), holder: person(0), deputy: person(1), manager: person(2))
        }
    }

    /// What a register of one target knows nothing of.
    private func happen(_ sketch: inout OutlineSketch, _ chance: inout Chance) {
        if chance.coin() {
            sketch.extendedBy = sketch.owners.map(\.id)
            sketch.ownerExtensions = chance.number(0...5)
        }
        let asked = sketch.recorded.filter { [.review, .checkIn, .checkInRepeat].contains($0.kind) }
        if chance.coin() {
            let left = chance.any(of: asked.compactMap(\.fate.sentAt), or: sketch.armedAt)
            let heard = left.adding(seconds: Int64(chance.number(-70...70)))
            sketch.owners = sketch.owners.map { chance.coin() ? $0.with(heardAt: .some(heard)) : $0 }
        }
        // A window that has not opened yet.
        if chance.coin(), let last = sketch.recorded.popLast() { sketch.recorded.append(last.with(fate: .waiting)) }
    }

    /// Two plans, of which the second has a window of its own, and a rule.
    private func policy(_ chance: inout Chance, around day: CivilDate) throws -> Policy {
        var labelled = RuleCondition()
        labelled.labels = ["ministers"]
        var seventh = RuleCondition()
        seventh.recommendations = ["7"]
        let rules = [labelled, seventh].enumerated().map {
            ScheduleRule(number: $0.offset + 1, line: nil, when: $0.element, schedule: chance.schedule())
        }
        let rich = Schedule(
            name: "rich",
            stages: [Stage(name: "month-before", rule: .lead(.workingDays(chance.number(1...30))))]
                + Sample.standard.stages.dropFirst() + [
                    Stage(name: "moved", rule: .extensions(3)), Stage(name: "dates", rule: .undated(everyMonths: 3)),
                    Stage(name: "still", rule: .checkIn(everyMonths: 3), ending: .repeats(2), askAgain: 5),
                ])
        let plain = try Sample.policy(
            chance.coin() ? rich : chance.schedule(), reviews: chance.reviews(around: day),
            introduces: chance.coin())
        let own = PlanPolicy(
            schedule: chance.schedule(), calendar: plain.defaults.calendar, window: plain.defaults.window)
        return Policy(
            mode: .live, administrator: plain.administrator, defaults: plain.defaults, plans: ["walls": own],
            rules: chance.coin() ? rules : [], brake: plain.brake, correspondence: plain.correspondence)
    }
}
