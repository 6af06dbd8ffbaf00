import CivilTime
import Register
import Reminders
import Service
import Simulation
import Testing

@Suite("The service under brake and pause")
struct BrakeTests {
    private let day = Array(repeating: "2026-04-30", count: 4)
    private let tight = Brake(messages: 3, perPerson: 5)

    @Test("more than the brake allows is held as one batch, said loudly, and leaves when it is released")
    func brake() throws {
        let bench = try Bench.armed(day, brake: tight)
        let before = try bench.run(until: at("2026-03-30T12:00:00Z"))
        #expect(before.allSatisfy { $0.facts.kind == .notice })
        let held = bench.lines.of("brake.held")
        #expect(held.count == 1)
        #expect(held.first?.contains("level=critical") == true)
        let batch = try #require(try bench.register.batches().first)
        #expect(batch.messages == 4)
        let register = bench.register
        let released = try bench.run(
            from: at("2026-03-30T12:00:00Z"), until: at("2026-03-31T00:00:00Z"),
            [
                Appointment(at: at("2026-03-30T13:00:00Z")) {
                    #expect(throws: Never.self) {
                        try register.release(batch.id, by: amy, at: at("2026-03-30T13:00:00Z"))
                    }
                }
            ])
        #expect(released.count { $0.facts.kind == .reminders } == 4)
        #expect(bench.lines.of("brake.held").count == 1, "what a person released is not held again")
    }

    @Test("what an administrator approved by arming passes the brake")
    func approved() throws {
        let bench = try Bench(brake: tight)
        try bench.adopt(day)
        try bench.arm(messages: 4)
        #expect(try bench.run(until: at("2026-03-31T00:00:00Z")).count == 4)
    }

    @Test("a held batch is in the daily note until somebody releases it")
    func heldBatchIsNoted() throws {
        let bench = try Bench.armed(day, brake: tight)
        let parcels = try bench.run(until: at("2026-04-08T00:00:00Z"))
        // After one working day, and then after two; Friday the 3rd and Monday the 6th are Easter's holidays.
        #expect(parcels.map(\.facts.day).map(\.description) == ["2026-03-30", "2026-03-31", "2026-04-02"])
        #expect(parcels.allSatisfy { $0.facts.paragraphs.contains { $0.contains("The brake holds 4 messages") } })
    }

    @Test("a pause survives a restart; what it held back is read again before it leaves")
    func pause() throws {
        let bench = try Bench.armed()
        let (register, administrator) = (bench.register, bench.policy.administrator.id)
        try register.pause(because: "the building burns", by: amy, at: start)
        #expect(try bench.run(until: at("2026-03-31T12:00:00Z")).isEmpty)
        #expect(try bench.run(from: at("2026-03-31T12:00:00Z"), until: at("2026-05-04T23:00:00Z")).isEmpty)
        let answer = AnswerEntry(
            references: ["gates/1.1"], kind: .onTrack(until: CivilDate(iso: "2026-05-06") ?? .min), by: "Hal 1",
            on: CivilDate(iso: "2026-05-04") ?? .min, because: "by telephone", ownerPost: nil)
        _ = try register.answer(answer, administrator: administrator, by: amy, at: at("2026-05-04T23:00:00Z"))
        try register.resume(by: amy, at: at("2026-05-04T23:00:00Z"))
        let parcels = try bench.run(from: at("2026-05-05T00:00:00Z"), until: at("2026-05-08T00:00:00Z"))
        #expect(!parcels.contains { $0.at < at("2026-05-07T00:00:00Z") && $0.facts.kind == .reminders })
    }
}
