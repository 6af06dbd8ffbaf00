// `duewatch serve`: everything is opened, wired and started here, in one straight line.

import CivilTime
import Configuration
import Delivery
import Logging
import Register
import Reminders

/// What a start of the service needs from outside.
public struct Serve {
    let configuration: String
    let surroundings: Surroundings
    let environment: [String: String]
    let processID: Int32
    let isTerminal: Bool

    /// - Parameter configuration: an absolute path, because it is named to other processes.
    public init(
        configuration: String, surroundings: Surroundings, environment: [String: String], processID: Int32,
        isTerminal: Bool
    ) {
        self.configuration = configuration
        self.surroundings = surroundings
        self.environment = environment
        self.processID = processID
        self.isTerminal = isTerminal
    }

    /// Returns after SIGTERM, when everything is written. `Signals.block()` has been called in the first line of main.
    ///
    /// - Throws: `BadConfiguration`, `RegisterError`, `SystemClock.Unset`, `SecretFault`, `CarrierFault`.
    public func run() throws {
        CoreDumps.forbid()
        let clock = try SystemClock.checked()
        let loaded = try load()
        let settings = loaded.settings
        let log = logger(settings, clock)
        let inbox = Inbox()
        Signals.forward(to: inbox)
        FileLimit.raise()
        try CurlLibrary.start()

        let register = try Store.open(
            at: settings.register, as: .service, command: "serve", at: clock.now)
        if let machine = try MachineID.read(), try register.recordMachine(machine, at: clock.now) {
            log.critical(
                "register.paused", metadata: ["because": "it woke on another machine; `duewatch resume` starts it"])
        }
        let rules = try rules(loaded, register, at: clock.now)
        let nudges = try NudgeListener(registerPath: settings.register)
        defer { nudges.close() }
        Threads.start { while let call = nudges.next() { inbox.put(Event(call)) } }

        let engine = Engine(
            register: register, rules: rules, clock: clock, inbox: inbox, log: log,
            notification: ServiceNotification(environment: environment, processID: processID),
            reread: { try reread(register, clock) })
        try engine.run()
        try register.close()
    }

    private func load() throws -> (settings: Settings, source: SettingsSource) {
        // The engine watches the holidays by its own clock, which goes on after this file was read.
        let surroundings = Surroundings(
            holidayFiles: surroundings.holidayFiles, today: nil, zoneFolder: surroundings.zoneFolder)
        let loaded = SettingsFile.load(path: configuration, surroundings: surroundings)
        guard let settings = loaded.settings else { throw BadConfiguration(problems: loaded.errors) }
        return (settings, SettingsSource(file: configuration, words: loaded.text ?? ""))
    }

    private func rules(
        _ loaded: (settings: Settings, source: SettingsSource), _ register: Store, at now: Instant
    ) throws -> Rules {
        let mark = SettingsMark.of([configuration] + loaded.settings.filesRead)
        return try Wiring(settings: loaded.settings, environment: environment)
            .rules(mark: mark, source: loaded.source) { try register.ensurePerson(name: $0, email: $1, at: now) }
    }

    /// As a whole or not at all: the words of yesterday are better than half of those of today.
    ///
    /// - Throws: `RegisterError`, which is no fault of the settings: the engine tries again.
    private func reread(_ register: Store, _ clock: SystemClock) throws -> Reread {
        do {
            let fresh = try rules(try load(), register, at: clock.now)
            guard !fresh.templateFaults.isEmpty else { return .fresh(fresh) }
            fresh.close()
            return .faulty(fresh.templateFaults)
        } catch let bad as BadConfiguration {
            return .faulty(bad.problems.map(\.description))
        } catch let fault as RegisterError {
            throw fault
        } catch {
            return .faulty(["\(error)"])
        }
    }

    private func logger(_ settings: Settings, _ clock: SystemClock) -> Logger {
        Logger(label: "duewatch") { _ in
            LogWriter(
                format: LogWriter.Format(settings.log.format, isTerminal: isTerminal),
                level: Logger.Level(settings.log.level), clock: clock)
        }
    }
}

/// The settings file has errors; each is one line of `problems`.
public struct BadConfiguration: Error, CustomStringConvertible {
    public let problems: [Problem]

    public init(problems: [Problem]) { self.problems = problems }

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension Event {
    init(_ call: NudgeListener.Call) {
        switch call {
        case .nudge: self = .nudge
        case .asked(let request, let asker): self = .asked(Asked(request) { asker.answer($0) })
        }
    }
}

extension Logger.Level {
    init(_ level: LogSettings.Level) { self = Logger.Level(rawValue: level.rawValue) ?? .info }
}
