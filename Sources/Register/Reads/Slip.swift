// A target whose date is no longer the first one, as the table of slips shows it.

import ActionPlans
import CivilTime
import Reminders

public struct Slip: Hashable, Sendable {
    public let reference: String
    public let status: Status
    public let firstPhrase: String
    /// The day it was due, or was to start, at first.
    public let first: CivilDate
    /// nil where a later edition is silent about it; several with "or" between them where it does not say which.
    public let presentPhrase: String?
    /// nil where what is printed now gives no day.
    public let present: CivilDate?
    /// "edition 2020-12"; "extended: the owner's words"; "edition 2020-12 does not say which".
    public let cause: String
    /// How sure it is that the present date is this target's: `likely` for a probable successor, `unclear` for silence.
    public let sureness: Pairing
    /// How often the date was moved.
    public let moves: Int

    /// By how many days it moved; negative where it was brought forward.
    public var days: Int? { present.map(first.days(until:)) }
}

/// The slips of one plan or of all, and how many targets had a day at first.
public struct Slips: Hashable, Sendable {
    public let rows: [Slip]
    /// Targets that had a day at first, slipped or not.
    public let dated: Int
}
