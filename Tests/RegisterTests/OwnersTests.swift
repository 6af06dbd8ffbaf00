import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct OwnersTests {
    let bench: Bench

    init() throws {
        bench = try Bench.armed([
            .due("2026-04-30", owners: ["Head of Wings"]), .due("2026-05-30", owners: ["Hd. of Wings"]),
        ])
    }

    private func entry(_ holder: PersonEntry?, aliases: [String] = []) -> OwnerEntry {
        OwnerEntry(post: "Head of Wings", aliases: aliases, holder: holder, deputy: nil, manager: nil)
    }

    @Test("the same entries again make no difference and touch no target")
    func same() throws {
        try bench.settleChecks(at: instant())
        #expect(try bench.register.compareOwners(with: [.wings]).isEmpty)
        #expect(try bench.register.adoptOwners([.wings], by: amy, at: instant(5)).isEmpty)
        #expect(try bench.register.dueChecks(at: instant(5), limit: 9) == [])
    }

    @Test("the difference is shown first, and is then what happens")
    func difference() throws {
        let pat = PersonEntry(
            name: "Pat New", email: "pat@example.org", webhook: nil, from: day("2026-03-01"), until: nil)
        let entries = [entry(pat, aliases: ["Hd. of Wings"])]
        let shown = try bench.register.compareOwners(with: entries)
        #expect(
            shown.changes.map(\.text) == [
                "takes over the post Hd. of Wings",
                "holder: Pat New <pat@example.org> from 2026-03-01, formerly Hal Older <hal@example.org, webhook case-system>",
                "deputy: nobody, formerly Dee Putty <dee@example.org>",
            ])
        #expect(try bench.register.adoptOwners(entries, by: amy, at: instant(5)) == shown)
        #expect(try bench.register.compareOwners(with: entries).isEmpty)
        #expect(try bench.register.owners().map(\.entry) == entries)
        #expect(try bench.facts("gates/1.2").owners[0].holder?.name == "Pat New", "the merged post's target moved over")
        #expect(try bench.register.dueChecks(at: instant(5), limit: 9).count == 2)
    }

    @Test("a person keeps their number when the address changes, and a refusal of the old one is forgotten")
    func address() throws {
        let before = try bench.facts().owners[0].holder
        try bench.register.adoptOwners(
            [
                entry(
                    PersonEntry(name: "Hal Older", email: "hal.older@example.org", webhook: nil, from: nil, until: nil))
            ],
            by: amy, at: instant(5))
        let after = try bench.facts().owners[0].holder
        #expect(after?.id == before?.id)
        #expect(after?.email == "hal.older@example.org" && after?.channels == [.email])
    }

    @Test("two posts held under one address are held by one person")
    func onePerson() throws {
        let hal = PersonEntry(name: "Hal Older", email: "HAL@example.org", webhook: nil, from: nil, until: nil)
        try bench.register.adoptOwners(
            [OwnerEntry(post: "Hd. of Wings", aliases: [], holder: hal, deputy: nil, manager: nil)], by: amy,
            at: instant())
        #expect(try bench.facts("gates/1.1").owners[0].holder?.id == bench.facts("gates/1.2").owners[0].holder?.id)
    }

    @Test("posts without anybody are unresolved, and say how many targets wait on them")
    func unresolved() throws {
        let records = try bench.register.owners()
        #expect(
            records.map { "\($0.entry.post) \($0.isUnresolved) \($0.openTargets) \($0.plans)" } == [
                "Hd. of Wings true 1 [\"gates\"]", "Head of Wings false 1 [\"gates\"]",
            ])
        #expect(try bench.register.status().unresolvedOwners == 1)
    }

    @Test("no ledger row holds a name or an address")
    func ledgerIsClean() throws {
        _ = try bench.register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .note("told by Hal"), by: "Hal Older", on: day("2026-03-01"),
                because: "hal@example.org said", ownerPost: nil),
            administrator: bench.administrator.id, by: Author(login: "amy", by: "Hal Older"), at: instant())
        for row in try bench.register.read({ try $0.ledgerText() }) {
            #expect(!row.contains("@") && !row.contains("Hal") && !row.contains("amy"), "\(row)")
        }
        #expect(try bench.register.ledger().contains { $0.author == "amy, for Hal Older" })
    }
}
