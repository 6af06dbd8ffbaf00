import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

extension Database {
    /// Each row of the ledger as text.
    func ledgerText() throws -> [String] {
        try Row.fetchAll(self, sql: "SELECT * FROM ledger ORDER BY seq").map(\.description)
    }
}

@Suite struct LedgerTests {
    @Test("an untouched ledger is sound, and numbered without gaps")
    func sound() throws {
        let bench = try Bench.armed()
        let rows = try bench.register.ledger()
        #expect(rows.map(\.seq) == Array(1...Int64(rows.count)))
        #expect(try bench.register.verifyLedger() == .sound(rows: Int64(rows.count)))
        #expect(try bench.register.ledger(target: bench.facts().id).map(\.event) == [.targetAdded, .targetArmed])
    }

    @Test(
        "whoever goes around the triggers is found out at the first row that was touched",
        arguments: [
            ("another instant", "UPDATE ledger SET at = at + 1 WHERE seq = 3", Int64(3)),
            ("another author", "UPDATE ledger SET author = 'x' WHERE seq = 2", 2),
            ("a detail", "UPDATE ledger SET detail = '{}' WHERE seq = 2", 2),
            ("a row cut out", "DELETE FROM ledger WHERE seq = 2", 2),
            ("the first row cut off", "DELETE FROM ledger WHERE seq = 1", 1),
            ("a hash made up", "UPDATE ledger SET hash = replace(hash, substr(hash, 1, 1), 'g') WHERE seq = 4", 4),
        ])
    func tampered(_ what: String, sql: String, seq: Int64) throws {
        let bench = try Bench.armed()
        #expect(throws: RegisterError.self, "the trigger stands in the way") {
            try bench.register.write(at: instant()) { try $0.execute(sql) }
        }
        try bench.register.write(at: instant()) { writing in
            try writing.execute("DROP TRIGGER ledger_is_never_changed")
            try writing.execute("DROP TRIGGER ledger_is_never_cut")
            try writing.execute(sql)
        }
        #expect(try bench.register.verifyLedger() == .broken(seq: seq), "\(what)")
    }

    @Test(
        "the CHECKs hold the state machine of a message",
        arguments: [
            "UPDATE message SET state = 'claimed'", "UPDATE message SET state = 'held'",
            "UPDATE message SET state = 'delivered'", "UPDATE message SET state = 'sent'",
            "UPDATE message SET lease_token = 1", "UPDATE message SET attempts = 1",
            "UPDATE message SET not_before = 'soon'",
            "UPDATE target SET next_check = 1, armed_at = NULL", "UPDATE target SET status = 'late'",
            "UPDATE reminder SET state = 'sent'", "UPDATE reminder SET state = 'dropped'",
            "UPDATE register SET paused_at = 1",
            "INSERT INTO register SELECT 2, uuid, salt, created_at, NULL, NULL, NULL, NULL, NULL FROM register",
        ])
    func states(_ sql: String) throws {
        let bench = try Bench.armed()
        try bench.record([bench.reminder(bench.facts())])
        #expect(throws: RegisterError.self) { try bench.register.write(at: instant()) { try $0.execute(sql) } }
    }
}
