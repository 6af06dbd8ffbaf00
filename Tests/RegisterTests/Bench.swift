// A register in memory with a plan that is armed, people who can be told, and a freezer that the test controls.

import ActionPlans
import CivilTime
import Register
import Reminders

final class Bench {
    let register: Store
    let administrator: PersonFacts
    /// Reminders that the next claim is to find stale.
    var stale: [ReminderID: RefusalReason] = [:]

    init(_ register: Store? = nil) throws {
        self.register = try register ?? .inMemory(at: instant(), identity: .fixed)
        administrator = try self.register.ensurePerson(name: "Ada Min", email: "ada@example.org", at: instant())
    }

    /// Adopts, appoints Hal as holder and Dee as deputy of the one owner, and arms.
    static func armed(
        _ said: [Said] = [.due("2026-04-30", action: "Oil the hinges of the north gate")], in register: Store? = nil
    ) throws -> Bench {
        let bench = try Bench(register)
        _ = try bench.register.adopt(
            draft([recommendation("1", [edition("2026-01", said)])]), as: "gates", source: source("a"), by: amy,
            at: instant())
        try bench.register.adoptOwners([.wings], by: amy, at: instant())
        _ = try bench.register.arm(
            "gates", approved: Approval(messages: 2, until: day("2026-06-30")), by: amy, at: instant())
        return bench
    }

    /// A bench with one mail that waits for the second day of March.
    static func waiting(_ said: [Said] = [.due("2026-04-30")], stages: [String] = ["lead"]) throws -> Bench {
        let bench = try Bench.armed(said)
        try bench.record(stages.map { try bench.reminder(bench.facts(), stage: $0) })
        try bench.settleChecks(at: instant())
        return bench
    }

    func facts(_ reference: String = "gates/1.1") throws -> TargetFacts {
        try register.facts(reference: reference, mode: .live) { _ in day("2026-03-01") }
    }

    /// A reminder for the holder as a check would plan it, leaving on a day of March 2026.
    func reminder(
        _ facts: TargetFacts, stage: String = "lead", repetition: Int = 1, channel: Channel = .email, window: Int = 2,
        kind: ReminderKind = .lead, to recipient: PersonFacts? = nil
    ) throws -> Reminder {
        guard let owner = facts.owners.first, let holder = owner.holder else {
            throw RegisterError.noSuchRow(what: "holder")
        }
        return Reminder(
            key: ReminderKey(
                target: facts.id, revision: facts.date.revision, stage: stage, repetition: repetition,
                recipient: (recipient ?? holder).id, channel: channel, mode: .live),
            kind: kind, plan: facts.plan.id, owner: owner.id, role: .holder, standIn: nil,
            plannedDay: day("2026-03-01").adding(days: window - 1), window: Self.window(window),
            following: Self.window(window + 1))
    }

    static func window(_ dayOfMarch: Int) -> WindowDay {
        let date = day("2026-03-01").adding(days: dayOfMarch - 1)
        return WindowDay(day: date, opens: instant(Int64(dayOfMarch - 1) * 86_400))
    }

    /// Records what a check decided on the facts as they stand; the next check is far away.
    @discardableResult
    func record(_ reminders: [Reminder], refusals: [Refusal] = [], reference: String = "gates/1.1") throws -> Recorded {
        let facts = try facts(reference)
        return try register.record(
            CheckDecision(
                target: facts.id, version: facts.version, reminders: reminders, refusals: refusals,
                nextCheck: instant(40 * 86_400)), at: instant())
    }

    /// Looks at every target that is due for it, and finds nothing.
    func settleChecks(at now: Instant) throws {
        for id in try register.dueChecks(at: now, limit: 100) {
            let facts = try register.facts(of: id, mode: .live) { _ in day("2026-03-01") }
            guard let facts else { continue }
            _ = try register.record(
                CheckDecision(
                    target: id, version: facts.version, reminders: [], refusals: [], nextCheck: instant(40 * 86_400)),
                at: now)
        }
    }

    func claim(
        at now: Instant, mode: DeliveryMode = .live, limit: Int = 100, excluding: Set<Channel> = [],
        allowance: ((Channel) -> Int)? = nil
    ) throws -> Claimed {
        try register.claim(
            terms(at: now, mode: mode, limit: limit, allowance: allowance ?? { excluding.contains($0) ? 0 : .max }),
            at: now)
    }

    func terms(
        at now: Instant, mode: DeliveryMode = .live, limit: Int = 100,
        allowance: @escaping (Channel) -> Int = { _ in .max }
    ) -> ClaimTerms {
        ClaimTerms(
            mode: mode, limit: limit, lease: 60_000, allowance: allowance, today: { _ in day("2026-03-02") },
            freeze: { self.freeze($0, at: now) })
    }

    func freeze(_ message: Claimable, at now: Instant) -> Frozen {
        let dropped = message.reminders.compactMap { reminder in
            stale[reminder.id].map { DroppedReminder(id: reminder.id, reason: $0) }
        }
        let live = message.reminders.map(\.id).filter { stale[$0] == nil }
        guard message.notice != nil || !live.isEmpty else { return Frozen(facts: nil, live: [], dropped: dropped) }
        let facts = MessageFacts(
            id: "", kind: message.kind, channel: message.channel, mode: .live, date: now, day: day("2026-03-02"),
            dateHeader: "Mon, 02 Mar 2026 09:00:00 +0000", plan: message.plan,
            recipient: Party(
                person: message.recipient.id, name: message.recipient.name, address: message.recipient.email),
            intended: nil, sender: Party(person: nil, name: "Gates", address: "gates@example.org"),
            replyTo: "ada@example.org", domain: "example.org", thread: "t", subject: "\(live.count) reminders",
            entries: [], paragraphs: message.notice?.paragraphs ?? [],
            event: message.notice?.event)
        return Frozen(facts: facts, live: live, dropped: dropped)
    }

    /// Settles one claim with a verdict, and looks at what that made due.
    @discardableResult
    func settle(_ claim: Claim, _ outcome: Outcome, _ verdict: Verdict, at now: Instant) throws -> Settled {
        let settled = try register.settle(
            [
                Settlement(
                    claim: claim, outcome: outcome, verdict: verdict, endedAt: now, durationMilliseconds: 12,
                    remote: "192.0.2.1")
            ], administrator: administrator.id, at: now)
        return settled.first ?? .fenced
    }

    @discardableResult
    func recoverOrphans(at now: Instant, expiredOnly: Bool = false) throws -> Int {
        try register.recoverOrphans(administrator: { _ in administrator.id }, at: now, expiredOnly: expiredOnly)
    }

    /// When the first message may leave.
    func earliestMessage(excluding: Set<Channel> = []) throws -> Instant? {
        try register.earliestMessages().filter { !excluding.contains($0.key) }.values.min()
    }

    /// State of each message, in order.
    var states: [MessageState] { get throws { try register.deliveries().reversed().map(\.state) } }
}

extension Identity {
    static let fixed = Identity(uuid: "00000000-0000-4000-8000-000000000001", salt: [1, 2, 3])
}

extension OwnerEntry {
    static let wings = OwnerEntry(
        post: "Head of Wings", aliases: [],
        holder: PersonEntry(name: "Hal Older", email: "hal@example.org", webhook: "case-system", from: nil, until: nil),
        deputy: PersonEntry(name: "Dee Putty", email: "dee@example.org", webhook: nil, from: nil, until: nil),
        manager: nil)
}

extension Outcome {
    static let fine = Outcome.accepted(Reply(code: 250, enhancedStatus: "2.0.0", text: "queued"))
    static let noMailbox = Outcome.refusedForGood(Reply(code: 550, enhancedStatus: "5.1.1", text: "no such mailbox"))
}
