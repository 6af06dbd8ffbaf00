// Between instants and what clocks on the wall of a zone show. A wall time that clocks skip takes the offset before the
// gap; one that they show twice is the first.
// Source: RFC 5545 section 3.3.5; RFC 5322 section 3.3 for mail dates.

extension Zone {
    /// The local day and time of day, seconds dropped. Beyond `Instant.distantPast` and `distantFuture` it gives the day
    /// at the bound.
    public func civil(at instant: Instant) -> (date: CivilDate, time: WallTime) {
        let (date, time, _) = civilToSecond(at: instant)
        return (date, time)
    }

    /// The local day and time of day with its second, 0 to 59.
    public func civilToSecond(at instant: Instant) -> (date: CivilDate, time: WallTime, second: Int) {
        Zone.split(instant.seconds + Int64(offset(at: instant)))
    }

    /// The local day.
    public func date(at instant: Instant) -> CivilDate { civil(at: instant).date }

    /// The instant at which clocks first show this time on this day. Where they skip it, the offset before the gap holds,
    /// so that the result shows as a time after the gap.
    public func instant(of date: CivilDate, at time: WallTime) -> Instant {
        let local = Int64(date.dayNumber) * 86_400 + Int64(time.minuteOfDay) * 60
        if let offset = steadyOffset(from: local - Zone.margin, to: local + Zone.margin) {
            return Zone.instant(seconds: local - Int64(offset))
        }
        var periods = self.periods(from: local, to: local)
        var current = periods.removeFirst()
        for next in periods {
            if local < max(next.start + current.offset, next.start + next.offset) { break }
            current = next
        }
        return Zone.instant(seconds: local - current.offset)
    }

    /// The first instant whose local date is this day: midnight, or the end of a gap that swallows midnight. For a day
    /// that the zone skipped altogether, the instant at which the following day began.
    public func startOfDay(_ date: CivilDate) -> Instant {
        let midnight = Int64(date.dayNumber) * 86_400
        let nextMidnight = midnight + 86_400
        if let offset = steadyOffset(from: midnight - Zone.margin, to: nextMidnight + Zone.margin) {
            return Zone.instant(seconds: midnight - Int64(offset))
        }
        let periods = self.periods(from: midnight, to: nextMidnight)
        for (index, period) in periods.enumerated() {
            let end = index + 1 < periods.count ? periods[index + 1].start : .max
            let start = max(period.start, midnight - period.offset)
            if start < end { return Zone.instant(seconds: start) }
        }
        return Zone.instant(seconds: midnight)  // not reached: the last period has no end
    }

    /// The instant as a mail header writes it: "Tue, 30 Apr 2024 09:00:00 +0100". An offset that is not whole minutes is
    /// cut to minutes, and the time fits what is left.
    public func rfc5322(_ instant: Instant) -> String {
        let minutes = offset(at: instant) / 60
        let (date, time, second) = Zone.split(instant.seconds + Int64(minutes * 60))
        let sign = minutes < 0 ? "-" : "+"
        return "\(date.weekday.shortName), \(date.day) \(date.monthName.prefix(3)) \(padded(date.year, 4)) "
            + "\(time):\(padded(second, 2)) \(sign)\(padded(abs(minutes) / 60, 2))\(padded(abs(minutes) % 60, 2))"
    }

    /// In seconds, more than any offset.
    private static let margin: Int64 = 100_000

    /// A stretch with one offset; it ends where the next one starts.
    private struct Period {
        let start: Int64
        let offset: Int64
    }

    /// The stretches that any local time between these two, in seconds, can belong to; never empty, the first without a
    /// start.
    private func periods(from first: Int64, to last: Int64) -> [Period] {
        let start = first - Zone.margin
        let opening = Period(start: .min / 2, offset: Int64(offset(at: start)))
        let starts = changes(after: start, upTo: last + Zone.margin)
        return [opening] + starts.map { Period(start: $0, offset: Int64(offset(at: $0))) }
    }

    private static func split(_ local: Int64) -> (date: CivilDate, time: WallTime, second: Int) {
        let day = local.dividedDown(by: 86_400)
        let rest = Int(local - day * 86_400)
        return (CivilDate(dayNumber: Int(day)), WallTime(minuteOfDay: rest / 60), rest % 60)
    }

    private static func instant(seconds: Int64) -> Instant { Instant(milliseconds: seconds * 1000) }
}
