// Mail that came back after the relay had accepted it: a report on its delivery, or the word of a person. It does what a
// refusal by the relay would have done. Never believes a report that does not fit a message of ours.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// What came back, as the verb needs it.
public struct ReturnedMail: Hashable, Sendable {
    /// Ids of messages it may be; empty where only an address is known.
    public let ids: [String]
    /// Addresses it may be about; empty where the report names none.
    public let addresses: [String]
    public let action: DeliveryReport.Action
    /// Whether the address is to be used no more.
    public let condemns: Bool
    /// For the administrator and the outbox; may hold an address.
    public let because: String

    public init(
        ids: [String], addresses: [String], action: DeliveryReport.Action, condemns: Bool, because: String
    ) {
        self.ids = ids
        self.addresses = addresses
        self.action = action
        self.condemns = condemns
        self.because = because
    }

    /// What a report says of one recipient.
    public init(_ recipient: DeliveryReport.Recipient, in report: DeliveryReport) {
        let reply = recipient.reply
        let status = recipient.status.flatMap { reply.text.contains($0) ? nil : $0 }
        let words = [status, reply.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        self.init(
            ids: report.ids, addresses: recipient.addresses, action: recipient.action,
            condemns: recipient.action == .failed && Outcome.refusedForGood(reply).condemnsAddress,
            because: words.isEmpty ? "it came back, and its report does not say why" : "returned: \(words)")
    }
}

/// What was made of it.
public struct Returned: Hashable, Sendable {
    /// The message that it tells of; nil where only an address was given and nothing was sent there.
    public let message: MessageID?
    /// False where nothing changed: it is only delayed, or was refused before.
    public let isRefused: Bool
    /// Whose address is used no more from now on.
    public let condemned: [PersonID]
}

extension Store {
    /// Takes in a mail that came back. The message counts as refused and its reminders as never sent, the administrator
    /// of its plan is told, and whoever comes next hears of it. Only `failed` changes anything; the ledger notes the rest.
    ///
    /// - Throws: `RegisterError.noSuchRow` where no message or person fits, with what to do.
    public func returned(
        _ mail: ReturnedMail, administrator: (_ plan: String?) -> PersonID, noticesFrom: Instant? = nil,
        by author: Author, at now: Instant
    ) throws -> Returned {
        try write(at: now, by: author, noticesFrom: noticesFrom) {
            try $0.takeBack(mail, administrator: administrator)
        }
    }
}

extension Transaction {
    func takeBack(_ mail: ReturnedMail, administrator: (_ plan: String?) -> PersonID) throws -> Returned {
        let found = try message(of: mail)
        var message: OutboxMessage?
        if let found { message = try OutboxMessage(row: found) }
        let sentTo = try message.flatMap { try Stored.facts(of: $0.id, db) }?.recipient.address
        if let message, let sentTo, !mail.addresses.isEmpty, !mail.addresses.contains(where: { same($0, sentTo) }) {
            throw RegisterError.noSuchRow(
                what: "recipient of message \(message.id) with that address: it went to \(sentTo), and the report is "
                    + "about \(mail.addresses.joined(separator: ", ")). If \(sentTo) passes its mail on to there, use "
                    + "--address \(sentTo) --because TEXT")
        }
        let detail: [(String, JSON)] = [
            ("action", .string(mail.action.rawValue)), ("condemned", .bool(mail.condemns)),
        ]
        guard mail.action == .failed else {
            if let message { try note(.mailReturned, message, detail) }
            return Returned(message: message?.id, isRefused: false, condemned: [])
        }
        let people = mail.condemns ? try people(at: sentTo.map { [$0] } ?? mail.addresses) : []
        guard message != nil || !people.isEmpty else {
            throw RegisterError.noSuchRow(
                what: "person with the address \(mail.addresses.joined(separator: ", ")); `duewatch owners` lists them")
        }
        if let message {
            try note(.mailReturned, message, detail)
        } else {
            for person in people { try note(.mailReturned, LedgerSubject(person: person), detail) }
        }
        for person in people { try condemnAddress(of: person) }
        guard let message, found?["state"] != MessageState.refused else {
            return Returned(message: message?.id, isRefused: false, condemned: people)
        }
        try giveUp(
            message, .refused, because: mail.because, at: at, mayHaveArrived: false, condemning: false,
            administrator: administrator(try name(of: message.plan)))
        return Returned(message: message.id, isRefused: true, condemned: people)
    }

    /// The message that it can be about: by its id, else the last that the relay accepted for the address.
    private func message(of mail: ReturnedMail) throws -> Row? {
        for id in mail.ids {
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM message INDEXED BY message_wire WHERE wire_id = ? AND channel = 'email'
                    AND state NOT IN ('void', 'held') ORDER BY id DESC LIMIT 1
                    """, arguments: [id])
            if let row { return row }
        }
        guard mail.ids.isEmpty || !mail.addresses.isEmpty else {
            throw RegisterError.noSuchRow(
                what: "message of ours that the report tells of; is it a reply to another mail?")
        }
        for address in mail.addresses {
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT message.* FROM message JOIN message_facts ON message_id = message.id
                    WHERE channel = 'email' AND state = 'delivered'
                    AND lower(json_extract(facts, '$.recipient.address')) = lower(?) ORDER BY settled_at DESC, id DESC
                    LIMIT 1
                    """, arguments: [address])
            if let row { return row }
        }
        guard mail.condemns else {
            throw RegisterError.noSuchRow(
                what: "mail of ours to \(mail.addresses.joined(separator: ", ")); `duewatch deliveries` lists them")
        }
        return nil
    }

    /// Whose address it is now.
    private func people(at addresses: [String]) throws -> [PersonID] {
        try addresses.flatMap { address in
            try PersonID.fetchAll(
                db, sql: "SELECT id FROM person WHERE \(Finding.byAddress) ORDER BY id", arguments: [address])
        }
    }

    private func same(_ one: String, _ other: String) -> Bool { one.lowercased() == other.lowercased() }
}
