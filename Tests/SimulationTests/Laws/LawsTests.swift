import CivilTime
import Register
import Reminders
import Service
import Testing

@testable import Simulation

/// Every run prints its seed and its story where a law does not hold: SEED=... COUNT=... swift test --filter Laws
@Suite("Laws of the service")
struct LawsTests {
    let calendar: WorkingCalendar

    init() throws { calendar = try Bench.settings(mode: .live).defaults.calendar }

    func story(_ run: Int) -> Story {
        var chances = Chances(run)
        return Story(&chances, calendar: calendar)
    }

    func told(_ run: ScriptedRun) throws -> [ReferenceModel.Telling] {
        var readers: [ReminderID: String] = [:]
        for summary in try run.aftermath.targets() {
            let target = try run.aftermath.target(summary.reference, mode: .live, today: { _ in .min })
            for reminder in target.reminders { readers[reminder.id] = reminder.recipientName }
        }
        return run.transcript.filter { $0.what == .event(.messageAccepted) && $0.stage != nil }.map { line in
            ReferenceModel.Telling(
                day: line.day, target: Self.number(of: line.reference ?? "") ?? 0, stage: line.stage ?? "",
                repetition: line.repetition ?? 0, reader: line.reminder.flatMap { readers[$0] } ?? "nobody",
                way: line.channel == "email" ? .mail : .webhook)
        }
    }

    /// 2 of `gates/2.1`.
    private static func number(of reference: String) -> Int? {
        reference.split { $0 == "/" || $0 == "." }.dropFirst().first.flatMap { Int($0) }
    }

    @Test(
        "who is told what, and on which day, is what a naive reader of the manual would do", arguments: Chances.runs(8)
    )
    func model(_ run: Int) throws {
        let story = story(run)
        let expected = ReferenceModel(story, calendar: calendar).tellings.map(\.description).sorted()
        let played = try story.played()
        try expectSame(played, as: expected, "run \(run)\n\(story)")
        try expectSound(played, story, run)
    }

    @Test(
        "a service that dies and a disk that fails, wherever they do, lose nothing and repeat nothing",
        arguments: Chances.runs(4))
    func interrupted(_ run: Int) throws {
        let story = story(run)
        var chances = Chances(run + 100_000)
        // Far enough apart that what was in doubt is told before the next: a mail that is in doubt twice is set aside for
        // a person, and rightly so.
        let every = chances.number(150...300)
        let kinds: [Interruption] = chances.coin() ? [.death] : [.fault, .death]
        let whole = try told(story.played()).map(\.description).sorted()
        let broken = try story.played { number, _ in
            number % every == 0 && number / every <= 6 ? kinds[number / every % kinds.count] : nil
        }
        // What is in doubt twice is set aside for a person, and rightly so: from there on the stories part.
        let isSetAside = broken.transcript.contains { $0.what == .event(.messageSetAside) }
        if isSetAside {
            #expect(broken.transcript.count { $0.what == .event(.messageOrphaned) } >= 2, "run \(run)\n\(story)")
            return
        }
        try expectSame(broken, as: whole, "run \(run), every \(every), \(kinds)\n\(story)")
        try expectSound(broken, story, run)
    }

    private func expectSame(_ played: ScriptedRun, as expected: [String], _ story: Comment) throws {
        let changes = try told(played).map(\.description).sorted().difference(from: expected)
        let missing = changes.removals.map(\.words)
        let added = changes.insertions.map(\.words)
        #expect(changes.isEmpty, "missing \(missing), added \(added), \(story)")
    }

    /// The laws that need no model.
    func expectSound(_ run: ScriptedRun, _ story: Story, _ number: Int) throws {
        let register = run.aftermath
        let context: Comment = "run \(number)\n\(story)"
        guard case .sound = try register.verifyLedger() else {
            Issue.record("the ledger is broken, \(context)")
            return
        }
        let close = calendar.zone.startOfDay(story.last.adding(days: 1))
        for summary in try register.targets() {
            let target = try register.target(summary.reference, mode: .live, today: { _ in story.last })
            let keys = target.reminders.filter { $0.state != .dropped }.map(\.key)
            #expect(Set(keys).count == keys.count, "no two for one key, \(context)")
            for reminder in target.reminders {
                switch reminder.state {
                case .sent: #expect(reminder.sentAt != nil, context)
                case .dropped: #expect(reminder.dropped != nil, "a drop has its reason, \(context)")
                case .waiting:
                    #expect([.waiting, .held].contains(reminder.messageState), "\(summary.reference), \(context)")
                case .givenUp: Issue.record("nothing is given up, \(context)")
                }
            }
            if target.facts.status.isChased, let next = target.nextCheck {
                #expect(next >= close, "\(summary.reference) is checked before the end, \(context)")
            }
            try expectNoneLost(target, story, context)
        }
    }

    /// Each stage that has passed under the present date is told, or the ledger says why not.
    private func expectNoneLost(_ target: TargetDetail, _ story: Story, _ context: Comment) throws {
        // A date that an edition changed while its target was done waits for its arming once the answer is taken back.
        guard target.facts.status.isChased, target.facts.armedAt != nil, let due = target.facts.date.reading?.due,
            let number = Self.number(of: target.facts.reference)
        else { return }
        let since = story.lastChange(of: number)
        guard due >= since else { return }
        let told = target.reminders.filter { $0.key.revision == target.facts.date.revision }
        let midnight = calendar.zone.startOfDay(since)
        let accounted = Set(told.map(\.key.stage) + target.refusals.filter { $0.at >= midnight }.map(\.stage))
        for lead in story.schedule.leads + story.other.leads {
            let day: CivilDate =
                switch lead.span {
                case .days(let count): calendar.previous(onOrBefore: due.adding(days: -count))
                case .months(let count): calendar.previous(onOrBefore: due.adding(months: -count))
                case .workingDays(let count):
                    calendar.adding(workingDays: -count, to: calendar.previous(onOrBefore: due))
                }
            // A stage is asked for by the schedule that is in force when its day comes, of who has not answered by then.
            guard day > since, day <= story.last, story.isChased(number, on: day),
                story.schedule(on: day).leads.contains(where: { $0.name == lead.name && $0.span == lead.span })
            else { continue }
            #expect(accounted.contains(lead.name), "\(target.facts.reference) \(lead.name) of \(day), \(context)")
        }
    }

    @Test("stepping to a day and then on says what going there in one step says", arguments: Chances.runs(3))
    func stepping(_ run: Int) throws {
        var story = story(run)
        story.events = []
        var chances = Chances(run + 200_000)
        let bench = try story.bench()
        let settings = try story.settings()
        let middle = start.adding(seconds: Int64(chances.number(0...6_000_000)))
        let end = story.last
        let whole = try ScriptedRun(of: bench.register, under: settings, from: start, until: end)
        let policy = try settings.policy { try bench.register.ensurePerson(name: $0, email: $1, at: start) }
        // One service up to the middle, on the register itself; another from there on.
        try play(bench, policy, from: start, until: middle)
        let rest = try ScriptedRun(of: bench.register, under: settings, from: middle, until: end)
        let first = try reminders(bench.register)
        let stepped = try reminders(rest.aftermath)
        #expect(stepped == (try reminders(whole.aftermath)), "run \(run), stepped at \(middle)\n\(story)")
        #expect(first.isSubset(of: stepped), "run \(run)\n\(story)")
    }

    @Test(
        "sleeping over a span says a part of what stepping says, for each target the latest; the rest is superseded",
        arguments: Chances.runs(3))
    func jumping(_ run: Int) throws {
        var story = story(run)
        story.events = []
        var chances = Chances(run + 300_000)
        let settings = try story.settings()
        let days = chances.number(1...70)
        let wakes = calendar.next(onOrAfter: story.first.adding(days: days))
        let stepped = try ScriptedRun(of: story.bench().register, under: settings, from: start, until: wakes)
        let opening = calendar.opening(of: settings.defaults.window, on: wakes)
        let jumped = try ScriptedRun(of: story.bench().register, under: settings, from: opening, until: wakes)
        let all = try told(stepped.aftermath)
        let some = try told(jumped.aftermath)
        #expect(some.isSubset(of: all), "run \(run), woken on \(wakes): \(some.subtracting(all))\n\(story)")
        for summary in try jumped.aftermath.targets() {
            let target = try jumped.aftermath.target(summary.reference, mode: .live, today: { _ in wakes })
            let once = target.reminders.filter { $0.role == .holder && $0.kind != .warned && $0.copy == nil }
                .map { "\($0.key.recipient) \($0.key.channel)" }
            #expect(Set(once).count == once.count, "run \(run)\n\(story)")
            let accounted = Set(target.reminders.map(\.key.stage) + target.refusals.map(\.stage))
            let passed = all.filter {
                $0.reference == summary.reference && $0.role == .holder && !$0.stage.hasSuffix("warning")
            }
            // The ladder of what was late when it was armed begins with its letter.
            for stage in Set(passed.map(\.stage)) where !accounted.contains("letter") {
                #expect(accounted.contains(stage), "\(summary.reference) \(stage), run \(run)\n\(story)")
            }
        }
    }

    private struct Told: Hashable {
        let reference: String
        let stage: String
        let role: Role
        let planned: CivilDate
        let recipient: PersonID
    }

    private func told(_ register: Store) throws -> Set<Told> {
        var all: Set<Told> = []
        for summary in try register.targets() {
            let target = try register.target(summary.reference, mode: .live, today: { _ in .min })
            for reminder in target.reminders where reminder.state != .dropped {
                all.insert(
                    Told(
                        reference: summary.reference, stage: reminder.key.stage, role: reminder.role,
                        planned: reminder.plannedDay, recipient: reminder.key.recipient))
            }
        }
        return all
    }

    /// Everything but the numbers of messages and rows.
    private func reminders(_ register: Store) throws -> Set<String> {
        var all: Set<String> = []
        for summary in try register.targets() {
            let target = try register.target(summary.reference, mode: .live, today: { _ in .min })
            for reminder in target.reminders {
                let fate = "\(reminder.state) \(reminder.sentAt?.rfc3339 ?? "") \(reminder.because ?? "")"
                all.insert("\(reminder.key) \(reminder.role) \(reminder.plannedDay) \(fate)")
            }
            for refusal in target.refusals { all.insert("\(summary.reference) \(refusal.stage) \(refusal.reason)") }
        }
        return all
    }

    private func play(_ bench: Bench, _ policy: Policy, from: Instant, until: Instant) throws {
        let peers = ScriptedPeers {}
        let rules = Rules(
            policy: policy.with(brake: Brake(messages: .max / 2, perPerson: .max)), mail: peers, webhook: peers)
        try bench.engine(VirtualClock(from: from, until: until), rules: rules).run()
    }
}

extension CollectionDifference<String>.Change {
    fileprivate var words: String {
        switch self {
        case .insert(_, let words, _), .remove(_, let words, _): words
        }
    }
}
