// The service under a virtual clock: a small plan that is armed, people who can be told, carriers whose answers a test
// scripts, a register in memory or in a file.

import ActionPlans
import CivilTime
import Configuration
import Delivery
import Foundation
import Logging
import Register
import Reminders
import Service

@testable import Simulation

final class Bench {
    let register: Store
    let policy: Policy
    let sent = Transcript()
    let lines = LogLines()
    /// What the other side says; it accepts everything unless a test scripts something else.
    var script: @Sendable (Parcel) -> Outcome = { _ in .fine }
    var inbox = Inbox()
    var notification = ServiceNotification.silent
    /// What a reload finds; nil for settings with a mistake.
    var reread: () throws -> Rules? = { nil }
    var warnings: [String] = []

    /// - Parameter register: nil makes one in memory.
    init(
        _ register: Store? = nil, mode: DeliveryMode = .live, brake: Brake = .standard, settings: String = quiet
    ) throws {
        self.register = try register ?? .inMemory(at: start, identity: .fixed)
        policy = try Self.policy(of: self.register, mode: mode, brake: brake, settings: settings)
    }

    /// Nobody is introduced, so that each case sees what it is about alone.
    static let quiet = "introduction: false"

    /// With the plan adopted, its owners known, and armed at `start`.
    static func armed(
        _ dates: [String] = ["2026-04-30"], in register: Store? = nil, mode: DeliveryMode = .live,
        brake: Brake = .standard, settings: String = quiet
    ) throws -> Bench {
        let bench = try Bench(register, mode: mode, brake: brake, settings: settings)
        try bench.adopt(dates)
        try bench.arm()
        return bench
    }

    static func policy(
        of register: Store, mode: DeliveryMode, brake: Brake = .standard, settings: String = quiet
    ) throws -> Policy {
        let settings = try Self.settings(mode: mode, settings)
        let policy = try settings.policy { try register.ensurePerson(name: $0, email: $1, at: start) }
        return policy.with(brake: brake)
    }

    /// One recommendation with one owner for each date.
    func adopt(_ dates: [String], as name: String = "gates") throws {
        _ = try register.adopt(
            .of(dates), as: name, source: SourceDigest(name: "\(name).txt", sha256: digest(dates)), by: amy, at: start)
        try register.adoptOwners(
            dates.indices.map { OwnerEntry.wing($0 + 1) }, by: amy, at: start)
    }

    func arm(_ name: String = "gates", messages: Int = 0) throws {
        _ = try register.arm(
            name, approved: Approval(messages: messages, until: CivilDate(iso: "2026-12-31") ?? .max), by: amy,
            at: start)
    }

    var rules: Rules {
        let carrier = ScriptedCarrier(into: sent) { [script] in script($0) }
        return Rules(policy: policy, mail: carrier, webhook: carrier, warnings: warnings)
    }

    func engine(_ clock: any ServiceClock, rules: Rules? = nil) -> Engine {
        Engine(
            register: register, rules: rules ?? self.rules, clock: clock, inbox: inbox, log: lines.logger(clock),
            notification: notification,
            reread: { [reread] in try reread().map(Reread.fresh) ?? .faulty([Self.mistake]) })
    }

    /// Runs a service from one instant to another; what it handed to carriers in this run.
    @discardableResult
    func run(
        from: Instant = start, until: Instant, _ appointments: [Appointment] = []
    ) throws -> [Parcel] {
        let before = sent.parcels.count
        try engine(VirtualClock(from: from, until: until, appointments: appointments)).run()
        return Array(sent.parcels.dropFirst(before))
    }

    static let mistake = "test.yaml:3: window: expected a time of day, found \"noon\""

    private func digest(_ dates: [String]) -> String {
        let digit = String(dates.joined().utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) }, radix: 16)
        return String(repeating: "0", count: 64 - digit.count) + digit
    }

    /// A settings file as an administrator writes it, with the holidays that come with duewatch.
    static func settingsText(mode: DeliveryMode, _ more: String = quiet) -> String {
        """
        register: /nowhere/register.sqlite
        delivery: {mode: \(mode.rawValue), folder: /nowhere/mail, allowed-domains: [gates.example]}
        administrator: {name: Ada Min, email: ada@gates.example}
        mail:
          sender: {name: Gates, address: plans@gates.example}
          reply-to: plans@gates.example
          relay: {host: 127.0.0.1, port: 2525, tls: none}
        \(more)
        """
    }

    static func settings(mode: DeliveryMode, _ more: String = quiet) throws -> Settings {
        let loaded = SettingsFile.parse(
            text: settingsText(mode: mode, more), name: "test.yaml", folder: "/nowhere",
            surroundings: Surroundings(holidayFiles: [shippedHolidays], today: nil))
        guard let settings = loaded.settings else { throw BadConfiguration(problems: loaded.errors) }
        return settings
    }

    static var shippedHolidays: String {
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let file = folder.appending(path: "Config/bank-holidays.json").path
            if FileManager.default.fileExists(atPath: file) { return file }
        }
        return "Config/bank-holidays.json"
    }
}

/// A carrier that writes down what it is given and says what its script says, at once.
struct ScriptedCarrier: Carrier {
    let transcript: Transcript
    let script: @Sendable (Parcel) -> Outcome

    init(into transcript: Transcript, script: @escaping @Sendable (Parcel) -> Outcome) {
        self.transcript = transcript
        self.script = script
    }

    func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        transcript.append(parcel)
        done(AttemptReport(outcome: script(parcel)))
    }

    func close() {}
}
