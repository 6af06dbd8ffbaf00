// What of a target is chased at one moment, for one owner. Of what recurs that is one coming round, with its own due day,
// leads and ladder; whoever said that it was done is asked again at the next.

import ActionPlans
import CivilTime

struct Round: Hashable, Sendable {
    /// nil for what was agreed to without a date.
    let chase: Chase?
    /// The due day of what comes round; nil for what comes once.
    let occurrence: CivilDate?
    /// When the next coming round takes its place.
    let turns: CivilDate?
}

extension TargetFacts {
    /// Agreed to or accepted, and still without a day that can be chased: its owner is asked for one.
    public var isUndated: Bool {
        date.reading == nil && status == .open && !date.isSettled && recommendation.isAgreedTo
    }
}

extension RecommendationFacts {
    /// Agreed to or accepted, if only in part.
    var isAgreedTo: Bool {
        switch response {
        case .accepted, .partiallyAccepted, .agreed, .partlyAgreed: true
        case .notAgreed, .notAccepted, .noted, nil: false
        }
    }
}

extension TargetCheck {
    /// What recurs is chased from the first coming round on or after arming, or after its present date was recorded: what
    /// was before is not held against anybody.
    func round(of ladder: Ladder) -> Round {
        let chase = target.date.reading?.chase
        guard case .rounds(let rhythm) = chase else { return Round(chase: chase, occurrence: nil, turns: nil) }
        let since = max(course.armedDay, setDay ?? .min)
        let present = rhythm.present(
            on: today, since: since, doneThrough: doneThrough(ladder),
            turn: { course.calendar.previous(onOrBefore: $0) })
        guard let present else { return Round(chase: .standing, occurrence: nil, turns: nil) }
        return Round(chase: .until(present.due, from: nil), occurrence: present.due, turns: present.nextTurn)
    }

    /// The day on which the date in force was recorded.
    var setDay: CivilDate? { target.date.setAt.map(course.calendar.zone.date(at:)) }

    /// When the owner of a ladder was last heard of, or any owner where one may answer for all.
    func heardAt(_ ladder: Ladder) -> Instant? {
        guard target.joint != .any else { return target.owners.filter(\.isCertain).compactMap(\.heardAt).max() }
        return ladder.owner?.heardAt
    }

    /// The last coming round that was said to be done.
    func doneThrough(_ ladder: Ladder) -> CivilDate? {
        guard target.joint != .any else { return target.owners.filter(\.isCertain).compactMap(\.doneThrough).max() }
        return ladder.owner?.doneThrough
    }
}
