import CivilTime
import Delivery
import Register
import Reminders
import Service
import Simulation
import Testing

@Suite("The way of a reminder through the service")
struct RoadTests {
    private let midsummer = at("2026-06-24T00:00:00Z")

    @Test("an armed plan is told as the forecast said, message for message and id for id")
    func forecastComesTrue() throws {
        let bench = try Bench.armed(["2026-04-30", "2026-05-05", "2026-05-29", "2026-04-03"])
        let forecast = try Forecast(
            of: bench.register, under: bench.policy, arming: nil, from: start,
            until: CivilDate(iso: "2026-06-23") ?? .min)
        // A forecast leaves out what the administrators are told of what waits for them.
        let parcels = try bench.run(until: midsummer).filter { $0.facts.kind != .notice }
        #expect(forecast.messages.map(\.at) == parcels.map(\.at))
        #expect(forecast.messages.map(\.facts) == parcels.map(\.facts))
        #expect(forecast.messages.count > 12, "a forecast of next to nothing proves nothing")
        #expect(Set(parcels.map(\.facts.id)).count == parcels.count, "each message leaves once")
    }

    @Test("an owner hears of the month, the week and the day before anybody's superior hears of the delay")
    func ladder() throws {
        let bench = try Bench.armed()
        let told = try bench.run(until: midsummer).flatMap { parcel in
            parcel.facts.entries.map { "\(parcel.facts.day) \(parcel.facts.recipient.name) \($0.stage)" }
        }
        #expect(
            told.prefix(6) == [
                "2026-03-30 Hal 1 month-before", "2026-04-23 Hal 1 week-before", "2026-04-30 Hal 1 due-day",
                "2026-05-01 Hal 1 overdue", "2026-05-18 Hal 1 overdue", "2026-05-18 Dee 1 deputy",
            ])
    }

    @Test("many messages of one pass are all written down as sent")
    func severalAtOnce() throws {
        let bench = try Bench.armed(Array(repeating: "2026-04-30", count: 7))
        let parcels = try bench.run(until: at("2026-04-01T00:00:00Z"))
        #expect(parcels.count == 7)
        #expect(try bench.register.status().messages == [.delivered: 7])
    }

    @Test("the same register, policy and clock give the same messages again")
    func repeatable() throws {
        let dates = ["2026-04-30", "2026-05-05", "2026-05-29"]
        let first = try Bench.armed(dates).run(until: midsummer)
        let second = try Bench.armed(dates).run(until: midsummer)
        #expect(first.map(\.facts) == second.map(\.facts))
        #expect(!first.isEmpty)
    }

    @Test("a new plan sends nothing until it is armed, but a note to the administrator")
    func silentUntilArmed() throws {
        let bench = try Bench()
        try bench.adopt(["2026-04-30"])
        let parcels = try bench.run(until: midsummer)
        #expect(parcels.allSatisfy { $0.facts.kind == .notice && $0.facts.recipient.name == "Ada Min" })
    }

    @Test("an answer ends it: what was planned for later is not sent")
    func answered() throws {
        let bench = try Bench.armed()
        let (register, administrator) = (bench.register, bench.policy.administrator.id)
        let answer = AnswerEntry(
            references: ["gates/1.1"], kind: .done, by: "Hal 1", on: CivilDate(iso: "2026-04-10") ?? .min,
            because: "by telephone", ownerPost: nil)
        let parcels = try bench.run(
            until: midsummer,
            [
                Appointment(at: at("2026-04-10T10:00:00Z")) {
                    #expect(throws: Never.self) {
                        try register.answer(
                            answer, administrator: administrator, by: amy, at: at("2026-04-10T10:00:00Z"))
                    }
                }
            ])
        #expect(parcels.map(\.facts.kind) == [.reminders, .receipt])
    }

    @Test(
        "after weeks of standing still each target gets its latest stage only, and its owner's superiors wait their turn"
    )
    func downtime() throws {
        let bench = try Bench.armed()
        let parcels = try bench.run(from: at("2026-06-15T08:00:00Z"), until: at("2026-06-16T00:00:00Z"))
        #expect(parcels.flatMap(\.facts.entries).map(\.stage) == ["overdue"])
    }

    @Test("a stop while nothing is due ends at once and leaves nothing under way")
    func stops() throws {
        let bench = try Bench.armed()
        bench.inbox.put(.stop)
        #expect(try bench.run(until: midsummer).isEmpty)
        #expect(bench.lines.of("service.stopping").count == 1)
        #expect(bench.lines.of("service.stopped").count == 1)
    }
}
