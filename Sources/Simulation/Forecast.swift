// What would be sent, to whom and when: the production path on a copy of the register, under the virtual clock, with a
// carrier that carries nothing. The register itself is not touched. The administrators' notes are left out: what waits for
// them is so because nobody mends anything in a look ahead.

import CivilTime
import Delivery
import Logging
import Register
import Reminders
import Service

/// A look ahead.
public struct Forecast {
    /// One message that would leave.
    public struct Message: Sendable {
        public let at: Instant
        public let facts: MessageFacts
        /// What chose the schedule of each entry, in the order of the entries.
        public let choices: [ScheduleChoice]
    }

    public let messages: [Message]
    /// The copy as it stands at the end: its ledger tells of the past and of what would follow.
    public let aftermath: Store

    /// Runs the service's own loop from `start` until the end of the day `end`.
    ///
    /// - Parameters:
    ///   - register: is copied, and the copy is played with.
    ///   - plan: treated as armed, if it is not; nil takes each plan as it stands.
    ///   - lookingAgain: whether every target is checked at the start, as after a reload of other rules.
    /// - Throws: `RegisterError`
    public init(
        of register: Store, under policy: Policy, arming plan: String?, from start: Instant, until end: CivilDate,
        lookingAgain: Bool = false
    ) throws {
        let copy = try register.snapshot()
        try copy.resume(by: Self.author, at: start)
        for failing in try copy.channels() { try copy.resume(failing.channel, by: Self.author, at: start) }
        if let plan { _ = try copy.arm(plan, approved: Approval(messages: 0, until: end), by: Self.author, at: start) }
        if lookingAgain { try copy.lookAgain(at: start) }
        let transcript = Transcript()
        let carrier = RecordingCarrier { transcript.append($0) }
        let close = policy.defaults.calendar.zone.startOfDay(end.adding(days: 1))
        let engine = Engine(
            register: copy,
            rules: Rules(policy: policy.withoutBrake, mail: carrier, webhook: carrier, takesNotes: false),
            clock: VirtualClock(from: start, until: close), inbox: Inbox(), log: Logger.silent,
            notification: .silent, reread: { .faulty([]) })
        try engine.run()
        aftermath = copy
        var choosing = Choosing(register: copy, policy: policy, today: policy.today(at: start))
        // A look at one plan leaves out what other plans send.
        messages = try transcript.parcels.filter { plan == nil || $0.facts.plan?.name == plan }.map { parcel in
            Message(
                at: parcel.at, facts: parcel.facts,
                choices: try parcel.facts.entries.map { try choosing.choice(for: $0) })
        }
    }

    private static let author = Author(login: "forecast", by: nil)
}

extension Policy {
    /// A forecast shows what the brake would hold, too.
    fileprivate var withoutBrake: Policy {
        with(brake: Brake(messages: .max / 2, perPerson: .max))
    }
}

extension Logger {
    /// For a simulation whose decisions are read from its transcript.
    static var silent: Logger { Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() } }
}
