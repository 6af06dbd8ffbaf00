import CivilTime
import Foundation
import GRDB
import Glibc
import Testing

@testable import Register

@Suite struct OpeningTests {
    private func open(_ scratch: Scratch, _ access: Access, patience: Int = 0) throws -> Store {
        try .open(
            at: scratch.register, as: access, command: "test", at: instant(), identity: .fixed, patience: patience)
    }

    @Test("a writer makes a register that only its owner can read, in the safest mode")
    func creation() throws {
        let scratch = try Scratch()
        let register = try open(scratch, .writer)
        var status = stat()
        #expect(stat(scratch.register, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let expected = [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
            ("wal_autocheckpoint", "0"), ("application_id", String(0x4455_4557)), ("integrity_check", "ok"),
        ]
        for (name, value) in expected {
            #expect(try register.read { try String.fetchOne($0, sql: "PRAGMA \(name)") } == value)
        }
        try register.close()
        let again = try open(scratch, .writer)
        #expect(try again.ledger().count == 1)
        try again.close()
    }

    @Test("a link that leads nowhere yet leads to the register afterwards")
    func link() throws {
        let scratch = try Scratch()
        let beyond = scratch.register + ".beyond"
        #expect(symlink(beyond, scratch.register) == 0)
        let register = try open(scratch, .writer)
        try register.close()
        var status = stat()
        #expect(lstat(scratch.register, &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
        #expect(stat(beyond, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let again = try open(scratch, .reader)
        #expect(try again.ledger().count == 1)
        try again.close()
    }

    @Test(
        "a file that is not ours is refused and left byte for byte as it was",
        arguments: [
            ("another program's database", Int64(7), Int64(1), Int32(65)),
            ("a database without an application id", 0, 1, 65),
            ("a register of a later version", 0x4455_4557, 9_999, 65),
        ])
    func foreign(_ what: String, applicationID: Int64, version: Int64, code: Int32) throws {
        let scratch = try Scratch()
        let queue = try DatabaseQueue(path: scratch.register)
        try queue.writeWithoutTransaction { db in
            try db.execute(
                sql: "CREATE TABLE t (a); PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
        }
        try queue.close()
        let before = try scratch.bytes("register.sqlite")
        for access in [Access.writer, .service, .reader] {
            let error = #expect(throws: RegisterError.self, "\(what)") { try open(scratch, access) }
            #expect(error?.exitCode == code)
        }
        #expect(try scratch.bytes("register.sqlite") == before)
        #expect(try scratch.names.filter { $0.hasSuffix("-wal") } == [])
    }

    @Test(
        "what is no database at all is refused and left as it was",
        arguments: [
            ("a text file", Array("recommendation,owner,date\n1,Head,May\n".utf8)),
            ("half a header", Array("SQLite format 3\0half".utf8)),
            ("zeros", [UInt8](repeating: 0, count: 4096)),
        ])
    func garbage(_ what: String, bytes: [UInt8]) throws {
        let scratch = try Scratch()
        try scratch.write(bytes, to: "register.sqlite")
        for access in [Access.writer, .reader] {
            #expect(throws: RegisterError.notARegister(path: scratch.register), "\(what)") { try open(scratch, access) }
        }
        #expect(try scratch.bytes("register.sqlite") == Data(bytes))
    }

    @Test("a reader of nothing is told to import first, and makes no file")
    func absent() throws {
        let scratch = try Scratch()
        let error = #expect(throws: RegisterError.self) { try open(scratch, .reader) }
        #expect(error == .absent(path: scratch.register))
        #expect(error?.exitCode == 66)
        #expect(error?.description.contains("duewatch import") == true)
        #expect(try scratch.names == [])
    }

    @Test(
        "what was left of a register by a kill while it was made is no register to a reader, and a writer begins anew",
        arguments: [
            ("the first pages under the other name", "register.sqlite.part", [UInt8](repeating: 0, count: 4096)),
            ("a journal of them", "register.sqlite.part-journal", Array("half a journal".utf8)),
            ("an empty file of the register's name", "register.sqlite", []),
        ])
    func halfMade(_ what: String, name: String, bytes: [UInt8]) throws {
        let scratch = try Scratch()
        try scratch.write(bytes, to: name)
        #expect(throws: RegisterError.absent(path: scratch.register), "\(what)") { try open(scratch, .reader) }
        let register = try open(scratch, .writer)
        #expect(try register.verifyLedger() == .sound(rows: 1))
        #expect(try scratch.names.filter { $0.contains(".part") } == [])
        try register.close()
    }

    @Test("an empty file that was made ours and no more is no register to a reader, and a writer ends what was begun")
    func marked() throws {
        let scratch = try Scratch()
        let queue = try DatabaseQueue(path: scratch.register)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(FileHeader.applicationID)") }
        try queue.close()
        #expect(throws: RegisterError.absent(path: scratch.register)) { try open(scratch, .reader) }
        let register = try open(scratch, .writer)
        #expect(try register.verifyLedger() == .sound(rows: 1))
        try register.close()
    }

    @Test("a directory that is not there is an error that names the file")
    func noDirectory() throws {
        let path = try Scratch().path + "/none/register.sqlite"
        let error = #expect(throws: RegisterError.self) {
            try Store.open(at: path, as: .writer, command: "test", at: instant())
        }
        #expect(error?.exitCode == 73)
        #expect(error?.description.contains(path) == true)
    }

    @Test("a reader sees what was committed, and can neither write nor shorten the log")
    func reading() throws {
        let scratch = try Scratch()
        let writer = try open(scratch, .writer)
        _ = try writer.pause(because: "a test", by: amy, at: instant())
        let log = try scratch.bytes("register.sqlite-wal").count
        #expect(log > 0)
        let reader = try open(scratch, .reader)
        #expect(try reader.paused()?.because == "a test")
        #expect(throws: RegisterError.self) { try reader.resume(by: amy, at: instant()) }
        #expect(throws: (any Error).self) {
            try reader.queue.writeWithoutTransaction { try $0.execute(sql: "DELETE FROM plan") }
        }
        try reader.close()
        #expect(try scratch.bytes("register.sqlite-wal").count == log)
        #expect(try writer.paused() != nil)
        try writer.close()
        #expect(try open(scratch, .reader).paused()?.because == "a test")
    }

    @Test("a full disk is an error with the exit status of a failed write, and changes nothing")
    func full() throws {
        let scratch = try Scratch()
        let register = try open(scratch, .writer)
        try register.queue.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let error = #expect(throws: RegisterError.self) {
            try register.adopt(
                draft((1...400).map { recommendation("\($0)", [edition("2026-01", [.due("2026-04-30")])]) }),
                as: "gates", source: source("a"), by: amy, at: instant())
        }
        #expect(error == .full(path: scratch.register))
        #expect(error?.exitCode == 74)
        #expect(try register.plans() == [])
        #expect(try register.ledger().count == 1)
    }

    @Test("a copy is a register of its own, and a snapshot leaves the file alone")
    func copies() throws {
        let scratch = try Scratch()
        let register = try open(scratch, .writer)
        let snapshot = try register.snapshot()
        try snapshot.pause(because: "only in the copy", by: amy, at: instant())
        #expect(try register.paused() == nil)
        try register.pause(because: "in the file", by: amy, at: instant())
        let reader = try open(scratch, .reader)
        let path = scratch.path + "/copy.sqlite"
        try reader.copy(to: path)
        let copy = try Store.open(at: path, as: .writer, command: "test", at: instant())
        #expect(try copy.paused()?.because == "in the file")
        #expect(try copy.verifyLedger() == .sound(rows: 2))
        #expect(throws: RegisterError.self) { try reader.copy(to: path) }
    }

    @Test("what was committed is there after a kill, without any closing")
    func killed() throws {
        let scratch = try Scratch()
        let register = try open(scratch, .writer)
        try register.pause(because: "before the kill", by: amy, at: instant())
        // What a killed process leaves: the file and its log as they are, and no index of the log.
        let after = try Scratch()
        for name in ["register.sqlite", "register.sqlite-wal"] {
            try after.write(Array(try scratch.bytes(name)), to: name)
        }
        let survivor = try open(after, .service)
        #expect(try survivor.paused()?.because == "before the kill")
        #expect(try survivor.verifyLedger() == .sound(rows: 2))
    }
}
