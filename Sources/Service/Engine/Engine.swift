// The running service: one loop on one thread that owns the register. Read `run` and `pass` from top to bottom.
// Other threads only put events into the inbox; nothing here blocks but the wait and the register's own transactions.

import CivilTime
import Logging
import Register
import Reminders

public final class Engine {
    let register: Register
    var rules: Rules
    let clock: any ServiceClock
    let inbox: Inbox
    let log: Logger
    private let notification: ServiceNotification
    /// Reads the configuration again; nil where it has a fault, which is in the log by then.
    private let reread: () -> Rules?

    /// Claims that are with a carrier, by their token.
    var inFlight: [Int64: Claim] = [:]
    /// Outcomes that could not be written yet.
    var unsettled: [Settlement] = []
    /// Channels that refused us: they stop until a reload or a restart.
    var stopped: Set<Channel> = []
    var lastNoteDay: CivilDate?
    private var isStopping = false
    private var wantsReload = false
    private var trouble = Trouble()
    private static let shortestSleep: Int64 = 1_000
    private var lastBeat: Instant

    public init(
        register: Register, rules: Rules, clock: any ServiceClock, inbox: Inbox, log: Logger,
        notification: ServiceNotification, reread: @escaping () -> Rules?
    ) {
        self.register = register
        self.rules = rules
        self.clock = clock
        self.inbox = inbox
        self.log = log
        self.notification = notification
        self.reread = reread
        lastBeat = clock.now
    }

    /// Returns after `.stop`, when nothing is in flight and every outcome is written.
    ///
    /// - Throws: `RegisterError` where the register cannot be used at the start, or an outcome cannot be written at the
    ///   end. In between a failing register is tried again, and the log says so.
    public func run() throws {
        try begin()
        while true {
            attempt { try pass() }
            if isStopping, inFlight.isEmpty { break }
            take(clock.wait(for: inbox, until: nextWake(), inFlight: inFlight.count))
        }
        try settle()
        notification.stopping()
        log.notice("service.stopped")
    }

    private func begin() throws {
        let orphans = try register.recoverOrphans(at: clock.now)
        if orphans > 0 { log.warning("outbox.orphans_recovered", metadata: ["messages": "\(orphans)"]) }
        try adoptMode()
        for warning in rules.warnings { log.warning("\(warning)") }
        notification.ready()
        log.notice("service.started", metadata: ["version": "\(Release.version)", "mode": "\(rules.policy.mode)"])
    }

    /// Everything that is due at this instant.
    private func pass() throws {
        try settle()
        if wantsReload, inFlight.isEmpty { try reload() }
        guard !isStopping else { return }
        let now = clock.now
        try checkTargets(at: now)
        try noteDay(at: now)
        try applyBrake(at: now)
        try send(at: now)
        try beat(at: now)
    }

    private func take(_ events: [Event]) {
        for event in events {
            switch event {
            case .returned(let token, let report): keep(report, of: token)
            case .nudge: break
            case .reload: wantsReload = true
            case .stop:
                if !isStopping { log.notice("service.stopping", metadata: ["in_flight": "\(inFlight.count)"]) }
                isStopping = true
            }
        }
    }

    /// The register may fail for a while: a full disk, a lock. The service stays up, says so and tries again.
    private func attempt(_ work: () throws -> Void) {
        do {
            try work()
            if trouble.ended() { log.notice("register.recovered") }
        } catch {
            trouble.met(at: clock.now)
            log.error("register.failed", metadata: ["error": "\(error)", "retry_at": "\(trouble.until.rfc3339)"])
        }
    }

    /// The next instant at which anything can be due: nothing in between wakes the service.
    private func nextWake() -> Instant {
        let beat = notification.beatPeriod.map { lastBeat.adding(milliseconds: $0) } ?? .distantFuture
        guard trouble.until <= clock.now else { return min(beat, trouble.until) }
        var wakes = [beat]
        do {
            if !isStopping { wakes += [try register.earliestCheck(), nextNote(after: clock.now)].compactMap { $0 } }
            if !isStopping, hasRoom {
                wakes += [try register.earliestMessage(excluding: stopped)].compactMap { $0 }
            }
        } catch {
            log.error("register.failed", metadata: ["error": "\(error)"])
        }
        // What this pass could not take is not tried again at once: the loop must never spin.
        let now = clock.now
        let wake = wakes.min() ?? beat
        return wake > now ? wake : now.adding(milliseconds: Self.shortestSleep)
    }

    /// The watchdog hears of us only after a real round trip to the register and through this loop.
    private func beat(at now: Instant) throws {
        if now < lastBeat { log.warning("clock.stepped_back", metadata: ["from": "\(lastBeat)", "to": "\(now)"]) }
        guard let period = notification.beatPeriod else { return }
        guard now < lastBeat || lastBeat.milliseconds(until: now) >= period else { return }
        lastBeat = now
        try register.probe()
        notification.beat()
    }

    private func reload() throws {
        wantsReload = false
        notification.reloading()
        if let fresh = reread() {
            rules.close()
            rules = fresh
            stopped = []
            try adoptMode()
            try register.touchAll(at: clock.now)
            for warning in rules.warnings { log.warning("\(warning)") }
            log.notice("configuration.reloaded", metadata: ["mode": "\(rules.policy.mode)"])
        } else {
            log.error(
                "configuration.kept", metadata: ["because": "the new one has errors; `duewatch check` lists them"])
        }
        notification.ready()
    }

    private func adoptMode() throws {
        let mode = rules.policy.mode
        notification.status("delivery mode \(mode.rawValue)")
        if let last = try register.recordMode(mode, at: clock.now) {
            log.notice("mode.changed", metadata: ["from": "\(last.rawValue)", "to": "\(mode.rawValue)"])
            // What was sent under another mode told nobody, so every target is looked at again.
            try register.touchAll(at: clock.now)
        }
    }
}

/// How long to leave a failing register alone: 1 s, then twice as long each time, up to a minute.
private struct Trouble {
    private(set) var until = Instant.distantPast
    private var pause: Int64 = 0

    mutating func met(at now: Instant) {
        pause = min(max(1_000, pause * 2), 60_000)
        until = now.adding(milliseconds: pause)
    }

    /// Whether there was trouble; there is none any more.
    mutating func ended() -> Bool {
        defer {
            pause = 0
            until = .distantPast
        }
        return pause > 0
    }
}
