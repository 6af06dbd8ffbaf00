// Closing a plan and opening it again; and every verb that a plan can take, against each state that it can be in.

import CivilTime
import Register
import Reminders
import Testing

@Suite struct ClosingTests {
    enum PlanState: String, CaseIterable, Sendable { case imported, armed, held, closed, reopened }

    enum Verb: String, CaseIterable, Sendable {
        case arm, disarm, adopt, answer, joint
        case holdPlan = "hold the plan"
        case holdTarget = "hold a target"
        case holdOwner = "hold an owner"
        case unhold, close, reopen
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let verb: Verb
        /// In the order of `PlanState.allCases`: done, nothing (nothing to do), refused.
        let outcomes: String
        let sentence: String

        var testDescription: String { "\(verb.rawValue): \(sentence)" }
    }

    static let rows = [
        Row(verb: .arm, outcomes: "done nothing nothing refused done", sentence: "never a closed plan"),
        Row(verb: .disarm, outcomes: "nothing done done nothing nothing", sentence: "only what is armed"),
        Row(verb: .adopt, outcomes: "done done done refused done", sentence: "no new edition of a closed plan"),
        Row(verb: .answer, outcomes: "done done done done done", sentence: "what an owner says is always recorded"),
        Row(verb: .joint, outcomes: "done done done nothing done", sentence: "nothing is chased in a closed plan"),
        Row(verb: .holdPlan, outcomes: "done done nothing refused done", sentence: "nothing to hold in a closed plan"),
        Row(verb: .holdTarget, outcomes: "done done done refused done", sentence: "nothing to hold in a closed plan"),
        Row(verb: .holdOwner, outcomes: "done done done done done", sentence: "a post lives in several plans"),
        Row(verb: .unhold, outcomes: "refused refused done refused refused", sentence: "only what is held"),
        Row(verb: .close, outcomes: "done done done refused done", sentence: "once"),
        Row(verb: .reopen, outcomes: "refused refused refused done refused", sentence: "only what is closed"),
    ]

    @Test("a verb against each state of a plan", arguments: rows)
    func verbs(_ row: Row) throws {
        let outcomes = try PlanState.allCases.map { state in
            let bench = try Self.bench(in: state)
            let before = try bench.register.ledger().count
            do {
                let isNews = try Self.perform(row.verb, bench.register, bench.administrator.id)
                return isNews ? "done" : "nothing"
            } catch let error as RegisterError {
                #expect(try bench.register.ledger().count == before, "what is refused changes nothing: \(error)")
                return "refused"
            }
        }
        #expect(outcomes == row.outcomes.split(separator: " ").map(String.init))
    }

    @Test("every verb of the table has its row")
    func complete() { #expect(Set(Self.rows.map(\.verb)) == Set(Verb.allCases)) }

    @Test("closing ends everything that waits, and keeps everything that was")
    func close() throws {
        let bench = try Bench.waiting(stages: ["lead"])
        try bench.register.putOff(bench.facts().id, until: instant(90_000), because: "it reads badly", at: instant())
        _ = try bench.register.placeHold(Self.hold(.target("gates/1.1")), on: day("2026-03-01"), by: amy, at: instant())
        let preview = try bench.register.previewClosing("gates", because: "replaced", by: amy, at: instant(60))
        #expect(try bench.states == [.waiting], "a preview changes nothing")
        let closing = try bench.register.close("gates", because: "replaced", by: amy, at: instant(60))
        #expect(closing == preview)
        #expect(
            [closing.disarmed, closing.dropped, closing.void, closing.doubts, closing.holds] == [1, 1, 1, 1, 1])
        #expect(closing.unanswered == ["gates/1.1"])
        #expect(try bench.states == [.void])
        #expect(try bench.register.worklist().isEmpty)
        #expect(try bench.register.earliestCheck() == nil)
        let status = try bench.register.status()
        #expect(status.closed.map(\.closure.because) == ["replaced"] && status.waiting.isEmpty && status.chased == 0)
        #expect(try bench.register.plan(named: "gates").targets == 1, "its targets stay")
        #expect(try bench.register.owners().allSatisfy { $0.openTargets == 0 }, "nobody is missed for it")
        let events = try bench.register.ledger().map(\.event)
        for event in [LedgerEvent.planClosed, .reminderDropped, .messageVoid, .holdEnded, .targetDisarmed] {
            #expect(events.contains(event), "\(event)")
        }
        #expect(events.count { $0 == .messageVoid } == 1)
    }

    @Test("a message that may have arrived is not repeated after its plan was closed")
    func inDoubt() throws {
        let bench = try Bench.waiting()
        let claim = try bench.claim(at: instant(86_400)).claims[0]
        try bench.settle(
            claim, .noAnswer("x"), .retry(at: instant(86_460), mayHaveArrived: true, because: "x"), at: instant(86_400))
        try bench.register.close("gates", because: "replaced", by: amy, at: instant(86_430))
        #expect(try bench.states == [.void])
        #expect(try bench.register.earliestMessages().isEmpty)
    }

    @Test("what is being sent while its plan is closed is written down as sent")
    func inFlight() throws {
        let bench = try Bench.waiting()
        let claim = try bench.claim(at: instant(86_400)).claims[0]
        try bench.register.close("gates", because: "replaced", by: amy, at: instant(86_430))
        #expect(try bench.settle(claim, .fine, .delivered, at: instant(86_460)) == .written)
        #expect(try bench.states == [.delivered])
        #expect(try bench.register.earliestCheck() == nil)
    }

    @Test("a plan that is opened again is silent until it is armed, and has its doubts again")
    func reopen() throws {
        let bench = try Bench.armed()
        try bench.register.putOff(bench.facts().id, until: instant(90_000), because: "it reads badly", at: instant())
        try bench.register.close("gates", because: "replaced", by: amy, at: instant(60))
        #expect(try bench.register.reopen("gates", because: "a mistake", by: amy, at: instant(120)) == 1)
        #expect(try bench.register.worklist().map(\.text) == ["it reads badly"])
        let plan = try bench.register.plan(named: "gates")
        #expect(plan.closed == nil && plan.armed == 0 && plan.waitingSince == instant(120))
        #expect(try bench.register.earliestCheck() == nil)
        #expect(try Self.perform(.arm, bench.register, bench.administrator.id))
        #expect(try bench.register.dueChecks(at: instant(180), limit: 9).count == 1)
    }

    static func hold(_ subject: HoldSubject) -> HoldEntry {
        HoldEntry(subject: subject, until: day("2026-03-20"), because: "election", by: "Ada")
    }

    private static func bench(in state: PlanState) throws -> Bench {
        let said = [Said.due("2026-04-30", owners: ["Head of Wings", "Head of Walls"])]
        let bench = try Bench.armed(said)
        switch state {
        case .imported: _ = try bench.register.disarm("gates", because: "not yet", by: amy, at: instant())
        case .armed: break
        case .held:
            _ = try bench.register.placeHold(hold(.plan("gates")), on: day("2026-03-01"), by: amy, at: instant())
        case .closed: try bench.register.close("gates", because: "replaced", by: amy, at: instant())
        case .reopened:
            try bench.register.close("gates", because: "replaced", by: amy, at: instant())
            try bench.register.reopen("gates", because: "a mistake", by: amy, at: instant())
        }
        return bench
    }

    /// Whether it did anything.
    private static func perform(_ verb: Verb, _ register: Store, _ administrator: PersonID) throws -> Bool {
        let (today, now) = (day("2026-03-01"), instant(180))
        func place(_ subject: HoldSubject) throws -> Bool {
            try register.placeHold(hold(subject), on: today, by: amy, at: now).isNew
        }
        switch verb {
        case .arm:
            return try register.arm("gates", approved: Approval(messages: 1, until: today), by: amy, at: now) > 0
        case .disarm: return try register.disarm("gates", because: "why", by: amy, at: now) > 0
        case .adopt:
            let next = draft([recommendation("1", [edition("2026-02", [.due("2026-06-30")])])])
            return try register.adopt(next, as: "gates", source: source("b"), by: amy, at: now).outcome == .updated
        case .answer:
            let entry = AnswerEntry(
                references: ["gates/1.1"], kind: .done, by: "Hal", on: today, because: "said so", ownerPost: nil)
            return try !register.answer(entry, administrator: administrator, by: amy, at: now).effects.isEmpty
        case .joint:
            let decision = JointDecision(subject: "gates", meaning: "any", lead: nil, by: "Ada", because: "agreed")
            return try !register.setJoint(decision, by: amy, at: now).isEmpty
        case .holdPlan: return try place(.plan("gates"))
        case .holdTarget: return try place(.target("gates/1.1"))
        case .holdOwner: return try place(.owner("Head of Wings"))
        case .unhold:
            _ = try register.endHold(HoldID(1), because: "over", on: today, leavingFrom: now, by: amy, at: now)
            return true
        case .close:
            try register.close("gates", because: "replaced", by: amy, at: now)
            return true
        case .reopen:
            try register.reopen("gates", because: "a mistake", by: amy, at: now)
            return true
        }
    }
}
