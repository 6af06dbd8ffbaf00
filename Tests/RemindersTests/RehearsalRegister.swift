// A register of one target in memory, under a virtual clock: checks when a check is due, sends when a window opens, drops
// what went stale, and writes down what was said. It holds the laws of every step by itself.

import ActionPlans
import CivilTime
import Testing

@testable import Reminders

struct RehearsalRegister {
    struct Row {
        let id: ReminderID
        let reminder: Reminder
        var fate: ReminderFate
    }

    var policy: Policy
    var reading: Reading?
    var revision = 1
    var status = Status.open
    var armedAt: Instant?
    var owners: [OwnerFacts]
    var holds: [HoldFacts] = []
    var joint = JointMeaning.all
    var response: Response?
    var extensions: (byOwner: Int, by: [OwnerID])?
    var setAt: Instant?
    /// What an administrator does with each rung that is proposed.
    var decides = ProposalState.proposed
    private(set) var proposals: [Proposal] = []
    var isPaused = false
    /// Channels whose messages wait for ever.
    var dead: Set<Channel> = []
    /// Recipients whose relay refuses every message for good.
    var refusing: Set<PersonID> = []

    private(set) var now: Instant
    private(set) var nextCheck: Instant?
    private(set) var rows: [Row] = []
    private(set) var planned: [Reminder] = []
    private(set) var refusals: [Refusal] = []
    private(set) var dropped: [RefusalReason] = []
    /// "2024-03-28 due-day to Ada", in the order of sending.
    private(set) var said: [String] = []
    /// What each reader heard on each day by each channel, whichever repetition it was.
    private(set) var heard: [String] = []

    init(_ reading: Reading?, armed: Instant?, owners: [OwnerFacts] = [Sample.owner()], policy: Policy) {
        (self.reading, self.owners, self.policy, armedAt) = (reading, owners, policy, armed)
        now = armed ?? .distantPast
        nextCheck = armed
    }

    /// Steps from one check or window to the next, up to and including this instant.
    mutating func run(until end: Instant) {
        var steps = 0
        while steps < 20_000, let instant = nextEvent, instant <= end {
            now = max(now, instant)
            if let due = nextCheck, due <= now { check() } else { send() }
            steps += 1
        }
        #expect(steps < 20_000, "the register never comes to rest")
        now = max(now, end)
    }

    /// Nothing runs until this instant.
    mutating func sleep(until end: Instant) { now = max(now, end) }

    /// A verb that changes the target's facts.
    mutating func change(_ facts: (inout RehearsalRegister) -> Void) {
        facts(&self)
        if armedAt != nil { nextCheck = now }
    }

    var facts: TargetFacts {
        Sample.target(
            reading, armed: armedAt, owners: owners, recorded: recorded, status: status, revision: revision,
            holds: holds.filter { $0.until >= policy.defaults.calendar.zone.date(at: now) }, joint: joint,
            response: response, extensions: extensions, setAt: setAt,
            proposals: proposals.map {
                ProposalFacts(owner: $0.owner, stage: $0.stage, occurrence: $0.occurrence, state: decides)
            },
            introductions: introductions.map {
                IntroductionFacts(
                    owner: $0.reminder.owner, recipient: $0.reminder.key.recipient, fate: $0.fate)
            },
            newcomers: newcomers)
    }

    /// People whom another target of the plan introduced.
    var introducedElsewhere: [PersonID: ReminderFate] = [:]

    private var introductions: [Row] {
        rows.filter { $0.reminder.kind == .introduction && $0.reminder.key.mode == policy.mode }
    }

    private var newcomers: [PersonID: ReminderFate] {
        let own = introductions.filter { $0.fate != .givenUp }
            .reduce(into: [PersonID: ReminderFate]()) { $0[$1.reminder.key.recipient] = $1.fate }
        return own.merging(introducedElsewhere) { $1 }
    }

    private var recorded: [RecordedReminder] {
        rows.filter { $0.reminder.key.revision == revision && $0.reminder.key.mode == policy.mode }.map { row in
            let key = row.reminder.key
            return RecordedReminder(
                stage: key.stage, repetition: key.repetition, kind: row.reminder.kind, owner: row.reminder.owner,
                role: row.reminder.role, recipient: key.recipient, channel: key.channel, standIn: row.reminder.standIn,
                copy: row.reminder.copy, plannedDay: row.reminder.plannedDay, occurrence: row.reminder.occurrence,
                fate: row.fate)
        }
    }

    private var nextEvent: Instant? {
        let windows = isPaused ? [] : rows.filter(isSendable).map { leaves($0.reminder) }
        return (windows + [nextCheck].compactMap { $0 }).min()
    }

    private func isSendable(_ row: Row) -> Bool {
        row.fate == .waiting && !dead.contains(row.reminder.key.channel)
    }

    /// Mail leaves in the window, webhooks at any hour.
    private func leaves(_ reminder: Reminder) -> Instant {
        reminder.key.channel == .email ? reminder.window.opens : .distantPast
    }

    private mutating func check() {
        let decision = TargetCheck(of: facts, under: policy, at: now).decision()
        #expect(decision == TargetCheck(of: facts, under: policy, at: now).decision(), "a decision repeats")
        if let next = decision.nextCheck { #expect(next > now, "the next check lies ahead") }
        for reminder in decision.reminders {
            #expect(!rows.contains { $0.reminder.key == reminder.key }, "one key, one reminder: \(reminder.key)")
            #expect(reminder.window.opens >= now && reminder.following.opens > reminder.window.opens)
            #expect(reminder.plannedDay <= reminder.window.day, "nothing leaves before its day")
            #expect(policy.defaults.calendar.isWorking(reminder.window.day), "mail leaves on working days")
            let stale = Freezing(under: policy, at: now).staleness(of: Sample.claimed(reminder, facts))
            #expect(stale == nil, "what is planned is true: \(reminder.key)")
            rows.append(Row(id: ReminderID(Int64(planned.count) + 1), reminder: reminder, fate: .waiting))
            planned.append(reminder)
        }
        for proposal in decision.proposals {
            #expect(
                !proposals.contains {
                    $0.owner == proposal.owner && $0.stage == proposal.stage
                        && $0.occurrence == proposal.occurrence
                }, "one proposal for one rung")
            proposals.append(proposal)
        }
        refusals += decision.refusals.filter { !refusals.contains($0) }
        nextCheck = decision.nextCheck
    }

    /// One message whose window has come; what it changes makes a check due.
    private mutating func send() {
        guard let index = rows.firstIndex(where: { isSendable($0) && leaves($0.reminder) <= now }) else { return }
        let row = rows[index]
        let key = row.reminder.key
        let claimed = Sample.claimed(row.reminder, facts, id: row.id.value)
        nextCheck = now
        if let reason = Freezing(under: policy, at: now).staleness(of: claimed) {
            dropped.append(reason)
            rows.remove(at: index)
            return
        }
        guard !refusing.contains(key.recipient) else {
            rows[index].fate = .givenUp
            return
        }
        rows[index].fate = .sent(now)
        said.append(line(for: row.reminder))
        let today = policy.defaults.calendar.zone.date(at: now)
        heard.append("\(today) \(key.revision) \(key.stage) \(key.recipient) \(key.channel)")
    }

    private func line(for reminder: Reminder) -> String {
        let people =
            owners.flatMap { [$0.holder, $0.deputy, $0.manager, $0.doer].compactMap { $0 } } + [policy.administrator]
        let name = people.first { $0.id == reminder.key.recipient }?.name ?? "nobody known"
        let again = reminder.key.repetition == 1 ? "" : " \(reminder.key.repetition)"
        let standIn =
            (reminder.standIn.map { " (\($0.rawValue))" } ?? "") + (reminder.copy.map { " [\($0.rawValue)]" } ?? "")
        let by = reminder.key.channel == .email ? "" : " by \(reminder.key.channel)"
        return "\(policy.defaults.calendar.zone.date(at: now)) \(reminder.key.stage)\(again) to \(name)\(standIn)\(by)"
    }
}
