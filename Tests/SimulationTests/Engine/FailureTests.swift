import CivilTime
import Delivery
import Register
import Reminders
import Service
import Simulation
import Synchronization
import TestSupport
import Testing

@Suite("The service when something fails")
struct FailureTests {
    /// The month-before reminder of the sample plan leaves on Monday 30 March at nine in London, eight in UTC.
    private let firstMail = at("2026-03-30T08:00:00Z")

    @Test(
        "while another process holds the write lock nothing is lost: it is tried again, and leaves when the lock is free"
    )
    func lockHeld() throws {
        let scratch = try Scratch()
        let bench = try Bench.armed(in: scratch.store())
        let lock = ForeignLock(ofRegister: "\(scratch.path)/register.sqlite")
        let parcels = try bench.run(
            until: at("2026-04-01T00:00:00Z"),
            [
                Appointment(at: firstMail.adding(seconds: -60)) { lock.take() },
                Appointment(at: firstMail.adding(seconds: 600)) { lock.release() },
            ])
        let sent = try #require(parcels.first)
        #expect(parcels.count == 1)
        #expect(sent.at >= firstMail.adding(seconds: 600))
        #expect(sent.at <= firstMail.adding(seconds: 660), "the pause between two tries is a minute at most")
        let failures = bench.lines.of("register.failed")
        #expect((5...20).contains(failures.count), "tried again with growing pauses: \(failures.count) times")
        #expect(failures.allSatisfy { $0.contains("is locked by") })
        #expect(bench.lines.of("register.recovered").count == 1)
    }

    @Test("the watchdog is fed while another process holds the write lock")
    func watchdogDuringLock() throws {
        let scratch = try Scratch()
        let bench = try Bench.armed(in: scratch.store())
        let socket = try NotifySocket(name: "\(scratch.path)/notify")
        bench.notification = ServiceNotification(
            environment: ["NOTIFY_SOCKET": socket.name, "WATCHDOG_USEC": "60000000"], processID: 1)
        let lock = ForeignLock(ofRegister: "\(scratch.path)/register.sqlite")
        let beats = Mutex(0)
        // A socket keeps only a few datagrams, so it is read once a minute.
        let minutes = (1...10).map { minute in
            Appointment(at: firstMail.adding(seconds: Int64(minute) * 60)) {
                let count = socket.received().count { $0 == "WATCHDOG=1" }
                beats.withLock { $0 += count }
            }
        }
        try bench.run(
            from: firstMail.adding(seconds: -60), until: firstMail.adding(seconds: 720),
            [
                Appointment(at: firstMail.adding(seconds: -1)) { lock.take() },
                Appointment(at: firstMail) { _ = socket.received() },
                Appointment(at: firstMail.adding(seconds: 601)) { lock.release() },
            ] + minutes)
        let count = beats.withLock { $0 }
        #expect((19...21).contains(count), "one in thirty seconds of ten minutes, got \(count)")
        #expect(!bench.lines.of("register.failed").isEmpty)
    }

    @Test("a crash between sending and writing it down repeats the message with the same id, Date and words")
    func crash() throws {
        let scratch = try Scratch()
        let store = try scratch.store()
        let bench = try Bench.armed(in: store)
        bench.script = { _ in
            // The process dies here: what was claimed is on disk, what came of it never will be.
            #expect(throws: Never.self) { try store.close() }
            return .fine
        }
        #expect(throws: (any Error).self) { try bench.run(until: firstMail.adding(seconds: 60)) }
        let first = try #require(bench.sent.parcels.first)

        let later = firstMail.adding(seconds: 300)
        let again = try Bench(scratch.store())
        let parcels = try again.run(from: later, until: later.adding(seconds: 86_400))
        #expect(parcels.map(\.facts) == [first.facts])
        #expect(parcels.map(\.attempt) == [2])
        #expect(again.lines.of("outbox.orphans_recovered").count == 1)
        #expect(try again.register.status().messages == [.delivered: 1])
    }

    @Test(
        "a register that fails over a commit which it has made all the same loses no message and repeats none",
        arguments: 1...8)
    func unheardCommit(number: Int) throws {
        let bench = try Bench.armed()
        let commits = Mutex(0)
        let gate = bench.register.gate
        let parcels = try bench.run(
            until: at("2026-04-01T00:00:00Z"),
            [
                Appointment(at: firstMail.adding(seconds: -1)) {
                    gate.ask { step in
                        guard step == .committed else { return }
                        let count = commits.withLock { count in
                            count += 1
                            return count
                        }
                        if count == number { throw RegisterError.inputOutput(path: "register", detail: "checkpoint") }
                    }
                }
            ])
        let sent = parcels.filter { $0.facts.kind == .reminders }
        #expect(sent.count == 1)
        #expect(sent.allSatisfy { $0.at < firstMail.adding(seconds: 120) })
        #expect(try bench.register.status().messages[.claimed] == nil)
    }

    @Test("a refusal for now is tried again with the same id and Date; then it counts as told")
    func retried() throws {
        let bench = try Bench.armed()
        bench.script = { $0.attempt < 3 ? .busy : .fine }
        let parcels = try bench.run(until: at("2026-04-01T00:00:00Z"))
        #expect(parcels.map(\.attempt) == [1, 2, 3])
        #expect(Set(parcels.map(\.facts)).count == 1)
        #expect(bench.lines.of("message.deferred").count == 2)
        #expect(bench.lines.of("message.accepted").count == 1)
    }

    @Test("a mailbox that does not exist is told to the administrator in the window, and never written to again")
    func refusedForGood() throws {
        let bench = try Bench.armed()
        bench.script = { $0.facts.recipient.name == "Hal 1" ? .noMailbox : .fine }
        let parcels = try bench.run(until: at("2026-05-07T00:00:00Z"))
        #expect(parcels.count { $0.facts.recipient.name == "Hal 1" } == 1)
        #expect(parcels.contains { $0.facts.kind == .notice && $0.facts.subject.contains("was refused for good") })
        #expect(
            parcels.contains { parcel in
                parcel.facts.entries.contains {
                    $0.standIn == .noAddress && $0.actsAs == .deputy && $0.insteadOf == "Hal 1"
                }
            }, "what the owner cannot be told, the next on the ladder is")
        #expect(
            parcels.contains { parcel in
                parcel.facts.kind == .notice
                    && parcel.facts.paragraphs.contains {
                        $0.contains("Hal 1, who holds") && $0.contains("owners export")
                    }
            }, "the daily note says which post, and what mends it")
    }

    @Test(
        "a relay or endpoint that refuses us altogether is left alone until a person resumes it, and loses nothing",
        arguments: [
            ("a refused password stops mail", Outcome.badPassword, Channel.email),
            ("an endpoint that is gone stops its webhooks", .gone, .webhook(endpoint: "case-system")),
        ])
    func stoppedChannel(_ sentence: String, _ refusal: Outcome, _ channel: Channel) throws {
        let bench = try Bench.armed()
        let told = OwnerEntry(
            post: "Head of Wing 1", aliases: [], holder: .person("Hal 1", webhook: "case-system"), deputy: nil,
            manager: nil)
        try bench.register.adoptOwners([told], by: amy, at: start)
        let isMended = Mutex(false)
        bench.script = { $0.facts.channel == channel && !isMended.withLock { $0 } ? refusal : .fine }
        let rules = bench.rules
        bench.reread = { rules }
        let (inbox, register) = (bench.inbox, bench.register)
        let parcels = try bench.run(
            until: at("2026-04-24T00:00:00Z"),
            [
                Appointment(at: at("2026-04-22T12:00:00Z")) {
                    isMended.withLock { $0 = true }
                    #expect(throws: Never.self) {
                        let isNews = try register.resume(channel, by: amy, at: at("2026-04-22T12:00:00Z"))
                        #expect(isNews, "it was still stopped")
                    }
                    inbox.put(.nudge)
                }
            ]
        ).filter { $0.facts.channel == channel }
        #expect(parcels.first.map { $0.at < at("2026-03-31T00:00:00Z") } == true, "\(sentence): it is tried once")
        #expect(parcels.dropFirst().allSatisfy { $0.at >= at("2026-04-22T12:00:00Z") }, "and then no more")
        #expect(parcels.dropFirst().contains { $0.facts.entries.contains { $0.stage == "week-before" } })
        #expect(bench.lines.of("channel.stopped").count == 1)
        #expect(try bench.register.status().messages[.waiting] == nil)
    }

    @Test("an outcome that no register can take any more ends the service with an error, not in silence")
    func unwritable() throws {
        let scratch = try Scratch()
        let store = try scratch.store()
        let bench = try Bench.armed(in: store)
        try store.close()
        #expect(throws: (any Error).self) { try bench.run(until: firstMail) }
    }
}
