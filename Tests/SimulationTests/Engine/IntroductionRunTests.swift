// Introductions in the running service: one message an owner at arming, new targets only later, answers, and the ledger.

import CivilTime
import Delivery
import Register
import Reminders
import Service
import Simulation
import Testing

@Suite("Introductions in the running service")
struct IntroductionRunTests {
    private let week = at("2026-03-09T00:00:00Z")

    private func introductions(_ parcels: [Parcel]) -> [Parcel] { parcels.filter { !$0.facts.introductions.isEmpty } }

    @Test("each owner gets one message with all that is theirs, before anything late, and once")
    func once() throws {
        let bench = try Bench.armed(["2026-01-31", "2026-06-30"], settings: "")
        // The same person holds both posts.
        try bench.register.adoptOwners(
            [
                OwnerEntry(
                    post: "Head of Wing 2", aliases: [], holder: .person("Hal 1"), deputy: .person("Dee 2"),
                    manager: nil)
            ], by: amy, at: start)
        let first = try bench.run(until: week)
        let introduced = introductions(first)
        #expect(introduced.map(\.facts.recipient.name) == ["Hal 1"])
        #expect(introduced.first?.facts.introductions.map(\.reference) == ["gates/1.1", "gates/2.1"])
        let late = first.filter { $0.facts.entries.contains { $0.kind == .letter } }
        // Monday the 2nd, and three working days.
        #expect(late.map(\.facts.day.description) == ["2026-03-06"])
        let again = try bench.run(from: week, until: at("2026-05-01T00:00:00Z"))
        #expect(introductions(again).isEmpty)
        let refused = try bench.register.ledger().filter { $0.event == .reminderRefused }
        #expect(refused.contains { $0.detail.contains("introduced") && $0.detail.contains("2026-03-05") })
    }

    @Test("a target that is armed later is introduced by itself, and the others are not again")
    func later() throws {
        let bench = try Bench.armed(["2026-06-30"], settings: "")
        try bench.run(until: week)
        try bench.adopt(["2026-06-30", "2026-07-31"], as: "gates-2")
        try bench.adopt(["2026-07-31"], as: "fences")
        try bench.arm("fences")
        let parcels = try bench.run(from: week, until: at("2026-03-20T00:00:00Z"))
        #expect(introductions(parcels).map { $0.facts.introductions.map(\.reference) } == [["fences/1.1"]])
    }

    @Test("a webhook gets one event with all of them")
    func webhook() throws {
        let bench = try Bench.armed(["2026-06-30", "2026-07-31"], settings: "")
        try bench.register.adoptOwners(
            ["Head of Wing 1", "Head of Wing 2"].map {
                OwnerEntry(
                    post: $0, aliases: [], holder: .person("Hal 1", webhook: "board"), deputy: nil, manager: nil)
            }, by: amy, at: start)
        let parcels = introductions(try bench.run(until: week))
        let hooks = parcels.filter { $0.facts.channel == .webhook(endpoint: "board") }
        #expect(hooks.map { $0.facts.introductions.map(\.reference) } == [["gates/1.1", "gates/2.1"]])
        #expect(parcels.count == 2, "and one mail")
    }

    @Test("one who answers before it leaves is not introduced to that target")
    func answered() throws {
        let bench = try Bench.armed(["2026-06-30", "2026-07-31"], settings: "")
        try bench.register.adoptOwners(
            [OwnerEntry(post: "Head of Wing 2", aliases: [], holder: .person("Hal 1"), deputy: nil, manager: nil)],
            by: amy, at: start)
        let (register, administrator) = (bench.register, bench.policy.administrator.id)
        let clock = VirtualClock(
            from: start, until: week,
            appointments: [
                Appointment(at: start.adding(seconds: 60)) {
                    do {
                        _ = try register.answer(
                            AnswerEntry(
                                references: ["gates/1.1"], kind: .done, by: "Hal 1",
                                on: CivilDate(iso: "2026-03-02") ?? .min, because: "by telephone", ownerPost: nil),
                            administrator: administrator, by: amy, at: start.adding(seconds: 60))
                    } catch { Issue.record(error) }
                }
            ])
        try bench.engine(clock).run()
        let introduced = introductions(bench.sent.parcels)
        #expect(introduced.map { $0.facts.introductions.map(\.reference) } == [["gates/2.1"]])
    }

    @Test("who has not answered is listed once their quiet is over, in one daily note, and until they answer")
    func unanswered() throws {
        let bench = try Bench.armed(["2026-06-30", "2026-07-31"], settings: "")
        try bench.run(until: at("2026-03-05T23:00:00Z"))
        #expect(try bench.register.silent(mode: .live, on: CivilDate(iso: "2026-03-05") ?? .min).count == 2)
        _ = try bench.register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .note("will do"), by: "Hal 1",
                on: CivilDate(iso: "2026-03-05") ?? .min,
                because: "reply by email", ownerPost: nil),
            administrator: bench.policy.administrator.id, by: amy, at: at("2026-03-05T23:10:00Z"))
        let notes = try bench.run(from: at("2026-03-05T23:20:00Z"), until: at("2026-04-01T00:00:00Z")).filter {
            $0.facts.kind == .notice && $0.facts.paragraphs.contains { $0.contains("introduc") }
        }
        #expect(notes.map(\.facts.day.description) == ["2026-03-06"])
        let words = notes.first?.facts.paragraphs.joined() ?? ""
        #expect(words.contains("Hal 2") && !words.contains("Hal 1"), "\(words)")
        #expect(
            try bench.register.silent(mode: .live, on: CivilDate(iso: "2026-04-01") ?? .min).map(\.person) == ["Hal 2"])
    }
}
