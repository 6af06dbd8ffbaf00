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
        let reader: String
        let way: StoryCast.Way

        var description: String {
            "\(day) gates/\(target).1 \(stage)\(repetition > 1 ? " no. \(repetition)" : "") \(reader) \(way)"
        }
    }

    /// In the order of urgency.
    enum Kind: Int {
        case lead, due, letter, late, warning, deputy, manager

        /// Who hears it.
        var role: Role {
            switch self {
            case .lead, .due, .letter, .late, .warning: .holder
            case .deputy: .deputy
            case .manager: .manager
            }
        }

        /// Of what is of one thread the later takes the place of the earlier.
        var thread: Int { self == .warning ? 1 : role == .holder ? 0 : 2 }
        var tellsOfLateness: Bool { rawValue >= Kind.letter.rawValue }
    }

    /// What is said to one reader in the name of a post; of its fate more is known once it is in a message.
    struct Saying {
        let kind: Kind
        let stage: String
        let planned: CivilDate
        var repetition = 1
        let post: Int
        let reader: String
        /// Whether the reader acts for somebody who is away.
        let standsIn: Bool
        var isCopy = false

        func isLater(than other: Saying) -> Bool {
            kind.thread == other.kind.thread
                && (planned, kind.rawValue, repetition) > (other.planned, other.kind.rawValue, other.repetition)
        }
    }

    /// The same on one channel.
    struct Said {
        let saying: Saying
        let way: StoryCast.Way
        /// nil while it waits.
        var sent: CivilDate?

        var kind: Kind { saying.kind }
        var planned: CivilDate { saying.planned }
    }

    struct Target {
        var due: CivilDate
        /// As it was printed last.
        var printed: CivilDate
        /// The day from which it is chased; nil while what an edition changed waits for its arming.
        var armed: CivilDate?
        var answers: StoryAnswers
        /// What was said under the present date, or waits to be.
        var said: [Said] = []
        /// The last day of each.
        var holds: [CivilDate] = []

        /// What one reader heard, or is about to, as the one who stands in a role.
        func told(_ role: Role, _ reader: String) -> [Said] {
            said.filter { $0.kind.role == role && $0.saying.reader == reader && !$0.saying.isCopy }
        }

        /// The same of the holder of a post. Who acts for one who is away need not hear again what that one was told.
        func toldHolder(_ reader: String, standsIn: Bool, of post: Int) -> [Said] {
            let before = standsIn ? toldBefore(.holder, of: post) : []
            return told(.holder, reader)
                + before.filter {
                    $0.saying.reader != reader && $0.saying.reader == StoryCast.holder(post) && $0.sent != nil
                }
        }

        /// What was said in the name of a post, whoever heard it.
        func toldBefore(_ role: Role, of post: Int) -> [Said] {
            said.filter { $0.kind.role == role && $0.saying.post == post && !$0.saying.isCopy }
        }
    }

    private(set) var schedule: StorySchedule
    /// What the next reload brings.
    private var other: StorySchedule
    private let editions: [[CivilDate]]
    let cast: StoryCast
    let calendar: WorkingCalendar
    private var targets: [Target]
    private var absences: [(person: String, days: ClosedRange<CivilDate>)] = []
    /// Who had a mail of the plan today: one a day, and what comes later waits for the next.
    private var mailedToday: Set<String> = []
    private(set) var tellings: [Telling] = []

    /// Plays the whole story.
    init(_ story: Story, calendar: WorkingCalendar) {
        (schedule, other, editions, cast) = (story.schedule, story.other, story.editions, story.cast)
        self.calendar = calendar
        targets = zip(story.dates, story.silence).map { due, answers in
            Target(due: due, printed: due, armed: story.first, answers: answers)
        }
        for number in story.first.dayNumber...story.last.dayNumber {
            let day = CivilDate(dayNumber: number)
            mailedToday = []
            welcome(on: day)
            guard calendar.isWorking(day) else { continue }
            tell(on: day)
            if story.events.contains(where: { $0.reopens == day }) {
                arm(on: day)
                tell(on: day)
            }
            for event in story.events where event.day == day {
                happen(event)
                tell(on: day)
            }
        }
    }

    func isAway(_ person: String, on day: CivilDate) -> Bool {
        absences.contains { $0.person == person && $0.days.contains(day) }
    }

    private mutating func happen(_ event: StoryEvent) {
        let index = event.target - 1
        targets[index].answers.take(event.deed)
        switch event.deed {
        case .done(let post), .onTrack(_, let post), .notMine(let post):
            let isForAll = targets[index].answers.isDone || post == nil
            targets[index].said.removeAll { $0.sent == nil && (isForAll || $0.saying.post == post) }
        case .extend(let due, _):
            targets[index].due = due
            // A new date starts everything over.
            targets[index].said = []
        // Nothing is sent for what is done, so there is nothing to hold, and the register says so.
        case .hold(let until): if !targets[index].answers.isDone { targets[index].holds.append(until) }
        case .unhold: targets[index].holds.removeAll { $0 >= event.day }
        case .absence(let person, let until): absences.append((person, event.day...until))
        case .reload: swap(&schedule, &other)
        case .edition(let number): adopt(editions[number], on: event.day)
        case .close:
            for index in targets.indices {
                targets[index].armed = nil
                targets[index].holds = []
                targets[index].said.removeAll { $0.sent == nil }
            }
        case .amend, .kill, .killSending, .clockForward, .clockBack: break
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
        }
        arm(on: day)
    }

    /// Whatever waits for it and is not done.
    private mutating func arm(on day: CivilDate) {
        for index in targets.indices where targets[index].armed == nil && !targets[index].answers.isDone {
            targets[index].armed = day
        }
    }

    /// What was told may open something else on the same day.
    private mutating func tell(on day: CivilDate) {
        repeat {
            for index in targets.indices { say(sayings(of: targets[index], on: day), of: index) }
        } while deliver(on: day)
    }

    /// Who was away until yesterday hears what has come meanwhile: by webhook at midnight, on whatever day that is, and by
    /// mail in the next window.
    private mutating func welcome(on day: CivilDate) {
        let back = absences.filter { $0.days.upperBound.adding(days: 1) == day && !isAway($0.person, on: day) }
        let posts = back.flatMap { cast.posts(of: $0.person) }
        let concerned = targets.indices.filter { index in cast.owners[index].contains { posts.contains($0) } }
        repeat {
            for index in concerned {
                say(sayings(of: targets[index], on: day).filter { $0.planned < day }, of: index)
            }
        } while deliver(on: day, mailToo: false)
    }

    private mutating func say(_ sayings: [Saying], of index: Int) {
        for saying in sayings {
            let new = cast.ways(of: saying.reader).map { Said(saying: saying, way: $0) }
            let known = targets[index].said
            targets[index].said += new.filter { new in !known.contains { $0.isSame(as: new) } }
        }
    }

    /// Webhooks at once; mails to who had none today. Whether anything left, or proved to be true no more.
    private mutating func deliver(on day: CivilDate, mailToo: Bool = true) -> Bool {
        let mailed = mailedToday
        var isNews = false
        for index in targets.indices {
            let target = targets[index]
            targets[index].said = target.said.compactMap { said in
                let reader = said.saying.reader
                guard said.sent == nil, said.way == .webhook || mailToo && !mailed.contains(reader) else { return said }
                isNews = true
                guard isTrue(said, of: target, on: day) else { return nil }
                if said.way == .mail { mailedToday.insert(reader) }
                tellings.append(
                    Telling(
                        day: day, target: index + 1, stage: said.saying.stage, repetition: said.saying.repetition,
                        reader: reader, way: said.way))
                return Said(saying: said.saying, way: said.way, sent: day)
            }
        }
        return isNews
    }
}

extension ReferenceModel.Said {
    /// Nobody is told the same thing twice, on one channel.
    fileprivate func isSame(as other: Self) -> Bool {
        saying.stage == other.saying.stage && saying.repetition == other.saying.repetition
            && saying.reader == other.saying.reader && way == other.way
    }
}
