// How long to wait before the next try, and when to give up. Pure functions of the try.
// Mail: RFC 5321 4.5.4.1 (two tries in the first hour, then every two or three hours, for four to five days at least),
// with a first gap that greylisting asks for (RFC 6647: 5 to 15 minutes). Webhooks: the schedule of Standard Webhooks 1.0.

enum RetryTable {
    private static let minute: Int64 = 60_000
    private static let hour: Int64 = 60 * minute
    private static let mail = [5 * minute...15 * minute, 30 * minute...hour, 2 * hour...3 * hour]
    private static let webhook = [
        5_000, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour,
    ]

    /// The most that a peer's Retry-After is heeded, in seconds.
    static let longestRetryAfter = 86_400
    /// The least that a peer is left alone which says that we are too many, in milliseconds.
    static let shortestThrottle = minute
    /// Mail is given up this long after its first try, however many windows lay in between. Nights and weekends count:
    /// the relay was there for them.
    static let mailSpan = 5 * 24 * hour

    /// The bounds of the gap after the nth try, in milliseconds, both of which grow with n; nil when it was the last by
    /// number. Any `attempt` is allowed; below 1 counts as 1.
    static func bounds(after attempt: Int, channel: Channel) -> ClosedRange<Int64>? {
        let index = max(1, attempt) - 1
        guard channel == .email else {
            // From half to one and a half times the gap of the schedule: on the average it is kept.
            return index < webhook.count ? webhook[index] / 2...webhook[index] * 3 / 2 : nil
        }
        return mail[min(index, mail.count - 1)]
    }

    /// Anywhere within the bounds (full jitter), by a hash of the message and the try: FNV-1a with a final mix.
    static func gap(within bounds: ClosedRange<Int64>, id: String, attempt: Int) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(id)/\(attempt)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ (hash >> 31)) &* 0x9e37_79b9_7f4a_7c15
        return bounds.lowerBound + Int64((hash >> 11) % UInt64(bounds.upperBound - bounds.lowerBound + 1))
    }
}
