// A register of an earlier version is brought up to date with everything in it.

import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct MigrationTests {
    @Test(
        "a register of an earlier version keeps its plans and doubts, and can settle them",
        arguments: 1..<Schema.migrations.count)
    func upgraded(_ version: Int) throws {
        let queue = try DatabaseQueue()
        try queue.writeWithoutTransaction { db in
            for migration in Schema.migrations.prefix(version) {
                for ddl in migration { try db.execute(sql: ddl) }
            }
            try db.execute(
                sql: """
                    INSERT INTO register (id, uuid, salt, created_at) VALUES (1, 'u', x'01', 1);
                    INSERT INTO plan (id, name, title, adopted_at) VALUES (1, 'gates', 'Gates', 1);
                    INSERT INTO worklist (kind, plan_id, text, opened_at) VALUES ('reading', 1, 'odd', 1);
                    PRAGMA user_version = \(version);
                    """)
            #expect(try Schema.migrate(db, identity: .fixed, at: instant()))
            #expect(try Int64.fetchOne(db, sql: "PRAGMA user_version") == Schema.version)
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
            #expect(try !Schema.migrate(db, identity: .fixed, at: instant()))
            let rows = try WorklistRow.fetch(db, where: "1", [])
            #expect(rows.map(\.text) == ["odd"])
            let decision = Decision(
                plan: "gates", reference: nil, doubt: .text("odd"), kind: .dismiss, by: "Ada", because: "seen")
            try db.inTransaction(.immediate) {
                _ = try Transaction(db: db, at: instant(), author: amy).decide([decision])
                return .commit
            }
            #expect(try WorklistRow.fetch(db, where: "1", []) == [])
        }
    }

    @Test("the frozen facts of each message are still its own once they lie beside it")
    func facts() throws {
        let before = try #require(Schema.migrations.firstIndex { $0 == [Schema.facts] })
        let queue = try DatabaseQueue()
        try queue.writeWithoutTransaction { db in
            for ddl in Schema.migrations.prefix(before).joined() { try db.execute(sql: ddl) }
            try db.execute(
                sql: """
                    INSERT INTO register (id, uuid, salt, created_at) VALUES (1, 'u', x'01', 1);
                    INSERT INTO person (id, name, created_at) VALUES (1, 'Ada', 1);
                    INSERT INTO message (id, kind, recipient, channel, not_before, state, facts, created_at, notice_key,
                        wire_id, attempts, first_attempt_at, settled_at)
                    VALUES (7, 'notice', 1, 'email', 1, 'waiting', NULL, 1, 'a', NULL, 0, NULL, NULL),
                        (8, 'notice', 1, 'email', 1, 'delivered', '{"subject": "Gate 8"}', 1, 'b',
                        '0123456789abcdef0123456789abcdef', 1, 1, 2);
                    PRAGMA user_version = \(before);
                    """)
            #expect(try Schema.migrate(db, identity: .fixed, at: instant()))
            let rows = try Row.fetchAll(db, sql: "SELECT message_id, facts FROM message_facts")
            #expect(rows.map { $0[0] as Int64 } == [8])
            #expect(rows.map { $0[1] as String } == [#"{"subject": "Gate 8"}"#])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM message") == 2)
        }
    }
}
