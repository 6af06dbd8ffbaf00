// A register to which a lot has happened: two plans, told for months, with answers, moved dates, holds, absences, successors,
// and carriers that refuse. For properties; a seed makes the same one again.

import ActionPlans
import CivilTime
import Register
import Reminders

struct EventfulRegister {
    let bench: Bench
    private static let posts = (1...6).map { "Head of Wing \($0)" }

    /// - Parameter count: recommendations of each plan.
    init(_ chances: inout Chances, _ count: Int = 30) throws {
        bench = try Bench(settings: chances.coin() ? "" : Bench.quiet)
        let odds = chances.number(1...6)
        bench.script = { parcel in
            switch parcel.facts.recipient.name.utf8.reduce(odds, { $0 + Int($1) }) % 9 {
            case 0: .noMailbox
            case 1: .busy
            default: .fine
            }
        }
        for plan in ["gates", "walls"] {
            let digest = String(repeating: plan == "gates" ? "0" : "1", count: 64)
            let source = SourceDigest(name: "\(plan).txt", sha256: digest)
            _ = try bench.register.adopt(Self.draft(&chances, count), as: plan, source: source, by: amy, at: start)
        }
        // The fifth post has nobody; the third and the fourth share a holder; for the sixth the administrator may stand,
        // and its holder may have a hook.
        let shared = OwnerEntry(
            post: Self.posts[3], aliases: [], holder: .person("Hal 3"), deputy: .person("Dee 4"), manager: nil)
        let administrator = PersonEntry(
            name: "Ada Min", email: "ada@gates.example", webhook: nil, from: nil, until: nil)
        let own = OwnerEntry(
            post: Self.posts[5], aliases: [], holder: .person("Hal 6", webhook: chances.coin() ? "board" : nil),
            deputy: chances.coin() ? administrator : nil, manager: nil, doer: .person("Dot 6"))
        try bench.register.adoptOwners([.wing(1), .wing(2), .wing(3), shared, own], by: amy, at: start)
        for plan in ["gates", "walls"] { try bench.arm(plan, messages: 900) }
        // Half of them have hardly any past.
        var now = start
        for _ in 0..<(chances.coin() ? 1 : 4) {
            let until = now.adding(seconds: chances.coin() ? 60 : Int64(chances.number(0...60)) * 86_400)
            try bench.run(from: now, until: until)
            now = until
            for plan in ["gates", "walls"] {
                for number in 1...count where chances.number(0...5) == 0 {
                    try happen(&chances, to: "\(plan)/\(number).1", at: now)
                }
            }
            try change(&chances, at: now)
        }
    }

    private static func draft(_ chances: inout Chances, _ count: Int) -> PlanDraft {
        var draft = PlanDraft.of(Array(repeating: "2026-06-30", count: count))
        var (readings, owners): ([Reading], [String]) = ([], [])
        for place in draft.recommendations.indices {
            // Two of three are like the one before.
            if place == 0 || chances.number(0...2) == 0 {
                readings = [reading(&chances)].compactMap { $0 }
                owners = (0..<chances.any(of: [0, 1, 1, 1, 1, 1, 2, 3])).map { _ in chances.any(of: posts) }
            }
            draft.recommendations[place].editions[0].owners = owners
            draft.recommendations[place].editions[0].targetDates = [
                TargetStatement(n: 1, line: place + 1, phrase: "p", owners: owners, readings: readings)
            ]
        }
        return draft
    }

    private static func reading(_ chances: inout Chances) -> Reading? {
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

    /// Something that a person says or decides of one target; a refusal of it changes nothing.
    private func happen(_ chances: inout Chances, to reference: String, at now: Instant) throws {
        let until = now.day.adding(days: chances.number(1...90))
        do {
            switch chances.number(0...7) {
            case 0:
                _ = try bench.register.placeHold(
                    HoldEntry(subject: .target(reference), until: until, because: "election", by: "Ada"),
                    on: now.day, by: amy, at: now)
            case 1: _ = try bench.register.label([reference], adding: ["ministers"], removing: [], by: amy, at: now)
            case 2: _ = try bench.register.releaseRungs([reference], by: amy, at: now)
            case 3: _ = try bench.register.stopRungs([reference], because: "by telephone", by: amy, at: now)
            case 4:
                _ = try bench.register.setJoint(
                    JointDecision(
                        subject: reference, meaning: chances.any(of: JointMeaning.names), lead: nil, by: "Ada",
                        because: "so"), by: amy, at: now)
            default:
                let day = CivilDate(iso: "2026-02-01")?.adding(days: chances.number(1...6) * 61) ?? .max
                let moved = Reading(kind: .due, from: day, due: day, precision: .day, rule: "r")
                let kinds: [AnswerKind] = [
                    .note("hm"), .onTrack(until: until), .newDate(phrase: "p", readings: [moved]), .done, .notMine,
                    .newDate(phrase: "p", readings: [moved]),
                ]
                _ = try bench.register.answer(
                    AnswerEntry(
                        references: [reference], kind: chances.any(of: kinds), by: "Hal", on: now.day,
                        because: "we know", ownerPost: chances.coin() ? nil : chances.any(of: Self.posts)),
                    administrator: bench.policy.administrator.id, by: amy, at: now)
            }
        } catch RegisterError.wrongState {
            // Such as a rung that nobody proposed.
        }
    }

    /// Something that becomes of people.
    private func change(_ chances: inout Chances, at now: Instant) throws {
        let number = chances.number(1...3)
        if chances.coin() {
            let next = OwnerEntry(
                post: Self.posts[number - 1], aliases: [], holder: .person("New \(number)"),
                deputy: .person("Dee \(number)"), manager: .person("Max \(number)"))
            try bench.register.adoptOwners([next], by: amy, at: now)
        } else {
            let absence = AbsenceEntry(
                person: "dee.\(number)@gates.example", from: now.day,
                until: now.day.adding(days: chances.number(1...60)))
            _ = try bench.register.recordAbsence(absence, by: amy, at: now)
        }
    }
}

extension Instant {
    fileprivate var day: CivilDate { CivilDate(iso: String(rfc3339.prefix(10))) ?? .min }
}
