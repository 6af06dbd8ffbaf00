// A story drawn by chance: a plan of a few targets, its people, a schedule, and what people do on the way. It is played by
// the service as settings and a script, and by the reference model as it stands.

import CivilTime

struct Story: Sendable, CustomStringConvertible {
    var schedule: StorySchedule
    /// What a reload changes it to, and the next one back.
    let other: StorySchedule
    private(set) var dates: [CivilDate] = []
    let cast: StoryCast
    /// The dates that each later edition prints.
    private(set) var editions: [[CivilDate]] = []
    /// The most mails with reminders to one person and week; nil for no bound.
    var weeklyCap: Int?
    /// From noon of working days on, in the order of time.
    var events: [StoryEvent] = []
    let first: CivilDate
    let last: CivilDate

    /// - Parameter calendar: of England and Wales.
    init(_ chances: inout Chances, calendar: WorkingCalendar) {
        first = calendar.zone.date(at: start)
        last = first.adding(days: 75)
        schedule = StorySchedule(&chances)
        other = schedule.changed(&chances)
        for _ in 0..<chances.number(1...3) { dates.append(first.adding(days: chances.number(-20...60))) }
        cast = StoryCast(&chances, targets: dates.count)
        draw(&chances, calendar)
    }

    /// What was said of each target, before anybody says anything.
    var silence: [StoryAnswers] { zip(cast.owners, cast.meanings).map { StoryAnswers(owners: $0, meaning: $1) } }

    private mutating func draw(_ chances: inout Chances, _ calendar: WorkingCalendar) {
        var days = (0..<chances.number(0...10)).map { _ in
            calendar.next(onOrAfter: first.adding(days: chances.number(1...70)))
        }
        days.sort()
        var answers = silence
        // Of a closed plan nothing can be said.
        for day in days where events.allSatisfy({ $0.reopens.map { day > $0 } ?? true }) {
            let target = chances.number(1...dates.count)
            let deed = deed(on: day, of: target, answers[target - 1], calendar, &chances)
            answers[target - 1].take(deed)
            let minutes = 5 * events.count { $0.day == day }
            events.append(StoryEvent(day: day, minutes: minutes, target: target, deed: deed))
        }
    }

    private mutating func deed(
        on day: CivilDate, of target: Int, _ answers: StoryAnswers, _ calendar: WorkingCalendar,
        _ chances: inout Chances
    ) -> StoryDeed {
        func until(_ days: Int) -> CivilDate { day.adding(days: chances.number(0...days)) }
        let post = chances.any(of: [nil] + cast.owners[target - 1])
        var deeds: [StoryDeed] = [.kill, .killSending, .clockForward, .clockBack, .unhold, .reload, .edition(0)]
        deeds.append(.hold(until: until(20)))
        let reopens = StoryDeed.close(reopens: calendar.next(onOrAfter: until(14).adding(days: 1)))
        if day.adding(days: 20) < last { deeds.append(reopens) }
        for _ in 1...2 { deeds.append(.absence(chances.any(of: cast.people), until: until(25))) }
        switch answers.last {
        case .done: deeds += [.amend, .amend]
        case .onTrack, .notMine: deeds.append(.amend)
        case .newDate, nil: break
        }
        if !answers.isDone {
            deeds += [
                .done(post: post), .done(post: post), .notMine(post: post), .onTrack(until: until(20), post: post),
                .extend(to: day.adding(days: chances.number(1...40)), post: post),
            ]
        }
        let deed = chances.any(of: deeds)
        if case .edition = deed { return print(on: day, &chances) }
        return deed
    }

    /// Some dates as they were printed last, others new.
    private mutating func print(on day: CivilDate, _ chances: inout Chances) -> StoryDeed {
        var printed = editions.last ?? dates
        for index in printed.indices where chances.coin() {
            printed[index] = day.adding(days: chances.number(-10...50))
        }
        editions.append(printed)
        return .edition(editions.count - 1)
    }

    /// The schedule by which the service wakes up on a day.
    func schedule(on day: CivilDate) -> StorySchedule {
        events.count { $0.deed == .reload && $0.day < day }.isMultiple(of: 2) ? schedule : other
    }

    /// Whether anybody is asked for a target when a day begins.
    func isChased(_ target: Int, on day: CivilDate) -> Bool {
        var answers = silence[target - 1]
        for event in events where event.target == target && event.day < day { answers.take(event.deed) }
        return !answers.chased.isEmpty
    }

    /// The day on which the date of a target was changed last, or chasing taken up again.
    func lastChange(of target: Int) -> CivilDate {
        let changes = events.filter { event in
            switch event.deed {
            case .extend: event.target == target
            case .edition: true
            default: false
            }
        }
        return ([changes.last?.day ?? first] + events.compactMap(\.reopens)).max() ?? first
    }

    var description: String {
        """
        seed \(Chances.seed); due \(list(dates))
        \(cast)
        \(schedule.yaml)
        other:
        \(other.yaml)
        \(editions.enumerated().map { "edition-\($0): \(list($1))" }.joined(separator: "\n"))
        \(script)
        """
    }

    var script: String { events.map(\.line).joined(separator: "\n") }

    private func list(_ dates: [CivilDate]) -> String { dates.map(\.description).joined(separator: ", ") }
}

extension StoryAnswers {
    /// What a deed says, if it says anything.
    mutating func take(_ deed: StoryDeed) {
        switch deed {
        case .done(let post): add(.done, by: post)
        case .onTrack(let until, let post): add(.onTrack(until: until), by: post)
        case .extend(_, let post): add(.newDate, by: post)
        case .notMine(let post): add(.notMine, by: post)
        case .amend: takeBack()
        default: break
        }
    }
}
