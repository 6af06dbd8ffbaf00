// Closing a plan: all chasing of it ends, and everything of it stays in the register.

import CivilTime
import GRDB
import Reminders

/// What closing a plan ends.
public struct Closing: Hashable, Sendable {
    public let plan: String
    /// Targets that were armed.
    public let disarmed: Int
    /// Reminders that waited to leave, and do not.
    public let dropped: Int
    /// Messages of which nothing is left.
    public let void: Int
    /// Doubts that leave the worklist.
    public let doubts: Int
    public let holds: Int
    /// Targets that nobody has said are done, and nobody is asked for any more; in order.
    public let unanswered: [String]
}

extension Store {
    /// What closing would end, worked out on a copy in memory; nothing is written.
    public func previewClosing(_ plan: String, because: String, by author: Author, at now: Instant) throws -> Closing {
        try snapshot().close(plan, because: because, by: author, at: now)
    }

    /// Ends all chasing of a plan: its targets are disarmed, what waits to leave is dropped, its doubts leave the
    /// worklist, its holds end. Throws `noSuchPlan`, and `wrongState` where it is closed already.
    @discardableResult
    public func close(_ plan: String, because: String, by author: Author, at now: Instant) throws -> Closing {
        try write(at: now, by: author) { try $0.close(plan, because: because) }
    }

    /// Opens a closed plan again. Its doubts return to the worklist, and its targets wait for `arm`. Throws
    /// `noSuchPlan`, and `wrongState` where it is not closed. Returns how many targets wait.
    @discardableResult
    public func reopen(_ plan: String, because: String, by author: Author, at now: Instant) throws -> Int {
        try write(at: now, by: author) { try $0.reopen(plan, because: because) }
    }
}

extension PlanClosure {
    init?(row: Row) {
        guard let at: Instant = row["closed_at"] else { return nil }
        self.init(at: at, by: row["closed_by"], because: row["closed_because"])
    }
}
