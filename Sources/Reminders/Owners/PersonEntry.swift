// One person, or a shared mailbox, in an owners file.

import CivilTime

/// A person with the channels they asked for, and the days between which they stand for the post.
public struct PersonEntry: Hashable, Sendable {
    public let name: String
    /// Has passed the syntax check.
    public let email: String?
    /// The name of an endpoint of the configuration.
    public let webhook: String?
    /// The first and the last day, both included; nil where it is open.
    public let from: CivilDate?
    public let until: CivilDate?

    public init(name: String, email: String?, webhook: String?, from: CivilDate?, until: CivilDate?) {
        self.name = name
        self.email = email
        self.webhook = webhook
        self.from = from
        self.until = until
    }
}

extension PersonEntry {
    /// The days between which they stand, with what is open as the ends of the calendar.
    var begins: CivilDate { from ?? .min }
    var ends: CivilDate { until ?? .max }

    /// "Hal Older, until 2026-03-31": for a message about the days.
    public var words: String {
        name + (from.map { " from \($0)" } ?? "") + (until.map { " until \($0)" } ?? "")
            + (from == nil && until == nil ? " without any days" : "")
    }
}
