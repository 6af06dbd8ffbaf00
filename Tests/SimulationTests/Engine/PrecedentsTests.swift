// A look decides alike what is alike: whatever it takes from an earlier decision is what the check of the whole facts says.
// SEED in the environment chooses other registers, and COUNT more of them.

import ActionPlans
import CivilTime
import Register
import Reminders
import Testing

@testable import Service

@Suite("Precedents of a look")
struct PrecedentsTests {
    private static let settings = [
        "introduction: false", "introduction: true",
        """
        introduction: false
        schedules:
          calm:
            - {stage: once, lead: 10d}
        rules:
          - {when: {label: ministers}, schedule: calm}
          - {when: {owner: Head of Wing 2}, schedule: calm}
          - {when: {plan: gates, recommendation: 3}, schedule: calm}
        plans:
          walls: {window: {opens: "10:00", closes: "11:00"}}
        """,
        """
        introduction: false
        plans:
          gates: {reviews: {every: 3m, from: 2026-03-31, leads: [20wd, 5wd], overdue: 5wd, until: 3}}
        """,
    ]

    @Test("what is taken from an earlier decision is what the whole facts say, whatever happened to the target")
    func same() throws {
        var (untouched, touched) = (0, 0)
        for run in Chances.runs(6) {
            var chances = Chances(run)
            let bench = try EventfulRegister(&chances).bench
            for settings in Self.settings {
                let policy = try Bench.policy(of: bench.register, mode: .live, settings: settings)
                let look = Look(
                    bench: bench, policy: policy, now: start.adding(seconds: Int64(chances.number(0...500)) * 43_200),
                    story: "under \(settings), seed \(Chances.seed), run \(run)")
                let taken = try look.taken()
                untouched += taken.untouched
                touched += taken.touched
                try look.goesThrough(by: chances.number(1...40))
            }
        }
        #expect(untouched > 10 && touched > 10, "too little was alike: \(untouched) and \(touched)")
    }

    private struct Look {
        let bench: Bench
        let policy: Policy
        let now: Instant
        let story: String

        /// The checks of the whole facts.
        private func checks() throws -> [TargetID: Checked] {
            let whole = try bench.register.facts(
                ofArmedAfter: TargetID(0), limit: 99, mode: .live, today: policy.today(at: now))
            return Dictionary(
                uniqueKeysWithValues: whole.targets.map { ($0.facts.id, Checked($0, under: policy, at: now)) })
        }

        /// How many targets were decided by what another came to, of those to which nothing has happened and of the others.
        func taken() throws -> (untouched: Int, touched: Int) {
            let checks = try checks()
            let precedents = Precedents(under: policy, at: now)
            let found = try bench.register.glance(
                armedAfter: TargetID(0), limit: 99, mode: .live, forRules: !policy.rules.isEmpty,
                today: policy.today(at: now))
            #expect(Set(found.targets.map(\.id) + found.others) == Set(checks.keys))
            var taken = (untouched: 0, touched: 0)
            for target in found.targets {
                let decision = try #require(checks[target.id]).decision
                switch precedents.answer(target) {
                case .unknown(let outline): if let outline { precedents.note(decision, of: outline) }
                case .silent(let next):
                    if target.past == nil { taken.untouched += 1 } else if target.status.isChased { taken.touched += 1 }
                    #expect(
                        decision.isSilent && decision.nextCheck == next,
                        "target \(target.id) at \(now.rfc3339) \(story)")
                }
            }
            return taken
        }

        /// The look as a whole, with what it reads in full.
        func goesThrough(by stretch: Int) throws {
            let ahead = try LookAhead(
                through: bench.register, after: TargetID(0), under: policy, at: now, stretch: stretch)
            var (said, moved): ([CheckDecision], [NextCheck]) = ([], [])
            while let some = try ahead.next() {
                said += some.checked.map(\.decision)
                moved += some.moved
            }
            let changed = try checks().values.filter { !$0.isSettled }.map(\.decision).sorted { $0.target < $1.target }
            #expect(said == changed.filter { !$0.isSilent }, "\(story)")
            #expect(moved == changed.filter(\.isSilent).map(NextCheck.init(of:)), "\(story)")
        }
    }
}
