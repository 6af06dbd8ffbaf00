// The rungs above the holder: a rung opens so many working days after the rung below was sent, so that nobody's
// superior hears of a lateness before they do.

import CivilTime

extension TargetCheck {
    /// The first rung that was not told yet, and the ones below it that have nobody in them.
    struct NextRung {
        let occurrence: Occurrence?
        let passedOver: [Refusal]
    }

    /// nil while the holder has not been told in person that the date has passed, or when every rung was told.
    func nextRung(_ ladder: Ladder, due: CivilDate) -> NextRung? {
        guard var below = firstTold(ladder, .holder) else { return nil }
        var wait = 0
        var passedOver: [Refusal] = []
        for stage in course.schedule.stages {
            guard case .rung(let role, let days) = stage.rule else { continue }
            wait += days
            if let told = ladder.recorded(role).first(where: { $0.stage == stage.name }) {
                // A rung that waits or was given up is not climbed over in silence: the administrator knows of it.
                guard let sent = told.fate.sentAt else { return nil }
                below = course.calendar.zone.date(at: sent)
                wait = 0
            } else if ladder.recipient(role) == nil {
                passedOver.append(
                    Refusal(stage: stage.name, repetition: 1, owner: ladder.owner?.id, reason: .nobodyInRole(role)))
            } else {
                let day = course.adding(workingDays: wait, to: below)
                return NextRung(
                    occurrence: Occurrence(stage: stage, repetition: 1, role: role, kind: .escalated, day: day),
                    passedOver: passedOver)
            }
        }
        return passedOver.isEmpty ? nil : NextRung(occurrence: nil, passedOver: passedOver)
    }

    /// The day on which somebody in this role was first told, in person, that the date has passed.
    private func firstTold(_ ladder: Ladder, _ role: Role) -> CivilDate? {
        ladder.recorded(role)
            .filter { $0.kind.tellsOfLateness && $0.standIn == nil }
            .compactMap(\.fate.sentAt)
            .min()
            .map(course.calendar.zone.date(at:))
    }
}
