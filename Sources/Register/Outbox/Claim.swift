// A claimed message: a lease on it, and everything that is needed to send it and to judge what happened.

import CivilTime
import Reminders

/// Handed on from hand to hand: a struct of so many words would count each of them at every hand.
public final class Claim: Sendable {
    public let message: MessageID
    public let plan: PlanID?
    public let recipient: PersonID
    /// Names this claim; a settlement with another token changes nothing.
    public let token: Int64
    /// 1 for the first.
    public let attempt: Int
    public let facts: MessageFacts
    public let claimedAt: Instant
    public let firstAttemptAt: Instant
    /// Whether an earlier try may have arrived.
    public let mayHaveArrived: Bool
    /// The reminders that it tells, and their targets as they stood when it was claimed; empty for a repeat.
    public let told: [ReminderKey]
    public let targets: [TargetFacts]

    init(
        message: MessageID, plan: PlanID?, recipient: PersonID, token: Int64, attempt: Int, facts: MessageFacts,
        claimedAt: Instant, firstAttemptAt: Instant, mayHaveArrived: Bool, told: [ReminderKey],
        targets: [TargetFacts]
    ) {
        self.message = message
        self.plan = plan
        self.recipient = recipient
        self.token = token
        self.attempt = attempt
        self.facts = facts
        self.claimedAt = claimedAt
        self.firstAttemptAt = firstAttemptAt
        self.mayHaveArrived = mayHaveArrived
        self.told = told
        self.targets = targets
    }
}

/// When a target is next looked at, if nothing but the delivery has changed it.
public struct NextLook: Hashable, Sendable {
    public let target: TargetID
    /// The version the decision was made at.
    public let version: Int64
    /// nil where nothing will come of itself.
    public let nextCheck: Instant?

    public init(target: TargetID, version: Int64, nextCheck: Instant?) {
        self.target = target
        self.version = version
        self.nextCheck = nextCheck
    }
}

/// What happened to a claim, and what to do about it.
public struct Settlement: Sendable {
    public let claim: Claim
    public let outcome: Outcome
    public let verdict: Verdict
    public let endedAt: Instant
    public let durationMilliseconds: Int
    /// The peer's network address, where one was reached.
    public let remote: String?
    /// Who is told if it is given up; nil for the administrator of the installation.
    public let administrator: PersonID?
    /// What a check after this delivery would find, where that is nothing but its next instant. A target without one is
    /// checked.
    public let looks: [NextLook]

    public init(
        claim: Claim, outcome: Outcome, verdict: Verdict, endedAt: Instant, durationMilliseconds: Int,
        remote: String?, administrator: PersonID? = nil, looks: [NextLook] = []
    ) {
        self.claim = claim
        self.outcome = outcome
        self.verdict = verdict
        self.endedAt = endedAt
        self.durationMilliseconds = durationMilliseconds
        self.remote = remote
        self.administrator = administrator
        self.looks = looks
    }
}

/// Whether a settlement was written.
public enum Settled: Hashable, Sendable {
    case written
    /// The lease was lost to another claim; nothing was written.
    case fenced
}

/// What a claim took, and what it found gone.
public struct Claimed: Sendable {
    public let claims: [Claim]
    /// Reminders that were dropped because they had gone stale.
    public let dropped: [DroppedReminder]
    /// Messages that had none left.
    public let void: Int
}
