// Writing the ledger: each row is hashed together with the hash before it. Never holds a name, an address or a body.

import ActionPlans
import CivilTime
import Crypto
import FoundationEssentials
import GRDB
import Reminders

/// What a ledger row is about.
struct LedgerSubject {
    var plan: PlanID?
    var target: TargetID?
    var reminder: ReminderID?
    var message: MessageID?
    var owner: OwnerID?
    var person: PersonID?
}

extension Transaction {
    func note(_ event: LedgerEvent, _ subject: LedgerSubject = LedgerSubject(), _ detail: [(String, JSON)] = []) throws
    {
        let last = try ledgerEnd
        let link = LedgerLink(
            seq: last.seq + 1, at: at.milliseconds, event: event.rawValue, plan: subject.plan?.value,
            target: subject.target?.value, reminder: subject.reminder?.value, message: subject.message?.value,
            owner: subject.owner?.value, person: subject.person?.value, author: try authorDigest(),
            detail: JSON.object(detail).octets, previousHash: last.hash)
        let hash = link.hash
        try Prepared(
            db,
            """
            INSERT INTO ledger (seq, at, event, plan_id, target_id, reminder_id, message_id, owner_id, person_id,
                author, detail, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            .int(link.seq), .int(link.at), .text(link.event), .id(subject.plan), .id(subject.target),
            .id(subject.reminder), .id(subject.message), .id(subject.owner), .id(subject.person), .words(link.author),
            .octets(link.detail), .text(link.previousHash), .text(hash))
        tail.last = (link.seq, hash)
    }

    /// The author's salted digest; the name beside it lies in a table that can be purged.
    private func authorDigest() throws -> String? {
        guard let author else { return nil }
        if let known = tail.author { return known }
        let salt = try Data.fetchOne(db, sql: "SELECT salt FROM register") ?? Data()
        let digest = String(SHA256.hash(data: salt + Data(author.description.utf8)).hex.prefix(16))
        try execute("INSERT OR IGNORE INTO author (digest, name) VALUES (?, ?)", [digest, author.description])
        tail.author = digest
        return digest
    }
}

/// One link of the chain, in the form that is hashed.
struct LedgerLink {
    let seq: Int64
    let at: Int64
    let event: String
    let plan: Int64?
    let target: Int64?
    let reminder: Int64?
    let message: Int64?
    let owner: Int64?
    let person: Int64?
    let author: String?
    /// JSON in UTF-8.
    let detail: [UInt8]
    let previousHash: String

    /// What the first row follows from.
    static let root = String(repeating: "0", count: 64)

    /// Over all fields in this order, joined by unit separators; an absent one is empty.
    var hash: String {
        var octets: [UInt8] = []
        octets.reserveCapacity(256 + detail.count)
        octets += previousHash.utf8
        func add(_ field: String?) {
            octets.append(0x1F)
            if let field { octets += field.utf8 }
        }
        add(String(seq))
        add(String(at))
        add(event)
        for number in [plan, target, reminder, message, owner, person] { add(number.map { String($0) }) }
        add(author)
        octets.append(0x1F)
        octets += detail
        return octets.withUnsafeBytes { octets in
            var sum = SHA256()
            sum.update(bufferPointer: octets)
            return sum.finalize().hex
        }
    }
}
