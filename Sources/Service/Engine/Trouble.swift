// How long a failing register is left alone before the next try.

import CivilTime

/// 1 s, then twice as long each time, up to a minute.
struct Trouble {
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
