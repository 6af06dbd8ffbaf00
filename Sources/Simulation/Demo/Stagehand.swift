// Sets the demo up and plays it: the same verbs as the command line, the same engine as the service.

import ActionPlans
import CivilTime
import Configuration
import Delivery
import Logging
import Register
import Reminders
import Service

/// What was played.
struct Played {
    let parcels: [Parcel]
    let answers: Int
    let extensions: Int
}

final class Stagehand {
    private let register: Store
    private let settings: Settings
    private let files: DemoFiles
    private let log: Logger
    private let draft: PlanDraft
    private let cast: Cast
    private var administrator: PersonFacts?

    init(register: Store, settings: Settings, files: DemoFiles, log: Logger) throws {
        self.register = register
        self.settings = settings
        self.files = files
        self.log = log
        draft = try PlanReader.read(PlanText.read(DemoFiles.plan))
        let owners = draft.recommendations.flatMap { $0.editions.flatMap(\.owners) }
        let posts = owners.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        cast = Cast(posts: posts, endpoint: "case-system")
    }

    /// Import, owners, arm: what an administrator does on one morning.
    func prepare(at now: Instant, _ timeline: inout Timeline) throws {
        let author = Author(login: "petra", by: nil)
        administrator = try register.ensurePerson(
            name: settings.administrator.name, email: settings.administrator.email, at: now)
        let adoption = try register.adopt(
            draft, as: DemoFiles.planName, source: SourceDigest(name: "plan.txt", content: Array(DemoFiles.plan.utf8)),
            by: author, at: now)
        let petra = settings.administrator.name
        timeline.line(
            at: now, "import", petra,
            "\(adoption.name): \(draft.recommendations.count) recommendations, \(adoption.new) targets")
        for row in adoption.worklist { timeline.line(at: now, "doubt", "", row.text, .late) }
        let entries = cast.known.map(\.entry) + [cast.leaver].compactMap(\.self)
        try files.put("owners.yaml", OwnersFile.write(entries))
        try register.adoptOwners(entries, by: author, at: now)
        timeline.line(at: now, "owners", petra, "\(entries.count) posts, each with a holder")
        let armed = try register.arm(
            DemoFiles.planName, approved: Approval(messages: 20, until: DemoFiles.armedOn.adding(days: 7)), by: author,
            at: now)
        timeline.line(at: now, "arm", petra, "\(armed) targets are chased from now on")
    }

    /// Lets the engine run until the clock's end.
    func play(under clock: VirtualClock, _ start: Timeline) throws -> Played {
        guard let administrator else { return Played(parcels: [], answers: 0, extensions: 0) }
        let scene = Scene(
            register: register, administrator: administrator.id, clock: clock, timeline: start,
            answers: Answers(cast: cast, calendar: settings.defaults.calendar))
        let built = try Wiring(settings: settings, environment: [:]).rules { _, _ in administrator }
        let endpoints = try settings.endpoints.map { ($0, try EndpointSecrets(of: $0, environment: [:])) }
        let webhook = try WebhookCarrier(
            endpoints: endpoints, renderer: Renderer(), userAgent: "duewatch/\(Release.version)")
        let rules = Rules(
            policy: built.policy, mail: RecordingCarrier(next: built.mail, record: scene.see),
            webhook: RecordingCarrier(next: webhook, record: scene.see))
        defer { rules.close() }
        scene.introduceLater(cast.latecomer)
        let engine = Engine(
            register: register, rules: rules, clock: clock, inbox: Inbox(), log: log, notification: .silent,
            reread: { .faulty([]) })
        try engine.run()
        try scene.check()
        return scene.played
    }
}
