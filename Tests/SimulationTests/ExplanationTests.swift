import ActionPlans
import CivilTime
import Register
import Reminders
import Simulation
import Testing

@Suite("An explanation")
struct ExplanationTests {
    @Test("tells the past from the ledger and the future from a look ahead, each stage once")
    func story() throws {
        let bench = try Bench.armed()
        try bench.run(until: at("2026-04-02T00:00:00Z"))
        let part = try part(bench, at("2026-04-02T00:00:00Z"))
        #expect(part.happenings.filter { !$0.isForecast }.map(\.stage) == ["month-before"])
        #expect(part.happenings.filter { !$0.isForecast }.map(\.code) == [.told])
        let ahead = part.happenings.filter(\.isForecast)
        #expect(ahead.first?.stage == "week-before")
        #expect(ahead.contains { $0.stage == "deputy" && $0.person?.code == .deputy && $0.recipient == "Dee 1" })
        #expect(Set(ahead.map { "\($0.stage) \($0.repetition)" }).count == ahead.count)
        #expect(part.quiet == nil)
        #expect(part.choice.reason == .everyPlan)
    }

    @Test("leaves the register as it was")
    func untouched() throws {
        let bench = try Bench.armed()
        let ledger = try bench.register.ledger()
        _ = try part(bench, start)
        #expect(try bench.register.ledger() == ledger)
    }

    @Test("of what is chased with another names the other")
    func oneDeliverable() throws {
        let bench = try Bench.armed(["2026-04-30", "2026-05-29"])
        func decide(_ kind: DecisionKind, of reference: String) throws {
            let decision = Decision(plan: "gates", reference: reference, kind: kind, by: "Ada", because: "one")
            try bench.register.decide([decision], by: amy, at: start)
        }
        try decide(.owner(["Head of Wing 1", "Head of Wing 2"]), of: "gates/2.1")
        try decide(.sameAs("gates/2.1"), of: "gates/1.1")
        let part = try part(bench, start)
        #expect(part.quiet == .oneDeliverable(with: "gates/2.1"))
        #expect(part.quiet?.words == "it is one deliverable with gates/2.1, which is chased for both")
    }

    @Test("of a post under one that leads names the one that leads, and promises no day")
    func led() throws {
        let bench = try Bench.armed(["2026-12-31", "2026-12-31"])
        try bench.register.decide(
            [
                Decision(
                    plan: "gates", reference: "gates/1.1", kind: .owner(["Head of Wing 1", "Head of Wing 2"]),
                    by: "Ada",
                    because: "both")
            ], by: amy, at: start)
        _ = try bench.register.setJoint(
            JointDecision(subject: "gates/1.1", meaning: "lead", lead: "Head of Wing 1", by: "Ada", because: "agreed"),
            by: amy, at: start)
        let parts = try explanation(bench, start).parts
        #expect(parts.map(\.owner?.post) == ["Head of Wing 1", "Head of Wing 2"])
        #expect(parts.map(\.quiet) == [.noStage, .led(by: "Head of Wing 1")])
    }

    @Test("of a closed plan names the closing and its reason, and of days before it what was so then")
    func closed() throws {
        let bench = try Bench.armed()
        _ = try bench.register.close("gates", because: "it is finished", by: amy, at: at("2026-03-10T12:00:00Z"))
        let explanation = try explanation(bench, at("2026-03-20T12:00:00Z"))
        let part = try #require(explanation.parts.first)
        let day = try #require(CivilDate(iso: "2026-03-10"))
        #expect(part.quiet == .closed(on: day, because: "it is finished"))
        #expect(quiet(explanation, part, "2026-03-10") == .closed(on: day, because: "it is finished"))
        #expect(quiet(explanation, part, "2026-03-09") == .noStage)
    }

    @Test("of what was done says so, on the day and ever after, and not before")
    func done() throws {
        let bench = try Bench.armed()
        try answer(bench, .done, at: "2026-03-10T12:00:00Z")
        let now = at("2026-03-20T12:00:00Z")
        let explanation = try explanation(bench, now)
        let part = try #require(explanation.parts.first)
        #expect(part.quiet == .refused(.notChased(.completed)) || part.quiet == .refused(.answeredDone))
        #expect(quiet(explanation, part, "2026-03-09") == .noStage)
        #expect(quiet(explanation, part, "2026-03-10") == .refused(.answeredDone))
        #expect(quiet(explanation, part, "2026-02-01") == .notKnownYet(since: CivilDate(iso: "2026-03-02") ?? .min))
    }

    @Test("of what is on track names the day until which nobody is told")
    func onTrack() throws {
        let bench = try Bench.armed()
        let until = try #require(CivilDate(iso: "2026-04-10"))
        try answer(bench, .onTrack(until: until), at: "2026-03-10T12:00:00Z")
        let explanation = try explanation(bench, at("2026-03-20T12:00:00Z"))
        let part = try #require(explanation.parts.first)
        #expect(quiet(explanation, part, "2026-04-01") == .refused(.onTrack(until: until)))
        #expect(quiet(explanation, part, "2026-04-11") == .noStage)
        #expect(
            quiet(explanation, part, "2026-03-09") == .noStage, "it was not said yet")
    }

    @Test("of what waits to be armed says that")
    func unarmed() throws {
        let bench = try Bench()
        try bench.adopt(["2026-04-30"])
        #expect(try part(bench, start).quiet == .refused(.notArmed))
    }

    private func explanation(_ bench: Bench, _ now: Instant) throws -> Explanation {
        try Explanation(of: "gates/1.1", in: bench.register, under: bench.policy, at: now)
    }

    private func part(_ bench: Bench, _ now: Instant) throws -> Explanation.Part {
        try #require(try explanation(bench, now).parts.first)
    }

    private func quiet(_ explanation: Explanation, _ part: Explanation.Part, _ day: String) -> Quiet {
        explanation.quiet(part, on: CivilDate(iso: day) ?? .min, zone: .utc)
    }

    private func answer(_ bench: Bench, _ kind: AnswerKind, at instant: String) throws {
        let entry = AnswerEntry(
            references: ["gates/1.1"], kind: kind, by: "Hal 1", on: CivilDate(iso: String(instant.prefix(10))) ?? .min,
            because: "said so", ownerPost: "Head of Wing 1")
        _ = try bench.register.answer(
            entry, administrator: bench.policy.administrator.id, by: amy, at: at(instant))
    }
}
