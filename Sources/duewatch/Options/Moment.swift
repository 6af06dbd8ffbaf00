// An instant as an argument.

import ArgumentParser
import CivilTime

enum Moment {
    /// Reads 2027-03-01T09:00:00Z, or with another offset from UTC.
    static func read(_ text: String) throws -> Instant {
        guard let instant = Instant(rfc3339: text) else {
            throw ValidationError("expected an instant as 2027-03-01T09:00:00Z: day, time and offset from UTC")
        }
        return instant
    }
}
