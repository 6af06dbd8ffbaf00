// `duewatch demo`: a published plan is imported and armed, eighteen months pass, some owners answer and some do not.
// Everything is real but the clock and the people: a register file, a Maildir, webhooks over loopback, signed and checked.

import ActionPlans
import CivilTime
import Configuration
import Delivery
import Logging
import Register
import Reminders
import Service

public final class Demo {
    private let folder: String
    private let executable: String
    private let write: (String) -> Void
    private let colours: Bool
    /// Where the engine writes its log: nowhere, since the timeline says it better.
    var log = Logger.silent
    /// The same for every demo, so that two of them agree byte for byte.
    private static let identity = Identity(
        uuid: "00000000-0000-4000-8000-00000000d3e0", salt: Array("duewatch's demo".utf8))

    /// - Parameters:
    ///   - folder: an existing empty folder, absolute; everything the demo makes stays there.
    ///   - executable: the path of this program; bank holidays are looked for near it.
    public init(folder: String, executable: String, colours: Bool, write: @escaping (String) -> Void) {
        self.folder = folder
        self.executable = executable
        self.colours = colours
        self.write = write
    }

    /// Plays it and prints it.
    ///
    /// - Throws: `RegisterError`, `BadConfiguration`, `LoopbackListener.Fault`, `NotAPlan`.
    public func run() throws {
        try CurlLibrary.start()
        let receiver = try WebhookReceiver(key: DemoFiles.signingKey)
        defer { receiver.close() }
        let files = try DemoFiles(folder: folder, endpoint: receiver.url)
        let settings = try files.settings(executable: executable)
        let calendar = settings.defaults.calendar
        let armed = calendar.zone.instant(of: DemoFiles.armedOn, at: WallTime(minuteOfDay: 10 * 60))
        let end = calendar.zone.startOfDay(DemoFiles.armedOn.adding(months: 18))

        let register = try Store.open(
            at: settings.register, as: .service, command: "demo", at: armed, identity: Self.identity)
        let stage = try Stagehand(register: register, settings: settings, files: files, log: log)
        var timeline = Timeline(colours: colours, zone: calendar.zone, write: write)
        introduce()
        try stage.prepare(at: armed, &timeline)
        let clock = VirtualClock(from: armed, until: end)
        let played = try stage.play(under: clock, timeline)
        let summary = DemoSummary(
            played: played, webhooks: receiver.accepted, unsigned: receiver.refused,
            late: try register.targets(TargetFilter()).filter { $0.isLate(on: calendar.zone.date(at: clock.now)) }
                .count,
            ledger: try register.verifyLedger(), folder: folder)
        try register.close()
        for line in summary.lines(colours: colours) { write(line) }
    }

    private func introduce() {
        write("duewatch demo: a published action plan, and the eighteen months after it.")
        write("The plan, the organisations and the people are invented. The register, the mail")
        write("and the webhooks are real, and lie in \(folder).")
    }
}
