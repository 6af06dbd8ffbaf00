// Sets the demo up and plays it: the same verbs as the command line, the same engine as the service.

import ActionPlans
import CivilTime
import Configuration
import Delivery
import Logging
import Register
import Reminders
import Service
import Synchronization

/// What was played.
struct Played {
    let parcels: [Parcel]
    let answers: Int
    let extensions: Int
}

final class Stagehand {
    private let register: Register
    private let settings: Settings
    private let receiver: WebhookReceiver
    private let files: DemoFiles
    private let draft: PlanDraft
    private let cast: Cast
    private var administrator: PersonFacts?

    init(register: Register, settings: Settings, receiver: WebhookReceiver, files: DemoFiles) throws {
        self.register = register
        self.settings = settings
        self.receiver = receiver
        self.files = files
        draft = try PlanReader.read(PlanText.read(DemoFiles.plan))
        let owners = draft.recommendations.flatMap { $0.editions.flatMap(\.owners) }
        let posts = owners.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        cast = Cast(posts: posts, unknown: posts.last ?? "", endpoint: "case-system")
    }

    /// Import, owners, arm: what an administrator does on one morning.
    func prepare(at now: Instant, _ timeline: inout Timeline) throws {
        let author = Author(login: "petra", by: nil)
        administrator = try register.ensurePerson(
            name: settings.administrator.name, email: settings.administrator.email, at: now)
        let adoption = try register.adopt(
            draft, as: DemoFiles.planName, source: SourceDigest(name: "plan.txt", content: Array(DemoFiles.plan.utf8)),
            by: author, at: now)
        timeline.line(
            at: now, ">", settings.administrator.name,
            "imports \(adoption.name): \(draft.recommendations.count) recommendations, \(adoption.new) targets")
        for row in adoption.worklist { timeline.line(at: now, "?", "worklist", row.text, .late) }
        let entries = cast.members.map(\.entry)
        try files.put("owners.yaml", OwnersFile.write(entries))
        try register.adoptOwners(entries, by: author, at: now)
        timeline.line(at: now, ">", settings.administrator.name, "gives \(entries.count) owners an address")
        let armed = try register.arm(
            DemoFiles.planName, approved: Approval(messages: 20, until: DemoFiles.armedOn.adding(days: 7)), by: author,
            at: now)
        timeline.line(
            at: now, ">", settings.administrator.name, "arms the plan: \(armed) targets are chased from now on")
    }

    /// Lets the engine run until the clock's end.
    func play(under clock: VirtualClock, _ start: Timeline) throws -> Played {
        guard let administrator else { return Played(parcels: [], answers: 0, extensions: 0) }
        let scene = Scene(
            register: register, administrator: administrator.id, clock: clock, timeline: start,
            answers: Answers(cast: cast, calendar: settings.defaults.calendar))
        let built = try Wiring(settings: settings, environment: [:]).rules(administrator: administrator)
        let endpoints = try settings.endpoints.map { ($0, try $0.secrets.map { try $0.read(environment: [:]) }) }
        let webhook = try WebhookCarrier(
            endpoints: endpoints, renderer: Renderer(), userAgent: "duewatch/\(Release.version)")
        let rules = Rules(
            policy: built.policy, mail: RecordingCarrier(next: built.mail, record: scene.see),
            webhook: RecordingCarrier(next: webhook, record: scene.see))
        defer { rules.close() }
        let engine = Engine(
            register: register, rules: rules, clock: clock, inbox: Inbox(), log: .silent, notification: .silent,
            reread: { nil })
        try engine.run()
        try scene.check()
        return scene.played
    }
}

/// What happens while the engine runs: each message is shown, and makes its reader answer.
private final class Scene: @unchecked Sendable {
    // Unchecked: the engine calls its carriers and the clock its appointments, both on the engine's own thread.
    private let register: Register
    private let administrator: PersonID
    private let clock: VirtualClock
    private var timeline: Timeline
    private var answers: Answers
    private var parcels: [Parcel] = []
    private var given = 0
    private var extensions = 0
    private var failure: (any Error)?

    init(
        register: Register, administrator: PersonID, clock: VirtualClock, timeline: Timeline, answers: Answers
    ) {
        self.register = register
        self.administrator = administrator
        self.clock = clock
        self.timeline = timeline
        self.answers = answers
    }

    @Sendable func see(_ parcel: Parcel) {
        parcels.append(parcel)
        timeline.message(parcel.facts, at: parcel.at)
        for answer in answers.answers(to: parcel.facts) {
            clock.add(Appointment(at: answer.at) { [self] in record(answer) })
        }
    }

    private func record(_ answer: PlannedAnswer) {
        do {
            _ = try register.answer(
                answer.entry, administrator: administrator, by: Author(login: "petra", by: answer.entry.by),
                at: clock.now)
            given += 1
            if case .newDate = answer.entry.kind { extensions += 1 }
            timeline.line(at: clock.now, ">", answer.entry.by, words(for: answer.entry), .good)
        } catch {
            failure = failure ?? error
        }
    }

    private func words(for entry: AnswerEntry) -> String {
        let reference = entry.references.joined(separator: ", ")
        return switch entry.kind {
        case .done: "answers \(reference): done"
        case .newDate(let phrase, _): "answers \(reference): needs until \(phrase)"
        default: "answers \(reference): \(entry.kind.name)"
        }
    }

    func check() throws {
        if let failure { throw failure }
    }

    var played: Played { Played(parcels: parcels, answers: given, extensions: extensions) }
}
