// What is asked of a holder apart from any due day: whether a standing commitment is still being done, a date where there
// is none, and an update before a review of the plan.

import CivilTime

extension TargetCheck {
    /// Check-ins keep to their grid, whenever they were answered; one that nobody answered is asked again before the next.
    func checkIns(from origin: CivilDate, _ ladder: Ladder, _ course: Course) -> [Occurrence] {
        let told = ladder.told(.holder)
        let asked = told.filter { $0.kind == .checkIn }
        let again = told.filter { $0.kind == .checkInRepeat }
        guard !lastWaits(asked), !lastWaits(again) else { return [] }
        return course.schedule.stages.flatMap { stage -> [Occurrence] in
            guard case .checkIn(let months) = stage.rule else { return [] }
            let last = [lastDay(asked) { $0.adding(months: months.withinReason / 2) }, again.map(\.plannedDay).max()]
                .compactMap { $0 }.max()
            let day = course.monthly(from: origin, everyMonths: months, after: last, today: today)
            let next = day.map { day in
                Occurrence(
                    stage: stage, repetition: ladder.nextRepetition(of: .checkIn), role: .holder, kind: .checkIn,
                    day: day)
            }
            return [next, askedAgain(stage, asked, again, before: day, ladder, course)].compactMap { $0 }
        }
    }

    private func askedAgain(
        _ stage: Stage, _ asked: [RecordedReminder], _ again: [RecordedReminder], before next: CivilDate?,
        _ ladder: Ladder, _ course: Course
    ) -> Occurrence? {
        guard let days = stage.askAgain, let latest = asked.map(\.plannedDay).max() else { return nil }
        let repeats = again.filter { $0.plannedDay > latest }
        let sent = (asked.filter { $0.plannedDay == latest } + repeats).compactMap(\.fate.sentAt).max()
        guard let sent, heardAt(ladder).map({ $0 < sent }) ?? true else { return nil }
        let day = course.adding(workingDays: days.withinReason, to: course.calendar.zone.date(at: sent))
        if let next, day >= next { return nil }
        let taken = Set(repeats.map(\.repetition)).count
        switch stage.ending {
        case .repeats(let count) where taken >= count.withinReason: return nil
        case .after(let span) where day > course.adding(span, to: latest): return nil
        default: break
        }
        return Occurrence(
            stage: Stage(name: "\(stage.name)-again", rule: stage.rule),
            repetition: ladder.nextRepetition(of: .checkInRepeat), role: .holder, kind: .checkInRepeat, day: day)
    }

    /// At the first window after arming, and then at intervals until there is a date.
    func asksForDate(_ ladder: Ladder, _ course: Course) -> [Occurrence] {
        let told = ladder.told(.holder).filter { $0.kind == .undated }
        guard !lastWaits(told) else { return [] }
        let origin = course.calendar.zone.date(
            at: course.calendar.nextOpening(of: course.window, onOrAfter: course.armedAt))
        return course.schedule.stages.compactMap { stage in
            guard case .undated(let months) = stage.rule else { return nil }
            let last = lastDay(told) { $0.adding(months: months.withinReason / 2) }
            let day = course.monthly(
                from: origin, everyMonths: months, firstPeriod: 0, after: last, today: max(today, origin))
            return day.map { day in
                Occurrence(
                    stage: stage, repetition: ladder.nextRepetition(of: .undated), role: .holder, kind: .undated,
                    day: day)
            }
        }
    }

    /// The asks of the reviews around today. A review before arming is nobody's, and the asks of one end with the first
    /// ask of the next, or with any answer since they began.
    func reviewOccurrences(_ ladder: Ladder) -> [Occurrence] {
        guard ladder.owner != nil, let reviews = policy.plan(target.plan.name).reviews else { return [] }
        var rounds = reviews.days.around(today).filter { $0 >= course.armedDay }
            .map { review in (review, leads(of: reviews, review)) }
        if let begun = rounds.lastIndex(where: { $0.1.contains { opening(on: $0) <= now } }) {
            rounds.removeFirst(begun)
        }
        return rounds.flatMap { review, leads in
            isAnswered(review, ladder) ? [] : asks(for: review, leads, reviews, ladder)
        }
    }

    /// Whether the owner was heard of since the first ask for a review.
    func isAnswered(_ review: CivilDate, _ ladder: Ladder) -> Bool {
        let asked = (ladder.told(.holder) + ladder.toldBefore(.holder))
            .filter { $0.kind == .review && $0.occurrence == review }.compactMap(\.fate.sentAt).min()
        guard let asked, let heard = heardAt(ladder) else { return false }
        return heard >= asked
    }

    private func leads(of reviews: ReviewRounds, _ review: CivilDate) -> [CivilDate] {
        reviews.leads.map { course.lead($0, before: review) }
    }

    private func asks(
        for review: CivilDate, _ leads: [CivilDate], _ reviews: ReviewRounds, _ ladder: Ladder
    ) -> [Occurrence] {
        let told = ladder.told(.holder).filter { $0.kind == .review && $0.occurrence == review }
        let last = told.map(\.plannedDay).max()
        var asks = leads.filter { day in last.map { day > $0 } ?? true }.map { (day: $0, isPastTheEnd: false) }
        if let every = reviews.overdue, !lastWaits(told) {
            let origin = course.firstLateDay(after: review)
            let point = course.repeatPoint(
                from: origin, every: every,
                after: lastDay(told) { course.adding(workingDays: every.withinReason / 2, to: $0) },
                today: today, ending: reviews.ending)
            if let point { asks.append(point) }
        }
        return asks.map { ask in
            Occurrence(
                stage: .review, repetition: ladder.nextRepetition(of: .review), role: .holder, kind: .review,
                day: ask.day, occurrence: review, isPastTheEnd: ask.isPastTheEnd)
        }
    }

    /// Told to the deputy when an owner moves the date once too often; a published date never is by its count alone.
    func extensionOccurrence(_ ladder: Ladder) -> Occurrence? {
        guard let owner = ladder.owner, target.date.extendedBy.contains(owner.id), let setDay,
            setDay >= course.armedDay, !ladder.told(.deputy).contains(where: { $0.kind == .extended })
        else { return nil }
        for stage in course(of: ladder).schedule.stages {
            guard case .extensions(let count) = stage.rule, target.date.ownerExtensions >= count.withinReason
            else { continue }
            return Occurrence(
                stage: stage, repetition: 1, role: .deputy, kind: .extended,
                day: course.calendar.next(onOrAfter: setDay))
        }
        return nil
    }
}
