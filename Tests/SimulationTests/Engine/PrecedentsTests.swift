// A look decides alike what is alike: whatever it takes from an earlier decision is what the check of the whole facts says.
// SEED in the environment chooses other registers.

import ActionPlans
import CivilTime
import Register
import Reminders
import Testing

@testable import Service

@Suite("Precedents of a look")
struct PrecedentsTests {
    private static let posts = (1...5).map { "Head of Wing \($0)" }

    private func reading(_ chances: inout Chances) -> Reading? {
        let day = CivilDate(iso: "2026-02-01")?.adding(days: chances.number(0...4) * 61)
        switch chances.number(0...9) {
        case 0: return Reading(kind: .ongoing, rule: "r")
        case 1: return Reading(kind: .recurring, rule: "r", recurrence: .every("P3M"))
        case 2: return Reading(kind: .recurring, from: day, precision: .day, rule: "r", recurrence: .every("P6M"))
        case 3: return Reading(kind: .range, from: day, due: day?.adding(days: 60), rule: "r")
        case 4: return Reading(kind: .starts, from: day, rule: "r")
        case 5: return nil
        default: return Reading(kind: .due, from: day, due: day, precision: .day, rule: "r")
        }
    }

    private func draft(_ chances: inout Chances, _ count: Int) -> PlanDraft {
        var draft = PlanDraft.of(Array(repeating: "2026-06-30", count: count))
        for place in draft.recommendations.indices {
            let readings = [reading(&chances)].compactMap { $0 }
            let owners = (0..<chances.any(of: [0, 1, 1, 1, 1, 1, 2, 3])).map { _ in chances.any(of: Self.posts) }
            draft.recommendations[place].editions[0].owners = owners
            draft.recommendations[place].editions[0].targetDates = [
                TargetStatement(n: 1, line: place + 1, phrase: "p", owners: owners, readings: readings)
            ]
        }
        return draft
    }

    /// Forty targets of which some were told, answered, held or labelled in the months since they were armed.
    private func bench(_ chances: inout Chances) throws -> Bench {
        let bench = try Bench(settings: chances.coin() ? "" : Bench.quiet)
        for plan in ["gates", "walls"] {
            let digest = String(repeating: plan == "gates" ? "0" : "1", count: 64)
            let source = SourceDigest(name: "\(plan).txt", sha256: digest)
            _ = try bench.register.adopt(draft(&chances, 20), as: plan, source: source, by: amy, at: start)
        }
        // The fifth post has nobody; the third and the fourth share a holder; the second has an absent one.
        let shared = OwnerEntry(
            post: Self.posts[3], aliases: [], holder: .person("Hal 3"), deputy: .person("Dee 4"), manager: nil)
        try bench.register.adoptOwners([.wing(1), .wing(2), .wing(3), shared], by: amy, at: start)
        for plan in ["gates", "walls"] { try bench.arm(plan, messages: 500) }
        // Half of them have a past.
        let until = start.adding(seconds: chances.coin() ? 60 : Int64(chances.number(0...120)) * 86_400)
        try bench.run(until: until)
        for number in 1...20 where chances.number(0...4) == 0 {
            let reference = "walls/\(number).1"
            let today = CivilDate(iso: "2026-07-20") ?? .max
            switch chances.number(0...2) {
            case 0:
                _ = try bench.register.placeHold(
                    HoldEntry(subject: .target(reference), until: today, because: "election", by: "Ada"),
                    on: start.day, by: amy, at: until)
            case 1: _ = try bench.register.label([reference], adding: ["ministers"], removing: [], by: amy, at: until)
            default:
                _ = try bench.register.answer(
                    AnswerEntry(
                        references: [reference], kind: chances.coin() ? .note("hm") : .onTrack(until: today),
                        by: "Hal", on: start.day, because: "we know", ownerPost: nil),
                    administrator: bench.policy.administrator.id, by: amy, at: until)
            }
        }
        return bench
    }

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
    ]

    @Test("what is taken from an earlier decision is what the whole facts say")
    func same() throws {
        let taken = try Chances.runs(8).map(taken).reduce(0, +)
        #expect(taken > 20, "too little was alike: \(taken)")
    }

    /// How many targets were decided by what another came to.
    private func taken(_ run: Int) throws -> Int {
        var chances = Chances(run)
        let bench = try bench(&chances)
        var taken = 0
        for settings in Self.settings {
            let policy = try Bench.policy(of: bench.register, mode: .live, settings: settings)
            let now = start.adding(seconds: Int64(chances.number(0...300)) * 43_200)
            let whole = try bench.register.facts(
                ofArmedAfter: TargetID(0), limit: 99, mode: .live, today: policy.today(at: now))
            let checks = Dictionary(
                uniqueKeysWithValues: whole.targets.map { ($0.facts.id, Checked($0, under: policy, at: now)) })
            let precedents = Precedents(under: policy, at: now)
            let found = try bench.register.glance(
                armedAfter: TargetID(0), limit: 99, mode: .live, forRules: !policy.rules.isEmpty,
                today: policy.today(at: now))
            #expect(Set(found.quiet.map(\.id) + found.others) == Set(checks.keys))
            for target in found.quiet {
                let decision = try #require(checks[target.id]).decision
                switch precedents.answer(target) {
                case .unknown(let outline): if let outline { precedents.note(decision, of: outline) }
                case .silent(let next):
                    taken += 1
                    #expect(
                        decision.isSilent && decision.nextCheck == next,
                        "\(target.id) at \(now) under \(settings), seed \(Chances.seed), run \(run)")
                }
            }
            // And the look as a whole, with what it reads in full.
            let ahead = try LookAhead(
                through: bench.register, after: TargetID(0), under: policy, at: now, stretch: chances.number(1...40))
            var (said, moved): ([CheckDecision], [NextCheck]) = ([], [])
            while let some = try ahead.next() {
                said += some.checked.map(\.decision)
                moved += some.moved
            }
            let changed = checks.values.filter { !$0.isSettled }.map(\.decision).sorted { $0.target < $1.target }
            #expect(said == changed.filter { !$0.isSilent })
            #expect(moved == changed.filter(\.isSilent).map(NextCheck.init(of:)))
        }
        return taken
    }
}

extension Instant {
    fileprivate var day: CivilDate { CivilDate(iso: String(rfc3339.prefix(10))) ?? .min }
}
