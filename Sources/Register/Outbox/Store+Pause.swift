// Stopping all sending, and what stops it by itself: a register that wakes on another machine.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Store {
    /// Stops all sending but tests; false where it was stopped already.
    @discardableResult
    public func pause(because: String, by author: Author, at now: Instant) throws -> Bool {
        try write(at: now, by: author) { try $0.pause(because: because) }
    }

    /// Lets sending go on; false where it was not stopped.
    @discardableResult
    public func resume(by author: Author, at now: Instant) throws -> Bool {
        try write(at: now, by: author) { writing in
            let isNews =
                try writing.change(
                    """
                    UPDATE register SET paused_at = NULL, paused_by = NULL, paused_because = NULL
                    WHERE paused_at IS NOT NULL
                    """) == 1
            if isNews { try writing.note(.resumed, detail: []) }
            return isNews
        }
    }

    /// The pause that is in force; nil while messages may leave.
    public func paused() throws -> Pause? {
        try read { db in try Self.paused(db) }
    }

    /// Keeps the id of the machine that the service runs on. Where the register comes from another one it is paused, so
    /// that a restored copy does not send what the original sends. Returns whether it is paused for that.
    public func recordMachine(_ id: String, at now: Instant) throws -> Bool {
        try write(at: now) { writing in
            let known = try String.fetchOne(writing.db, sql: "SELECT machine_id FROM register")
            guard known != id else { return false }
            try writing.execute("UPDATE register SET machine_id = ?", [id])
            guard known != nil else { return false }
            try writing.note(.machineChanged, detail: [])
            _ = try writing.pause(because: "woke on another machine")
            return true
        }
    }

    /// Keeps the delivery mode of a start of the service; returns the one before, where it was another.
    public func recordMode(_ mode: DeliveryMode, at now: Instant) throws -> DeliveryMode? {
        try write(at: now) { writing in
            let last = try DeliveryMode.fetchOne(writing.db, sql: "SELECT mode_last FROM register")
            guard last != mode else { return nil }
            try writing.execute("UPDATE register SET mode_last = ?", [mode])
            return last
        }
    }

    static func isPaused(_ db: Database) throws -> Bool {
        try Prepared(db, "SELECT paused_at IS NOT NULL FROM register").rows { $0.int(0) != 0 }.first ?? false
    }

    static func paused(_ db: Database) throws -> Pause? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT paused_at, paused_by, paused_because FROM register WHERE paused_at IS NOT NULL")
        ).map { Pause(at: $0["paused_at"], by: $0["paused_by"], because: $0["paused_because"]) }
    }
}

extension Transaction {
    func pause(because: String) throws -> Bool {
        let isNews =
            try change(
                "UPDATE register SET paused_at = ?, paused_by = ?, paused_because = ? WHERE paused_at IS NULL",
                [at, authorName, because]) == 1
        if isNews { try note(.paused, detail: [("because", .string(because))]) }
        return isNews
    }
}
