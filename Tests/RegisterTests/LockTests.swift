import CivilTime
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Register

@Suite struct LockTests {
    private func open(_ scratch: Scratch, _ access: Access, _ command: String = "test", patience: Int = 0) throws
        -> Store
    {
        try .open(at: scratch.register, as: access, command: command, at: instant(), patience: patience)
    }

    @Test("whoever waits in vain for the write lock is told who holds it, and nothing is written")
    func named() throws {
        let scratch = try Scratch()
        let register = try open(scratch, .writer)
        let other = try WriteLock(register: scratch.register, command: "arm gates", patience: 0)
        try other.acquire()
        let error = #expect(throws: RegisterError.self) { try register.pause(because: "x", by: amy, at: instant()) }
        #expect(error?.exitCode == 75)
        #expect(error?.description.contains("duewatch arm gates") == true)
        #expect(error?.description.contains("process \(ProcessInfo.processInfo.processIdentifier)") == true)
        #expect(try register.paused() == nil)
        other.release()
        #expect(try register.pause(because: "x", by: amy, at: instant()))
    }

    @Test("a lock that is let go in time is waited for")
    func patient() throws {
        let scratch = try Scratch()
        let register = try open(scratch, .writer, patience: 500)
        let other = try WriteLock(register: scratch.register, command: "arm gates", patience: 0)
        try other.acquire()
        let thread = Thread { other.release() }
        thread.start()
        #expect(try register.pause(because: "x", by: amy, at: instant()))
    }

    @Test("who comes back for the lock at once finds those before it who have waited for it")
    func inTurn() throws {
        let scratch = try Scratch()
        let service = try WriteLock(register: scratch.register, command: "serve", patience: 500)
        let command = try WriteLock(register: scratch.register, command: "arm", patience: 500)
        let line = try LockFile(of: scratch.register, suffix: ".queue")
        let order = Mutex<[String]>([])
        try service.acquire()
        let thread = Thread {
            do {
                try command.acquire()
                order.withLock { $0.append("arm") }
                command.release()
            } catch { order.withLock { $0.append("\(error)") } }
        }
        thread.start()
        while try line.tryAcquire() {
            line.release()
            sched_yield()
        }
        service.release()
        try service.acquire()
        order.withLock { $0.append("serve") }
        service.release()
        #expect(order.withLock { $0 } == ["arm", "serve"])
    }

    @Test("who is stopped in the queue keeps nobody from a lock that is free")
    func past() throws {
        let scratch = try Scratch()
        let stopped = try LockFile(of: scratch.register, suffix: ".queue")
        #expect(try stopped.tryAcquire())
        let register = try open(scratch, .writer)
        #expect(try register.pause(because: "x", by: amy, at: instant()))
    }

    @Test("a reader never waits for a writer")
    func readersPass() throws {
        let scratch = try Scratch()
        let writer = try open(scratch, .writer)
        let other = try WriteLock(register: scratch.register, command: "arm", patience: 0)
        try other.acquire()
        let reader = try open(scratch, .reader)
        try reader.probe()
        try writer.probe()
        #expect(try reader.plans() == [])
    }

    @Test("a second service on one register is refused with the name of the first; commands are not")
    func service() throws {
        let scratch = try Scratch()
        let first = try open(scratch, .service, "serve")
        let error = #expect(throws: RegisterError.self) { try open(scratch, .service, "serve") }
        #expect(error?.exitCode == 75)
        #expect(error?.description.contains("duewatch serve") == true)
        let command = try open(scratch, .writer, "pause")
        #expect(try command.pause(because: "x", by: amy, at: instant()))
        try first.close()
        try open(scratch, .service, "serve").close()
    }

    @Test("threads of one process and several registers on one file lose no write")
    func threads() throws {
        let scratch = try Scratch()
        let registers = try (0..<3).map { _ in try open(scratch, .writer, patience: 500) }
        let faults = Mutex<[String]>([])
        let done = DispatchGroup()
        for (place, register) in registers.enumerated() {
            for half in 0..<2 {
                done.enter()
                Thread {
                    defer { done.leave() }
                    do {
                        for n in 0..<20 {
                            let email = "p\(place)-\(half)-\(n)@example.org"
                            _ = try register.ensurePerson(name: email, email: email, at: instant())
                            _ = try register.write(at: instant()) { try $0.note(.resumed, detail: []) }
                        }
                    } catch { faults.withLock { $0.append("\(error)") } }
                }.start()
            }
        }
        done.wait()
        #expect(faults.withLock { $0 } == [])
        #expect(try registers[0].verifyLedger() == .sound(rows: 121))
        #expect(try registers[0].read { try Int.fetchOne($0, sql: "SELECT count(*) FROM person") } == 120)
    }

    @Test("the log of commits is folded into the file before it grows without end")
    func checkpoint() throws {
        let scratch = try Scratch()
        let register = try open(scratch, .writer, patience: 500)
        let words = String(repeating: "gate ", count: 200_000)
        for n in 0..<48 {
            try register.pause(because: words, by: Author(login: "a\(n)", by: nil), at: instant());
            try register.resume(by: amy, at: instant())
        }
        // It holds what came last, and is written over from its start.
        #expect((32 << 20..<40 << 20).contains(try scratch.bytes("register.sqlite-wal").count))
        #expect(try scratch.bytes("register.sqlite").count > 2 << 20)
        try register.close()
        #expect(try scratch.names.contains("register.sqlite-wal") == false)
    }

    @Test("a command's commit nudges the service; without a service nothing is lost")
    func nudge() throws {
        let scratch = try Scratch()
        let register = try open(scratch, .writer)
        #expect(Nudge.send(registerPath: scratch.register) == false)
        try register.pause(because: "x", by: amy, at: instant())
        let listener = try NudgeListener(registerPath: scratch.register)
        try register.resume(by: amy, at: instant())
        #expect(listener.next().isNudge)
        listener.close()
        #expect(!listener.next().isNudge)
        #expect(try scratch.names.contains("register.sqlite.nudge") == false)
        let successor = try NudgeListener(registerPath: scratch.register)
        #expect(Nudge.send(registerPath: scratch.register))
        #expect(successor.next().isNudge)
    }

    @Test("a path too long for a socket has a nudge all the same")
    func longPath() throws {
        let path = "/tmp/" + String(repeating: "long-", count: 40) + UUID().uuidString
        #expect(Nudge.send(registerPath: path) == false)
        let listener = try NudgeListener(registerPath: path)
        #expect(Nudge.send(registerPath: path))
        #expect(listener.next().isNudge)
        listener.close()
    }
}

extension NudgeListener.Call? {
    fileprivate var isNudge: Bool { if case .nudge? = self { true } else { false } }
}
