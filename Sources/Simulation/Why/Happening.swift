// One thing that happened, or would happen, to one owner's reminder of one target.

import CivilTime
import Register
import Reminders

public struct Happening: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// Accepted by the receiving system.
        case told
        /// In the outbox; `held` by the brake until an administrator releases it.
        case waiting(isHeld: Bool)
        /// Refused for good, or set aside for a person.
        case givenUp
        case notTold(RefusalReason)
        /// Dropped for a reason that this version does not know.
        case dropped(String)
    }

    public let at: Instant
    /// The day of the stage; nil for a refusal, which has no day but its own.
    public let plannedDay: CivilDate?
    /// Whether it lies ahead, if nobody answers.
    public let isForecast: Bool
    /// nil where no owner is known for certain.
    public let owner: OwnerID?
    public let stage: String
    public let repetition: Int
    /// nil for a refusal, which names nobody.
    public let recipient: String?
    public let channel: Channel?
    public let mode: DeliveryMode?
    /// nil for a refusal.
    public let person: WhyThisPerson?
    public let outcome: Outcome

    public var code: ReasonCode {
        switch outcome {
        case .told: isForecast ? .willBeTold : .told
        case .waiting(let isHeld): isHeld ? .heldByBrake : .waiting
        case .givenUp: .givenUp
        case .notTold(let reason): reason.code
        case .dropped: .otherReason
        }
    }
}

extension Happening {
    /// - Parameter present: the same reminder as it stands today; nil where it is not recorded yet.
    init(_ reminder: ReminderRecord, present: ReminderRecord?) {
        let outcome: Outcome =
            switch reminder.state {
            case .sent: .told
            case .waiting: .waiting(isHeld: reminder.messageState == .held)
            case .givenUp: .givenUp
            case .dropped: reminder.dropped.map(Outcome.notTold) ?? .dropped(reminder.because ?? "")
            }
        self.init(
            at: reminder.sentAt ?? reminder.recordedAt, plannedDay: reminder.plannedDay,
            isForecast: present?.state != reminder.state, owner: reminder.owner, stage: reminder.key.stage,
            repetition: reminder.key.repetition, recipient: reminder.recipientName, channel: reminder.key.channel,
            mode: reminder.key.mode,
            person: WhyThisPerson(role: reminder.role, standIn: reminder.standIn, copy: reminder.copy),
            outcome: outcome)
    }

    init(_ refusal: RefusalRecord, isForecast: Bool) {
        self.init(
            at: refusal.at, plannedDay: nil, isForecast: isForecast, owner: refusal.owner, stage: refusal.stage,
            repetition: refusal.repetition, recipient: nil, channel: nil, mode: nil, person: nil,
            outcome: .notTold(refusal.reason))
    }
}
