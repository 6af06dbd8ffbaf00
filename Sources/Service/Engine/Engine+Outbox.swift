// The outbox: brake, claim, hand to a carrier, judge what came back, write it down.

import CivilTime
import Delivery
import Logging
import Register
import Reminders

extension Engine {
    /// So many messages may be with the carriers at once. A peer of which nothing good is known has one of them, so that
    /// a thousand dead endpoints leave room for the others.
    private static let room = 2_048
    /// So many are claimed in one transaction.
    private static let batch = 256
    /// Longer than any carrier waits for a peer. It only matters where a process dies: the next start ends all leases.
    private static let lease: Int64 = 30 * 60_000

    var hasRoom: Bool { inFlight.count < Self.room }

    /// Holds what would leave beyond what an administrator has foreseen.
    func applyBrake(at now: Instant) throws {
        guard try mayBrake(at: now) else { return }
        let leaving = try register.leaving(at: now).filter { held[$0.channel] == nil }
        guard !leaving.isEmpty else { return }
        braked = now
        let policy = rules.policy
        let approved = try register.approvedMessages(on: policy.defaults.calendar.zone.date(at: now))
        let reason = policy.brake.reason(toHold: leaving, approved: approved.values.reduce(0, +))
        guard let reason else { return }
        let messages = try register.firstAttempts(at: now).filter { held[$0.channel] == nil }.map(\.message)
        guard let batch = try register.hold(messages, because: reason, at: now) else { return }
        log.critical(
            "brake.held",
            metadata: [
                "batch": "\(batch)", "messages": "\(messages.count)", "because": "\(reason)",
                "do": "read `duewatch deliveries --state held`, then `duewatch release`",
            ])
    }

    /// Whether anything may leave that the brake has not seen. What it let go is not counted again at each pass, or a long
    /// queue would be read as often as it has messages.
    private func mayBrake(at now: Instant) throws -> Bool {
        guard let braked, now >= braked, today(at: now) == today(at: braked) else { return true }
        return try register.hasFirstAttempts(after: braked, until: now)
    }

    /// A register that failed over a claim may have written it all the same. Nobody sends such a message, so it waits again.
    private func recoverLostClaims(at now: Instant) throws {
        guard mayHaveLostClaims else { return }
        let known = Set(inFlight.keys).union(unsettled.map(\.claim.message))
        let lost = try register.takeBackClaims(except: known, at: now)
        if lost > 0 { log.warning("outbox.claims_taken_back", metadata: ["messages": "\(lost)"]) }
        mayHaveLostClaims = false
    }

    func send(at now: Instant) throws {
        try recoverLostClaims(at: now)
        while hasRoom {
            let limit = claimLimit
            guard handOut(try register.claim(terms(limit, at: now), at: now), of: limit, at: now) else { return }
        }
    }

    var claimLimit: Int { min(Self.batch, Self.room - inFlight.count) }

    func terms(_ limit: Int, at now: Instant) -> ClaimTerms {
        let policy = rules.policy
        let freezing = Freezing(under: policy, at: now)
        return ClaimTerms(
            mode: policy.mode, limit: limit, lease: Self.lease, allowance: { self.allowance(of: $0, at: now) },
            cap: policy.cap(at: now), today: policy.today(at: now), freeze: { freezing.freeze($0) })
    }

    /// Whether there may be more to claim.
    func handOut(_ claimed: Claimed, of limit: Int, at now: Instant) -> Bool {
        for drop in claimed.dropped {
            log.info("reminder.dropped", metadata: ["reminder": "\(drop.id)", "because": "\(drop.reason)"])
        }
        for claim in claimed.claims { dispatch(claim, at: now) }
        // What was void took the place of others.
        return claimed.claims.count == limit || claimed.void > 0
    }

    private func dispatch(_ claim: Claim, at now: Instant) {
        inFlight[claim.message] = claim
        out[claim.facts.channel, default: 0] += 1
        if claim.facts.channel == .email { meter?.took(at: now, on: today(at: now)) }
        let parcel = Parcel(facts: claim.facts, attempt: claim.attempt, at: now)
        rules.carrier(for: claim.facts.channel).send(parcel) { [inbox] report in
            inbox.put(.returned(claim: claim.message.value, report))
        }
    }

    /// Judges an outcome; it is written with the others of this pass.
    func keep(_ report: AttemptReport, of message: MessageID) {
        guard let claim = inFlight.removeValue(forKey: message) else { return }
        out[claim.facts.channel, default: 1] -= 1
        let now = clock.now
        let plan = claim.facts.plan.map { rules.policy.plan($0.name) } ?? rules.policy.defaults
        let verdict = Judgement(calendar: plan.calendar, window: plan.window)
            .verdict(on: report.outcome, of: Try(claim), at: now)
        if let fault = report.renderFault {
            templateFaults.insert(fault)
            log.error("template.failed", metadata: ["message": "\(claim.facts.id)", "fault": "\(fault)"])
        }
        hear(report, from: claim.facts.channel, because: verdict.because, at: now)
        unsettled.append(
            Settlement(
                claim: claim, outcome: report.outcome, verdict: verdict, endedAt: now,
                durationMilliseconds: report.durationMilliseconds, remote: report.remote,
                administrator: rules.policy.administrator(of: claim.facts.plan?.name).id,
                looks: verdict == .delivered ? looks(after: claim, at: now) : []))
    }

    /// What a check of each target will find once this message is told, decided from the facts of the claim. Where there
    /// is anything to say, or another day has begun, the target is left to a check of its own.
    private func looks(after claim: Claim, at now: Instant) -> [NextLook] {
        claim.targets.compactMap { facts in
            let policy = rules.policy
            let today = policy.today(at: now)(facts.plan.name)
            guard today == policy.today(at: claim.claimedAt)(facts.plan.name) else { return nil }
            let told = facts.told(claim.told, at: now)
            let decision = TargetCheck(of: told, under: policy, at: now).decision()
            guard decision.reminders.isEmpty, decision.refusals.isEmpty, decision.proposals.isEmpty else { return nil }
            return NextLook(target: facts.id, version: facts.version, nextCheck: decision.nextCheck)
        }
    }

    /// Writes every outcome there is, in one transaction. What cannot be written is kept and tried again.
    func settle() throws {
        guard !unsettled.isEmpty else { return }
        wrote(
            try register.settle(
                unsettled, channels: changedChannels, administrator: rules.policy.administrator.id,
                noticesFrom: nextWindow, at: clock.now))
    }

    var changedChannels: [ChannelChange] { changes.sorted { "\($0.key)" < "\($1.key)" }.map(\.value) }

    /// Every outcome there was is in the register.
    func wrote(_ results: [Settled]) {
        let settled = zip(unsettled, results)
        unsettled = []
        changes = [:]
        for (settlement, result) in settled { report(settlement, result) }
    }

    private func report(_ settlement: Settlement, _ result: Settled) {
        let facts = settlement.claim.facts
        let fields: [String: String] = [
            "message": facts.id, "kind": facts.kind.rawValue, "channel": facts.channel.description,
            "person": facts.recipient.person.map { "\($0)" } ?? "none", "attempt": "\(settlement.claim.attempt)",
            "targets": facts.entries.map(\.reference).joined(separator: ","), "mode": facts.mode.rawValue,
            "ms": "\(settlement.durationMilliseconds)",
        ]
        guard result == .written else { return say(.error, "message.lease_lost", fields) }
        switch settlement.verdict {
        case .delivered: say(.info, "message.accepted", fields)
        case .retry(let at, let mayHaveArrived, let because):
            say(
                .warning, "message.deferred",
                fields.merging([
                    "retry_at": at.rfc3339, "may_have_arrived": "\(mayHaveArrived)", "because": because,
                ]) { $1 })
        case .refused(let because): say(.error, "message.refused", fields.merging(["because": because]) { $1 })
        case .setAside(let because): say(.error, "message.set_aside", fields.merging(["because": because]) { $1 })
        case .putBack(let because): say(.info, "message.put_back", fields.merging(["because": because]) { $1 })
        case .stopChannel(let because):
            say(
                .critical, "channel.stopped",
                fields.merging([
                    "because": because, "do": Self.mending(facts.channel),
                ]) { $1 })
        }
    }

    func say(_ level: Logger.Level, _ event: String, _ fields: [String: String]) {
        log.log(level: level, "\(event)", metadata: fields.mapValues { .string($0) })
    }
}

extension Try {
    init(_ claim: Claim) {
        self.init(
            id: claim.facts.id, channel: claim.facts.channel, attempt: claim.attempt,
            firstAttemptAt: claim.firstAttemptAt, mayHaveArrived: claim.mayHaveArrived)
    }
}

extension Verdict {
    /// Why it was not delivered, without the peer's own words; empty where it was.
    fileprivate var because: String {
        switch self {
        case .delivered: ""
        case .retry(_, _, let because), .putBack(let because), .refused(let because), .setAside(let because),
            .stopChannel(let because):
            because
        }
    }
}
