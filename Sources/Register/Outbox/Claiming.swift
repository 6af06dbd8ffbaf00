// One pass of claiming. It never renders and never sends; what it hands out is frozen.

import CivilTime
import Crypto
import FoundationEssentials
import GRDB
import Reminders

final class Claiming {
    let writing: Transaction
    let facts: FactsReader
    private let leaseUntil: Instant
    private let freeze: (Claimable) -> Frozen
    /// nil where a person may have any number of mails in a week.
    private let cap: WeeklyCap?
    /// nil where nothing is read ahead.
    let ahead: FactsAhead?
    /// Read once.
    var register: String?
    /// Read together for all candidates. What this claim itself changes is read again.
    var targets: [TargetID: TargetFacts] = [:]

    init(
        writing: Transaction, facts: FactsReader, leaseUntil: Instant, cap: WeeklyCap?, ahead: FactsAhead? = nil,
        freeze: @escaping (Claimable) -> Frozen
    ) {
        self.writing = writing
        self.facts = facts
        self.leaseUntil = leaseUntil
        self.cap = cap
        self.ahead = ahead
        self.freeze = freeze
    }

    func claim(limit: Int, allowance: (Channel) -> Int) throws -> Claimed {
        var claims: [Claim] = []
        var dropped: [DroppedReminder] = []
        var void = 0
        let candidates = try candidates(limit: limit, allowance: allowance)
        let reminders = try read(candidates) { channels in
            try self.candidates(limit: .max) { channels.contains($0) ? FactsAhead.enough : 0 }
        }
        for (candidate, reminders) in zip(candidates, reminders) {
            let (claim, gone) = try take(candidate, reminders)
            dropped += gone
            if let claim { claims.append(claim) } else { void += 1 }
        }
        // To lease what never left changes no facts of any target.
        let isPlain = dropped.isEmpty && void == 0 && candidates.allSatisfy { $0.attempts == 0 }
        if isPlain { try ahead?.stand(writing) }
        return Claimed(claims: claims, dropped: dropped, void: void)
    }

    /// What a claim would drop of the messages that wait and tell of these targets.
    func sweep(_ targets: [TargetID], waitingIn channels: Set<Channel>) throws -> [DroppedReminder] {
        var seen: Set<MessageID> = []
        var dropped: [DroppedReminder] = []
        for target in targets {
            for message in try Prepared(writing.db, Self.telling).rows(.id(target), read: OutboxMessage.init(columns:))
            where channels.contains(message.channel) && seen.insert(message.id).inserted {
                let frozen = freeze(try claimable(message, waiting(message.id)))
                // What may have arrived is repeated whole, and what was tried is written anew, by a claim.
                guard message.attempts == 0 || frozen.facts == nil else { continue }
                for gone in frozen.dropped { try writing.drop(gone.id, because: gone.reason) }
                if frozen.facts == nil { try writing.makeVoid(message.id, because: "no reminder is left of it") }
                self.targets = [:]
                dropped += frozen.dropped
            }
        }
        return dropped
    }

    private static let telling = """
        SELECT \(OutboxMessage.columns) FROM message WHERE state = 'waiting' AND kind = 'reminders' AND id IN
        (SELECT message_id FROM reminder WHERE target_id = ? AND state = 'waiting' AND because IS NULL)
        """

    /// What each channel has room for: what is late or due first, in each case what has waited longest.
    private func candidates(limit: Int, allowance: (Channel) -> Int) throws -> [OutboxMessage] {
        guard limit > 0 else { return [] }
        let isPaused = try Store.isPaused(writing.db)
        let hasChecks = try Store.hasChecks(writing.db, at: writing.at)
        var found: [OutboxMessage] = []
        for channel in try Store.waitingChannels(writing.db) {
            var room = min(limit, allowance(channel))
            for urgency in 0...1 where room > 0 {
                let rows = try Prepared(
                    writing.db,
                    """
                    SELECT \(OutboxMessage.columns) FROM message WHERE state = 'waiting' AND channel = ?
                    AND urgency = ? AND not_before <= ? AND (kind = 'test' OR NOT ?) AND (kind <> 'reminders' OR NOT ?)
                    ORDER BY not_before, id LIMIT ?
                    """
                ).rows(
                    .text(channel.description), .int(Int64(urgency)), .at(writing.at), .int(isPaused ? 1 : 0),
                    .int(hasChecks ? 1 : 0), .int(Int64(room)), read: OutboxMessage.init(columns:))
                found += rows
                room -= rows.count
            }
        }
        let order = found.sorted { ($0.urgency, $0.notBefore, $0.id) < ($1.urgency, $1.notBefore, $1.id) }
        return Array(order.prefix(limit))
    }

    /// Whether its reader has had as many mails this week as the cap allows. What was tried before goes on, and an
    /// introduction is not counted.
    private func isOver(_ cap: WeeklyCap, _ message: OutboxMessage, _ reminders: [RecordedFor]) throws -> Bool {
        guard message.kind == .reminders, message.channel == .email, message.attempts == 0,
            !reminders.contains(where: { $0.kind == .introduction })
        else { return false }
        let had =
            try Prepared(
                writing.db,
                """
                SELECT count(*) FROM message WHERE recipient = ? AND kind = 'reminders' AND channel = 'email'
                AND first_attempt_at >= ? AND introduces = 0 AND mode = ? AND state <> 'void'
                """
            ).rows(.id(message.recipient), .at(cap.since), .text(facts.mode.rawValue)) { $0.int(0) }.first ?? 0
        return had >= cap.messages
    }

    /// nil, with the message void or put off to another week, where nothing of it goes now.
    private func take(
        _ message: OutboxMessage, _ reminders: [WaitingReminder]
    ) throws -> (Claim?, [DroppedReminder]) {
        let claimable = try claimable(message, reminders)
        let frozen = freeze(claimable)
        if message.attempts > 0, let facts = try Stored.facts(of: message.id, writing.db),
            isRepeatable(message, facts, as: frozen)
        {
            return (try lease(message, facts: facts, telling: []), [])
        }
        for gone in frozen.dropped { try writing.drop(gone.id, because: gone.reason) }
        if !frozen.dropped.isEmpty { for reminder in reminders { targets[reminder.key.target] = nil } }
        guard var facts = frozen.facts else {
            try writing.makeVoid(message.id, because: "no reminder is left of it")
            return (nil, frozen.dropped)
        }
        let live = Set(frozen.live)
        let told = claimable.reminders.filter { live.contains($0.id) }
        if let cap, let plan = claimable.plan, try isOver(cap, message, told) {
            try writing.holdOver(message, told, mode: self.facts.mode, to: cap.next(plan.name))
            return (nil, frozen.dropped)
        }
        var fresh = message
        if message.attempts > 0 { fresh = try renewed(message) }
        facts.id = try wireID(fresh, claimable: claimable, live: frozen.live)
        try keep(facts, of: fresh.id)
        return (try lease(fresh, facts: facts, telling: told), frozen.dropped)
    }

    /// Whether it goes out again as it was. What may have arrived is repeated whole, as long as any of it is still true;
    /// what surely did not is repeated only where nothing in it has changed, the address included.
    private func isRepeatable(_ message: OutboxMessage, _ facts: MessageFacts, as frozen: Frozen) -> Bool {
        guard let fresh = frozen.facts else { return false }
        return message.mayHaveArrived
            || (frozen.dropped.isEmpty && fresh.recipient == facts.recipient && fresh.intended == facts.intended)
    }

    /// What is left of a message that surely never arrived becomes a new one, with an id of its own.
    private func renewed(_ message: OutboxMessage) throws -> OutboxMessage {
        let id = MessageID(
            try writing.insert(
                """
                INSERT INTO message (kind, plan_id, recipient, channel, mode, window_day, not_before, state, created_at,
                    is_released, urgency, introduces)
                SELECT kind, plan_id, recipient, channel, mode, window_day, not_before, 'waiting', ?, 1, urgency,
                    introduces
                FROM message WHERE id = ?
                """, [writing.at, message.id]))
        try writing.execute(
            "UPDATE reminder SET message_id = ? WHERE message_id = ? AND state = 'waiting'", [id, message.id])
        try writing.makeVoid(message.id, because: "what is left of it goes in message \(id)", renewed: id)
        return OutboxMessage(renewing: message, as: id)
    }

    /// 32 hex digits over the register and what the message is made of: the same message has the same id for ever.
    private func wireID(_ message: OutboxMessage, claimable: Claimable, live: [ReminderID]) throws -> String {
        let live = Set(live)
        let keys =
            claimable.notice.map { [$0.key] }
            ?? claimable.reminders.filter { live.contains($0.id) }.map(\.key.description).sorted()
        let text = ([try uuid()] + keys).joined(separator: "\n")
        return String(SHA256.hash(data: Data(text.utf8)).hex.prefix(32))
    }

    private func keep(_ facts: MessageFacts, of message: MessageID) throws {
        try Prepared(writing.db, "INSERT OR REPLACE INTO message_facts (message_id, facts) VALUES (?, ?)")
            .run(.id(message), .octets(try Stored.octets(facts)))
    }

    private func lease(_ message: OutboxMessage, facts: MessageFacts, telling told: [RecordedFor]) throws -> Claim {
        let token = try token(for: message)
        let attempt = message.attempts + 1
        let first = message.firstAttemptAt ?? writing.at
        try Prepared(
            writing.db,
            """
            UPDATE message SET state = 'claimed', lease_token = ?, lease_until = ?, attempts = ?, first_attempt_at = ?,
                wire_id = ?, mode = ? WHERE id = ? AND state = 'waiting'
            """
        ).run(
            .int(token), .at(leaseUntil), .number(attempt), .at(first), .text(facts.id),
            .text(facts.mode.rawValue), .id(message.id))
        try Prepared(
            writing.db, "INSERT INTO attempt (message_id, number, lease_token, started_at) VALUES (?, ?, ?, ?)"
        ).run(.id(message.id), .number(attempt), .int(token), .at(writing.at))
        return Claim(
            message: message.id, plan: message.plan, recipient: message.recipient, token: token, attempt: attempt,
            facts: facts, claimedAt: writing.at, firstAttemptAt: first, mayHaveArrived: message.mayHaveArrived,
            told: told.map(\.key),
            targets: told.reduce(into: []) { all, each in if all.last?.id != each.target.id { all.append(each.target) }
            })
    }

    /// One that no claim of it had before. A message is told why it goes or waits whenever a claim ends, so that of one which
    /// was told nothing there is none to ask about.
    private func token(for message: OutboxMessage) throws -> Int64 {
        if message.isFresh, message.attempts == 0 { return 1 }
        let last = try Prepared(writing.db, "SELECT max(lease_token) FROM attempt WHERE message_id = ?")
            .rows(.id(message.id)) { $0.int(0) }.first
        return (last ?? 0) + 1
    }
}
