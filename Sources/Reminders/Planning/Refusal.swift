// Why somebody was not told. Every refusal stands in the ledger and consumes no key.

import CivilTime

/// A stage that was due and was not sent, because of something that stands in the ledger. It consumes no key.
public struct Refusal: Hashable, Sendable, Codable {
    public let stage: String
    public let repetition: Int
    public let owner: OwnerID?
    public let reason: RefusalReason

    public init(stage: String, repetition: Int, owner: OwnerID?, reason: RefusalReason) {
        self.stage = stage
        self.repetition = repetition
        self.owner = owner
        self.reason = reason
    }
}

/// The documented list of reasons why somebody was not told.
public enum RefusalReason: Hashable, Sendable, Codable {
    case notArmed
    /// The target is completed, verified, withdrawn or superseded.
    case notChased(Status)
    case answeredDone
    case answeredNotMine
    case onTrack(until: CivilDate)
    case held(until: CivilDate, because: String)
    /// A later stage had come by then; one message tells the latest.
    case superseded(by: String)
    /// The rung has nobody in it; the next one counts from the rung below.
    case nobodyInRole(Role)
    /// The target date changed after the reminder was recorded.
    case dateChanged
    /// The recipient no longer stands for the owner in that role, or has now an address of their own.
    case recipientChanged
    /// Recorded under another delivery mode.
    case modeChanged
    /// The rung is a proposal, and waits for an administrator to release it.
    case notReleased
    /// An administrator stopped the rung.
    case stopped(because: String)
    /// The repeats of the stage have come to the end that the schedule gives them.
    case repeatsEnded
    /// The owner has answered since it was asked.
    case answeredSince
    /// Its reader had as many mails that week as the cap allows; it goes on this day.
    case capped(until: CivilDate)
    /// The owner hears of nothing late up to this day, so soon after the introduction; nil while that has not left.
    case introduced(until: CivilDate?)
}
