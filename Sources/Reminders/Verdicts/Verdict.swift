// What we do about an outcome.

import CivilTime

public enum Verdict: Hashable, Sendable {
    case delivered
    /// Try again with the same id, Date and facts.
    case retry(at: Instant, mayHaveArrived: Bool, because: String)
    /// It was not tried: it is due as before, and the try does not count.
    case putBack(because: String)
    /// The peer refused it for good: no more tries, and the administrator is told.
    case refused(because: String)
    /// Too many tries, or a doubt that only a person can settle: it waits for `duewatch retry`.
    case setAside(because: String)
    /// The credentials or the endpoint are refused: this channel stops until a person has it resumed or its
    /// setting changes. The message waits.
    case stopChannel(because: String)
}
