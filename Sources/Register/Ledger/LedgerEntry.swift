// One row of the ledger, as it is read.

import CivilTime
import Reminders

public struct LedgerEntry: Hashable, Sendable {
    /// From 1, without gaps.
    public let seq: Int64
    public let at: Instant
    public let event: LedgerEvent
    public let plan: PlanID?
    public let target: TargetID?
    public let reminder: ReminderID?
    public let message: MessageID?
    public let owner: OwnerID?
    public let person: PersonID?
    /// The author's name while it is kept, else the digest that the ledger holds; nil for what the service did.
    public let author: String?
    /// JSON, keys in a fixed order.
    public let detail: String
    /// 64 lower-case hex digits over this row and the hash before it.
    public let hash: String
}

/// What a ledger row tells of: one name for each transition.
public enum LedgerEvent: String, Hashable, Sendable, CaseIterable {
    case registerCreated = "register_created"
    case planAdopted = "plan_adopted"
    case targetAdded = "target_added"
    case targetRevised = "target_revised"
    case targetSuperseded = "target_superseded"
    case targetDisarmed = "target_disarmed"
    case planArmed = "plan_armed"
    case targetArmed = "target_armed"
    case planDisarmed = "plan_disarmed"
    case reminderRecorded = "reminder_recorded"
    case reminderRefused = "reminder_refused"
    case reminderDropped = "reminder_dropped"
    case messageAccepted = "message_accepted"
    /// What earlier versions wrote for an accepted message.
    case messageDelivered = "message_delivered"
    case mailReturned = "mail_returned"
    case messageDeferred = "message_deferred"
    case messageRefused = "message_refused"
    case messageSetAside = "message_set_aside"
    case messageRetried = "message_retried"
    case messageVoid = "message_void"
    case messageOrphaned = "message_orphaned"
    case channelStopped = "channel_stopped"
    case channelOpened = "channel_opened"
    case channelClosed = "channel_closed"
    case channelResumed = "channel_resumed"
    case batchHeld = "batch_held"
    case batchReleased = "batch_released"
    case noticePosted = "notice_posted"
    case messageCorrected = "message_corrected"
    case ownerAdopted = "owner_adopted"
    case ownerMerged = "owner_merged"
    case ownerParted = "owner_parted"
    case absenceRecorded = "absence_recorded"
    case absenceEnded = "absence_ended"
    case jointDecided = "joint_decided"
    case answerRecorded = "answer_recorded"
    case answerAmended = "answer_amended"
    case decisionRecorded = "decision_recorded"
    case rungProposed = "rung_proposed"
    case rungReleased = "rung_released"
    case rungStopped = "rung_stopped"
    case labelAdded = "label_added"
    case labelRemoved = "label_removed"
    case decisionUndone = "decision_undone"
    case holdRecorded = "hold_recorded"
    case holdEnded = "hold_ended"
    case planClosed = "plan_closed"
    case planReopened = "plan_reopened"
    case paused, resumed
    case machineChanged = "machine_changed"
}

/// What reading the whole chain found.
public enum LedgerVerification: Hashable, Sendable {
    case sound(rows: Int64)
    /// The first row that does not follow from the one before it.
    case broken(seq: Int64)
}
