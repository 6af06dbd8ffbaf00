// Corrections: one to whoever received a message that was wrong, and to nobody else.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// A message that can be corrected: it reached its reader in the present mode.
public struct CorrectableMessage: Sendable {
    public let message: MessageID
    /// As it was sent, the address included.
    public let facts: MessageFacts
    public let deliveredAt: Instant
}

extension Store {
    /// The messages as they were sent, in this order.
    ///
    /// - Throws: `noSuchRow` for an unknown number; `wrongState`, naming each, for those that did not arrive in this mode,
    ///   were corrected before, or hold nothing to correct.
    public func correctable(_ messages: [MessageID], mode: DeliveryMode) throws -> [CorrectableMessage] {
        try read { try Self.correctable(messages, mode: mode, $0) }
    }

    /// Queues a correction of each, all of them or none, for the same person, address and channel. Its words are made when
    /// it leaves, from the register as it stands then. Throws as above.
    public func correct(
        _ messages: [MessageID], because: String, mode: DeliveryMode, by author: Author, saidBy: String,
        noticesFrom: Instant, at now: Instant
    ) throws {
        try write(at: now, by: author) { writing in
            for wrong in try Self.correctable(messages, mode: mode, writing.db) {
                let row = try Row.fetchOne(
                    writing.db, sql: "SELECT recipient, plan_id, channel FROM message WHERE id = ?",
                    arguments: [wrong.message])
                guard let row else { throw RegisterError.noSuchRow(what: "message \(wrong.message)") }
                let (recipient, plan): (PersonID, PlanID?) = (row["recipient"], row["plan_id"])
                let channel: Channel = row["channel"]
                let isNew = try writing.post(
                    Notice(
                        kind: .receipt, to: recipient, plan: plan, key: Self.key(of: wrong.message),
                        subject: "Correction: \(wrong.facts.subject)", paragraphs: [], thread: wrong.facts.thread,
                        correction: Correction(message: wrong.message.value, because: because, by: saidBy)),
                    notBefore: channel == .email ? noticesFrom : now, by: channel)
                guard isNew else { throw RegisterError.wrongState(sentence: Self.corrected(wrong.message)) }
                try writing.note(
                    .messageCorrected, LedgerSubject(plan: plan, message: wrong.message, person: recipient),
                    [("because", .string(because))])
            }
        }
    }

    private static func correctable(
        _ messages: [MessageID], mode: DeliveryMode, _ db: Database
    ) throws -> [CorrectableMessage] {
        var found: [CorrectableMessage] = []
        var faults: [String] = []
        for id in messages.uniqued() {
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM message WHERE id = ?", arguments: [id]) else {
                throw RegisterError.noSuchRow(what: "message \(id); `duewatch deliveries` lists them")
            }
            if let fault = try fault(of: id, row, mode: mode, db) {
                faults.append(fault)
                continue
            }
            guard let facts = try Stored.facts(of: id, db), let at: Instant = row["settled_at"] else {
                faults.append("the text of message \(id) is not kept any more")
                continue
            }
            found.append(CorrectableMessage(message: id, facts: facts, deliveredAt: at))
        }
        guard faults.isEmpty else { throw RegisterError.wrongState(sentence: faults.joined(separator: "; ")) }
        return found
    }

    private static func fault(of id: MessageID, _ row: Row, mode: DeliveryMode, _ db: Database) throws -> String? {
        let state: MessageState = row["state"]
        let sentIn: DeliveryMode? = row["mode"]
        let kind: MessageKind = row["kind"]
        guard state == .delivered else {
            return "message \(id) is \(state.rawValue): only one that was delivered can be corrected"
        }
        guard sentIn == mode else {
            return "message \(id) was sent in \(sentIn?.rawValue ?? "no") mode, and the mode is \(mode.rawValue): its "
                + "reader had nothing wrong"
        }
        guard kind == .reminders || kind == .receipt else {
            return "message \(id) is a \(kind.rawValue): only reminders and receipts can be corrected"
        }
        let isCorrected =
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM message WHERE notice_key = ?)", arguments: [key(of: id)])
            ?? false
        return isCorrected ? corrected(id) : nil
    }

    private static func key(of message: MessageID) -> String { "correction/\(message)" }

    private static func corrected(_ message: MessageID) -> String { "message \(message) was corrected before" }
}
