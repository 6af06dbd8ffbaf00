// One doubt or fault that a person has to settle.

import CivilTime
import Reminders

public struct WorklistRow: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The reader of the document met something odd.
        case reading
        case dateUnclear = "date_unclear"
        /// It counts from something that has no known date.
        case dateRelative = "date_relative"
        /// Agreed or accepted, without a target date.
        case noDate = "no_date"
        case ownerUnclear = "owner_unclear"
        case noOwner = "no_owner"
        /// A later edition is silent about it, or does not say which of its dates replaces it.
        case superseded
        case notMine = "not_mine"
        /// A new edition and an answer say different things.
        case contradiction
        case deliveryRefused = "delivery_refused"
        case deliverySetAside = "delivery_set_aside"
    }

    public let kind: Kind
    public let plan: PlanID?
    public let planName: String?
    /// `remand-2024/6.2`
    public let reference: String?
    public let text: String
    /// The line of the document.
    public let line: Int?
    public let openedAt: Instant
}
