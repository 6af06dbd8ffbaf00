// The frozen facts of a message: all that its text is made from, stored with it, so that every retry says the same.
// Never holds a secret; holds an address, and so lives in a purgeable table outside the ledger.

import CivilTime

public struct MessageFacts: Hashable, Sendable, Codable {
    /// 32 lower-case hex digits: a hash of the register's id and the keys. Message-ID and webhook-id are made of it.
    public var id: String
    public let kind: MessageKind
    public let channel: Channel
    public let mode: DeliveryMode
    /// The Date of the first attempt and of every later one.
    public let date: Instant
    /// That instant's day in the plan's zone.
    public let day: CivilDate
    /// The same date as RFC 5322 writes it, in the plan's zone.
    public let dateHeader: String
    public let plan: PlanFacts?
    public let recipient: Party
    /// In a rehearsal: whom it would have gone to.
    public let intended: Party?
    public let sender: Party
    public let replyTo: String
    /// The domain on the right of Message-ID and References.
    public let domain: String
    /// What it threads on: the left part of a Message-ID that is never sent itself.
    public let thread: String
    public let subject: String
    /// Worst first. A webhook has exactly one.
    public let entries: [EntryFacts]
    /// What it tells its reader to be theirs, before any reminder; empty for most messages.
    public var introductions: [EntryFacts] { entries.filter { $0.kind == .introduction } }
    /// What it tells besides.
    public var reminders: [EntryFacts] { entries.filter { $0.kind != .introduction } }
    /// What a receipt, notice or test says; empty for reminders.
    public let paragraphs: [String]
    /// What a webhook tells of besides reminders; nil for everything else.
    public let event: TargetEvent?
    /// The protective marking of its plan, which the subject begins with.
    public let marking: String?
    /// How much of it was to go in an earlier week; nil for none.
    public let heldOver: HeldOver?
    /// What it corrects; nil for everything but a correction.
    public let correction: CorrectionFacts?
    /// Whether it may say no more than references and links.
    public let isThin: Bool
    /// Where a person reads more, with `{reference}` in it.
    public let link: String?

    public init(
        id: String, kind: MessageKind, channel: Channel, mode: DeliveryMode, date: Instant, day: CivilDate,
        dateHeader: String, plan: PlanFacts?, recipient: Party, intended: Party?, sender: Party, replyTo: String,
        domain: String, thread: String, subject: String, entries: [EntryFacts], paragraphs: [String],
        event: TargetEvent? = nil, marking: String? = nil, isThin: Bool = false, link: String? = nil,
        heldOver: HeldOver? = nil, correction: CorrectionFacts? = nil
    ) {
        self.id = id
        self.kind = kind
        self.channel = channel
        self.mode = mode
        self.date = date
        self.day = day
        self.dateHeader = dateHeader
        self.plan = plan
        self.recipient = recipient
        self.intended = intended
        self.sender = sender
        self.replyTo = replyTo
        self.domain = domain
        self.thread = thread
        self.subject = subject
        self.entries = entries
        self.paragraphs = paragraphs
        self.event = event
        self.marking = marking
        self.isThin = isThin
        self.link = link
        self.heldOver = heldOver
        self.correction = correction
    }
}

/// What a weekly cap put off.
public struct HeldOver: Hashable, Sendable, Codable {
    /// Reminders of this message.
    public let reminders: Int
    /// The cap in force; nil where there is none any more.
    public let cap: Int?

    public init(reminders: Int, cap: Int?) {
        self.reminders = reminders
        self.cap = cap
    }
}

public enum MessageKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Reminders of one plan for one recipient.
    case reminders
    /// What we recorded of an owner's answer.
    case receipt
    /// Something the administrator has to know.
    case notice
    /// `duewatch test-send`
    case test
}

/// A name and, for mail, an address.
public struct Party: Hashable, Sendable, Codable {
    public let person: PersonID?
    public let name: String
    public let address: String?

    public init(person: PersonID?, name: String, address: String?) {
        self.person = person
        self.name = name
        self.address = address
    }
}

/// What a message says of one target.
public struct EntryFacts: Hashable, Sendable, Codable {
    public let reminder: ReminderID
    public let kind: ReminderKind
    public let stage: String
    public let repetition: Int
    /// `remand-2024/6.2`
    public let reference: String
    /// `6`, or `a3` for an additional one.
    public let recommendation: String
    public let recommendationText: String
    public internal(set) var action: String?
    public let milestone: String?
    /// The target date as printed.
    public let phrase: String
    /// The day on which it is due, or starts; nil for a standing commitment.
    public let due: CivilDate?
    /// The rule by which the phrase was read as `due`.
    public let rule: String?
    public let firstDue: CivilDate?
    public let revision: Int
    public let extensions: Int
    /// Working days since the target date, if it has passed; 0 for a start.
    public let workingDaysLate: Int
    /// The post, as printed; nil where none is known for certain.
    public let owner: String?
    public let role: Role
    /// The other owners of a joint target, as printed, or without an owner all whom the document names. Their answers are
    /// nobody else's business.
    public let jointOwners: [String]
    public let standIn: StandIn?
    /// The name of the person it is meant for, where another stands in; nil where the post has nobody.
    public let insteadOf: String?
    /// The rung of a reader who stands in; nil for the administrator, and where nobody stands in.
    public let actsAs: Role?
    /// Set for a copy, which asks nothing of its reader.
    public let copy: CopyReason?
    public let next: NextStep?
    /// The day of the review that it asks for, or of the coming round of what recurs; nil for what comes once.
    public let occurrence: CivilDate?
    /// Further targets that one answer settles along with this one: the references of merged check-ins, and of targets that
    /// are one deliverable with it.
    public internal(set) var merged: [String]
    /// The first day of a range; nil for what has none.
    public let startedOn: CivilDate?
    /// How often an owner moved the date.
    public let ownerExtensions: Int
    /// Set for an introduction.
    public let introduction: IntroductionEntry?

    public init(
        reminder: ReminderID, kind: ReminderKind, stage: String, repetition: Int, reference: String,
        recommendation: String, recommendationText: String, action: String?, milestone: String?, phrase: String,
        due: CivilDate?, rule: String?, firstDue: CivilDate?, revision: Int, extensions: Int, workingDaysLate: Int,
        owner: String?, role: Role, jointOwners: [String], standIn: StandIn?, insteadOf: String? = nil,
        actsAs: Role? = nil, copy: CopyReason? = nil, next: NextStep?, occurrence: CivilDate? = nil,
        merged: [String] = [], startedOn: CivilDate? = nil, ownerExtensions: Int = 0,
        introduction: IntroductionEntry? = nil
    ) {
        self.reminder = reminder
        self.kind = kind
        self.stage = stage
        self.repetition = repetition
        self.reference = reference
        self.recommendation = recommendation
        self.recommendationText = recommendationText
        self.action = action
        self.milestone = milestone
        self.phrase = phrase
        self.due = due
        self.rule = rule
        self.firstDue = firstDue
        self.revision = revision
        self.extensions = extensions
        self.workingDaysLate = workingDaysLate
        self.owner = owner
        self.role = role
        self.jointOwners = jointOwners
        self.standIn = standIn
        self.insteadOf = insteadOf
        self.actsAs = actsAs
        self.copy = copy
        self.next = next
        self.occurrence = occurrence
        self.merged = merged
        self.startedOn = startedOn
        self.ownerExtensions = ownerExtensions
        self.introduction = introduction
    }
}

/// What comes next if nobody answers.
public struct NextStep: Hashable, Sendable, Codable {
    public let role: Role
    /// The person's name; nil where it goes to the administrator in that person's place.
    public let name: String?
    public let day: CivilDate
    /// Whether an administrator has to let it go first.
    public let needsRelease: Bool

    public init(role: Role, name: String?, day: CivilDate, needsRelease: Bool = false) {
        self.role = role
        self.name = name
        self.day = day
        self.needsRelease = needsRelease
    }
}
