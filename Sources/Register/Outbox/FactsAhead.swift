// The facts of what leaves next, read before there is room for it. A relay takes a few mails at a time, and to read the
// facts of four targets costs nearly as much as those of forty. What is kept here is used for as long as nothing has
// changed that it tells of: no other connection has written, this one has written nothing but deliveries, and a target
// still has the version and the day that it was read at.

import CivilTime
import GRDB
import Reminders

final class FactsAhead: @unchecked Sendable {
    // Unchecked: a store keeps one, and touches it inside the serial queue of its connection only.

    /// A claim of fewer messages than this reads ahead; so many of a channel are read.
    static let enough = 64
    /// Targets.
    private static let room = 512

    struct Target {
        let facts: TargetFacts
        /// The day where its plan is at home.
        let day: CivilDate
    }

    private(set) var reminders: [MessageID: [WaitingReminder]] = [:]
    private(set) var targets: [TargetID: Target] = [:]
    private var mode: DeliveryMode?
    private var standing: Standing?

    /// The register as it was when all that is kept was true.
    private struct Standing: Equatable {
        let changesByOthers: Int64
        /// Rows that this connection has changed since it was opened.
        let ownChanges: Int
        /// Another where a transaction was rolled back.
        let ledgerEnd: String

        init(_ writing: Transaction) throws {
            changesByOthers = try Store.changesByOthers(writing.db)
            ownChanges = writing.db.totalChangesCount
            ledgerEnd = try writing.ledgerEnd.hash
        }
    }

    /// Before anything of a transaction is read or written: forgets what may not be true any more.
    func refresh(_ writing: Transaction) throws {
        guard !targets.isEmpty, try standing != Standing(writing) else { return }
        forget()
    }

    /// Since `refresh` the transaction has changed the facts of no target whose version it did not raise.
    func stand(_ writing: Transaction) throws {
        guard !targets.isEmpty else { return }
        standing = try Standing(writing)
    }

    /// What was recorded under another mode is not among the facts.
    func keep(to mode: DeliveryMode) {
        if mode != self.mode { forget() }
        self.mode = mode
    }

    func keep(_ new: [MessageID: [WaitingReminder]], _ facts: [Target]) {
        if targets.count + facts.count > Self.room { (reminders, targets) = ([:], [:]) }
        reminders.merge(new) { $1 }
        for target in facts { targets[target.facts.id] = target }
    }

    /// The reminders of a message that is claimed now; nil where they were not read ahead.
    func take(_ message: MessageID) -> [WaitingReminder]? { reminders.removeValue(forKey: message) }

    private func forget() { (reminders, targets, mode, standing) = ([:], [:], nil, nil) }
}
