// The one list of reasons: why a schedule was chosen, why a person is told, why nobody was, and why nothing is due.
// docs/reasons.md explains each of them, and a test holds the page and this list to one another.

/// A reason by its name, as the ledger, `why` and the forecast write it.
public enum ReasonCode: String, Hashable, Sendable, CaseIterable {
    // What chose the schedule.
    case rule
    case planSchedule = "plan_schedule"
    case everyPlan = "every_plan"

    // Why this person.
    case holder, deputy, manager, doer, joint
    case noPerson = "no_person"
    case noAddress = "no_address"
    case acting
    case ownerUnclear = "owner_unclear"

    // What became of a reminder.
    case told
    case willBeTold = "will_be_told"
    case waiting
    case heldByBrake = "held_by_brake"
    case givenUp = "given_up"

    // Why somebody was not told, as the ledger has it.
    case notArmed = "not_armed"
    case notChased = "not_chased"
    case answeredDone = "answered_done"
    case answeredNotMine = "answered_not_mine"
    case answeredSince = "answered_since"
    case onTrack = "on_track"
    case held
    case superseded
    case nobodyInRole = "nobody_in_role"
    case dateChanged = "date_changed"
    case recipientChanged = "recipient_changed"
    case modeChanged = "mode_changed"
    case notReleased = "not_released"
    case stopped
    case repeatsEnded = "repeats_ended"
    case introduced, capped
    /// A later version of duewatch wrote it.
    case otherReason = "other_reason"

    // Why nothing was due in the first place.
    case notKnownYet = "not_known_yet"
    case planClosed = "plan_closed"
    case oneDeliverable = "one_deliverable"
    case noDay = "no_day"
    case anotherLeads = "another_leads"
    case noStage = "no_stage"
    case notAnOwner = "not_an_owner"
    case paused
}

extension RefusalReason {
    public var code: ReasonCode {
        switch self {
        case .notArmed: .notArmed
        case .notChased: .notChased
        case .answeredDone: .answeredDone
        case .answeredNotMine: .answeredNotMine
        case .onTrack: .onTrack
        case .held: .held
        case .superseded: .superseded
        case .nobodyInRole: .nobodyInRole
        case .dateChanged: .dateChanged
        case .recipientChanged: .recipientChanged
        case .modeChanged: .modeChanged
        case .notReleased: .notReleased
        case .stopped: .stopped
        case .repeatsEnded: .repeatsEnded
        case .answeredSince: .answeredSince
        case .introduced: .introduced
        case .capped: .capped
        }
    }

    /// What stands behind "because" in a sentence.
    public var words: String {
        switch self {
        case .notArmed: "the target was not armed"
        case .notChased(let status): "the target is \(status.rawValue), and no longer chased"
        case .answeredDone: "the owner had said that it is done"
        case .answeredNotMine: "the owner had said that it is not theirs"
        case .onTrack(let until): "the owner had said that it is on track until \(until.inWords)"
        case .held(let until, let because): "it was held until \(until.inWords): \(because)"
        case .superseded(let stage): "the later stage \(stage) had come, and one message tells the latest"
        case .nobodyInRole(let role): "the post has no \(role.rawValue) who is not told already"
        case .dateChanged: "the target date had changed since it was planned"
        case .recipientChanged: "another person stands for the post now, or the address changed"
        case .modeChanged: "the delivery mode had changed since it was planned"
        case .notReleased: "no administrator has released it (duewatch release)"
        case .stopped(let because): "an administrator stopped it: \(because)"
        case .repeatsEnded: "its repeats have come to the end that the schedule gives them"
        case .answeredSince: "the owner had answered since it was asked"
        case .capped(let until):
            "its reader had as many mails that week as the cap allows, and it goes on \(until.inWords)"
        case .introduced(let until?): "they were introduced only then, and hear of nothing late until \(until.inWords)"
        case .introduced(nil): "their introduction has to leave first"
        }
    }
}

extension StandIn {
    public var code: ReasonCode {
        switch self {
        case .noPerson: .noPerson
        case .noAddress: .noAddress
        case .acting: .acting
        case .ownerUnclear: .ownerUnclear
        }
    }
}

extension CopyReason {
    public var code: ReasonCode {
        switch self {
        case .doer: .doer
        case .joint: .joint
        }
    }
}

extension Role {
    public var code: ReasonCode {
        switch self {
        case .holder: .holder
        case .deputy: .deputy
        case .manager: .manager
        }
    }
}

extension ScheduleChoice.Reason {
    public var code: ReasonCode {
        switch self {
        case .rule: .rule
        case .plan: .planSchedule
        case .everyPlan: .everyPlan
        }
    }
}
