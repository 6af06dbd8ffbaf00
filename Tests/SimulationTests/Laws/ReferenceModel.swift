// A naive re-implementation of who must be told what and when: a day at a time, with no next check, no transaction and no
// outbox. It knows what a story can hold and no more, and shares with the service only the counting of days.

import CivilTime
import Reminders

struct ReferenceModel {
    /// One thing that somebody is told.
    struct Telling: Hashable, CustomStringConvertible {
        let day: CivilDate
        let target: Int
        let stage: String
        let repetition: Int

        var description: String { "\(day) gates/\(target).1 \(stage)\(repetition > 1 ? " no. \(repetition)" : "")" }
    }

    private enum Kind: Int {
        case lead, due, letter, late, warning, deputy, manager

        /// Who hears it.
        var role: Role {
            switch self {
            case .lead, .due, .letter, .late, .warning: .holder
            case .deputy: .deputy
            case .manager: .manager
            }
        }
    }

    /// What was said under the present date.
    private struct Said {
        let kind: Kind
        let stage: String
        let planned: CivilDate
        let sent: CivilDate
        let repetition: Int
    }

    private struct Target {
        var due: CivilDate
        /// As it was printed last.
        var printed: CivilDate
        /// The day from which it is chased; nil while what an edition changed waits for its arming.
        var armed: CivilDate?
        var said: [Said] = []
        var answers: [StoryDeed] = []
        /// The last day of each.
        var holds: [CivilDate] = []
        /// Who had a mail of the plan today: one a day, and what comes later waits for the next.
        var mailedToday: Set<Role> = []

        var isDone: Bool { answers.last == .done }
        var onTrack: CivilDate? { if case .onTrack(let until) = answers.last { until } else { nil } }

        func isStopped(on day: CivilDate) -> Bool { (holds + [onTrack].compactMap(\.self)).contains { $0 >= day } }
    }

    private var schedule: StorySchedule
    /// What the next reload brings.
    private var other: StorySchedule
    private let editions: [[CivilDate]]
    private let calendar: WorkingCalendar
    private var targets: [Target]
    private(set) var tellings: [Telling] = []

    /// Plays the whole story.
    init(_ story: Story, calendar: WorkingCalendar) {
        schedule = story.schedule
        other = story.other
        editions = story.editions
        self.calendar = calendar
        targets = story.dates.map { Target(due: $0, printed: $0, armed: story.first) }
        for number in story.first.dayNumber...story.last.dayNumber {
            let day = CivilDate(dayNumber: number)
            guard calendar.isWorking(day) else { continue }
            for index in targets.indices { targets[index].mailedToday = [] }
            tell(on: day)
            for event in story.events where event.day == day {
                happen(event)
                tell(on: day)
            }
        }
    }

    private mutating func happen(_ event: StoryEvent) {
        let index = event.target - 1
        switch event.deed {
        case .done, .onTrack: targets[index].answers.append(event.deed)
        case .amend: targets[index].answers.removeLast()
        case .extend(let due):
            targets[index].answers.append(event.deed)
            targets[index].due = due
            // A new date starts everything over.
            targets[index].said = []
        // Nothing is sent for what is done, so there is nothing to hold, and the register says so.
        case .hold(let until): if !targets[index].isDone { targets[index].holds.append(until) }
        case .unhold: targets[index].holds.removeAll { $0 >= event.day }
        case .reload: swap(&schedule, &other)
        case .edition(let number): adopt(editions[number], on: event.day)
        case .kill, .killSending, .clockForward, .clockBack: break
        }
    }

    /// A date that is printed anew starts everything over, from the day on which it is armed. What was done stays done.
    private mutating func adopt(_ dates: [CivilDate], on day: CivilDate) {
        for (index, date) in dates.enumerated() {
            if date != targets[index].printed, date != targets[index].due {
                targets[index].due = date
                targets[index].printed = date
                targets[index].said = []
                targets[index].armed = nil
            }
            if targets[index].armed == nil, !targets[index].isDone { targets[index].armed = day }
        }
    }

    private mutating func tell(on day: CivilDate) {
        for index in targets.indices {
            let mailed = targets[index].mailedToday
            // What was told may open something else on the same day.
            while let next = nextToTell(targets[index], on: day), !mailed.contains(next.kind.role) {
                targets[index].mailedToday.insert(next.kind.role)
                let said = Said(
                    kind: next.kind, stage: next.stage, planned: next.planned, sent: day, repetition: next.repetition)
                targets[index].said.append(said)
                tellings.append(
                    Telling(day: day, target: index + 1, stage: next.stage, repetition: next.repetition))
            }
        }
    }

    private typealias Candidate = (kind: Kind, stage: String, planned: CivilDate, repetition: Int)

    private func nextToTell(_ target: Target, on day: CivilDate) -> Candidate? {
        guard target.armed != nil, !target.isDone, !target.isStopped(on: day) else { return nil }
        let holder = forHolder(target, on: day).filter { $0.planned <= day }
            .max { ($0.planned, $0.kind.rawValue) < ($1.planned, $1.kind.rawValue) }
        return holder ?? rung(target, on: day)
    }

    // MARK: the holder

    private func forHolder(_ target: Target, on day: CivilDate) -> [Candidate] {
        if let armed = target.armed, target.due < armed {
            guard let letter = target.said.first(where: { $0.kind == .letter }) else {
                return [(.letter, "letter", armed, 1)]
            }
            guard let overdue = schedule.overdue else { return [] }
            return late(target, from: working(overdue.every, after: letter.sent), on: day)
        }
        return approach(target) + late(target, from: working(1, after: target.due), on: day)
    }

    /// The leads and the day, but for what was said, and for what comes before something that was said.
    private func approach(_ target: Target) -> [Candidate] {
        var all: [Candidate] = schedule.leads.map { (.lead, $0.name, lead($0.span, before: target.due), 1) }
        if schedule.tellsTheDay { all.append((.due, "due-day", workingDay(onOrBefore: target.due), 1)) }
        return all.filter { candidate in
            !target.said.contains { said in
                guard said.kind.rawValue <= Kind.late.rawValue else { return false }
                return said.stage == candidate.stage
                    || (said.planned, said.kind.rawValue) >= (candidate.planned, candidate.kind.rawValue)
            }
        }
    }

    /// The latest point of the grid that has come and was not said.
    private func late(_ target: Target, from origin: CivilDate, on day: CivilDate) -> [Candidate] {
        guard let (every, repeats) = schedule.overdue else { return [] }
        let said = target.said.filter { $0.kind == .late }
        // What was said late is not said again before half a step has passed.
        let last = said.map { $0.sent > $0.planned ? working(every / 2, after: $0.sent) : $0.planned }.max()
        var point = origin
        var count = 1
        var latest: CivilDate?
        while point <= day, repeats.map({ count <= $0 }) ?? true {
            latest = point
            point = working(every, after: point)
            count += 1
        }
        guard let latest, last.map({ $0 < latest }) ?? true else { return [] }
        return [(.late, "late", latest, said.count + 1)]
    }

    // MARK: the ladder

    private func rung(_ target: Target, on day: CivilDate) -> Candidate? {
        let lateness = target.said.filter { [.letter, .late, .warning].contains($0.kind) }
        guard var below = lateness.map(\.sent).min() else { return nil }
        if let onTrack = target.onTrack { below = max(below, onTrack) }
        if let days = schedule.deputy {
            guard let deputy = target.said.first(where: { $0.kind == .deputy }) else {
                let opens = working(days, after: below)
                return opens <= day ? (.deputy, "to-deputy", opens, 1) : nil
            }
            below = max(below, deputy.sent)
        }
        guard let (days, isAutomatic) = schedule.manager, !target.said.contains(where: { $0.kind == .manager })
        else { return nil }
        let opens = working(days, after: below)
        guard let warning = target.said.first(where: { $0.kind == .warning }) else {
            let warns = working(-2, after: opens)
            return warns <= day ? (.warning, "to-manager-warning", warns, 1) : nil
        }
        let moved = max(opens, working(2, after: warning.sent))
        return isAutomatic && moved <= day ? (.manager, "to-manager", moved, 1) : nil
    }

    // MARK: days

    private func lead(_ span: Span, before due: CivilDate) -> CivilDate {
        switch span {
        case .days(let count): workingDay(onOrBefore: due.adding(days: -count))
        case .months(let count): workingDay(onOrBefore: due.adding(months: -count))
        case .workingDays(let count): working(-count, after: workingDay(onOrBefore: due))
        }
    }

    private func workingDay(onOrBefore day: CivilDate) -> CivilDate {
        calendar.isWorking(day) ? day : workingDay(onOrBefore: day.adding(days: -1))
    }

    /// A day at a time; a negative count goes back.
    private func working(_ count: Int, after day: CivilDate) -> CivilDate {
        var (day, left) = (day, abs(count))
        while left > 0 {
            day = day.adding(days: count < 0 ? -1 : 1)
            if calendar.isWorking(day) { left -= 1 }
        }
        return day
    }
}
