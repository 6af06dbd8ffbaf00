// One line of a script: something that a person or a peer does on a day of a simulation.

import ActionPlans
import CivilTime
import Configuration
import Register
import Reminders

public struct ScriptStep: Sendable {
    /// Counted from 1.
    public let line: Int
    public let at: Instant
    public let day: CivilDate
    /// As it was written, without its day.
    public let words: String
    public let action: ScriptAction
}

public enum ScriptAction: Sendable {
    case answer(reference: String, AnswerKind, post: String?)
    /// Takes the latest answer back.
    case amend(reference: String)
    case hold(HoldSubject, until: CivilDate)
    case unhold(HoldSubject)
    case close(plan: String)
    case reopen(plan: String)
    case arm(plan: String)
    case disarm(plan: String)
    /// From the step's day on.
    case absence(person: String, until: CivilDate)
    /// A rung above the deputy.
    case release(reference: String)
    case stop(reference: String)
    /// What a peer says to everything for so many milliseconds.
    case fault(Channel, PeerFault, milliseconds: Int64)
    /// The system's clock is set by so many milliseconds.
    case clock(milliseconds: Int64)
    /// The service dies and is started again: now, or the next time that a message is with a carrier.
    case kill(whileSending: Bool)
    case reload(Settings)
    /// An edition of a plan comes out and is taken in; what it changes waits for `arm`.
    case edition(plan: String, ScriptPlan)
}

/// A plan's document, as it was read.
public struct ScriptPlan: Sendable {
    let draft: PlanDraft
    let source: SourceDigest

    public init(draft: PlanDraft, source: SourceDigest) {
        self.draft = draft
        self.source = source
    }
}

/// How a peer fails.
public enum PeerFault: Hashable, Sendable {
    /// No connection.
    case down
    /// It takes the message and never says so.
    case silent
    /// An SMTP reply or an HTTP status.
    case refuses(code: Int)

    func outcome(on channel: Channel) -> Outcome {
        switch self {
        case .down: return .localFault("no connection, by the script")
        case .silent: return .noAnswer("no answer, by the script")
        case .refuses(let code):
            let reply = Reply(code: code, enhancedStatus: nil, text: "by the script")
            let isForNow =
                channel == .email
                ? (400...499).contains(code) : (500...599).contains(code) || [408, 425, 429].contains(code)
            return isForNow ? .refusedForNow(reply, retryAfterSeconds: nil) : .refusedForGood(reply)
        }
    }
}
