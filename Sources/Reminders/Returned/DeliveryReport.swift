// A report on the delivery of a mail, as mail servers send it back: who did not get it, and why. Anybody can write one,
// so it is only believed where it names a message of ours. Sources: RFC 3464, RFC 3461, RFC 6522.

public struct DeliveryReport: Hashable, Sendable {
    public enum Action: String, Hashable, Sendable, CaseIterable {
        /// It will not be delivered.
        case failed
        /// It is still being tried.
        case delayed
        case delivered, relayed, expanded
    }

    /// What became of it for one recipient.
    public struct Recipient: Hashable, Sendable {
        /// Where it went in the end; may be another than we sent it to, where it was passed on.
        public let final: String?
        /// As it was when the reporting server got it.
        public let original: String?
        public let action: Action
        /// `5.1.1`
        public let status: String?
        /// What the server that refused it said: `550 5.1.1 User unknown`.
        public let diagnostic: String?

        public init(final: String?, original: String?, action: Action, status: String?, diagnostic: String?) {
            self.final = final
            self.original = original
            self.action = action
            self.status = status
            self.diagnostic = diagnostic
        }

        public var addresses: [String] { [original, final].compactMap { $0 } }

        /// The reply that a server would have given in the session. Where the report's own status says nothing, as Exim's
        /// 5.0.0, the one in the server's words counts.
        public var reply: Reply {
            let words = diagnostic.map { $0.split { $0 == " " || $0 == "-" } } ?? []
            let own = words.dropFirst().first.flatMap { Reply.enhancedStatus(in: $0) }
            let isVague = status?.hasSuffix(".0.0") ?? true
            return Reply(
                code: diagnostic.flatMap(Self.code) ?? 0, enhancedStatus: isVague ? own ?? status : status,
                text: diagnostic ?? "")
        }

        /// The three digits that a diagnostic begins with, behind `smtp;` or not.
        private static func code(_ text: String) -> Int? {
            let first = text.split { $0 == " " || $0 == "-" }.first.map(String.init) ?? ""
            return first.utf8.count == 3 ? Int(first).flatMap { (400...599).contains($0) ? $0 : nil } : nil
        }
    }

    /// In the order of the report; never empty.
    public let recipients: [Recipient]
    /// What may be the id of a message of ours: 32 hex digits, in the order in which they were found.
    public let ids: [String]

    public init(recipients: [Recipient], ids: [String]) {
        self.recipients = recipients
        self.ids = ids
    }
}

/// Why the bytes are no delivery report.
public struct NotAReport: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}
