// What is left of a relay's quota. A message that finds none left is simply not claimed: it is no attempt and no failure.
// Pure: it is told what left and when, and never counts a register's rows itself.

import CivilTime

public struct QuotaMeter: Hashable, Sendable {
    public let quota: Quota
    private var day: CivilDate
    private var today: Int
    /// The instants of the latest mails, oldest first, as many as the rate allows at most.
    private var recent: [Instant]

    /// - Parameters:
    ///   - today: how many left on `day` so far.
    ///   - recent: when the latest left, oldest first.
    public init(_ quota: Quota, on day: CivilDate, today: Int, recent: [Instant]) {
        self.quota = quota
        self.day = day
        self.today = today
        self.recent = Array(recent.suffix(quota.rate?.count ?? 0))
    }

    /// How many more may leave at this instant of `day`; never below 0.
    public func allowance(at now: Instant, on day: CivilDate) -> Int {
        var left = Int.max
        if let perDay = quota.perDay { left = max(0, perDay - (day == self.day ? today : 0)) }
        if let rate = quota.rate {
            let begins = now.adding(milliseconds: -rate.unit.milliseconds)
            // An instant after `now` was told by a clock that has been set back since: it counts as long as it stands.
            left = min(left, max(0, rate.count - recent.count { $0 > begins }))
        }
        return left
    }

    /// The first instant after `now` at which one more may leave; `midnight` is the next day's first instant.
    public func opens(after now: Instant, on day: CivilDate, midnight: Instant) -> Instant {
        if let perDay = quota.perDay, day == self.day, today >= perDay { return midnight }
        guard let rate = quota.rate, let oldest = recent.first, recent.count >= rate.count else { return now }
        return max(
            now,
            min(oldest.adding(milliseconds: rate.unit.milliseconds), now.adding(milliseconds: rate.unit.milliseconds)))
    }

    /// One has left.
    public mutating func took(at now: Instant, on day: CivilDate) {
        if day != self.day { (self.day, today) = (day, 0) }
        today += 1
        guard let rate = quota.rate else { return }
        recent.append(now)
        if recent.count > rate.count { recent.removeFirst(recent.count - rate.count) }
    }

    /// One that was taken never reached the relay.
    public mutating func gaveBack() {
        today = max(0, today - 1)
        _ = recent.popLast()
    }
}
