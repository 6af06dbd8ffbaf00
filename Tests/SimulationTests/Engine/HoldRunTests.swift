// Holds in the running service: silence with its reason, a warning before the end, and the ladder afterwards.

import CivilTime
import Delivery
import Register
import Reminders
import Service
import Simulation
import Testing

@Suite("A hold in the running service")
struct HoldRunTests {
    /// Of a plan due on 30 April 2026, which is told a month, a week and a day before; held over the week before.
    private func held(_ subject: HoldSubject, until: String) throws -> Bench {
        let bench = try Bench.armed()
        _ = try bench.register.placeHold(
            HoldEntry(
                subject: subject, until: CivilDate(iso: until) ?? .max, because: "election", by: "A. Reyes"),
            on: CivilDate(iso: "2026-03-02") ?? .min, by: amy, at: start)
        return bench
    }

    private func wings(_ parcels: [Parcel]) -> [(at: String, stage: String)] {
        parcels.filter { $0.facts.kind == .reminders }.map {
            ($0.at.rfc3339, $0.facts.entries.first?.stage ?? "none")
        }
    }

    @Test(
        "nothing is sent while it lasts; then the latest stage comes, and the ladder goes on",
        arguments: [HoldSubject.plan("gates"), .target("gates/1.1"), .owner("Head of Wing 1")])
    func resumes(_ subject: HoldSubject) throws {
        let free = wings(try Bench.armed().run(until: at("2026-05-20T00:00:00Z")))
        let bench = try held(subject, until: "2026-04-24")
        let told = wings(try bench.run(until: at("2026-05-20T00:00:00Z")))
        #expect(!told.contains { $0.at < "2026-04-25" }, "\(told)")
        #expect(free.contains { $0.at < "2026-04-25" }, "without a hold somebody is told before: \(free)")
        // Friday the 24th is its last day; on Monday comes the latest stage that was due by then.
        #expect(told.first?.at.hasPrefix("2026-04-27") == true, "\(told)")
        #expect(told.first?.stage == free.last { $0.at < "2026-04-28" }?.stage)
        #expect(told.dropFirst().map(\.stage) == free.filter { $0.at >= "2026-04-28" }.map(\.stage))
        let refusals = try bench.register.ledger().filter { $0.event == .reminderRefused }
        let passed = free.map(\.stage).prefix { $0 != told.first?.stage }
        #expect(!passed.isEmpty)
        for stage in passed {
            let own = refusals.filter { $0.detail.contains("\"stage\": \"\(stage)\"") }
            #expect(
                own.contains { $0.detail.contains("\"held\"") && $0.detail.contains("election") },
                "the ledger says which hold kept \(stage): \(own.map(\.detail))")
        }
    }

    @Test("the administrator is warned two working days before it ends, and not earlier")
    func warned() throws {
        let bench = try held(.plan("gates"), until: "2026-04-08")
        let parcels = try bench.run(until: at("2026-04-20T00:00:00Z"))
        let notes = parcels.filter { $0.facts.paragraphs.contains { $0.contains("The hold of the plan gates") } }
        // Friday the 3rd and Monday the 6th are Easter's holidays.
        #expect(notes.map { $0.facts.day.description } == ["2026-04-02", "2026-04-07"])
        let words = notes.first?.facts.paragraphs.joined() ?? ""
        #expect(words.contains("election; A. Reyes") && words.contains("Wednesday 8 April 2026"), "\(words)")
    }

    @Test("one that a longer one outlasts is no news")
    func outlasted() throws {
        let bench = try held(.plan("gates"), until: "2026-04-08")
        _ = try bench.register.placeHold(
            HoldEntry(subject: .plan("gates"), until: CivilDate(iso: "2026-09-30") ?? .max, because: "b", by: "B"),
            on: CivilDate(iso: "2026-03-02") ?? .min, by: amy, at: start)
        let parcels = try bench.run(until: at("2026-04-20T00:00:00Z"))
        #expect(!parcels.contains { $0.facts.paragraphs.contains { $0.contains("The hold of") } })
    }

    @Test("a channel that is held keeps its messages without a try, and lets them go in the next window")
    func channel() throws {
        let bench = try held(.channel(.email), until: "2026-04-03")
        let clock = CountingClock(VirtualClock(from: start, until: at("2026-04-09T00:00:00Z")))
        try bench.engine(clock).run()
        let parcels = bench.sent.parcels
        // Good Friday is its last day; the next window is on Tuesday.
        #expect(parcels.first?.at == at("2026-04-07T08:00:00Z"), "\(parcels.map(\.at.rfc3339))")
        #expect(parcels.allSatisfy { $0.attempt == 1 } && parcels.contains { $0.facts.kind == .reminders })
        #expect(clock.deadlines.count < 100, "it does not spin meanwhile: \(clock.deadlines.count) waits")
    }

    @Test("a hold on one channel leaves the others alone")
    func otherChannel() throws {
        let bench = try held(.channel(.webhook(endpoint: "case-system")), until: "2026-04-03")
        let told = OwnerEntry(
            post: "Head of Wing 1", aliases: [], holder: .person("Hal 1", webhook: "case-system"), deputy: nil,
            manager: nil)
        try bench.register.adoptOwners([told], by: amy, at: start)
        let parcels = try bench.run(until: at("2026-04-09T00:00:00Z")).filter { $0.facts.kind == .reminders }
        let byMail = try #require(parcels.first { $0.facts.channel == .email })
        let byHook = try #require(parcels.first { $0.facts.channel != .email })
        #expect(byMail.at < at("2026-04-01T00:00:00Z"))
        #expect(byHook.at == at("2026-04-03T23:00:00Z"), "webhooks go at any hour, from the end of its last day")
    }
}
