import CivilTime
import Register
import Reminders
import Simulation
import Testing

@Suite("A forecast")
struct ForecastTests {
    private let end = CivilDate(iso: "2026-06-30") ?? .min

    @Test("leaves the register as it was: not a ledger row, message or byte more")
    func untouched() throws {
        let scratch = try Scratch()
        let bench = try Bench.armed(in: scratch.store())
        let (ledger, status) = (try bench.register.ledger(), try bench.register.status())
        let bytes = try scratch.files(in: scratch.path)
        let forecast = try Forecast(of: bench.register, under: bench.policy, arming: nil, from: start, until: end)
        #expect(!forecast.messages.isEmpty)
        #expect(try bench.register.ledger() == ledger)
        #expect(try bench.register.status() == status)
        #expect(try scratch.files(in: scratch.path) == bytes)
    }

    @Test("treats the plan it is asked about as armed, and only that one")
    func unarmed() throws {
        let bench = try Bench()
        try bench.adopt(["2026-04-30"])
        try bench.adopt(["2026-05-29"], as: "fences")
        let forecast = try Forecast(of: bench.register, under: bench.policy, arming: "gates", from: start, until: end)
        let reminders = forecast.messages.filter { $0.facts.kind == .reminders }
        #expect(Set(reminders.compactMap(\.facts.plan?.name)) == ["gates"])
        #expect(try bench.register.plan(named: "gates").armed == 0)
    }

    @Test("shows what would leave if a pause ended now")
    func paused() throws {
        let bench = try Bench.armed()
        let open = try Forecast(of: bench.register, under: bench.policy, arming: nil, from: start, until: end)
        try bench.register.pause(because: "a test", by: amy, at: start)
        let paused = try Forecast(of: bench.register, under: bench.policy, arming: nil, from: start, until: end)
        #expect(paused.messages.map(\.facts) == open.messages.map(\.facts))
        #expect(try bench.register.paused() != nil)
    }

    @Test("shows what the brake would hold, too")
    func braked() throws {
        let bench = try Bench.armed(Array(repeating: "2026-04-30", count: 4), brake: Brake(messages: 1, perPerson: 1))
        let forecast = try Forecast(of: bench.register, under: bench.policy, arming: nil, from: start, until: end)
        #expect(forecast.messages.count { $0.facts.kind == .reminders } >= 4)
    }
}
