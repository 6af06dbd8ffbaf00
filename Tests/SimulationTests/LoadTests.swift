import CivilTime
import Reminders
import Simulation
import Testing

@Suite("A load view")
struct LoadTests {
    private let end = CivilDate(iso: "2026-05-31") ?? .min

    @Test("counts each message once, by person and week, with the empty weeks between")
    func sums() throws {
        let bench = try Bench.armed(["2026-03-31", "2026-03-31", "2026-05-29"])
        let forecast = try Forecast(of: bench.register, under: bench.policy, arming: nil, from: start, until: end)
        let load = Load(forecast.messages, zone: .utc)
        #expect(load.weeks.map { load.total(in: $0).messages }.reduce(0, +) == forecast.messages.count)
        #expect(load.people.map(\.total.messages).reduce(0, +) == forecast.messages.count)
        #expect(
            load.people.map(\.total.reminders).reduce(0, +)
                == forecast.messages.map(\.facts.entries.count).reduce(0, +))
        for (week, following) in zip(load.weeks, load.weeks.dropFirst()) { #expect(following == week.next) }
        let end = try #require(load.weeks.first { $0.contains(CivilDate(iso: "2026-03-31") ?? .min) })
        #expect(end.clump == "31 March")
        #expect(load.readers(in: end) >= 2)
    }

    @Test("of nothing is empty")
    func empty() {
        let load = Load([], zone: .utc)
        #expect(load.weeks.isEmpty && load.people.isEmpty)
    }

    @Test("every message of a forecast has a reason for each of its targets")
    func reasons() throws {
        let bench = try Bench.armed(["2026-03-31", "2026-04-30"])
        let forecast = try Forecast(of: bench.register, under: bench.policy, arming: nil, from: start, until: end)
        #expect(!forecast.messages.isEmpty)
        for message in forecast.messages {
            #expect(message.choices.count == message.facts.entries.count)
            #expect(message.choices.allSatisfy { $0.reason == .everyPlan && $0.schedule.name == "standard" })
        }
    }
}
