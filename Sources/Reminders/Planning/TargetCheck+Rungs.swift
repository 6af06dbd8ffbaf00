// The rungs above the holder: a rung opens so many working days after the rung below was sent, so that nobody's
// superior hears of a lateness before they do.

import CivilTime

/// The first rung that was not told yet, and the ones below it that have nobody in them, with their days.
struct NextRung {
    var occurrence: Occurrence?
    var passedOver: [Occurrence] = []
}

extension TargetCheck {
    /// Empty while the holder has not been told in person that the date has passed, and when every rung was told.
    func nextRung(_ ladder: Ladder) -> NextRung {
        var next = NextRung()
        guard var below = holderTold(ladder) else { return next }
        var wait = 0
        for (stage, role, days) in rungs {
            wait += days.withinReason
            let day = course.adding(workingDays: wait, to: below)
            // A rung that a reload renamed, or put before one of the same person, was told too.
            let told = ladder.told(role).filter { $0.stage == stage.name || $0.plannedDay >= day }
            if !told.isEmpty {
                // A rung that waits or was given up is not climbed over in silence: the administrator knows of it.
                guard let sent = told.compactMap(\.fate.sentAt).min() else { return next }
                below = max(below, course.calendar.zone.date(at: sent))
                wait = 0
                continue
            }
            let rung = Occurrence(stage: stage, repetition: 1, role: role, kind: .escalated, day: day)
            if ladder.recipient(role) != nil {
                next.occurrence = rung
                return next
            }
            next.passedOver.append(rung)
        }
        return next
    }

    /// From the lowest; the order in the schedule counts only among those of one role.
    private var rungs: [(stage: Stage, role: Role, days: Int)] {
        let all = course.schedule.stages.compactMap { stage -> (stage: Stage, role: Role, days: Int)? in
            guard case .rung(let role, let days) = stage.rule else { return nil }
            return (stage, role, days)
        }
        return Role.allCases.dropFirst().flatMap { role in all.filter { $0.role == role } }
    }

    /// The day on which the present holder, or who stands in for them on the ladder, was first told that the date has passed; or the day until which
    /// they said that they were on track, where that is later.
    private func holderTold(_ ladder: Ladder) -> CivilDate? {
        guard ladder.isTold else { return nil }
        let told = ladder.told(.holder).filter(\.kind.tellsOfLateness).compactMap(\.fate.sentAt).min()
        guard let day = told.map(course.calendar.zone.date(at:)) else { return nil }
        if case .onTrack(let until) = ladder.answer { return max(day, until) }
        return day
    }
}
