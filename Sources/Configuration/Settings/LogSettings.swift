// How the service writes its log.

public struct LogSettings: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// `text` on a terminal, `logfmt` elsewhere.
        case auto
        case text, json, logfmt
    }

    /// The names of swift-log's levels.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        case trace, debug, info, notice, warning, error, critical
    }

    public let format: Format
    public let level: Level

    public init(format: Format, level: Level) {
        self.format = format
        self.level = level
    }

    public static let standard = LogSettings(format: .auto, level: .info)
}
