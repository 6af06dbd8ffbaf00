// A day on which messages leave.

import CivilTime

/// A day on which messages leave, and the first instant they may.
public struct WindowDay: Hashable, Sendable, Codable {
    public let day: CivilDate
    public let opens: Instant

    public init(day: CivilDate, opens: Instant) {
        self.day = day
        self.opens = opens
    }
}
