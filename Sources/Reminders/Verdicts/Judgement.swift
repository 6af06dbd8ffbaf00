// What to do about an outcome: one clause for each. A pure function of the outcome, the history and the rules.

import CivilTime

/// One try, as far as the verdict depends on it.
public struct Try: Sendable {
    /// The message's id; the jitter comes from it, so that runs repeat.
    public let id: String
    public let channel: Channel
    /// 1 for the first.
    public let attempt: Int
    public let firstAttemptAt: Instant
    /// Whether an earlier try may have arrived.
    public let mayHaveArrived: Bool

    public init(id: String, channel: Channel, attempt: Int, firstAttemptAt: Instant, mayHaveArrived: Bool) {
        self.id = id
        self.channel = channel
        self.attempt = attempt
        self.firstAttemptAt = firstAttemptAt
        self.mayHaveArrived = mayHaveArrived
    }
}

/// Judges the outcomes of one plan's messages.
public struct Judgement: Sendable {
    let calendar: WorkingCalendar
    let window: SendWindow

    public init(calendar: WorkingCalendar, window: SendWindow) {
        self.calendar = calendar
        self.window = window
    }

    public func verdict(on outcome: Outcome, of attempt: Try, at now: Instant) -> Verdict {
        switch outcome {
        case .accepted:
            return .delivered
        case .refusedForNow(let reply, let retryAfter):
            return again(
                attempt, at: now, because: reply.summary, retryAfter: retryAfter, isThrottled: reply.code == 429)
        case .refusedForGood(let reply) where reply.stopsChannel(attempt.channel):
            return .stopChannel(because: reply.summary)
        case .refusedForGood(let reply):
            return .refused(because: reply.summary)
        case .noAnswer(let detail) where attempt.channel == .email && attempt.mayHaveArrived:
            // A mail is repeated at most once when it may have arrived already.
            return .setAside(because: "no answer for the second time, so it may have arrived twice: \(detail)")
        case .noAnswer(let detail):
            return again(attempt, at: now, because: detail, isDoubtful: true)
        case .notBegun(let why):
            return .putBack(because: why)
        case .localFault(let detail):
            return again(attempt, at: now, because: detail)
        }
    }

    private func again(
        _ attempt: Try, at now: Instant, because: String, retryAfter: Int? = nil, isDoubtful: Bool = false,
        isThrottled: Bool = false
    ) -> Verdict {
        guard let bounds = RetryTable.bounds(after: attempt.attempt, channel: attempt.channel) else {
            return .setAside(because: "given up after \(attempt.attempt) tries: \(because)")
        }
        if attempt.channel == .email, attempt.firstAttemptAt.milliseconds(until: now) >= RetryTable.mailSpan {
            return .setAside(because: "given up after five days and \(attempt.attempt) tries: \(because)")
        }
        let asked = Int64(min(max(retryAfter ?? 0, 0), RetryTable.longestRetryAfter)) * 1000
        let least = max(asked, isThrottled ? RetryTable.shortestThrottle : 0)
        let wait = max(RetryTable.gap(within: bounds, id: attempt.id, attempt: attempt.attempt), least)
        let at = inWindow(now.adding(milliseconds: wait), attempt)
        return .retry(at: at, mayHaveArrived: attempt.mayHaveArrived || isDoubtful, because: because)
    }

    /// Mail leaves in the window, but for half an hour after a first try.
    private func inWindow(_ at: Instant, _ attempt: Try) -> Instant {
        guard attempt.channel == .email, attempt.firstAttemptAt.milliseconds(until: at) > 30 * 60_000 else { return at }
        return calendar.nextOpening(of: window, onOrAfter: at)
    }
}

extension Reply {
    /// A code and the peer's own status; its words may hold an address and are left out.
    /// Where there was no peer, the words are our own.
    public var summary: String { code == 0 ? text : enhancedStatus.map { "\(code) \($0)" } ?? "\(code)" }

    /// All that the peer said, on one line: "550 5.1.1 no such user". May hold an address.
    public var words: String {
        let status = enhancedStatus.flatMap { text.contains($0) ? nil : $0 }
        return [code > 0 ? String(code) : nil, status, text].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// What every other message would meet as well. 530, 534, 535, 538: the relay refuses our credentials or how we give
    /// them (RFC 4954, 6). 401: the endpoint does not take us for who we are (RFC 9110, 15.5.2). 410: it wants nothing more.
    public func stopsChannel(_ channel: Channel) -> Bool {
        channel == .email ? [530, 534, 535, 538].contains(code) : [401, 410].contains(code)
    }
}
