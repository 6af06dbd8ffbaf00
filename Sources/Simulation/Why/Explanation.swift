// Why somebody was told of a target, was not, or will be: the ledger for the past, a look ahead by the service's own loop
// for the future, and the facts for the days on which nothing comes.

import CivilTime
import Register
import Reminders

public struct Explanation {
    /// One owner's part; without a certain owner, the administrator's.
    public struct Part {
        /// nil where the plan does not say for certain whose the target is.
        public let owner: OwnerFacts?
        public let choice: ScheduleChoice
        /// Oldest first.
        public let happenings: [Happening]
        /// Why nothing lies ahead; nil where something does.
        public let quiet: Quiet?
    }

    /// As it stands today.
    public let target: TargetDetail
    public let parts: [Part]
    /// Owners whom nothing ties to the target for certain.
    public let uncertain: [OwnerFacts]
    /// The last day that the look ahead covers.
    public let end: CivilDate
    /// The day after the look ahead on which something may come; nil for never, of itself.
    public let next: CivilDate?
    public let pause: Pause?

    /// - Parameters:
    ///   - register: as it stands; it is not changed.
    ///   - asked: the day it is about; nil for the whole story. The look ahead ends three months after it, or as far as
    ///     the target's next check.
    /// - Throws: `RegisterError`, as for an unknown reference.
    public init(
        of reference: String, in register: Store, under policy: Policy, at now: Instant, on asked: CivilDate? = nil
    ) throws {
        let today = policy.today(at: now)
        let present = try register.target(reference, mode: policy.mode, today: today)
        let zone = policy.plan(present.facts.plan.name).calendar.zone
        let day = zone.date(at: now)
        let check = present.nextCheck.map { zone.date(at: $0).adding(days: 7) }
        end = max(max(day, asked ?? day).adding(months: 3), min(check ?? day, day.adding(months: 36)))
        let forecast = try Forecast(of: register, under: policy, arming: nil, from: now, until: end)
        let future = try forecast.aftermath.target(reference, mode: policy.mode, today: today)
        target = present
        self.next = future.nextCheck.map { zone.date(at: $0) }
        pause = try register.paused()
        let happenings = Self.happenings(future, present)
        uncertain = present.facts.owners.filter { !$0.isCertain }
        let certain = present.facts.owners.filter(\.isCertain)
        let stands = certain.isEmpty ? [nil] : certain.map(Optional.some)
        parts = stands.map { owner in
            let own = happenings.filter { $0.owner == owner?.id }
            return Part(
                owner: owner, choice: policy.choice(for: present.facts, owner: owner), happenings: own,
                quiet: own.contains { $0.isForecast && $0.outcome == .told }
                    ? nil : Quiet.today(present, owner, on: day, zone: zone))
        }
    }

    /// Why nobody was told in the name of an owner on a day on which nothing happened; today's facts, and the ledger and
    /// the answers of the time for days that have passed.
    public func quiet(_ part: Part, on day: CivilDate, zone: Zone) -> Quiet {
        Quiet.reason(target, part.owner, on: day, zone: zone)
    }

    private static func happenings(_ future: TargetDetail, _ present: TargetDetail) -> [Happening] {
        let known = Dictionary(present.reminders.map { ($0.id, $0) }) { first, _ in first }
        let last = present.ledger.last?.seq ?? 0
        let all =
            future.reminders.map { Happening($0, present: known[$0.id]) }
            + future.refusals.map { Happening($0, isForecast: $0.seq > last) }
        return all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}
