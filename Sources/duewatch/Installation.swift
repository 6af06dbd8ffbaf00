// The configuration in force, the register it names, and the instant of this command. A command opens the register only
// for as long as a verb takes, so that nothing is held while a person reads or answers a question.

import CivilTime
import Configuration
import Delivery
import FoundationEssentials
import Glibc
import Register
import Reminders
import Service

struct Installation {
    let configuration: String
    let settings: Settings
    let warnings: [Problem]
    let register: String
    let now: Instant

    /// - Throws: `Failure` where the file is absent or may not be read, `BadConfiguration` with every error in it,
    ///   `SystemClock.Unset`.
    init(_ place: PlaceOptions) throws {
        now = try SystemClock.checked().now
        configuration = place.configuration.path()
        let loaded = try Self.load(configuration, at: now)
        guard let settings = loaded.settings else { throw BadConfiguration(problems: loaded.errors) }
        self.settings = settings
        warnings = loaded.warnings
        register = place.register ?? settings.register
    }

    /// What the file says, problems and all.
    static func load(_ path: String, at now: Instant) throws -> SettingsFile.Loaded {
        if access(path, R_OK) != 0 {
            guard errno != ENOENT else {
                throw Failure(
                    .noInput, "\(path): there is no such settings file",
                    "name one with --config PATH, or copy Config/duewatch.yaml of duewatch there and edit it")
            }
            throw FileBytes.fault(path, errno)
        }
        return SettingsFile.load(path: path, surroundings: surroundings(at: now))
    }

    static func surroundings(at now: Instant) -> Surroundings {
        .of(executable: Executable.path, today: Zone.utc.date(at: now))
    }

    /// The zone that days and times are shown in.
    var zone: Zone { settings.defaults.calendar.zone }

    var today: CivilDate { zone.date(at: now) }

    /// When mail may leave next.
    var nextWindow: Instant {
        settings.defaults.calendar.nextOpening(of: settings.defaults.window, onOrAfter: now)
    }

    func today(of plan: String) -> CivilDate { zone(of: plan).date(at: now) }

    /// The zone in which a plan is at home.
    func zone(of plan: String) -> Zone { (settings.plans[plan] ?? settings.defaults).calendar.zone }

    var wiring: Wiring { Wiring(settings: settings, environment: ProcessInfo.processInfo.environment) }

    /// Reads from the register. It takes no lock.
    func reading<Result>(_ body: (Store) throws -> Result) throws -> Result { try opened(as: .reader, body) }

    /// Writes to the register, which is made where there is none.
    func writing<Result>(_ body: (Store) throws -> Result) throws -> Result { try opened(as: .writer, body) }

    /// A copy in memory to try something out on, and the rules with the administrator as that copy knows them.
    func rehearsing<Result>(_ body: (Store, Policy) throws -> Result) throws -> Result {
        let copy = try reading { try $0.snapshot() }
        return try body(copy, policy(in: copy))
    }

    /// - Parameter register: is written to where it does not know an administrator of the settings yet.
    func policy(in register: Store) throws -> Policy {
        let policy = try settings.policy { try register.ensurePerson(name: $0, email: $1, at: now) }
        return try policy.refreshed { try register.person($0.id, on: today) ?? $0 }
    }

    private func opened<Result>(as access: Access, _ body: (Store) throws -> Result) throws -> Result {
        let register = try Store.open(at: register, as: access, command: Invocation.command, at: now)
        let result: Result
        do {
            result = try body(register)
        } catch {
            // The first fault is the one to tell of.
            try? register.close()
            throw error
        }
        try register.close()
        return result
    }
}
