// What a stage says, and why somebody else may have to hear it.

/// What a stage says to its reader; the stage's own name belongs to the schedule.
public enum ReminderKind: String, Hashable, Sendable, Codable, CaseIterable {
    case lead, due, overdue, escalated, letter, starts, midpoint
    case checkIn = "check_in"
    /// Asked again, since nobody answered the check-in.
    case checkInRepeat = "check_in_repeat"
    /// Asks for a date where there is none.
    case undated
    /// Asks for an update before a review of the plan, and after it.
    case review
    /// Tells the holder whom it climbs to next, before it does.
    case warned
    /// Tells the deputy that an owner has moved the date once too often.
    case extended
    /// Says who writes and why, and what is taken as theirs, before anything late is said.
    case introduction

    /// Goes before the others where not everything can leave at once.
    public var isUrgent: Bool {
        switch self {
        case .due, .overdue, .escalated, .letter, .warned, .extended, .introduction: true
        case .lead, .starts, .midpoint, .checkIn, .checkInRepeat, .undated, .review: false
        }
    }
}

/// Why somebody receives what was meant for somebody else.
public enum StandIn: String, Hashable, Sendable, Codable, CaseIterable {
    /// The post has no person in this role.
    case noPerson = "no_person"
    /// The person has no address or channel that can be used.
    case noAddress = "no_address"
    /// The person is not there for a time, and this one acts for them. Nobody is told why.
    case acting
    /// The document does not tie the target to one owner for certain.
    case ownerUnclear = "owner_unclear"
}
