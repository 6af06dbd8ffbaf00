// One target, to be changed in one respect at a time, as both kinds of facts that a look knows of it: those of its check, and
// those that an outline is made from.

import ActionPlans
import CivilTime

@testable import Reminders

struct OutlineSketch {
    var plan = Sample.plan.name
    var status = Status.open
    var armedAt: Instant
    var reading: Reading?
    var setAt: Instant
    var extendedBy: [OwnerID] = []
    var ownerExtensions = 0
    var owners: [OwnerFacts]
    var joint: JointMeaning
    var recorded: [RecordedReminder]
    var proposals: [ProposalFacts]
    var introductions: [IntroductionFacts]
    var newcomers: [PersonID: ReminderFate]
    var number = "6"
    var labels: [String] = []
    var response: Response? = .accepted

    /// As a register stands.
    init(_ register: RehearsalRegister) {
        let facts = register.facts
        (status, reading, joint, owners) = (facts.status, facts.date.reading, facts.joint, facts.owners)
        (armedAt, setAt) = (facts.armedAt ?? .distantPast, facts.date.setAt ?? facts.armedAt ?? .distantPast)
        (recorded, proposals) = (facts.recorded.filter { $0.kind != .introduction }, facts.proposals)
        (introductions, newcomers) = (facts.introductions, facts.newcomers)
    }

    var facts: TargetFacts {
        TargetFacts(
            id: TargetID(62), version: 1, reference: "\(plan)/6.2",
            plan: PlanFacts(id: Sample.plan.id, name: plan, title: Sample.plan.title), recommendation: recommendation,
            action: nil,
            date: DateFacts(
                revision: 1, phrase: "as printed", reading: reading, firstDue: reading?.due,
                extensions: ownerExtensions, ownerExtensions: ownerExtensions, extendedBy: extendedBy, setAt: setAt),
            status: status, armedAt: armedAt, owners: owners, joint: joint, recorded: recorded, holds: [],
            labels: labels, proposals: proposals, introductions: introductions, newcomers: newcomers)
    }

    var brief: BriefFacts {
        let circle = OwnerCircle(owners, joint)
        let told = recorded.filter {
            $0.role == .holder && $0.copy == nil && $0.standIn == nil && $0.fate.sentAt != nil
        }
        let answers = owners.map { Past.Answer($0.answer, heardAt: $0.heardAt, doneThrough: $0.doneThrough) }
        let isSilent = answers.allSatisfy { $0 == Past.Answer(nil, heardAt: nil, doneThrough: nil) }
        let past = Past(
            recorded: recorded, proposals: proposals, answers: isSilent ? [] : answers, extendedBy: extendedBy,
            ownerExtensions: ownerExtensions)
        return BriefFacts(
            id: TargetID(62), version: 1, nextCheck: nil, plan: plan, status: status, armedAt: armedAt,
            date: BriefDate(reading, setAt: setAt, isSettled: false), circle: circle,
            isIntroduced: circle.isIntroduced(introductions.map(\.recipient) + told.map(\.recipient)),
            past: recorded.isEmpty && proposals.isEmpty && isSilent && extendedBy.isEmpty ? nil : past,
            newcomers: newcomers, recommendation: recommendation, labels: labels)
    }

    private var recommendation: RecommendationFacts {
        RecommendationFacts(number: number, text: "", directedAt: nil, response: response)
    }
}

extension RecordedReminder {
    func with(
        stage: String? = nil, repetition: Int? = nil, kind: ReminderKind? = nil, owner: OwnerID? = nil,
        role: Role? = nil, recipient: PersonID? = nil, channel: Channel? = nil, standIn: StandIn?? = nil,
        copy: CopyReason?? = nil, plannedDay: CivilDate? = nil, occurrence: CivilDate?? = nil,
        fate: ReminderFate? = nil
    ) -> RecordedReminder {
        RecordedReminder(
            stage: stage ?? self.stage, repetition: repetition ?? self.repetition, kind: kind ?? self.kind,
            owner: owner ?? self.owner, role: role ?? self.role, recipient: recipient ?? self.recipient,
            channel: channel ?? self.channel, standIn: standIn ?? self.standIn, copy: copy ?? self.copy,
            plannedDay: plannedDay ?? self.plannedDay, occurrence: occurrence ?? self.occurrence,
            fate: fate ?? self.fate)
    }
}

extension ProposalFacts {
    func with(
        owner: OwnerID? = nil, stage: String? = nil, occurrence: CivilDate?? = nil, state: ProposalState? = nil
    ) -> ProposalFacts {
        ProposalFacts(
            owner: owner ?? self.owner, stage: stage ?? self.stage, occurrence: occurrence ?? self.occurrence,
            state: state ?? self.state)
    }
}

extension OwnerFacts {
    func with(
        holder: PersonFacts?? = nil, deputy: PersonFacts?? = nil, manager: PersonFacts?? = nil,
        doer: PersonFacts?? = nil, changesOn: CivilDate?? = nil, answer: OwnerAnswer?? = nil,
        heardAt: Instant?? = nil, doneThrough: CivilDate?? = nil
    ) -> OwnerFacts {
        OwnerFacts(
            id: id, post: post, holder: holder ?? self.holder, deputy: deputy ?? self.deputy,
            manager: manager ?? self.manager, doer: doer ?? self.doer, changesOn: changesOn ?? self.changesOn,
            answer: answer ?? self.answer, heardAt: heardAt ?? self.heardAt,
            doneThrough: doneThrough ?? self.doneThrough, isCertain: isCertain)
    }
}
