// Facts of an invented plan, for the tests of this folder.

import CivilTime
import Delivery
import Reminders

enum Fixtures {
    static let id = "0123456789abcdef0123456789abcdef"
    static let plan = PlanFacts(
        id: PlanID(1), name: "harbour-2024", title: "Action Plan: An inspection of harbour safety in Port Ellery")
    static let day = CivilDate(dayNumber: 19_860)  // Friday 17 May 2024
    /// 08:30 of that day in London.
    static let date = Instant(milliseconds: 1_715_931_000_000)

    static func civil(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .min }

    static func message(
        _ entries: [EntryFacts], kind: MessageKind = .reminders, channel: Channel = .email,
        recipient: Party = Party(person: PersonID(7), name: "Morag Tennant", address: "morag.tennant@port.example"),
        intended: Party? = nil, sender: String = "Harbour Action Plans", subject: String? = nil,
        paragraphs: [String] = [], id: String = Fixtures.id, thread: String = "target.harbour-2024.3.1",
        isThin: Bool = false
    ) -> MessageFacts {
        MessageFacts(
            id: id, kind: kind, channel: channel, mode: intended == nil ? .live : .rehearsal, date: date, day: day,
            dateHeader: "Fri, 17 May 2024 08:30:00 +0100", plan: plan, recipient: recipient, intended: intended,
            sender: Party(person: nil, name: sender, address: "plans@port.example"), replyTo: "answers@port.example",
            domain: "plans.port.example", thread: thread,
            subject: subject ?? "Action plan target harbour-2024/3.1: Publish the tide tables",
            entries: entries, paragraphs: paragraphs, isThin: isThin)
    }

    static func entry(
        _ kind: ReminderKind, reference: String = "harbour-2024/3.1", recommendation: String = "3",
        text: String = "The harbour board should publish its tide tables each month, and say who checks them.",
        action: String? = nil, milestone: String? = nil, phrase: String = "April 2024", due: String? = "2024-04-30",
        rule: String? = "a month is due on its last day", firstDue: String? = nil, extensions: Int = 0,
        late: Int = 12, owner: String? = "Head of Navigation, Port Ellery Harbour Board", role: Role = .holder,
        joint: [String] = [], standIn: StandIn? = nil, insteadOf: String? = nil, actsAs: Role? = nil,
        copy: CopyReason? = nil, next: NextStep? = nil, introduction: IntroductionEntry? = nil
    ) -> EntryFacts {
        EntryFacts(
            reminder: ReminderID(1), kind: kind, stage: kind.rawValue, repetition: 1, reference: reference,
            recommendation: recommendation, recommendationText: text, action: action, milestone: milestone,
            phrase: phrase, due: due.map(civil), rule: rule, firstDue: firstDue.map(civil), revision: 1,
            extensions: extensions, workingDaysLate: late, owner: owner, role: role, jointOwners: joint,
            standIn: standIn, insteadOf: insteadOf, actsAs: actsAs, copy: copy, next: next,
            introduction: introduction)
    }

    static let wrongID = "fedcba9876543210fedcba9876543210"

    /// Of a reminder that was sent a day before.
    static func correction(_ channel: Channel = .email) -> MessageFacts {
        let correction = CorrectionFacts(
            id: wrongID, domain: "plans.port.example", subject: "Action plan target harbour-2024/3.1: Publish",
            sentOn: civil("2024-05-16"), because: "The date was misread.", by: "A. Reyes",
            targets: [
                CorrectionFacts.Target(
                    reference: "harbour-2024/3.1", status: .open, phrase: "April 2024", due: civil("2024-04-30"))
            ])
        let facts = message(
            [], kind: .receipt, channel: channel, subject: "Correction: Action plan target harbour-2024/3.1: Publish",
            paragraphs: ["What was wrong: The date was misread."])
        return MessageFacts(
            id: facts.id, kind: facts.kind, channel: channel, mode: facts.mode, date: facts.date, day: facts.day,
            dateHeader: facts.dateHeader, plan: facts.plan, recipient: facts.recipient, intended: nil,
            sender: facts.sender, replyTo: facts.replyTo, domain: facts.domain, thread: facts.thread,
            subject: facts.subject, entries: [], paragraphs: facts.paragraphs, correction: correction)
    }

    /// Two targets of one post, one of them late, and one of another; and a lead that comes beside them.
    static func introduction(_ channel: Channel = .email, isThin: Bool = false) -> MessageFacts {
        let ladder = [
            IntroductionEntry.Rung(role: .deputy, name: "Iain Muir", needsRelease: false),
            IntroductionEntry.Rung(role: .manager, name: "Dr Ailsa Crane", needsRelease: true),
        ]
        func introduced(_ first: String) -> IntroductionEntry {
            IntroductionEntry(firstReminder: civil(first), climbsTo: ladder, lateFrom: civil("2024-05-23"))
        }
        let lead = entry(
            .lead, reference: "harbour-2024/4.1", recommendation: "4", phrase: "24 May 2024", due: "2024-05-24", late: 0
        )
        return message(
            [
                entry(.introduction, introduction: introduced("2024-05-23")),
                entry(
                    .introduction, reference: "harbour-2024/4.1", recommendation: "4", milestone: "Slipway surveyed",
                    phrase: "24 May 2024", due: "2024-05-24", late: 0, introduction: introduced("2024-05-24")),
                entry(
                    .introduction, reference: "harbour-2024/5.1", recommendation: "5", phrase: "Ongoing", due: nil,
                    rule: nil, late: 0, owner: "Chief Pilot",
                    introduction: IntroductionEntry(
                        firstReminder: civil("2025-05-19"), climbsTo: [], lateFrom: civil("2024-05-23"))),
            ] + (channel == .email ? [lead] : []),
            channel: channel, subject: "Action plan targets in your name: Harbour safety",
            thread: "plan.harbour-2024.person-7", isThin: isThin)
    }

    static let deputyNext = NextStep(role: .deputy, name: "Iain Muir", day: civil("2024-05-24"))

    /// A letter about five late targets.
    static let letter = message(
        [
            entry(
                .letter, reference: "harbour-2024/1.1", recommendation: "1",
                text: "The harbour board should replace every unlit mooring buoy in the inner basin, record each "
                    + "replacement in a register that masters of vessels can read, and inspect the buoys twice a year "
                    + "with a second person present, because the inspection found that single-handed checks had "
                    + "missed four damaged chains in the past two years.",
                phrase: "31 January 2023", due: "2023-01-31", rule: nil, late: 325, next: deputyNext),
            entry(
                .letter, reference: "harbour-2024/2.1", recommendation: "2",
                text: "Pilots’ rest hours should be published beside the roster.",
                phrase: "Q4 2022/23", due: "2023-03-31", rule: "a quarter is due on its last day",
                firstDue: "2022-12-31", extensions: 2, late: 284, joint: ["Chief Pilot, Ellery Pilots’ Association"],
                next: deputyNext),
            entry(
                .letter, reference: "harbour-2024/3.1", action: "Publish the tables for the first quarter.",
                late: 12, next: deputyNext),
            entry(
                .letter, reference: "harbour-2024/3.2", milestone: "Tide gauge recalibrated", phrase: "30 April 2024",
                rule: "a day is due on that day", late: 12),
            entry(
                .letter, reference: "harbour-2024/a1.1", recommendation: "a1",
                text: "Lifeboat drills should be logged.", phrase: "by the end of spring 2024", due: "2024-05-15",
                rule: "a season is due on its last day", late: 2),
        ],
        subject: "Action plan targets in harbour-2024: Action Plan: An inspection of harbour safety in ...",
        thread: "plan.harbour-2024.person-7")

    static let escalation = message(
        [
            entry(
                .escalated, milestone: "Tide tables on the public website", role: .deputy,
                next: NextStep(role: .manager, name: "Dr Ailsa Crane", day: civil("2024-05-31")))
        ],
        recipient: Party(person: PersonID(8), name: "Iain Muir", address: "iain.muir@port.example"))

    static let standIn = message(
        [entry(.overdue, standIn: .noPerson, next: NextStep(role: .holder, name: nil, day: civil("2024-05-31")))],
        recipient: Party(person: PersonID(1), name: "Plans Desk", address: "desk@port.example"))

    static let receipt = message(
        [], kind: .receipt, subject: "Recorded: harbour-2024/3.1 is done",
        paragraphs: [
            "We have recorded that harbour-2024/3.1 (Publish the tide tables) is done, as you said on 16 May 2024.",
            "No further reminder about it will come to you.",
        ])

    static let rehearsal = message(
        [entry(.lead, due: "2024-05-31", late: 0)],
        recipient: Party(person: PersonID(1), name: "Plans Desk", address: "desk@port.example"),
        intended: Party(person: PersonID(7), name: "Morag Tennant", address: "morag.tennant@port.example"))

    static let several = message(
        [
            entry(.overdue, next: deputyNext),
            entry(.lead, reference: "harbour-2024/4.1", recommendation: "4", due: "2024-05-31", late: 0),
            entry(
                .checkIn, reference: "harbour-2024/5.1", recommendation: "5",
                text: "Keep the slipway clear at all times.",
                phrase: "Ongoing", due: nil, rule: nil, late: 0),
        ])
}
