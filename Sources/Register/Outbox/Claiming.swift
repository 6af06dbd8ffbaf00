// One pass of claiming. It never renders and never sends; what it hands out is frozen.

import CivilTime
import Crypto
import FoundationEssentials
import GRDB
import Reminders

struct Claiming {
    let writing: Transaction
    let facts: FactsReader
    let leaseUntil: Instant
    let freeze: (Claimable) -> Frozen

    func claim(limit: Int, allowance: (Channel) -> Int) throws -> Claimed {
        var claims: [Claim] = []
        var dropped: [DroppedReminder] = []
        var void = 0
        for candidate in try candidates(limit: limit, allowance: allowance) {
            let (claim, gone) = try take(candidate)
            dropped += gone
            if let claim { claims.append(claim) } else { void += 1 }
        }
        return Claimed(claims: claims, dropped: dropped, void: void)
    }

    /// What each channel has room for: what is late or due first, in each case what has waited longest.
    private func candidates(limit: Int, allowance: (Channel) -> Int) throws -> [OutboxMessage] {
        let isPaused = try Store.paused(writing.db) != nil
        let hasChecks =
            try Bool.fetchOne(
                writing.db.cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM target WHERE next_check <= ?)
                            OR EXISTS (SELECT 1 FROM register WHERE looked_through IS NOT NULL)
                        """),
                arguments: [writing.at]) ?? false
        var found: [OutboxMessage] = []
        for channel in try Store.waitingChannels(writing.db) {
            var room = min(limit, allowance(channel))
            for urgency in 0...1 where room > 0 {
                let rows = try Row.fetchAll(
                    writing.db.cachedStatement(
                        sql: """
                            SELECT * FROM message WHERE state = 'waiting' AND channel = ? AND urgency = ?
                            AND not_before <= ? AND (kind = 'test' OR NOT ?) AND (kind <> 'reminders' OR NOT ?)
                            ORDER BY not_before, id LIMIT ?
                            """), arguments: [channel, urgency, writing.at, isPaused, hasChecks, room])
                found += try rows.map(OutboxMessage.init(row:))
                room -= rows.count
            }
        }
        let order = found.sorted { ($0.urgency, $0.notBefore, $0.id) < ($1.urgency, $1.notBefore, $1.id) }
        return Array(order.prefix(limit))
    }

    /// nil, with the message void, where nothing of it is left.
    private func take(_ message: OutboxMessage) throws -> (Claim?, [DroppedReminder]) {
        let claimable = try claimable(message)
        let frozen = freeze(claimable)
        if message.attempts > 0, let facts = message.facts, isRepeatable(message, facts, as: frozen) {
            return (try lease(message, facts: facts), [])
        }
        for gone in frozen.dropped { try writing.drop(gone.id, because: gone.reason) }
        guard var facts = frozen.facts else {
            try writing.makeVoid(message.id, because: "no reminder is left of it")
            return (nil, frozen.dropped)
        }
        var fresh = message
        if message.attempts > 0 { fresh = try renewed(message) }
        facts.id = try wireID(fresh, claimable: claimable, live: frozen.live)
        return (try lease(fresh, facts: facts), frozen.dropped)
    }

    /// Whether it goes out again as it was. What may have arrived is repeated whole, as long as any of it is still true;
    /// what surely did not is repeated only where nothing in it has changed, the address included.
    private func isRepeatable(_ message: OutboxMessage, _ facts: MessageFacts, as frozen: Frozen) -> Bool {
        guard let fresh = frozen.facts else { return false }
        return message.mayHaveArrived
            || (frozen.dropped.isEmpty && fresh.recipient == facts.recipient && fresh.intended == facts.intended)
    }

    private func claimable(_ message: OutboxMessage) throws -> Claimable {
        guard let recipient = try facts.person(message.recipient) else {
            throw RegisterError.noSuchRow(what: "person \(message.recipient)")
        }
        let rows = try Row.fetchAll(
            writing.db.cachedStatement(
                sql: "SELECT * FROM reminder WHERE message_id = ? AND state = 'waiting' ORDER BY id"),
            arguments: [message.id])
        let reminders = try rows.map { row in
            let key = ReminderKey(row: row)
            guard let target = try facts.facts(of: key.target) else {
                throw RegisterError.noSuchRow(what: "target \(key.target)")
            }
            return RecordedFor(
                id: row["id"], key: key, kind: row["kind"], owner: row["owner_id"], role: row["role"],
                standIn: row["stand_in"], copy: row["copy"], plannedDay: row["planned_day"],
                occurrence: row["occurrence"], target: target)
        }
        return Claimable(
            kind: message.kind, plan: try plan(message.plan), recipient: recipient, channel: message.channel,
            reminders: reminders, notice: message.notice)
    }

    private func plan(_ id: PlanID?) throws -> PlanFacts? {
        try Row.fetchOne(
            writing.db.cachedStatement(sql: "SELECT id, name, title FROM plan WHERE id = ?"), arguments: [id]
        ).map { PlanFacts(id: $0["id"], name: $0["name"], title: $0["title"]) }
    }

    /// What is left of a message that surely never arrived becomes a new one, with an id of its own.
    private func renewed(_ message: OutboxMessage) throws -> OutboxMessage {
        let id = MessageID(
            try writing.insert(
                """
                INSERT INTO message (kind, plan_id, recipient, channel, mode, window_day, not_before, state, created_at,
                    is_released, urgency)
                SELECT kind, plan_id, recipient, channel, mode, window_day, not_before, 'waiting', ?, 1, urgency
                FROM message WHERE id = ?
                """, [writing.at, message.id]))
        try writing.execute(
            "UPDATE reminder SET message_id = ? WHERE message_id = ? AND state = 'waiting'", [id, message.id])
        try writing.makeVoid(message.id, because: "what is left of it goes in message \(id)")
        return OutboxMessage(renewing: message, as: id)
    }

    /// 32 hex digits over the register and what the message is made of: the same message has the same id for ever.
    private func wireID(_ message: OutboxMessage, claimable: Claimable, live: [ReminderID]) throws -> String {
        let register =
            try String.fetchOne(
                writing.db.cachedStatement(sql: "SELECT uuid FROM register")) ?? ""
        let live = Set(live)
        let keys =
            claimable.notice.map { [$0.key] }
            ?? claimable.reminders.filter { live.contains($0.id) }.map(\.key.description).sorted()
        let text = ([register] + keys).joined(separator: "\n")
        return String(SHA256.hash(data: Data(text.utf8)).hex.prefix(32))
    }

    private func lease(_ message: OutboxMessage, facts: MessageFacts) throws -> Claim {
        let token =
            try Int64.fetchOne(
                writing.db.cachedStatement(
                    sql: "SELECT ifnull(max(lease_token), 0) + 1 FROM attempt WHERE message_id = ?"),
                arguments: [message.id]) ?? 1
        let attempt = message.attempts + 1
        let first = message.firstAttemptAt ?? writing.at
        try writing.execute(
            """
            UPDATE message SET state = 'claimed', lease_token = ?, lease_until = ?, attempts = ?, first_attempt_at = ?,
                wire_id = ?, facts = ?, mode = ? WHERE id = ? AND state = 'waiting'
            """,
            [token, leaseUntil, attempt, first, facts.id, try Stored.text(facts), facts.mode, message.id])
        try writing.execute(
            "INSERT INTO attempt (message_id, number, lease_token, started_at) VALUES (?, ?, ?, ?)",
            [message.id, attempt, token, writing.at])
        return Claim(
            message: message.id, token: token, attempt: attempt, facts: facts, claimedAt: writing.at,
            firstAttemptAt: first, mayHaveArrived: message.mayHaveArrived)
    }
}
