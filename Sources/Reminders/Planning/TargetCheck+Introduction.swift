// The introduction: what an owner hears before anything late. It says who writes and why and what is taken as theirs, and
// for some working days after it nothing late is said to them, or about them.

import CivilTime

extension TargetCheck {
    /// Whole working days after an introduction without a word of lateness.
    public static let quietDays = 3

    /// Something late that is not said yet: why, and the instant from which it may be.
    struct NewcomersQuiet: Hashable {
        let reason: RefusalReason
        let resumes: Instant
    }

    /// At the next window, for whoever hears for the owner and was told nothing of the target yet. One who stands in is
    /// introduced only where nobody was; the administrator never is.
    func introduction(_ ladder: Ladder) -> Occurrence? {
        guard policy.plan(target.plan.name).introduces, let owner = ladder.owner, let person = owner.hearer.person
        else { return nil }
        let isKnown =
            if owner.hearer.standIn == nil {
                target.introductions.contains { $0.recipient == person.id }
                    || ladder.told(.holder).contains { $0.standIn == nil && $0.fate.sentAt != nil }
            } else {
                target.introductions.contains {
                    $0.recipient == person.id || ($0.owner == owner.id && $0.fate != .givenUp)
                }
                    || ladder.toldBefore(.holder).contains { $0.fate.sentAt != nil }
            }
        guard !isKnown else { return nil }
        return Occurrence(
            stage: .introduction, repetition: 1, role: .holder,
            kind: .introduction, day: windowDay(from: now).day)
    }

    /// What keeps lateness from being told on a rung: an introduction of whoever stands there or answers for the post, for
    /// this target or another of the plan, that is still to leave or left only lately. nil where nothing does.
    func newcomersQuiet(_ role: Role, _ ladder: Ladder) -> NewcomersQuiet? {
        // Most plans introduce nobody any more, and this is asked of each rung.
        guard !target.newcomers.isEmpty || policy.plan(target.plan.name).introduces,
            let hearer = ladder.owner?.hearer.person
        else { return nil }
        let people = [hearer.id] + [ladder.recipient(role)?.person.id].compactMap { $0 }
        let quiets = people.compactMap { target.newcomers[$0] }.compactMap(quiet(after:))
        if let last = quiets.max(by: { $0.resumes < $1.resumes }) { return last }
        guard let due = introduction(ladder) else { return nil }
        let opens = opening(of: due)
        return NewcomersQuiet(reason: .introduced(until: nil), resumes: opens > now ? opens : nextWorkingOpening)
    }

    private func quiet(after fate: ReminderFate) -> NewcomersQuiet? {
        switch fate {
        case .waiting: return NewcomersQuiet(reason: .introduced(until: nil), resumes: nextWorkingOpening)
        case .givenUp: return nil
        case .sent(let instant):
            let (last, resumes) = Self.quiet(after: instant, course.calendar, course.window)
            return resumes > now ? NewcomersQuiet(reason: .introduced(until: last), resumes: resumes) : nil
        }
    }

    /// The last quiet day after an introduction that left at this instant, and from when lateness may be told.
    static func quiet(
        after instant: Instant, _ calendar: WorkingCalendar, _ window: SendWindow
    ) -> (last: CivilDate, resumes: Instant) {
        let last = calendar.adding(workingDays: quietDays, to: calendar.zone.date(at: instant))
        return (last, calendar.opening(of: window, on: calendar.next(onOrAfter: last.adding(days: 1))))
    }

    private var nextWorkingOpening: Instant { opening(on: course.calendar.next(onOrAfter: today.adding(days: 1))) }

    /// What an introduction says of the target besides its date.
    func introduced(_ ladder: Ladder) -> IntroductionEntry {
        let round = round(of: ladder)
        let coming = (holderOccurrences(ladder, round) + reviewOccurrences(ladder)).filter { !$0.isPastTheEnd }
        let quiet = newcomersQuiet(.holder, ladder).map { course.calendar.zone.date(at: $0.resumes) }
        let days = coming.map { occurrence in
            max(occurrence.day, today, occurrence.kind.waitsForIntroduction ? quiet ?? today : today)
        }
        // What waits for the same window is the first of all.
        let waiting = ladder.told(.holder).filter { $0.fate == .waiting && $0.kind != .introduction }
        let rungs = round.chase?.due == nil ? [] : rungs(ladder)
        let climbs = rungs.compactMap { rung in
            ladder.recipient(rung.role).map {
                IntroductionEntry.Rung(role: rung.role, name: $0.person.name, needsRelease: rung.stage.waitsForRelease)
            }
        }
        return IntroductionEntry(
            firstReminder: (days + waiting.map { max($0.plannedDay, today) }).min(), climbsTo: climbs, lateFrom: quiet)
    }
}

extension Stage {
    /// Whether an administrator has to let it go before it is told.
    fileprivate var waitsForRelease: Bool {
        if case .rung(let role, _) = rule { role.isAboveDeputy && release == .byHand } else { false }
    }
}
