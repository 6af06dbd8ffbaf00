// What a reload replaces as a whole: the policy, the ways a message can leave, and what they were made of.

import CivilTime
import Delivery
import Reminders

/// The rules in force and the carriers that go with them.
public struct Rules: Sendable {
    public internal(set) var policy: Policy
    public let mail: any Carrier
    public let webhook: any Carrier
    /// The endpoints that are told of answers and changed dates.
    public let subscribers: [String]
    /// How many mails the carrier may have under way: one for each of its sessions, so that a message is settled before
    /// its session takes the next, and no more than one a session is ever in doubt.
    let mailSessions: Int
    /// Whether the administrator gets a note of what waits for a person; it decides nothing.
    let takesNotes: Bool
    let quota: Quota
    /// What stands for the settings of a channel.
    private let marks: [Channel: String]
    /// What a person should know at each start: the delivery mode, and every setting that weakens a protection.
    public let warnings: [String]
    /// What is wrong with the administrator's templates; the built-in words stand in for them.
    public let templateFaults: [String]
    /// The last day for which the bank holidays of every division in use are known; nil where nobody keeps count.
    let holidayHorizon: CivilDate?
    let watched: WatchedFiles
    /// What stands for all of these; nil for rules that are tried out on a copy of the register.
    let mark: String?
    /// The settings file they were made of; nil for rules that no file made.
    let source: SettingsSource?

    /// - Parameters:
    ///   - marks: what stands for the settings of each channel: one that stopped is tried again when its mark is another.
    ///   - files: when one of them changes, the service reads its settings again.
    public init(
        policy: Policy, mail: any Carrier, webhook: any Carrier, subscribers: [String] = [],
        mailSessions: Int = 16, takesNotes: Bool = true, quota: Quota = .none, marks: [Channel: String] = [:],
        warnings: [String] = [],
        templateFaults: [String] = [], holidayHorizon: CivilDate? = nil, files: [String] = [],
        mark: String? = nil, source: SettingsSource? = nil
    ) {
        self.policy = policy
        self.mail = mail
        self.webhook = webhook
        self.subscribers = subscribers
        self.mailSessions = max(1, mailSessions)
        self.takesNotes = takesNotes
        self.quota = quota
        self.marks = marks
        self.warnings = warnings
        self.templateFaults = templateFaults
        self.holidayHorizon = holidayHorizon
        watched = WatchedFiles(files)
        self.mark = mark
        self.source = source
    }

    func carrier(for channel: Channel) -> any Carrier {
        switch channel {
        case .email: mail
        case .webhook: webhook
        }
    }

    func mark(of channel: Channel) -> String { marks[channel] ?? "" }

    /// The last day of the known bank holidays, where it comes in less than so many months.
    func holidaysEnding(withinMonths months: Int, of day: CivilDate) -> CivilDate? {
        holidayHorizon.flatMap { $0 < day.adding(months: months) ? $0 : nil }
    }

    /// Returns when nothing is under way any more; what had not begun reports that it was not sent.
    public func close() {
        mail.close()
        webhook.close()
    }
}
