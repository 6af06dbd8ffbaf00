// What somebody hears who stands above several posts: one mail of a plan and window, the worst first.

import CivilTime
import Delivery
import Register
import Reminders
import Testing

@testable import Simulation

@Suite("A manager of several posts")
struct DigestTests {
    private let ladder = """
        introduction: false
        schedules:
          steep:
            - {stage: late, every: 20wd}
            - {stage: to-deputy, escalate: deputy, after: 2wd}
            - {stage: to-manager, escalate: manager, after: 5wd, release: automatic}
        schedule: steep
        """

    private func bench(_ posts: [OwnerEntry], _ dates: [String]) throws -> Bench {
        let bench = try Bench(settings: ladder)
        try bench.adopt(dates)
        try bench.register.adoptOwners(posts, by: amy, at: start)
        try bench.arm()
        return bench
    }

    private func post(_ number: Int, deputy: String? = nil) -> OwnerEntry {
        OwnerEntry(
            post: "Head of Wing \(number)", aliases: [], holder: .person("Hal \(number)"),
            deputy: deputy.map { .person($0) }, manager: .person("Max"))
    }

    private func toMax(_ parcels: [Parcel]) -> [Parcel] {
        parcels.filter { $0.facts.kind == .reminders && $0.facts.recipient.name == "Max" }
    }

    @Test("has one mail with all that has climbed to them on a day, whoever it is of, the worst first")
    func one() throws {
        let bench = try bench([post(1), post(2), post(3)], ["2026-02-20", "2026-01-30", "2026-02-13"])
        let mails = toMax(try bench.run(until: at("2026-04-01T00:00:00Z")))
        #expect(mails.map { $0.facts.entries.map(\.reference) } == [["gates/2.1", "gates/3.1", "gates/1.1"]])
        let text = mails.map { Renderer().mail($0.facts).text }.joined()
        for number in 1...3 { #expect(text.contains("Head of Wing \(number)"), "\(text)") }
    }

    @Test("hears in the same mail what they are the deputy for, or hold themselves")
    func everyRole() throws {
        let own = OwnerEntry(
            post: "Head of Wing 3", aliases: [], holder: .person("Max"), deputy: nil, manager: nil)
        // The rung above 1 opens seven working days after its letter, on 11 March; the deputy's above 2 two days after the
        // 9th, and 3 is late on the 11th.
        let bench = try bench([post(1), post(2, deputy: "Max"), own], ["2026-02-20", "2026-03-06", "2026-03-10"])
        let mails = toMax(try bench.run(until: at("2026-03-12T00:00:00Z")))
        #expect(mails.map { $0.facts.entries.map(\.reference) } == [["gates/1.1", "gates/2.1", "gates/3.1"]])
    }
}
