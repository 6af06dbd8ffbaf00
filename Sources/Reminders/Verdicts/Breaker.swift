// The circuit breaker of one relay or endpoint. While the other side fails, its messages wait without using up their
// tries; from time to time one of them probes. A pure state machine: it is told what happened, and says what changed.

import CivilTime

public struct Breaker: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        /// Messages pass; a failure is counted.
        case closed
        /// Nothing passes until the instant; then one message does, as a probe.
        case open(until: Instant, openings: Int)
        /// The other side wants nothing of us until a person has mended it.
        case stopped
    }

    /// What a person or the register has to hear of.
    public enum Change: Hashable, Sendable {
        /// `isNew`: it was closed before; otherwise a probe has failed.
        case opened(until: Instant, isNew: Bool)
        case closed
        case stopped
    }

    public private(set) var state: State
    /// In a row, while it is closed.
    private var failures = 0
    /// Since the last failure; with each, twice as many may be under way.
    private var successes = 0

    /// So many failures in a row open it.
    public static let limit = 5

    public init(_ state: State = .closed) { self.state = state }

    /// How many messages may be under way at this instant, of at most `most`: one to a peer that nothing good is known
    /// of, so that a thousand dead ones take little room, and twice as many with each success.
    public func allowance(at now: Instant, most: Int) -> Int {
        switch state {
        case .closed: failures > 0 ? min(most, 1) : min(most, 1 << min(successes, 20))
        case .open(let until, _): now >= until ? min(most, 1) : 0
        case .stopped: 0
        }
    }

    /// When it lets a message through by itself; nil where it does already, or never will.
    public func opens(after now: Instant) -> Instant? {
        if case .open(let until, _) = state, until > now { until } else { nil }
    }

    /// Takes in what came of a message. nil where nothing changed.
    public mutating func hear(_ outcome: Outcome, from channel: Channel, at now: Instant) -> Change? {
        switch outcome.health(of: channel) {
        case .stops: stop()
        case .well: close()
        case .fails: fail(at: now)
        case .unknown: nil
        }
    }

    private mutating func stop() -> Change? {
        guard state != .stopped else { return nil }
        state = .stopped
        return .stopped
    }

    private mutating func close() -> Change? {
        failures = 0
        successes = min(successes + 1, 20)
        // What was under way when it stopped may still come back well.
        guard case .open = state else { return nil }
        state = .closed
        return .closed
    }

    private mutating func fail(at now: Instant) -> Change? {
        successes = 0
        switch state {
        case .stopped: return nil
        case .closed:
            failures += 1
            return failures >= Self.limit ? open(at: now, openings: 1) : nil
        case .open(let until, let openings):
            // One that was under way before it opened says nothing new.
            return now >= until ? open(at: now, openings: openings + 1) : nil
        }
    }

    private mutating func open(at now: Instant, openings: Int) -> Change {
        failures = 0
        let until = now.adding(milliseconds: Self.pause(openings))
        state = .open(until: until, openings: min(openings, 1_000))
        return .opened(until: until, isNew: openings == 1)
    }

    /// Ten seconds, then twice as long each time, up to half an hour; in milliseconds. Any number is allowed.
    public static func pause(_ openings: Int) -> Int64 {
        min(1_800_000, 10_000 << Int64(min(max(openings, 1) - 1, 10)))
    }
}

extension Outcome {
    /// What a message's fate says about the other side.
    enum Health: Hashable, Sendable {
        case well, fails, stops, unknown
    }

    func health(of channel: Channel) -> Health {
        switch self {
        case .accepted: .well
        case .noAnswer, .localFault: .fails
        case .notBegun: .unknown
        case .refusedForNow(let reply, _): reply.tellsOfTrouble(on: channel) ? .fails : .well
        // Refused by ourselves: an address that cannot be used.
        case .refusedForGood(let reply) where reply.code == 0: .unknown
        case .refusedForGood(let reply): reply.stopsChannel(channel) ? .stops : .well
        }
    }
}

extension Reply {
    /// A refusal for now that every message would meet. A relay that only puts off one recipient is well; an endpoint
    /// that says that we are too many is not to hear of twice as many. Sources: Standard Webhooks 1.0.0 (429), RFC 5321
    /// section 4.2 (421), RFC 3463 sections 3.4 and 3.5 (X.3: the system, X.4: the network).
    fileprivate func tellsOfTrouble(on channel: Channel) -> Bool {
        guard channel == .email else { return code >= 500 || code == 429 }
        let subject = enhancedStatus?.split(separator: ".").dropFirst().first
        return code == 421 || (code >= 500 && code != 552) || subject == "3" || subject == "4"
    }
}
