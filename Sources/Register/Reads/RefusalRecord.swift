// One "not sent, because ..." of a target, read back from the ledger.

import CivilTime
import FoundationEssentials
import Reminders

public struct RefusalRecord: Hashable, Sendable {
    /// The ledger's row.
    public let seq: Int64
    public let at: Instant
    public let owner: OwnerID?
    public let stage: String
    public let repetition: Int
    public let reason: RefusalReason
}

extension TargetDetail {
    /// What was not sent and why, oldest first.
    public var refusals: [RefusalRecord] { ledger.compactMap(RefusalRecord.init) }
}

extension RefusalRecord {
    private struct Written: Decodable {
        let stage: String
        let repetition: Int
        let reason: RefusalReason.Written
    }

    /// nil for a row that tells of something else, or that a later version wrote.
    init?(_ entry: LedgerEntry) {
        guard entry.event == .reminderRefused,
            // A detail that cannot be read stays visible in `duewatch ledger`.
            let written = try? JSONDecoder().decode(Written.self, from: Data(entry.detail.utf8)),
            let reason = RefusalReason(written.reason)
        else { return nil }
        self.init(
            seq: entry.seq, at: entry.at, owner: entry.owner, stage: written.stage, repetition: written.repetition,
            reason: reason)
    }
}
