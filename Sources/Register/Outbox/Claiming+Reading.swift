// What a claim reads of a message: its reminders and their targets, the plan, the message that it corrects. Each once.

import GRDB
import Reminders

extension Claiming {
    func claimable(_ message: OutboxMessage, _ reminders: [WaitingReminder]) throws -> Claimable {
        guard let recipient = try facts.person(message.recipient) else {
            throw RegisterError.noSuchRow(what: "person \(message.recipient)")
        }
        return Claimable(
            kind: message.kind, plan: try message.plan.map { try facts.plan($0).facts }, recipient: recipient,
            channel: message.channel,
            reminders: try reminders.map { $0.of(try target($0.key.target)) }, notice: message.notice,
            corrected: try message.notice?.correction.flatMap { try corrected(MessageID($0.message)) })
    }

    /// The message as it was sent, and what it told of as it stands now.
    private func corrected(_ message: MessageID) throws -> Corrected? {
        guard let facts = try Stored.facts(of: message, writing.db) else { return nil }
        let targets = try TargetID.fetchAll(
            writing.db,
            sql:
                "SELECT DISTINCT target_id FROM reminder WHERE message_id = ? AND state <> 'dropped' ORDER BY target_id",
            arguments: [message])
        return Corrected(facts: facts, targets: try targets.map(target))
    }

    func target(_ id: TargetID) throws -> TargetFacts {
        if let known = targets[id] { return known }
        guard let read = try facts.facts(of: id) else { throw RegisterError.noSuchRow(what: "target \(id)") }
        targets[id] = read
        return read
    }

    /// The reminders of each candidate; the facts of their targets are known after it. Where there are few, what `next`
    /// gives of their channels is read with them and kept.
    func read(
        _ candidates: [OutboxMessage], next: (Set<Channel>) throws -> [OutboxMessage]
    ) throws -> [[WaitingReminder]] {
        guard let ahead, candidates.count < FactsAhead.enough else {
            let reminders = try candidates.map { try waiting($0.id) }
            for target in try facts.facts(of: reminders.joined().map(\.key.target)).targets {
                targets[target.facts.id] = target.facts
            }
            return reminders
        }
        ahead.keep(to: facts.mode)
        let unread = Set(candidates.filter { ahead.reminders[$0.id] == nil }.map(\.channel))
        if !unread.isEmpty { try readAhead(try next(unread), into: ahead) }
        let reminders = try candidates.map { try ahead.take($0.id) ?? waiting($0.id) }
        let asked = try Prepared(writing.db, "SELECT version FROM target WHERE id = ?")
        for target in reminders.joined().map(\.key.target) where targets[target] == nil {
            // Those that are not kept, or have changed, are read where they are asked for.
            guard let kept = ahead.targets[target], facts.today(kept.facts.plan.name) == kept.day else { continue }
            guard try asked.rows(.id(target), read: { $0.int(0) }).first == kept.facts.version else { continue }
            targets[target] = kept.facts
        }
        return reminders
    }

    private func readAhead(_ messages: [OutboxMessage], into ahead: FactsAhead) throws {
        var reminders: [MessageID: [WaitingReminder]] = [:]
        for message in messages where ahead.reminders[message.id] == nil {
            reminders[message.id] = try waiting(message.id)
        }
        let targets = try facts.facts(of: reminders.values.joined().map(\.key.target)).targets.map {
            FactsAhead.Target(facts: $0.facts, day: facts.today($0.facts.plan.name))
        }
        ahead.keep(reminders, targets)
    }

    func waiting(_ message: MessageID) throws -> [WaitingReminder] {
        try Prepared(writing.db, WaitingReminder.ofMessage).rows(.id(message), read: WaitingReminder.init(columns:))
    }

    func uuid() throws -> String {
        if let register { return register }
        let uuid = try Prepared(writing.db, "SELECT uuid FROM register").rows { $0.text(0) }.first ?? ""
        register = uuid
        return uuid
    }
}
