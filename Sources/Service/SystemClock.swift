// The system's clock. No other file reads the time.
// Nobody can set the clocks that the waits go by, so a step of the wall clock shows as the difference after a wait. The
// watchdog's beat bounds every wait, so that a step is noticed within a minute.
// Source: clock_gettime(2). CLOCK_BOOTTIME counts the time that a machine sleeps, which is no step.

import CivilTime
import Glibc

public final class SystemClock: ServiceClock {
    /// An error where the clock is before the release date, as it is on a machine that has not found the time yet.
    public struct Unset: Error, CustomStringConvertible {
        public let now: Instant

        public var description: String {
            "the system's clock says \(now.rfc3339), which is before this version of duewatch was made "
                + "(\(Release.date.rfc3339)): set the clock, then start again"
        }
    }

    public init() {}

    /// - Throws: `Unset` where the clock cannot be right.
    public static func checked() throws(Unset) -> SystemClock {
        let clock = SystemClock()
        guard clock.now >= Release.date else { throw Unset(now: clock.now) }
        return clock
    }

    public var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    public func wait(for inbox: Inbox, until deadline: Instant, inFlight: Int) -> [Event] {
        let (wall, elapsed) = (now, Self.sinceBoot)
        let events = inbox.take(
            waitingAtMost: max(0, wall.milliseconds(until: deadline)), gathering: min(Self.batch, max(1, inFlight / 2)))
        let step = wall.milliseconds(until: now) - (Self.sinceBoot - elapsed)
        return abs(step) > Self.smallestStep ? [.clockStepped(by: step)] + events : events
    }

    /// More outcomes than this in one commit save nothing.
    private static let batch = 256

    /// What NTP slews, in milliseconds, is no step.
    private static let smallestStep: Int64 = 1_000

    /// Milliseconds on a clock that only runs.
    private static var sinceBoot: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// A point on the clock that nobody can set, for waits: so many milliseconds from now.
    static func monotonic(after milliseconds: Int64) -> timespec {
        var end = timespec()
        clock_gettime(CLOCK_MONOTONIC, &end)
        let nanoseconds = Int64(end.tv_nsec) + milliseconds % 1000 * 1_000_000
        end.tv_sec += Int(milliseconds / 1000 + nanoseconds / 1_000_000_000)
        end.tv_nsec = Int(nanoseconds % 1_000_000_000)
        return end
    }
}
