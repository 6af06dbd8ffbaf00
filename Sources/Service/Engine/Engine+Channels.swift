// Relays and endpoints as the engine sees them: how much each may have under way now, when a failing one may be probed,
// and what becomes of one that a person mended. What the breakers decide is written with the outcomes that caused it.

import CivilTime
import Delivery
import Register
import Reminders

extension Engine {
    /// How many messages a channel that works may have under way. An endpoint that answers quickly is given more at once
    /// than its connections can carry, so that they never wait for the register.
    private func most(of channel: Channel) -> Int {
        guard channel != .email else { return rules.mailSessions }
        return pace[channel].map { $0 <= Self.quick } == true ? Self.quickShare : Self.share
    }

    private static let share = 64
    private static let quickShare = 512
    /// Milliseconds.
    private static let quick = 50

    /// How many more messages the channel may be given.
    func allowance(of channel: Channel, at now: Instant) -> Int {
        guard held[channel] == nil else { return 0 }
        let room = (breakers[channel] ?? Breaker()).allowance(at: now, most: most(of: channel)) - (out[channel] ?? 0)
        guard channel == .email, let meter else { return max(0, room) }
        return max(0, min(room, meter.allowance(at: now, on: today(at: now))))
    }

    /// Relays and endpoints that fail.
    var shut: Set<Channel> { Set(breakers.filter { $0.value.state != .closed }.keys) }

    /// What waits behind a relay or endpoint that fails is not claimed, and so nobody would see that it has gone stale: its
    /// next stage has come, or its target was answered. Whether anything was dropped.
    func sweep(_ stuck: [TargetID], waitingIn shut: Set<Channel>, at now: Instant) throws -> Bool {
        guard !stuck.isEmpty else { return false }
        let policy = rules.policy
        let freezing = Freezing(under: policy, at: now)
        let dropped = try register.sweep(
            stuck, waitingIn: shut, at: now, mode: policy.mode, today: policy.today(at: now)
        ) { message, _ in freezing.freeze(message) }
        for drop in dropped {
            log.info("reminder.dropped", metadata: ["reminder": "\(drop.id)", "because": "\(drop.reason)"])
        }
        return !dropped.isEmpty
    }

    /// When a channel that messages wait for takes one, as far as time alone decides; nil where something has to come
    /// back before, or a person has to mend it.
    func opens(_ channel: Channel, at now: Instant) -> Instant? {
        let breaker = breakers[channel] ?? Breaker()
        let from = max(breaker.opens(after: now) ?? now, held[channel] ?? now)
        guard breaker.allowance(at: from, most: most(of: channel)) > (out[channel] ?? 0) else { return nil }
        guard channel == .email, let meter else { return from }
        let zone = rules.policy.defaults.calendar.zone
        let today = zone.date(at: now)
        guard meter.allowance(at: now, on: today) == 0 else { return from }
        return max(
            from, meter.opens(after: now, on: today, midnight: zone.startOfDay(today.adding(days: 1))))
    }

    /// A channel is open again where a message could leave on the day after the hold: mail in the next window, webhooks
    /// from midnight on.
    func readHolds(at now: Instant) throws {
        let plan = rules.policy.defaults
        let zone = plan.calendar.zone
        let before = Set(held.keys)
        // A hold that ended on Friday keeps mail until Monday's window; no run of days without one is longer than this.
        let from = zone.date(at: now).adding(days: -Self.longestGap)
        held = try register.heldChannels(on: from).reduce(into: [:]) { held, hold in
            let after = zone.startOfDay(hold.value.adding(days: 1))
            let opens = hold.key == .email ? plan.calendar.nextOpening(of: plan.window, onOrAfter: after) : after
            if opens > now { held[hold.key] = opens }
        }
        // What waited in a channel that is open again is new to the brake.
        if before != Set(held.keys) { braked = nil }
    }

    private static let longestGap = 14

    func today(at now: Instant) -> CivilDate { rules.policy.defaults.calendar.zone.date(at: now) }

    /// Tells the channel's breaker what came of a message.
    func hear(_ report: AttemptReport, from channel: Channel, because: String, at now: Instant) {
        let outcome = report.outcome
        // Half of what it was and half of this answer: one slow answer among quick ones is no slow endpoint.
        if case .accepted = outcome { pace[channel] = ((pace[channel] ?? 0) + report.durationMilliseconds) / 2 }
        if channel == .email, outcome.neverReachedRelay { meter?.gaveBack() }
        var breaker = breakers[channel] ?? Breaker()
        let change = breaker.hear(outcome, from: channel, at: now)
        breakers[channel] = breaker
        guard let change else { return }
        if change == .closed {
            changes[channel] = .working(channel)
        } else {
            changes[channel] = .failing(
                ChannelRecord(
                    channel: channel, state: breaker.state, since: now, because: because,
                    settings: rules.mark(of: channel)))
        }
        let fields = ["channel": "\(channel)"]
        switch change {
        case .opened(let until, let isNew):
            let more = [
                "because": because, "probe_at": until.rfc3339,
                "do": "nothing is lost; see that the other side runs and can be reached, `duewatch status` shows it",
            ]
            say(isNew ? .error : .warning, isNew ? "channel.open" : "channel.still_open", fields.merging(more) { $1 })
        case .closed: say(.notice, "channel.closed", fields)
        // Said once it is written, beside its message.
        case .stopped: break
        }
    }

    /// At a start and after a reload: what failed before fails still, unless its settings have changed.
    func adoptChannels() throws {
        breakers = breakers.filter { $0.value.state == .closed }
        for record in try register.channels() {
            guard record.settings == rules.mark(of: record.channel) else {
                try register.resume(record.channel, by: nil, at: clock.now)
                log.notice(
                    "channel.resumed",
                    metadata: ["channel": "\(record.channel)", "because": "its settings have changed"])
                continue
            }
            breakers[record.channel] = Breaker(record.state)
            guard record.isStopped else { continue }
            log.critical(
                "channel.stopped",
                metadata: [
                    "channel": "\(record.channel)", "because": "\(record.because)", "since": "\(record.since.rfc3339)",
                    "do": "\(Self.mending(record.channel))",
                ])
        }
        try readMeter()
    }

    /// After a command changed the register: a person may have let a channel go on. Whether the settings have to be read
    /// again, since the carrier may have learnt of a new password only then.
    func noticeResumed() throws -> Bool {
        let failing = breakers.filter { $0.value.state != .closed }.keys
        guard !failing.isEmpty else { return false }
        let recorded = Set(try register.channels().map(\.channel))
        var mustReload = false
        for channel in failing where !recorded.contains(channel) {
            // One that was stopped stays so until the reload is done: its carrier would refuse everything until then.
            if breakers[channel]?.state == .stopped { mustReload = true } else { breakers[channel] = Breaker() }
        }
        return mustReload
    }

    /// What the relay's quota has left, counted from the register, so that a restart forgets nothing.
    private func readMeter() throws {
        guard rules.quota != .none else { return meter = nil }
        let now = clock.now
        let zone = rules.policy.defaults.calendar.zone
        let today = zone.date(at: now)
        let span = rules.quota.rate?.unit.milliseconds ?? 0
        let tried = try register.mailsTried(
            since: zone.startOfDay(today), latest: rules.quota.rate?.count ?? 0,
            since: now.adding(milliseconds: -span))
        meter = QuotaMeter(rules.quota, on: today, today: tried.sinceMidnight, recent: tried.latest)
    }

    static func mending(_ channel: Channel) -> String {
        "mend the password, the setting or the other side, then `duewatch resume \(channel)`"
    }
}

extension Outcome {
    /// The relay has not heard of the message at all.
    fileprivate var neverReachedRelay: Bool {
        switch self {
        case .localFault, .notBegun: true
        case .accepted, .refusedForNow, .refusedForGood, .noAnswer: false
        }
    }
}
