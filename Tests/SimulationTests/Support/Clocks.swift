// Virtual clocks with something amiss or something to count.

import CivilTime
import Service
import Simulation

/// Counts the waits, and keeps until when each of them was to last.
final class CountingClock: ServiceClock, @unchecked Sendable {
    // Unchecked: only the engine's thread calls it.
    private let inner: VirtualClock
    private(set) var deadlines: [Instant] = []

    init(_ inner: VirtualClock) { self.inner = inner }

    var now: Instant { inner.now }

    func wait(for inbox: Inbox, until deadline: Instant, inFlight: Int) -> [Event] {
        deadlines.append(deadline)
        return inner.wait(for: inbox, until: deadline, inFlight: inFlight)
    }
}

/// Is set forward or back once, during the first wait that passes an instant.
final class SteppingClock: ServiceClock, @unchecked Sendable {
    // Unchecked: only the engine's thread calls it.
    private let inner: VirtualClock
    private let step: (at: Instant, by: Int64)
    private var offset: Int64 = 0

    init(_ inner: VirtualClock, at instant: Instant, by milliseconds: Int64) {
        self.inner = inner
        step = (instant, milliseconds)
    }

    var now: Instant { inner.now.adding(milliseconds: offset) }

    func wait(for inbox: Inbox, until deadline: Instant, inFlight: Int) -> [Event] {
        let events = inner.wait(for: inbox, until: deadline.adding(milliseconds: -offset), inFlight: inFlight)
        guard offset == 0, inner.now >= step.at else { return events }
        offset = step.by
        return [.clockStepped(by: step.by)] + events
    }
}
