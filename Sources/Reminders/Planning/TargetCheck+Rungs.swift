// The rungs above the holder: a rung opens so many working days after the rung below was sent, so that nobody's
// superior hears of a lateness before they do. Above the deputy it is a proposal: the holder is warned of it first, and
// an administrator can release or stop it.

import CivilTime

/// The first rung that was not told yet, and the ones below it that have nobody in them, with their days.
struct NextRung {
    /// What keeps a rung from being told, once its day has come.
    enum Gate: Hashable {
        case open
        /// The holder's warning has not left yet.
        case unwarned
        case notReleased
        case stopped(because: String)
    }

    var occurrence: Occurrence?
    var gate = Gate.open
    /// The warning to the holder that comes before it.
    var warning: Occurrence?
    /// Whether an administrator has to let it go.
    var needsRelease = false
    var passedOver: [Occurrence] = []
}

extension TargetCheck {
    /// Working days between the warning to a holder and the rung above the deputy.
    static let warningDays = 2

    /// Empty while the holder has not been told in person that the date has passed, and when every rung was told.
    func nextRung(_ ladder: Ladder, _ round: Round) -> NextRung {
        var next = NextRung()
        guard var below = holderTold(ladder, round) else { return next }
        var wait = 0
        for (stage, role, days) in rungs(ladder) {
            wait += days.withinReason
            let day = course.adding(workingDays: wait, to: below)
            // A rung that a reload renamed, or put before one of the same person, was told too.
            let told = ladder.toldAbove(role).filter {
                $0.kind == .escalated && $0.occurrence == round.occurrence
                    && ($0.stage == stage.name || $0.plannedDay >= day)
            }
            if !told.isEmpty {
                // A rung that waits or was given up is not climbed over in silence: the administrator knows of it.
                guard let sent = told.compactMap(\.fate.sentAt).min() else { return next }
                below = max(below, course.calendar.zone.date(at: sent))
                wait = 0
                continue
            }
            let rung = Occurrence(
                stage: stage, repetition: ladder.repetition(of: stage, role, in: round), role: role, kind: .escalated,
                day: day, occurrence: round.occurrence)
            if ladder.recipient(role) != nil {
                next.occurrence = rung
                if role.isAboveDeputy { gate(&next, rung, ladder, round) }
                return next
            }
            next.passedOver.append(rung)
        }
        return next
    }

    /// Puts the warning before a rung above the deputy, and what an administrator has decided.
    private func gate(_ next: inout NextRung, _ rung: Occurrence, _ ladder: Ladder, _ round: Round) {
        let state = target.proposal(rung.stage.name, of: ladder.owner?.id, round.occurrence)?.state
        if case .stopped(let because) = state {
            next.gate = .stopped(because: because)
            return
        }
        next.needsRelease = rung.stage.release == .byHand && state != .released
        let warning = rung.stage.warning
        // Who acts for a holder who was warned is warned, too, before their superior hears of it.
        let warned = ladder.toldInPerson(.holder).filter {
            $0.kind == .warned && $0.stage == warning.name && $0.occurrence == round.occurrence
        }
        let sent = warned.compactMap(\.fate.sentAt).min().map(course.calendar.zone.date(at:))
        if let warnedDay = sent ?? (lastWaits(warned) ? nil : warned.map(\.plannedDay).min()) {
            let day = max(rung.day, course.adding(workingDays: Self.warningDays, to: warnedDay))
            next.occurrence = rung.on(day)
            next.gate = next.needsRelease ? .notReleased : .open
        } else {
            next.gate = .unwarned
            if warned.isEmpty {
                let day = course.adding(workingDays: -Self.warningDays, to: rung.day)
                next.warning = Occurrence(
                    stage: warning, repetition: ladder.repetition(of: warning, .holder, in: round), role: .holder,
                    kind: .warned, day: day, occurrence: round.occurrence)
                next.occurrence = rung.on(
                    max(rung.day, course.adding(workingDays: Self.warningDays, to: max(day, today))))
            }
        }
    }

    /// What to put before an administrator: the rung whose warning is due or was given.
    func proposal(_ next: NextRung, _ ladder: Ladder, _ round: Round) -> Proposal? {
        guard let rung = next.occurrence, rung.role.isAboveDeputy, let owner = ladder.owner?.id,
            next.warning.map(isReached) ?? true,
            target.proposal(rung.stage.name, of: owner, round.occurrence) == nil
        else { return nil }
        return Proposal(
            owner: owner, stage: rung.stage.name, role: rung.role, mode: policy.mode, occurrence: round.occurrence,
            opensOn: rung.day, needsRelease: next.needsRelease)
    }

    /// From the lowest; the order in the schedule counts only among those of one role.
    func rungs(_ ladder: Ladder) -> [(stage: Stage, role: Role, days: Int)] {
        let all = course(of: ladder).schedule.stages.compactMap { stage -> (stage: Stage, role: Role, days: Int)? in
            guard case .rung(let role, let days) = stage.rule else { return nil }
            return (stage, role, days)
        }
        return Role.allCases.dropFirst().flatMap { role in all.filter { $0.role == role } }
    }

    /// The day on which the present holder, away or not, or who stands in for them on the ladder, was first told that the
    /// date has passed; or the day until which they said that they were on track, where that is later.
    private func holderTold(_ ladder: Ladder, _ round: Round) -> CivilDate? {
        guard ladder.isTold else { return nil }
        let told = ladder.told(.holder).filter { $0.kind.tellsOfLateness && $0.occurrence == round.occurrence }
        guard let day = told.compactMap(\.fate.sentAt).min().map(course.calendar.zone.date(at:)) else { return nil }
        if case .onTrack(let until) = ladder.answer { return max(day, until) }
        return day
    }
}

extension Stage {
    /// What warns the holder before this rung.
    var warning: Stage { Stage(name: Self.warning(of: name), rule: rule) }

    static func warning(of name: String) -> String { "\(name)-warning" }
}

extension Role {
    var isAboveDeputy: Bool { self == .manager }
}

extension Occurrence {
    func on(_ day: CivilDate) -> Occurrence {
        Occurrence(
            stage: stage, repetition: repetition, role: role, kind: kind, day: day, occurrence: occurrence,
            isPastTheEnd: isPastTheEnd)
    }
}

extension TargetFacts {
    /// What was recorded of a rung above the deputy.
    func proposal(_ stage: String, of owner: OwnerID?, _ occurrence: CivilDate?) -> ProposalFacts? {
        proposals.last { $0.stage == stage && $0.owner == owner && $0.occurrence == occurrence }
    }
}
