// One decision of a simulation, as the ledger wrote it down: who is told what and when, who is not and why. Wording and
// names are no part of it.

import CivilTime
import Register
import Reminders

public struct TranscriptLine: Hashable, Sendable {
    public enum What: Hashable, Sendable {
        /// A row of the ledger.
        case event(LedgerEvent)
        /// A line of the script; `refused` is why the register would not have it.
        case script(line: Int, refused: String?)
    }

    public let at: Instant
    public let day: CivilDate
    public let time: WallTime
    public let what: What
    public var reference: String?
    public var stage: String?
    public var repetition: Int?
    public var role: String?
    /// Why somebody else hears it, or a copy.
    public var standing: String?
    public var owner: OwnerID?
    /// The post as printed; nil where no owner is certain.
    public var post: String?
    public var channel: String?
    /// A name of docs/reasons.md, and what it depends on.
    public var reason: String?
    public var detail: String?
    /// The words of a script's line, or the kind of a notice.
    public var words: String?
    var reminder: ReminderID?

    init(at: Instant, zone: Zone, what: What) {
        self.at = at
        (day, time) = zone.civil(at: at)
        self.what = what
    }

    /// A word or two for a reader.
    public var name: String {
        switch what {
        case .script(_, let refused): refused == nil ? "script" : "script, not done"
        case .event(.reminderRecorded): "planned"
        case .event(.reminderRefused): "not told"
        case .event(.reminderDropped): "dropped"
        case .event(.messageAccepted), .event(.messageDelivered): "told"
        case .event(.messageDeferred): "deferred"
        case .event(.messageRefused): "refused"
        case .event(.messageSetAside): "set aside"
        case .event(.messageVoid): "void"
        case .event(.messageOrphaned): "in doubt"
        case .event(.noticePosted): "posted"
        case .event(let other): other.rawValue.replacing("_", with: " ")
        }
    }

    /// Without any words of the plan: one line, the same for the same decision.
    public var text: String {
        var parts = ["\(day) \(time)", name]
        switch what {
        case .script(_, let refused): parts += [words ?? ""] + (refused.map { ["(\($0))"] } ?? [])
        case .event:
            parts += [reference, stage.map { (repetition ?? 1) > 1 ? "\($0) no. \(repetition ?? 1)" : $0 }].compactMap {
                $0
            }
            parts += [owner.map { "owner \($0)" }, role, standing, channel, words, reason, detail].compactMap { $0 }
        }
        return parts.joined(separator: " | ")
    }
}
