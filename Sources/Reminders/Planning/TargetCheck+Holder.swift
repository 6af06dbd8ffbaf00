// The stages for the holder of a post: what of the approach, the letter, the overdue grid and the check-ins is still to
// be told to whoever stands there now.

import CivilTime

extension TargetCheck {
    /// Every stage for the holder that was not recorded yet and comes after what was.
    func holderOccurrences(_ ladder: Ladder, _ chase: Chase) -> [Occurrence] {
        switch chase {
        case .until(let due): untilDue(due, ladder)
        case .standing: checkIns(from: course.armedDay, ladder)
        case .start(let day):
            // What has started is a standing commitment; nobody is told of a start that passed before arming.
            (day < course.armedDay ? [] : unrecorded(course.approach(to: day, kind: .starts), ladder))
                + checkIns(from: max(day, course.armedDay), ladder)
        }
    }

    private func untilDue(_ due: CivilDate, _ ladder: Ladder) -> [Occurrence] {
        if let letter = course.letter(due: due) {
            let letters = ladder.told(.holder).filter { $0.kind == .letter }
            if !letters.isEmpty { return overdue(from: ladderStart(letters), ladder) }
            // What was told as late before it was armed anew, or before a successor came, needs no letter.
            if !(ladder.toldBefore(.holder) + ladder.told(.holder)).contains(where: { $0.kind == .overdue }) {
                return [letter]
            }
        }
        return unrecorded(course.approach(to: due, kind: .due), ladder)
            + overdue(from: course.firstLateDay(after: due), ladder)
    }

    /// Overdue repeats count from the day on which the letter left, not from when it was meant to; nil while it waits.
    private func ladderStart(_ letters: [RecordedReminder]) -> CivilDate? {
        guard let overdueStage else { return nil }
        let left = letters.compactMap(\.fate.sentAt).min().map(course.calendar.zone.date(at:))
        let waits = letters.contains { $0.fate == .waiting }
        guard let day = left ?? (waits ? nil : letters.map(\.plannedDay).min()) else { return nil }
        return course.adding(workingDays: overdueStage.every.withinReason, to: day)
    }

    private var overdueStage: (stage: Stage, every: Int)? {
        for stage in course.schedule.stages {
            if case .overdue(let every) = stage.rule { return (stage, every) }
        }
        return nil
    }

    private func overdue(from origin: CivilDate?, _ ladder: Ladder) -> [Occurrence] {
        guard let origin, let (stage, every) = overdueStage else { return [] }
        let told = ladder.told(.holder).filter { $0.kind == .overdue }
        let last = lastDay(told) { course.adding(workingDays: every.withinReason / 2, to: $0) }
        guard !lastWaits(told), let day = course.gridPoint(from: origin, every: every, after: last, today: today)
        else { return [] }
        let repetition = ladder.nextRepetition(of: .overdue)
        return [Occurrence(stage: stage, repetition: repetition, role: .holder, kind: .overdue, day: day)]
    }

    private func checkIns(from origin: CivilDate, _ ladder: Ladder) -> [Occurrence] {
        let told = ladder.told(.holder).filter { $0.kind == .checkIn }
        guard !lastWaits(told) else { return [] }
        return course.schedule.stages.compactMap { stage in
            guard case .checkIn(let months) = stage.rule else { return nil }
            let last = lastDay(told) { $0.adding(months: months.withinReason / 2) }
            guard let day = course.checkIn(from: origin, everyMonths: months, after: last, today: today)
            else { return nil }
            let repetition = ladder.nextRepetition(of: .checkIn)
            return Occurrence(stage: stage, repetition: repetition, role: .holder, kind: .checkIn, day: day)
        }
    }

    /// The day after which the next repetition may come: the one that was planned last, and half a step after one that
    /// left late, so that nobody hears the same on two days running.
    private func lastDay(_ told: [RecordedReminder], halfStepAfter: (CivilDate) -> CivilDate) -> CivilDate? {
        let left = told.compactMap { past in
            past.fate.sentAt.map(course.calendar.zone.date(at:)).flatMap { $0 > past.plannedDay ? $0 : nil }
        }
        return (told.map(\.plannedDay) + left.map(halfStepAfter)).max()
    }

    /// Whether the last repetition still waits on every channel. Another one would only pile up behind it, as in a
    /// pause; but one dead endpoint does not keep the mail back.
    private func lastWaits(_ told: [RecordedReminder]) -> Bool {
        guard let last = told.map(\.repetition).max() else { return false }
        return told.filter { $0.repetition == last }.allSatisfy { $0.fate == .waiting }
    }

    /// A stage that was told, or that comes before one that was, is not told again because a schedule changed.
    private func unrecorded(_ occurrences: [Occurrence], _ ladder: Ladder) -> [Occurrence] {
        let told = ladder.told(.holder)
        return occurrences.filter { occurrence in
            !told.contains { past in
                past.stage == occurrence.stage.name
                    || (past.plannedDay, past.kind.urgency) >= (occurrence.day, occurrence.kind.urgency)
            }
        }
    }
}
