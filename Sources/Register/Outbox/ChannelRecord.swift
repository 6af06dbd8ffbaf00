// A relay or endpoint that fails, as the register keeps it: its breaker survives a restart.

import CivilTime
import GRDB
import Reminders

public struct ChannelRecord: Hashable, Sendable {
    public let channel: Channel
    /// Never `.closed`.
    public let state: Breaker.State
    public let since: Instant
    /// The peer's code or libcurl's words; never the peer's own words, which may hold an address.
    public let because: String
    /// Stands for the settings it failed under: with others it is tried again.
    public let settings: String

    public init(channel: Channel, state: Breaker.State, since: Instant, because: String, settings: String) {
        self.channel = channel
        self.state = state
        self.since = since
        self.because = because
        self.settings = settings
    }

    public var isStopped: Bool { state == .stopped }
}

/// What a settlement changes about a channel.
public enum ChannelChange: Hashable, Sendable {
    /// It is open or stopped from now on.
    case failing(ChannelRecord)
    /// It works again.
    case working(Channel)
}

extension ChannelRecord {
    init(row: Row) {
        let until: Instant? = row["until"]
        self.init(
            channel: row["channel"], state: until.map { .open(until: $0, openings: row["openings"]) } ?? .stopped,
            since: row["since"], because: row["because"], settings: row["settings"])
    }
}
