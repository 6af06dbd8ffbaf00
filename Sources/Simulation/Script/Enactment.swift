// A script while it is played: each step at its time, by the verbs of the command line, on a copy of the register. Keeps
// its transcript in the order of the ledger.

import CivilTime
import Configuration
import Logging
import Register
import Reminders
import Service

final class Enactment: @unchecked Sendable {
    // Unchecked: the engine calls its carriers and the clock its appointments, both on the engine's own thread.
    private let register: Store
    private let clock: VirtualClock
    private var settings: Settings
    /// How often others came into force: a service that dies before it has taken them in finds them at its next start.
    private var reloads = 0
    private var policy: Policy
    private var inbox = Inbox()
    private var reader: TranscriptReader
    private var fault: (any Error)?
    private var isDead = false
    /// A failing disk ended the service: at its start, or before it had written down the last.
    private var hasGivenUp = false
    private var diesWhileSending = false
    private let interrupts: (@Sendable (Int, Gate.Step) -> Interruption?)?
    private var transactions = 0
    /// What the script does is done by commands, which no interruption of the service befalls.
    private var isActing = false
    private lazy var peers = ScriptedPeers { [unowned self] in
        if diesWhileSending { die() }
    }

    init(
        register: Store, settings: Settings, clock: VirtualClock,
        interrupts: (@Sendable (Int, Gate.Step) -> Interruption?)?
    ) throws {
        self.interrupts = interrupts
        self.register = register
        self.settings = settings
        self.clock = clock
        policy = try Self.policy(settings, in: register, at: clock.now)
        reader = try TranscriptReader(register: register, zone: settings.defaults.calendar.zone)
    }

    /// One life of the service.
    func serve() throws {
        inbox = Inbox()
        register.gate.ask { [unowned self] step in try pass(step) }
        defer { register.gate.ask(nil) }
        let engine = Engine(
            register: register, rules: rules, clock: clock, inbox: inbox, log: .silent, notification: .silent,
            reread: { [unowned self] in .fresh(rules) })
        do {
            try engine.run()
        } catch  where isDead {
            // What it could not write down it has forgotten: that is the point of a crash.
        } catch RegisterError.inputOutput(_, Self.scripted) {
            hasGivenUp = true
        }
        if let fault { throw fault }
    }

    /// Whether the service has ended before its time: then it is started again, as systemd does.
    func startsAgain() -> Bool {
        defer { (isDead, hasGivenUp) = (false, false) }
        return isDead || hasGivenUp
    }

    func transcript() throws -> [TranscriptLine] {
        try reader.read()
        return reader.merged
    }

    @Sendable func perform(_ step: ScriptStep) {
        guard fault == nil else { return }
        isActing = true
        defer { isActing = false }
        do {
            try reader.read()
            var refused: String?
            do {
                try perform(step.action, step)
            } catch RegisterError.wrongState(let sentence) {
                refused = sentence
            }
            reader.note(step, at: clock.now, refused: refused)
            inbox.put(.nudge)
        } catch {
            fault = ScriptFault(line: step.line, words: step.words, because: "\(error)")
            inbox.put(.stop)
        }
    }

    private func perform(_ action: ScriptAction, _ step: ScriptStep) throws {
        let (now, author) = (clock.now, ScriptedRun.author)
        switch action {
        case .answer(let reference, let kind, let post):
            let entry = AnswerEntry(
                references: [reference], kind: kind, by: "the script", on: step.day, because: because(step),
                ownerPost: post)
            _ = try register.answer(
                entry, administrator: policy.administrator(of: Reference.plan(of: reference)).id,
                receiptFrom: nextWindow, by: author, at: now)
        case .amend(let reference): try amend(reference, step)
        case .hold(let subject, let until):
            let entry = HoldEntry(subject: subject, until: until, because: because(step), by: "the script")
            _ = try register.placeHold(entry, on: step.day, by: author, at: now)
        case .unhold(let subject):
            for hold in try register.holds(of: subject, on: step.day) {
                try register.endHold(
                    hold.id, because: because(step), on: step.day, leavingFrom: nextWindow, by: author, at: now)
            }
        case .close(let plan): _ = try register.close(plan, because: because(step), by: author, at: now)
        case .reopen(let plan): _ = try register.reopen(plan, because: because(step), by: author, at: now)
        case .arm(let plan):
            _ = try register.arm(plan, approved: Approval(messages: 0, until: step.day), by: author, at: now)
        case .disarm(let plan): _ = try register.disarm(plan, because: because(step), by: author, at: now)
        case .absence(let person, let until):
            try register.recordAbsence(AbsenceEntry(person: person, from: step.day, until: until), by: author, at: now)
        case .release(let reference): _ = try register.releaseRungs([reference], by: author, at: now)
        case .stop(let reference): _ = try register.stopRungs([reference], because: because(step), by: author, at: now)
        case .fault(let channel, let fault, let milliseconds):
            peers.fail(channel, fault, until: now.adding(milliseconds: milliseconds))
        case .clock(let milliseconds): clock.step(by: milliseconds)
        case .kill(let whileSending): if whileSending { diesWhileSending = true } else { die() }
        case .reload(let new):
            settings = new
            reloads += 1
            policy = try Self.policy(new, in: register, at: now)
            inbox.put(.reload)
        case .edition(let name, let plan):
            _ = try register.adopt(plan.draft, as: name, source: plan.source, by: author, at: now)
        }
    }

    private func amend(_ reference: String, _ step: ScriptStep) throws {
        let detail = try register.target(reference, mode: policy.mode, today: policy.today(at: clock.now))
        guard let answer = detail.answers.last(where: { $0.undoneAt == nil }) else {
            throw RegisterError.wrongState(sentence: "nobody has answered for \(reference)")
        }
        _ = try register.amend(answer.id, because: because(step), by: ScriptedRun.author, at: clock.now)
    }

    /// From here on nothing is read or written; the engine's loop ends as soon as it sees that.
    private func die() {
        isDead = true
        diesWhileSending = false
        inbox.put(.stop)
    }

    private func pass(_ step: Gate.Step) throws {
        guard !isActing else { return }
        if isDead { throw Death() }
        guard let interrupts else { return }
        transactions += 1
        switch interrupts(transactions, step) {
        case .death:
            die()
            throw Death()
        case .fault: throw RegisterError.inputOutput(path: "the register", detail: Self.scripted)
        case nil: return
        }
    }

    private struct Death: Error {}

    private static let scripted = "by the script"

    private func because(_ step: ScriptStep) -> String { "line \(step.line) of the script" }

    private var nextWindow: Instant {
        policy.defaults.calendar.nextOpening(of: policy.defaults.window, onOrAfter: clock.now)
    }

    /// A simulation shows what the brake would hold, too: nobody is there to let it go, or to read a note.
    private var rules: Rules {
        Rules(
            policy: policy.with(brake: Brake(messages: .max / 2, perPerson: .max)), mail: peers, webhook: peers,
            takesNotes: false, quota: settings.mode == .folder ? .none : settings.relay?.quota ?? .none,
            mark: "simulated \(reloads)")
    }

    private static func policy(_ settings: Settings, in register: Store, at now: Instant) throws -> Policy {
        try settings.policy { try register.ensurePerson(name: $0, email: $1, at: now) }
    }
}
