// The hours of a working day in which messages may leave. Within one day and never empty, so that every working day has
// an opening and nothing can wait for ever.

/// From one wall time to a later one on the same day; the closing minute is outside.
public struct SendWindow: Sendable, Hashable {
    public let opens: WallTime
    public let closes: WallTime

    /// Nil unless it closes later than it opens.
    public init?(opens: WallTime, closes: WallTime) {
        guard opens < closes else { return nil }
        self.opens = opens
        self.closes = closes
    }
}

extension SendWindow: CustomStringConvertible {
    /// "08:30 to 17:00".
    public var description: String { "\(opens) to \(closes)" }
}

extension SendWindow: Codable {
    private enum CodingKeys: String, CodingKey { case opens, closes }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let opens = try container.decode(WallTime.self, forKey: .opens)
        let closes = try container.decode(WallTime.self, forKey: .closes)
        guard let window = SendWindow(opens: opens, closes: closes) else {
            throw DecodingError.dataCorruptedError(
                forKey: .closes, in: container,
                debugDescription: "expected a time after \(opens), when the window opens, found \(closes)")
        }
        self = window
    }
}
