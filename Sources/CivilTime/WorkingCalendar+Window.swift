// When a send window is open, as instants. On a night when the clocks change a window can be shorter or longer than its
// times say, but it is never empty. A day that the zone skipped has no window.

extension WorkingCalendar {
    /// The instant itself where the window is open, else its next opening on a working day. `Instant.distantFuture`
    /// where the calendar ends before that.
    public func nextOpening(of window: SendWindow, onOrAfter instant: Instant) -> Instant {
        // A gap or an overlap at midnight can put a window of the day before or after at this instant's local date.
        var day = next(onOrAfter: zone.date(at: instant).adding(days: -1))
        while day < .max {
            if closing(of: window, on: day) > instant, exists(day) { return max(instant, opening(of: window, on: day)) }
            day = next(onOrAfter: day.adding(days: 1))
        }
        return .distantFuture
    }

    /// Whether the window of a working day is open.
    public func contains(_ instant: Instant, in window: SendWindow) -> Bool {
        nextOpening(of: window, onOrAfter: instant) == instant
    }

    /// When the window opens on this day, working or not.
    public func opening(of window: SendWindow, on day: CivilDate) -> Instant { zone.instant(of: day, at: window.opens) }

    /// When it closes: the first instant outside. Where the clocks skip the closing time so that it would come before
    /// the opening, the window stays open for as long as its times are apart.
    public func closing(of window: SendWindow, on day: CivilDate) -> Instant {
        let opening = opening(of: window, on: day)
        let closing = zone.instant(of: day, at: window.closes)
        let length = Int64(window.closes.minuteOfDay - window.opens.minuteOfDay) * 60
        return closing > opening ? closing : opening.adding(seconds: length)
    }

    private func exists(_ day: CivilDate) -> Bool { zone.date(at: zone.startOfDay(day)) == day }
}
