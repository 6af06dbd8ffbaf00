// The running service: one loop on one thread that owns the register. Read `run`, `turn` and `pass` from top to bottom.
// Other threads only put events into the inbox; nothing here blocks but the wait and the register's own transactions.

import CivilTime
import Logging
import Register
import Reminders

public final class Engine {
    let register: Store
    var rules: Rules
    let clock: any ServiceClock
    let inbox: Inbox
    let log: Logger
    let notification: ServiceNotification
    /// Reads the settings again.
    let reread: () throws -> Reread

    /// Claims that are with a carrier.
    var inFlight: [MessageID: Claim] = [:]
    /// How many of them each channel has.
    var out: [Channel: Int] = [:]
    /// Milliseconds that a channel's answers took of late.
    var pace: [Channel: Int] = [:]
    /// Outcomes that could not be written yet.
    var unsettled: [Settlement] = []
    /// Of every channel that was tried.
    var breakers: [Channel: Breaker] = [:]
    /// What they decided and is not written yet.
    var changes: [Channel: ChannelChange] = [:]
    /// The register has failed since the last claim that was heard of.
    var mayHaveLostClaims = false
    /// nil where the relay has no quota.
    var meter: QuotaMeter?
    /// When the brake last let something go; nil where something was recorded or changed since.
    var braked: Instant?
    /// Channels that somebody holds, each with the instant from which it is open again.
    var held: [Channel: Instant] = [:]
    var lastNoteDay: CivilDate?
    /// What is wrong with templates, found since the start or the last reload.
    var templateFaults: Set<String> = []
    private var lastHolidayDay: CivilDate?
    var watched: WatchedFiles
    var isStopping = false
    var wantsReload = false
    /// When a whole pass last began, and what it knew then of changes by others.
    var look: (at: Instant, changes: Int64)?
    /// Whether the last pass was a short one that found something to claim.
    var isBusy = false
    /// Who waits to hear what becomes of a reload.
    var askers: [Asked] = []
    var wasNudged = false
    /// What was planned under other rules is to be looked at again.
    var mustLookAgain = false
    var trouble = Trouble()
    private var lastBeat: Instant
    /// The instant that the last pass counted as.
    private var lastPass = Instant.distantPast
    private static let shortestSleep: Int64 = 1_000

    public init(
        register: Store, rules: Rules, clock: any ServiceClock, inbox: Inbox, log: Logger,
        notification: ServiceNotification, reread: @escaping () throws -> Reread
    ) {
        self.register = register
        self.rules = rules
        self.clock = clock
        self.inbox = inbox
        self.log = log
        self.notification = notification
        self.reread = reread
        watched = rules.watched
        lastBeat = clock.now
    }

    /// Returns after `.stop`, when nothing is in flight and every outcome is written.
    ///
    /// - Throws: `RegisterError` where the register cannot be used at the start, or an outcome cannot be written at the
    ///   end. In between a failing register is tried again, and the log says so.
    public func run() throws {
        try begin()
        while true {
            attempt { try turn() }
            if isStopping, inFlight.isEmpty { break }
            take(clock.wait(for: inbox, until: nextWake(), inFlight: inFlight.count))
        }
        try settle()
        log.notice("service.stopped")
    }

    private func begin() throws {
        let orphans = try register.recoverOrphans(
            administrator: { [policy = rules.policy] in policy.administrator(of: $0).id }, noticesFrom: nextWindow,
            at: clock.now)
        if orphans > 0 { log.warning("outbox.orphans_recovered", metadata: ["messages": "\(orphans)"]) }
        try adoptMode()
        try adoptChannels()
        if let mark = rules.mark, try register.rulesMark() != mark { mustLookAgain = true }
        notification.ready()
        log.notice("service.started", metadata: ["version": "\(Release.version)", "mode": "\(rules.policy.mode)"])
        warn()
    }

    private func turn() throws {
        try beat(at: clock.now)
        try pass()
    }

    /// Everything that is due at this instant.
    private func pass() throws {
        // The instant before: what comes due while a pass writes is taken by the next, at once.
        let began = clock.now
        isBusy = false
        guard try !passShortly(at: began) else { return lastPass = began }
        try settle()
        guard !isStopping else { return }
        if wasNudged, try noticeResumed() { wantsReload = true }
        wasNudged = false
        if wantsReload { try reload() }
        let now = clock.now
        lastPass = now
        try beginLook(at: now)
        try knowAdministrators(at: now)
        try lookAgain(at: now)
        try readHolds(at: now)
        try checkTargets(at: now)
        try applyBrake(at: now)
        try noteDay(at: now)
        try tellSubscribers(at: now)
        try send(at: now)
    }

    /// Whether something else is to be done than to send.
    var isDisturbed: Bool { isStopping || wasNudged || wantsReload || mustLookAgain || mayHaveLostClaims }

    /// The next instant at which anything can be due: nothing in between wakes the service.
    private func nextWake() -> Instant {
        let beat = notification.beatPeriod.map { lastBeat.adding(milliseconds: $0) } ?? .distantFuture
        guard trouble.until <= clock.now else { return min(beat, trouble.until) }
        if let nextLook { return max(min(beat, nextLook), clock.now.adding(milliseconds: 1)) }
        var wakes = [beat]
        do {
            if !isStopping { wakes += [try register.earliestCheck(), nextNote(after: clock.now)].compactMap { $0 } }
            if !isStopping, hasRoom { wakes += try nextMessages() }
        } catch {
            report(error)
            wakes.append(trouble.until)
        }
        // What the last pass could not take is not tried again at once: the loop must never spin. What came due since is
        // taken by the next.
        let (wake, now) = (wakes.min() ?? beat, clock.now)
        return wake > min(lastPass, now) ? wake : now.adding(milliseconds: Self.shortestSleep)
    }

    /// When the earliest message of each channel may leave.
    private func nextMessages() throws -> [Instant] {
        let now = clock.now
        var from: [Channel: Instant] = [:]
        // Those that have their share out are not even looked at: a thousand that hang cost nothing here.
        let earliest = try register.earliestMessages { channel in
            from[channel] = opens(channel, at: now)
            return from[channel] != nil
        }
        return earliest.map { channel, instant in max(from[channel] ?? instant, instant) }
    }

    /// When a notice may leave.
    var nextWindow: Instant {
        let plan = rules.policy.defaults
        return plan.calendar.nextOpening(of: plan.window, onOrAfter: clock.now)
    }

    /// The watchdog hears of us only after a real round trip to the register and through this loop.
    func beat(at now: Instant) throws {
        guard let period = notification.beatPeriod else { return }
        guard now < lastBeat || lastBeat.milliseconds(until: now) >= period else { return }
        lastBeat = now
        try register.probe()
        notification.beat()
        let changed = watched.changed()
        if !changed.isEmpty {
            log.notice("files.changed", metadata: ["files": "\(changed.joined(separator: ","))"])
            wantsReload = true
        }
        warnOfHolidays(withinMonths: 3, at: now)
    }

    func adoptMode() throws {
        let mode = rules.policy.mode
        notification.status("delivery mode \(mode.rawValue)")
        guard let last = try register.recordMode(mode, at: clock.now) else { return }
        log.notice("mode.changed", metadata: ["from": "\(last.rawValue)", "to": "\(mode.rawValue)"])
        // What was sent under another mode told nobody.
        mustLookAgain = true
    }

    /// An administrator may be away today, or have lost an address: then the deputy acts.
    private func knowAdministrators(at now: Instant) throws {
        let today = rules.policy.defaults.calendar.zone.date(at: now)
        rules.policy = try rules.policy.refreshed { try register.person($0.id, on: today) ?? $0 }
    }

    private func lookAgain(at now: Instant) throws {
        guard mustLookAgain else { return }
        try register.lookAgain(mark: rules.mark, at: now)
        mustLookAgain = false
    }

    func warn() {
        for warning in rules.warnings { log.warning("configuration.warning", metadata: ["because": "\(warning)"]) }
        for fault in rules.templateFaults {
            log.error("template.failed", metadata: ["fault": "\(fault)", "do": "the built-in words are used"])
        }
        templateFaults.formUnion(rules.templateFaults)
        lastHolidayDay = nil
        warnOfHolidays(withinMonths: 12, at: clock.now)
    }

    /// Once a day at most.
    private func warnOfHolidays(withinMonths months: Int, at now: Instant) {
        let today = rules.policy.defaults.calendar.zone.date(at: now)
        guard today != lastHolidayDay else { return }
        lastHolidayDay = today
        guard let last = rules.holidaysEnding(withinMonths: months, of: today) else { return }
        log.warning("holidays.end", metadata: ["last_day": "\(last)", "do": "put a newer file into calendar.holidays"])
    }
}
