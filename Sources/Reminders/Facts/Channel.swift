// The way a message travels.

/// Email, or one of the webhook endpoints that the configuration names.
public enum Channel: Hashable, Sendable, Codable, CustomStringConvertible {
    case email
    case webhook(endpoint: String)

    /// Reads `email` or `webhook:NAME`; nil for anything else.
    public init?(_ text: String) {
        if text == "email" {
            self = .email
        } else if text.hasPrefix("webhook:"), text.count > "webhook:".count {
            self = .webhook(endpoint: String(text.dropFirst("webhook:".count)))
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .email: "email"
        case .webhook(let endpoint): "webhook:\(endpoint)"
        }
    }
}
