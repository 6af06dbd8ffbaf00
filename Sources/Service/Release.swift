// Which duewatch this is.

import CivilTime

public enum Release {
    public static let version = "0.1.0"

    /// No clock that is right shows an instant before this one: the day this version was made, at midnight UTC.
    public static let date = Instant(milliseconds: 1_795_305_600_000)  // 2026-11-22
}
