// The stages for the holder of a post: what of the approach, the letter and the overdue grid is still to be told to
// whoever stands there now.

import CivilTime

extension TargetCheck {
    /// Every stage for the holder that was not recorded yet and comes after what was.
    func holderOccurrences(_ ladder: Ladder, _ round: Round) -> [Occurrence] {
        let course = course(of: ladder)
        switch round.chase {
        case .until(let due, let from): return untilDue(due, from: from, ladder, round, course)
        case .start(let day):
            // What has started is a standing commitment; nobody is told of a start that passed before arming.
            return
                (day < course.armedDay ? [] : unrecorded(course.approach(to: day, kind: .starts), ladder, round))
                + checkIns(from: max(day, course.armedDay), ladder, course)
        case .standing, .rounds: return checkIns(from: course.armedDay, ladder, course)
        case nil: return target.isUndated ? asksForDate(ladder, course) : []
        }
    }

    private func untilDue(
        _ due: CivilDate, from start: CivilDate?, _ ladder: Ladder, _ round: Round, _ course: Course
    ) -> [Occurrence] {
        if let letter = course.letter(due: due) {
            let letters = ladder.told(.holder).filter { $0.kind == .letter }
            if !letters.isEmpty { return overdue(from: ladderStart(letters, course), ladder, round, course) }
            // What was told as late before it was armed anew, or before a successor came, needs no letter.
            if !(ladder.toldBefore(.holder) + ladder.told(.holder)).contains(where: { $0.kind == .overdue }) {
                return [letter]
            }
        }
        return unrecorded(course.approach(to: due, from: start, kind: .due), ladder, round)
            + overdue(from: course.firstLateDay(after: due), ladder, round, course)
    }

    /// Overdue repeats count from the day on which the letter left, not from when it was meant to; nil while it waits.
    private func ladderStart(_ letters: [RecordedReminder], _ course: Course) -> CivilDate? {
        guard let overdueStage = course.overdueStage else { return nil }
        let left = letters.compactMap(\.fate.sentAt).min().map(course.calendar.zone.date(at:))
        let waits = letters.contains { $0.fate == .waiting }
        guard let day = left ?? (waits ? nil : letters.map(\.plannedDay).min()) else { return nil }
        return course.adding(workingDays: overdueStage.every.withinReason, to: day)
    }

    private func overdue(
        from origin: CivilDate?, _ ladder: Ladder, _ round: Round, _ course: Course
    ) -> [Occurrence] {
        guard let origin, let (stage, every) = course.overdueStage else { return [] }
        let told = ladder.told(.holder).filter { $0.kind == .overdue && $0.occurrence == round.occurrence }
        let last = lastDay(told) { course.adding(workingDays: every.withinReason / 2, to: $0) }
        guard !lastWaits(told) else { return [] }
        guard
            let point = course.repeatPoint(from: origin, every: every, after: last, today: today, ending: stage.ending)
        else { return [] }
        return [
            Occurrence(
                stage: stage, repetition: ladder.nextRepetition(of: .overdue), role: .holder, kind: .overdue,
                day: point.day, occurrence: round.occurrence, isPastTheEnd: point.isPastTheEnd)
        ]
    }

    /// The day after which the next repetition may come: the one that was planned last, and half a step after one that
    /// left late, so that nobody hears the same on two days running.
    func lastDay(_ told: [RecordedReminder], halfStepAfter: (CivilDate) -> CivilDate) -> CivilDate? {
        let left = told.compactMap { past in
            past.fate.sentAt.map(course.calendar.zone.date(at:)).flatMap { $0 > past.plannedDay ? $0 : nil }
        }
        return (told.map(\.plannedDay) + left.map(halfStepAfter)).max()
    }

    /// Whether the last repetition still waits on every channel. Another one would only pile up behind it, as in a
    /// pause; but one dead endpoint does not keep the mail back.
    func lastWaits(_ told: [RecordedReminder]) -> Bool {
        guard let last = told.map(\.repetition).max() else { return false }
        return told.filter { $0.repetition == last }.allSatisfy { $0.fate == .waiting }
    }

    /// A stage that was told, or that comes before one that was, is not told again because a schedule changed. Of what
    /// recurs, one that comes before the round before was due is left out.
    private func unrecorded(_ occurrences: [Occurrence], _ ladder: Ladder, _ round: Round) -> [Occurrence] {
        let told = ladder.told(.holder).filter { $0.kind.thread == .date }
        let before = round.occurrence.flatMap { due in roundBefore(due) }
        return occurrences.compactMap { occurrence in
            var occurrence = occurrence
            occurrence.occurrence = round.occurrence
            if let before, occurrence.day <= before { return nil }
            let isTold = told.contains { past in
                (past.stage == occurrence.stage.name && past.occurrence == round.occurrence)
                    || (past.plannedDay, past.kind.urgency) >= (occurrence.day, occurrence.kind.urgency)
            }
            if round.occurrence != nil {
                occurrence.repetition = ladder.repetition(of: occurrence.stage, .holder, in: round)
            }
            return isTold ? nil : occurrence
        }
    }

    private func roundBefore(_ due: CivilDate) -> CivilDate? {
        guard case .rounds(let rhythm) = target.date.reading?.chase else { return nil }
        return rhythm.last(before: due)
    }
}

extension Course {
    var overdueStage: (stage: Stage, every: Int)? {
        for stage in schedule.stages {
            if case .overdue(let every) = stage.rule { return (stage, every) }
        }
        return nil
    }

    /// The next point of a grid of repeats, and whether the repeats have ended by then. Up to their end the latest that
    /// has come is told, like any other; so many repeats end with so many points of the grid, told or not.
    func repeatPoint(
        from origin: CivilDate, every step: Int, after last: CivilDate?, today: CivilDate, ending: Ending?
    ) -> (day: CivilDate, isPastTheEnd: Bool)? {
        let limit: CivilDate =
            switch ending {
            case .after(let span): max(adding(span, to: origin), origin)
            case .repeats(let count):
                calendar.adding(workingDays: (count.withinReason - 1) * step.withinReason, to: origin)
            case nil: .max
            }
        return gridPoint(from: origin, every: step, after: last, today: min(today, limit)).map { ($0, $0 > limit) }
    }
}

extension Ladder {
    /// The number of a stage that comes once in each round of what recurs; 1 for what comes once.
    func repetition(of stage: Stage, _ role: Role, in round: Round) -> Int {
        guard round.occurrence != nil else { return 1 }
        let past = (told(role) + toldBefore(role)).filter { $0.stage == stage.name }
        if let same = past.first(where: { $0.occurrence == round.occurrence }) { return same.repetition }
        return max(0, past.map(\.repetition).max() ?? 0) &+ 1
    }
}
