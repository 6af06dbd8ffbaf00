// Any span of time under a script of answers and faults: the service's own engine on a copy of the register, under the
// virtual clock. The register itself is not touched, and nothing leaves.

import CivilTime
import Configuration
import Logging
import Register
import Reminders
import Service

public struct ScriptedRun {
    /// In the order in which they were taken.
    public let transcript: [TranscriptLine]
    /// The copy as it stands at the end.
    public let aftermath: Store

    /// Runs from `start` until the end of the day `end`.
    ///
    /// - Parameters:
    ///   - plan: treated as armed, if it is not; nil takes each plan as it stands.
    ///   - person: an administrator by name and address, as the copy knows them.
    /// - Throws: `ScriptFault` where the register has nothing of a name in the script, `RegisterError`.
    public init(
        of register: Store, under settings: Settings, arming plan: String? = nil, script: Script = .empty,
        from start: Instant, until end: CivilDate
    ) throws {
        try self.init(
            of: register, under: settings, arming: plan, script: script, from: start, until: end, interrupts: nil)
    }

    /// - Parameter interrupts: what befalls the service before a transaction and after a commit, by their number.
    init(
        of register: Store, under settings: Settings, arming plan: String?, script: Script, from start: Instant,
        until end: CivilDate, interrupts: (@Sendable (Int, Gate.Step) -> Interruption?)?
    ) throws {
        let copy = try register.snapshot()
        try copy.resume(by: Self.author, at: start)
        for failing in try copy.channels() { try copy.resume(failing.channel, by: Self.author, at: start) }
        if let plan { _ = try copy.arm(plan, approved: Approval(messages: 0, until: end), by: Self.author, at: start) }
        // The settings may not be those of the last look.
        try copy.lookAgain(at: start)
        let zone = settings.defaults.calendar.zone
        let clock = VirtualClock(from: start, until: zone.startOfDay(end.adding(days: 1)))
        let enactment = try Enactment(register: copy, settings: settings, clock: clock, interrupts: interrupts)
        for step in script.steps {
            clock.add(Appointment(at: step.at) { enactment.perform(step) })
        }
        repeat {
            try enactment.serve()
        } while enactment.startsAgain()
        transcript = try enactment.transcript()
        aftermath = copy
    }

    static let author = Author(login: "simulate", by: nil)
}

/// What befalls a service between two transactions.
enum Interruption: Hashable, Sendable {
    case death
    /// The disk fails this once.
    case fault
}

/// A line of a script that cannot be played on this register.
public struct ScriptFault: Error, CustomStringConvertible {
    public let line: Int
    public let words: String
    public let because: String

    public var description: String { "line \(line): \(words): \(because)" }
}
