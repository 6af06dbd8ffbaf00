// What every way of sending looks like from outside. A carrier never decides when or whether to send, never reads a
// clock and never retries by itself: it tries once and says what happened.

import CivilTime
import Reminders

/// One way for a message to leave: a folder, a mail relay, webhooks.
public protocol Carrier: Sendable {
    /// Tries once, off the caller's thread. `done` is called exactly once, from any thread.
    func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void)

    /// Returns when every try that was under way has reported; what had not begun reports a local fault.
    func close()
}

/// One message, about to be tried.
public struct Parcel: Sendable {
    public let facts: MessageFacts
    /// 1 for the first try.
    public let attempt: Int
    /// The instant of this try; a webhook signs it.
    public let at: Instant

    public init(facts: MessageFacts, attempt: Int, at: Instant) {
        self.facts = facts
        self.attempt = attempt
        self.at = at
    }
}

/// What came of one try.
public struct AttemptReport: Hashable, Sendable {
    public let outcome: Outcome
    /// As libcurl measured it; 0 where nothing went over a network.
    public let durationMilliseconds: Int
    /// The peer's address and port, or the path of the file that was written.
    public let remote: String?
    /// What was wrong with an administrator's template; the message went out in the built-in words.
    public let renderFault: String?

    public init(outcome: Outcome, durationMilliseconds: Int = 0, remote: String? = nil, renderFault: String? = nil) {
        self.outcome = outcome
        self.durationMilliseconds = durationMilliseconds
        self.remote = remote
        self.renderFault = renderFault
    }
}
