// How long to wait before the next try.
// Mail: RFC 5321 4.5.4.1 (two tries in the first hour, then every two or three hours, four to five days), with a first gap
// that greylisting asks for (RFC 6647). Webhooks: the example schedule of Standard Webhooks 1.0.

enum RetryTable {
    private static let minute: Int64 = 60_000
    private static let hour: Int64 = 60 * minute
    private static let mail = [10 * minute, 40 * minute, 2 * hour] + Array(repeating: 3 * hour, count: 30)
    private static let webhook = [
        5_000, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour,
    ]

    /// The most that a peer's Retry-After is heeded, in seconds.
    static let longestRetryAfter = 86_400

    /// Milliseconds after the nth try; nil when it was the last. Any `attempt` is allowed; below 1 counts as 1.
    static func gap(after attempt: Int, channel: Channel) -> Int64? {
        let table = channel == .email ? mail : webhook
        let index = max(1, attempt) - 1
        return index < table.count ? table[index] : nil
    }

    /// The gap with up to a fifth more or less, from a hash of the message and the try: FNV-1a.
    static func jittered(_ gap: Int64, id: String, attempt: Int) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(id)/\(attempt)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let fifth = gap / 5
        return gap - fifth + Int64((hash >> 11) % UInt64(max(1, 2 * fifth)))
    }
}
