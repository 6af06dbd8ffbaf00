// What kind of doubt or fault a row of the worklist is. Each has at least one decision that settles it.

public enum DoubtKind: String, Hashable, Sendable, CaseIterable {
    /// The reader of the document met something odd.
    case reading
    case dateUnclear = "date_unclear"
    /// It counts from something that has no known date.
    case dateRelative = "date_relative"
    /// Agreed or accepted, without a target date.
    case noDate = "no_date"
    /// Its words give a second date to chase; only the first is chased.
    case secondDate = "second_date"
    /// Which step under the recommendation it belongs to is not certain.
    case pairingUnclear = "pairing_unclear"
    case ownerUnclear = "owner_unclear"
    case noOwner = "no_owner"
    /// Two posts whose names are nearly the same.
    case nearOwner = "near_owner"
    /// The same step is promised under another recommendation too.
    case oneDeliverable = "one_deliverable"
    /// A later edition is silent about it, or does not say which of its dates replaces it.
    case superseded
    /// A recommendation that a later edition words or numbers so differently that it may be another one.
    case moved
    case notMine = "not_mine"
    /// A new edition and an answer say different things.
    case contradiction
    /// The service could not check it, and tries again each hour.
    case unreadable
    case deliveryRefused = "delivery_refused"
    case deliverySetAside = "delivery_set_aside"
}
