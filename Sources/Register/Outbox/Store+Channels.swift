// Relays and endpoints that fail: reading them, writing what a breaker decided, and letting one go on by hand.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Store {
    /// The channels that are open or stopped, in the order of their names.
    public func channels() throws -> [ChannelRecord] {
        try read { db in try Self.channels(db) }
    }

    static func channels(_ db: Database) throws -> [ChannelRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM channel ORDER BY channel").map(ChannelRecord.init(row:))
    }

    /// Lets a channel go on; false where it works anyway. `author` is nil where its settings were changed.
    @discardableResult
    public func resume(_ channel: Channel, by author: Author?, at now: Instant) throws -> Bool {
        try write(at: now, by: author) { writing in
            let isNews = try writing.change("DELETE FROM channel WHERE channel = ?", [channel]) == 1
            if isNews { try writing.note(.channelResumed, detail: [("channel", .string(channel.description))]) }
            return isNews
        }
    }

    /// When messages waiting in each channel may leave; the earliest of each of the channels asked for. While sending is
    /// paused only tests count.
    public func earliestMessages(
        of isAskedFor: (Channel) -> Bool = { _ in true }
    ) throws -> [Channel: Instant] {
        try read { db in
            let isPaused = try Self.paused(db) != nil
            var earliest: [Channel: Instant] = [:]
            for channel in try Self.waitingChannels(db) where isAskedFor(channel) {
                earliest[channel] = try Instant.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT min(at) FROM (
                            SELECT min(not_before) AS at FROM message
                            WHERE state = 'waiting' AND channel = ?1 AND urgency = 0 AND (kind = 'test' OR NOT ?2)
                            UNION ALL SELECT min(not_before) FROM message
                            WHERE state = 'waiting' AND channel = ?1 AND urgency = 1 AND NOT ?2)
                            """), arguments: [channel, isPaused])
            }
            return earliest
        }
    }

    /// Channels that messages wait in, found by as many seeks in the index.
    static func waitingChannels(_ db: Database) throws -> [Channel] {
        try Prepared(
            db,
            """
            WITH RECURSIVE each(channel) AS (
                SELECT min(channel) FROM message WHERE state = 'waiting'
                UNION ALL
                SELECT (SELECT min(channel) FROM message WHERE state = 'waiting' AND channel > each.channel)
                FROM each WHERE each.channel IS NOT NULL)
            SELECT channel FROM each WHERE channel IS NOT NULL
            """
        ).rows { try $0.channel(0) }
    }

    /// Mails handed to a relay: how many since `midnight`, and when the latest `limit` of those since `from` were,
    /// oldest first. A try that never reached the relay does not count.
    public func mailsTried(since midnight: Instant, latest limit: Int, since from: Instant) throws -> MailsTried {
        try read { db in
            let tried = """
                FROM attempt JOIN message ON message.id = message_id
                WHERE started_at >= ? AND channel = 'email' AND ifnull(outcome, '') NOT IN ('not begun', 'local fault')
                """
            let latest = try Instant.fetchAll(
                db, sql: "SELECT started_at \(tried) ORDER BY started_at DESC LIMIT ?", arguments: [from, limit])
            return MailsTried(
                sinceMidnight: try Int.fetchOne(db, sql: "SELECT count(*) \(tried)", arguments: [midnight]) ?? 0,
                latest: latest.reversed())
        }
    }

    /// How many mails could leave at this instant, as far as the outbox goes.
    public func mailsWaiting(at now: Instant) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM message WHERE state = 'waiting' AND channel = 'email' AND not_before <= ?",
                arguments: [now]) ?? 0
        }
    }
}

public struct MailsTried: Hashable, Sendable {
    public let sinceMidnight: Int
    public let latest: [Instant]
}

extension Transaction {
    func write(_ change: ChannelChange) throws {
        switch change {
        case .failing(let record): try write(record)
        case .working(let channel):
            guard try self.change("DELETE FROM channel WHERE channel = ?", [channel]) == 1 else { return }
            try note(.channelClosed, detail: [("channel", .string(channel.description))])
        }
    }

    private func write(_ record: ChannelRecord) throws {
        let before = try String.fetchOne(
            db, sql: "SELECT state FROM channel WHERE channel = ?", arguments: [record.channel])
        var until: Instant?
        var openings = 0
        if case .open(let instant, let count) = record.state { (until, openings) = (instant, count) }
        let state = record.isStopped ? "stopped" : "open"
        try execute(
            """
            INSERT INTO channel (channel, state, since, because, until, openings, settings) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (channel) DO UPDATE SET state = excluded.state, because = excluded.because,
                until = excluded.until, openings = excluded.openings, settings = excluded.settings,
                since = CASE WHEN state = excluded.state THEN since ELSE excluded.since END
            """, [record.channel, state, record.since, record.because, until, openings, record.settings])
        // A probe that fails again is no news; that it stopped is in the ledger beside its message.
        guard before == nil, !record.isStopped else { return }
        try note(
            .channelOpened,
            detail: [("channel", .string(record.channel.description)), ("because", .string(record.because))])
    }
}
