// The first login to a relay is tried once, by one session, and the others wait for what comes of it: a wrong password on
// every connection at once would lock the account.

import Reminders
import Synchronization

/// Lets messages through one at a time until a login has gone well, and none once it was refused.
final class LoginGate: Sendable {
    private enum State {
        case untried, open, refused
    }

    private let state: Mutex<State>

    /// - Parameter isNeeded: false where the relay asks for no login.
    init(isNeeded: Bool) { state = Mutex(isNeeded ? .untried : .open) }

    func through(_ attempt: () -> AttemptReport) -> AttemptReport {
        let first = state.withLock { state -> AttemptReport? in
            switch state {
            case .open: return nil
            case .refused: return AttemptReport(outcome: .notBegun("the relay has refused the login"))
            case .untried:
                let report = attempt()
                state = Self.state(after: report.outcome)
                return report
            }
        }
        if let first { return first }
        let report = attempt()
        // A password that was changed meanwhile is found out by the first new connection; the others need not fail, too.
        if Self.state(after: report.outcome) == .refused { state.withLock { $0 = .refused } }
        return report
    }

    private static func state(after outcome: Outcome) -> State {
        switch outcome {
        case .refusedForGood(let reply) where reply.stopsChannel(.email): .refused
        // Nobody was there to log in to: the next message finds out.
        case .localFault, .notBegun: .untried
        case .accepted, .refusedForNow, .refusedForGood, .noAnswer: .open
        }
    }
}
