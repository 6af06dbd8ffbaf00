// The key that makes sure that nobody is told the same thing twice.

/// One target, one date revision, one stage and its repetition, one recipient, one channel: that is the unique key.
public struct ReminderKey: Hashable, Sendable, Codable, CustomStringConvertible {
    public let target: TargetID
    public let revision: Int
    public let stage: String
    /// 1 for a stage that comes once.
    public let repetition: Int
    public let recipient: PersonID
    public let channel: Channel
    /// What was sent under another mode told nobody, so it does not count.
    public let mode: DeliveryMode

    public init(
        target: TargetID, revision: Int, stage: String, repetition: Int, recipient: PersonID, channel: Channel,
        mode: DeliveryMode
    ) {
        self.target = target
        self.revision = revision
        self.stage = stage
        self.repetition = repetition
        self.recipient = recipient
        self.channel = channel
        self.mode = mode
    }

    public var description: String {
        "\(target)/\(revision)/\(stage)/\(repetition)/\(recipient)/\(channel)/\(mode.rawValue)"
    }
}
