// Who a number in a message or a ledger row stands for, and what was tried to reach them.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// The person or mailbox as known now; nil where there is none, or it was purged.
    public func person(_ id: PersonID) throws -> PersonFacts? {
        try read { db in try FactsReader(db, mode: .live, today: { _ in .min }).person(id) }
    }

    /// The same as they stand on a day, when they may be away.
    public func person(_ id: PersonID, on day: CivilDate) throws -> PersonFacts? {
        try read { db in
            let until = try CivilDate.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT max(until_day) FROM absence WHERE ended_at IS NULL AND person_id = ?
                        AND from_day <= ? AND until_day >= ?
                        """), arguments: [id, day, day])
            return try FactsReader(db, mode: .live, today: { _ in day }).person(id)?.away(until: until)
        }
    }

    /// Every try to send a message, oldest first.
    public func attempts(of message: MessageID) throws -> [AttemptRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM attempt WHERE message_id = ? ORDER BY lease_token", arguments: [message]
            ).map {
                AttemptRecord(
                    number: $0["number"], startedAt: $0["started_at"], endedAt: $0["ended_at"],
                    durationMilliseconds: $0["duration_ms"], outcome: $0["outcome"], code: $0["code"],
                    enhancedStatus: $0["enhanced"], text: $0["text"], remote: $0["remote"], verdict: $0["verdict"])
            }
        }
    }
}

/// One try to send a message, as it was settled; without an outcome it is under way.
public struct AttemptRecord: Hashable, Sendable {
    /// 1 for the first; a try that a stopped channel cut short shares its number with the next.
    public let number: Int
    public let startedAt: Instant
    public let endedAt: Instant?
    public let durationMilliseconds: Int?
    /// "accepted", "refused for now", "refused for good", "no answer" or "local fault".
    public let outcome: String?
    /// The peer's code; 0 where it gave none.
    public let code: Int?
    public let enhancedStatus: String?
    /// The peer's words; may hold an address.
    public let text: String?
    public let remote: String?
    /// "delivered", "retry", "refused", "set aside" or "stop channel".
    public let verdict: String?
}
