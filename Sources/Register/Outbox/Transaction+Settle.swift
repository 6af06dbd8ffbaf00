// What happened to a claim, written down. A settlement whose lease was lost changes nothing.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func settle(_ settlement: Settlement, administrator: PersonID) throws -> Settled {
        if case .delivered = settlement.verdict { return try delivered(settlement) }
        let claim = settlement.claim
        let administrator = settlement.administrator ?? administrator
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM message WHERE id = ? AND state = 'claimed' AND lease_token = ?"),
            arguments: [claim.message, claim.token])
        guard let row else { return .fenced }
        let message = try OutboxMessage(row: row)
        try close(settlement)
        switch settlement.verdict {
        case .delivered: return .fenced  // settled above
        case .retry(let again, let mayHaveArrived, let because):
            try later(message, at: again, mayHaveArrived: mayHaveArrived, because: because)
        case .refused(let because):
            try givenUp(message, .refused, settlement, because: because, administrator: administrator)
        case .setAside(let because):
            try givenUp(message, .setAside, settlement, because: because, administrator: administrator)
        case .stopChannel(let because):
            try putBack(message, because: because)
            try note(.channelStopped, message, [("channel", .string(message.channel.description))])
        case .putBack(let because): try putBack(message, because: because)
        }
        return .written
    }

    /// What nearly all settlements are: the claim tells all that is written, so that no row is read.
    private func delivered(_ settlement: Settlement) throws -> Settled {
        let claim = settlement.claim
        let isOurs =
            try Prepared(
                db,
                """
                UPDATE message SET state = 'delivered', lease_token = NULL, lease_until = NULL, settled_at = ?,
                    because = ? WHERE id = ? AND state = 'claimed' AND lease_token = ?
                """
            ).run(
                .at(settlement.endedAt), .text(settlement.outcome.words), .id(claim.message), .int(claim.token)) == 1
        guard isOurs else { return .fenced }
        try close(settlement)
        let sent = try Prepared(
            db, "UPDATE reminder SET state = 'sent', sent_at = ? WHERE message_id = ? AND state = 'waiting'"
        ).run(.at(settlement.endedAt), .id(claim.message))
        // The claim knows what it tells, but for a repeat, and where somebody took a part of it away meanwhile.
        let targets = sent == claim.told.count ? claim.told.map(\.target) : try targets(toldBy: claim.message)
        for target in targets.uniqued() {
            guard let look = settlement.looks.first(where: { $0.target == target }), try moved(look) else {
                try touch(target)
                continue
            }
        }
        try note(
            .messageAccepted, LedgerSubject(plan: claim.plan, message: claim.message, person: claim.recipient),
            [("attempt", .int(claim.attempt))])
        return .written
    }

    private func targets(toldBy message: MessageID) throws -> [TargetID] {
        try Prepared(db, "SELECT target_id FROM reminder WHERE message_id = ? AND state = 'sent'")
            .rows(.id(message)) { TargetID($0.int(0)) }
    }

    /// The target has changed by this delivery alone, and what follows from that is known. False where it is not so.
    private func moved(_ look: NextLook) throws -> Bool {
        try Prepared(
            db,
            """
            UPDATE target SET version = version + 1, next_check = ? WHERE id = ? AND version = ?
            AND armed_at IS NOT NULL
            """
        ).run(.at(look.nextCheck), .id(look.target), .int(look.version)) == 1
    }

    private func close(_ settlement: Settlement) throws {
        let reply = settlement.outcome.reply
        try Prepared(
            db,
            """
            UPDATE attempt SET ended_at = ?, duration_ms = ?, outcome = ?, code = ?, enhanced = ?, text = ?, remote = ?,
                verdict = ? WHERE message_id = ? AND lease_token = ?
            """
        ).run(
            .at(settlement.endedAt), .number(settlement.durationMilliseconds), .text(settlement.outcome.name),
            .number(reply?.code), .words(reply?.enhancedStatus), .text(settlement.outcome.words),
            .words(settlement.remote), .text(settlement.verdict.name), .id(settlement.claim.message),
            .int(settlement.claim.token))
    }

    private func later(_ message: OutboxMessage, at again: Instant, mayHaveArrived: Bool, because: String) throws {
        try execute(
            """
            UPDATE message SET state = 'waiting', lease_token = NULL, lease_until = NULL, not_before = ?,
                may_have_arrived = max(may_have_arrived, ?), because = ? WHERE id = ?
            """, [again, mayHaveArrived, because, message.id])
        try note(
            .messageDeferred, message,
            [
                ("attempt", .int(message.attempts)), ("again", .string(again.rfc3339)),
                ("may_have_arrived", .bool(mayHaveArrived || message.mayHaveArrived)),
            ])
    }

    private func givenUp(
        _ message: OutboxMessage, _ state: MessageState, _ settlement: Settlement, because: String,
        administrator: PersonID
    ) throws {
        // The peer's own words, for the administrator; they may hold an address, so the ledger and the log have not.
        try giveUp(
            message, state, because: settlement.outcome.reply?.words ?? because, at: settlement.endedAt,
            mayHaveArrived: settlement.outcome.mayHaveArrived,
            condemning: settlement.outcome.condemnsAddress && message.channel == .email, administrator: administrator)
    }

    /// Set aside without an outcome: nobody knows what became of it.
    func setAside(_ message: OutboxMessage, because: String, administrator: PersonID) throws {
        try giveUp(
            message, .setAside, because: because, at: at, mayHaveArrived: true, condemning: false,
            administrator: administrator)
    }

    /// Ends in `refused` or `set_aside`: its reminders told nobody, and a person hears of it.
    func giveUp(
        _ message: OutboxMessage, _ state: MessageState, because: String, at ended: Instant, mayHaveArrived: Bool,
        condemning: Bool, administrator: PersonID, detail: [(String, JSON)] = []
    ) throws {
        try execute(
            """
            UPDATE message SET state = ?, lease_token = NULL, lease_until = NULL, settled_at = ?, because = ?,
                may_have_arrived = max(may_have_arrived, ?) WHERE id = ?
            """, [state, state == .refused ? ended : nil, because, mayHaveArrived, message.id])
        try note(
            state == .refused ? .messageRefused : .messageSetAside, message,
            [("attempt", .int(message.attempts))] + detail)
        var references: [String] = []
        for (reminder, target) in try liveReminders(of: message.id) {
            try execute("UPDATE reminder SET state = 'given_up', sent_at = NULL WHERE id = ?", [reminder])
            try touch(target)
            if let reference = try String.fetchOne(
                db, sql: "SELECT reference FROM target WHERE id = ?", arguments: [target])
            {
                references.append(reference)
            }
        }
        if condemning { try condemnAddress(of: message.recipient) }
        try tell(administrator, of: message, state, because: because, references: references.uniqued())
    }

    /// The relay says that there is no such mailbox: its person has no address until somebody gives a new one.
    func condemnAddress(of person: PersonID) throws {
        try execute("UPDATE person SET email_refused_at = ? WHERE id = ? AND email IS NOT NULL", [at, person])
        try touchTargets(ofPerson: person)
    }

    private func tell(
        _ administrator: PersonID, of message: OutboxMessage, _ state: MessageState, because: String,
        references: [String]
    ) throws {
        let person = try Row.fetchOne(
            db, sql: "SELECT name FROM person WHERE id = ?", arguments: [message.recipient])
        let name: String? = person?["name"]
        let way = try sentTo(message) ?? ""
        let what = references.isEmpty ? "a \(message.kind.rawValue)" : references.joined(separator: ", ")
        let done = state == .refused ? "was refused for good" : "was set aside for a person to decide"
        try doubt(
            state == .refused ? .deliveryRefused : .deliverySetAside, plan: message.plan, target: nil,
            text: "Message \(message.id) to \(name ?? "person \(message.recipient)") (\(what)) \(done)", line: nil)
        // A notice that cannot be delivered is not told by another notice.
        guard message.kind != .notice else { return }
        let isMail = message.channel == .email
        let day = "\(state.rawValue)/\(message.channel)/\(at.seconds / 86_400)"
        // A peer that refuses everything is told of once a day, or with mail a few times, and not once a message.
        let most = isMail ? Self.toldOneByOne : 1
        for number in 1...most {
            let isNew = try post(
                Notice(
                    kind: .notice, to: administrator, plan: message.plan, key: "\(day)/\(number)",
                    subject: "A message to \(name ?? "a recipient") \(done)",
                    paragraphs: [
                        "Message \(message.id) to \(name ?? "a recipient")\(way) \(done). It told of \(what).",
                        "The reason given was: \(because)",
                        "To try it again, once the cause is settled: duewatch retry \(message.id)",
                    ]
                        + (number < most
                            ? []
                            : [
                                "Of others by \(isMail ? "email" : "this endpoint") you are not told again today. "
                                    + "They stand in: duewatch deliveries --state \(state.rawValue)"
                            ]),
                    thread: "undelivered-\(message.recipient)"), notBefore: noticesFrom)
            if isNew { return }
        }
    }

    /// Mails that were given up on one day.
    private static let toldOneByOne = 5

    /// Where it went, which may be another address than the person has now.
    private func sentTo(_ message: OutboxMessage) throws -> String? {
        guard message.channel == .email else { return " by \(message.channel)" }
        return try Stored.facts(of: message.id, db)?.recipient.address.map { " <\($0)>" }
    }

    func putBack(_ message: OutboxMessage, because: String) throws {
        // Nothing of the message reached anybody, and the fault is not its own: this try does not count.
        try execute(
            """
            UPDATE message SET state = 'waiting', lease_token = NULL, lease_until = NULL, attempts = attempts - 1,
                first_attempt_at = CASE WHEN attempts = 1 THEN NULL ELSE first_attempt_at END, because = ? WHERE id = ?
            """, [because, message.id])
    }

    /// Those that the message tells of, sent or not.
    private func liveReminders(of message: MessageID) throws -> [(ReminderID, TargetID)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, target_id FROM reminder WHERE message_id = ? AND state IN ('waiting', 'sent') ORDER BY id
                    """), arguments: [message]
        ).map { ($0["id"], $0["target_id"]) }
    }

    func note(_ event: LedgerEvent, _ message: OutboxMessage, _ detail: [(String, JSON)]) throws {
        try note(event, LedgerSubject(plan: message.plan, message: message.id, person: message.recipient), detail)
    }
}
