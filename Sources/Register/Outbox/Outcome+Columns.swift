// Outcomes and verdicts as the attempts table names them.

import Reminders

extension Outcome {
    var name: String {
        switch self {
        case .accepted: "accepted"
        case .refusedForNow: "refused for now"
        case .refusedForGood: "refused for good"
        case .noAnswer: "no answer"
        case .localFault: "local fault"
        case .notBegun: "not begun"
        }
    }

    var reply: Reply? {
        switch self {
        case .accepted(let reply), .refusedForNow(let reply, _), .refusedForGood(let reply): reply
        case .noAnswer, .localFault, .notBegun: nil
        }
    }

    var words: String {
        switch self {
        case .accepted(let reply), .refusedForNow(let reply, _), .refusedForGood(let reply): reply.words
        case .noAnswer(let detail), .localFault(let detail), .notBegun(let detail): detail
        }
    }

    var mayHaveArrived: Bool {
        if case .noAnswer = self { true } else { false }
    }

    /// Whether the fault lies with the address itself, and not with what was sent to it.
    /// Source: RFC 3463 section 3.2 (X.1.X), RFC 5321 section 4.2.3 for relays that give no enhanced status, or 5.0.0,
    /// which says nothing (RFC 3463 section 3.1).
    var condemnsAddress: Bool {
        guard case .refusedForGood(let reply) = self else { return false }
        guard let status = reply.enhancedStatus, status != "5.0.0" else { return [550, 551, 553].contains(reply.code) }
        return status.hasPrefix("5.1.")
    }
}

extension Verdict {
    var name: String {
        switch self {
        case .delivered: "delivered"
        case .retry: "retry"
        case .refused: "refused"
        case .setAside: "set aside"
        case .stopChannel: "stop channel"
        case .putBack: "put back"
        }
    }
}
