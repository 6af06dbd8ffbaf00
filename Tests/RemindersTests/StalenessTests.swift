// What is dropped at the claim because it is no longer true: one row for each reason, and what stays.

import ActionPlans
import CivilTime
import Testing

@testable import Reminders

@Suite("What has gone stale when a message is claimed")
struct StalenessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let reason: RefusalReason?
        /// The target as it stands now, armed in March 2024 and due on 30 April.
        var owners = [Sample.owner()]
        var status = Status.open
        var isArmed = true
        var revision = 1
        var holds: [HoldFacts] = []
        var recorded: [RecordedReminder] = []
        var mode = DeliveryMode.live
        /// The reminder, recorded for 1 May 2024.
        var owner: OwnerID? = OwnerID(1)
        var role = Role.holder
        var recipient = Sample.ada.id
        var standIn: StandIn?
        var channel = Channel.email

        var testDescription: String { sentence }
    }

    private static let may = CivilDate(dayNumber: 19_844)
    private static let desk = Channel.webhook(endpoint: "desk")

    static let cases: [Case] = [
        Case(sentence: "what is still true is sent", reason: nil),
        Case(sentence: "a disarmed target is silent", reason: .notArmed, isArmed: false),
        Case(sentence: "a completed target is silent", reason: .notChased(.completed), status: .completed),
        Case(sentence: "a withdrawn target is silent", reason: .notChased(.withdrawn), status: .withdrawn),
        Case(sentence: "a superseded target is silent", reason: .notChased(.superseded), status: .superseded),
        Case(sentence: "a verified target is silent", reason: .notChased(.verified), status: .verified),
        Case(sentence: "an ongoing target is chased", reason: nil, status: .ongoing),
        Case(sentence: "the date has changed", reason: .dateChanged, revision: 2),
        Case(sentence: "recorded for the folder, it is not sent live", reason: .modeChanged, mode: .folder),
        Case(sentence: "the owner is done", reason: .answeredDone, owners: [Sample.owner(answer: .done)]),
        Case(sentence: "the owner says not mine", reason: .answeredNotMine, owners: [Sample.owner(answer: .notMine)]),
        Case(
            sentence: "a joint owner who is done silences nobody else", reason: nil,
            owners: [Sample.owner(), Sample.owner(2, holder: Sample.bob, answer: .done)]),
        Case(
            sentence: "the owner is on track to the end of today", reason: .onTrack(until: may),
            owners: [Sample.owner(answer: .onTrack(until: may))]),
        Case(
            sentence: "the owner was on track until yesterday", reason: nil,
            owners: [Sample.owner(answer: .onTrack(until: may.adding(days: -1)))]),
        Case(
            sentence: "the target is held to the end of today", reason: .held(until: may, because: "inquiry"),
            holds: [HoldFacts(owner: nil, until: may, because: "inquiry")]),
        Case(
            sentence: "another owner is held", reason: nil,
            holds: [HoldFacts(owner: OwnerID(2), until: may, because: "leave")]),
        Case(
            sentence: "somebody else holds the post now", reason: .recipientChanged,
            owners: [Sample.owner(holder: Sample.bob)]),
        Case(sentence: "the post is empty now", reason: .recipientChanged, owners: [Sample.owner(holder: nil)]),
        Case(
            sentence: "the address is gone", reason: .recipientChanged,
            owners: [Sample.owner(holder: Sample.person(11, "Ada", [desk]))]),
        Case(sentence: "the owner is off the target", reason: .recipientChanged, owners: [Sample.owner(2)]),
        Case(
            sentence: "the owner is no longer certain", reason: .recipientChanged,
            owners: [Sample.owner(isCertain: false)]),
        Case(
            sentence: "the administrator still stands in", reason: nil,
            owners: [Sample.owner(holder: nil, deputy: nil, manager: nil)],
            recipient: Sample.administrator.id, standIn: .noPerson),
        Case(
            sentence: "the administrator stands in for another reason now", reason: .recipientChanged,
            owners: [Sample.owner(holder: Sample.person(11, "Ada", []))], recipient: Sample.administrator.id,
            standIn: .noPerson),
        Case(
            sentence: "the holder can be told in person now", reason: .recipientChanged,
            recipient: Sample.administrator.id, standIn: .noAddress),
        Case(
            sentence: "an owner is known for certain now", reason: .recipientChanged, owner: nil,
            recipient: Sample.administrator.id, standIn: .ownerUnclear),
        Case(
            sentence: "the deputy has become the holder", reason: .recipientChanged,
            owners: [Sample.owner(holder: Sample.dora)], role: .deputy, recipient: Sample.dora.id),
        Case(
            sentence: "a later stage waits behind it", reason: .superseded(by: "overdue"),
            recorded: [
                Sample.recorded("overdue", .overdue, planned: may.adding(days: 14), fate: .waiting, repetition: 2)
            ]),
        Case(
            sentence: "a later stage waits for somebody else", reason: nil,
            recorded: [
                Sample.recorded(
                    "deputy", .escalated, planned: may.adding(days: 14), fate: .waiting, role: .deputy,
                    recipient: Sample.dora.id)
            ]),
        Case(
            sentence: "a later stage went by another channel", reason: nil,
            recorded: [
                Sample.recorded("overdue", .overdue, planned: may.adding(days: 14), fate: .waiting, channel: desk)
            ]),
        Case(
            sentence: "an earlier stage waits before it", reason: nil,
            recorded: [Sample.recorded("due-day", .due, planned: may.adding(days: -1), fate: .waiting)]),
    ]

    @Test("is dropped with its reason", arguments: cases)
    func staleness(_ row: Case) throws {
        let target = Sample.target(
            try Sample.due("2024-04-30"), armed: row.isArmed ? try london("2024-03-01") : nil, owners: row.owners,
            recorded: row.recorded, status: row.status, revision: row.revision, holds: row.holds)
        let reminder = Sample.reminder(
            target, .overdue, owner: row.owner, role: row.role, recipient: row.recipient, channel: row.channel,
            standIn: row.standIn, planned: Self.may, mode: row.mode)
        let freezing = Freezing(under: try Sample.policy(), at: try london("2024-05-01 09:00"))
        #expect(Self.may == (try day("2024-05-01")))
        #expect(freezing.staleness(of: reminder) == row.reason)

        let frozen = freezing.freeze(Sample.message([reminder]))
        #expect((frozen.facts == nil) == (row.reason != nil), "a message with none left is void")
        #expect(frozen.dropped == row.reason.map { [DroppedReminder(id: ReminderID(1), reason: $0)] } ?? [])
    }
}
