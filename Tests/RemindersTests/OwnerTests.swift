// Who hears it: posts without people, people without addresses, joint owners, successors and channels.

import CivilTime
import Testing

@testable import Reminders

@Suite("Who hears of a target")
struct OwnerTests {
    private static let due = "2024-04-30"

    private func register(_ owners: [OwnerFacts], armed: String = "2024-04-29 10:00", due: String = due) throws
        -> RehearsalRegister
    {
        RehearsalRegister(
            try Sample.due(due), armed: try london(armed), owners: owners, policy: try Sample.policy())
    }

    struct StandInCase: Sendable, CustomTestStringConvertible {
        let sentence: String
        let owners: [OwnerFacts]
        let standIn: String

        var testDescription: String { sentence }
    }

    static let standIns = [
        StandInCase(
            sentence: "a post without a holder", owners: [Sample.owner(holder: nil, deputy: nil, manager: nil)],
            standIn: "no_person"),
        StandInCase(
            sentence: "a holder without an address",
            owners: [Sample.owner(holder: Sample.person(11, "Ada", []), deputy: nil, manager: nil)],
            standIn: "no_address"),
        StandInCase(
            sentence: "an owner that is not certain", owners: [Sample.owner(isCertain: false)],
            standIn: "owner_unclear"),
        StandInCase(sentence: "no owner at all", owners: [], standIn: "owner_unclear"),
    ]

    @Test("the administrator hears it, saying why, and nobody above a holder who was never told", arguments: standIns)
    func standIn(_ row: StandInCase) throws {
        var register = try register(row.owners)
        register.run(until: try london("2024-06-20"))
        #expect(
            register.said == [
                "2024-04-29 week-before to Admin (\(row.standIn))", "2024-04-30 due-day to Admin (\(row.standIn))",
                "2024-05-01 overdue to Admin (\(row.standIn))", "2024-05-16 overdue 2 to Admin (\(row.standIn))",
                "2024-05-31 overdue 3 to Admin (\(row.standIn))", "2024-06-14 overdue 4 to Admin (\(row.standIn))",
            ])
    }

    @Test("an address given later: the holder hears the latest stage at once, and the ladder counts from there")
    func addressGiven() throws {
        var register = try register([Sample.owner(holder: Sample.person(11, "Ada", []), deputy: nil, manager: nil)])
        register.run(until: try london("2024-05-22 10:00"))
        register.change { $0.owners = [Sample.owner()] }
        register.run(until: try london("2024-06-07"))
        #expect(
            Array(register.said.suffix(4)) == [
                "2024-05-16 overdue 2 to Admin (no_address)", "2024-05-22 overdue 3 to Ada",
                "2024-05-31 overdue 4 to Ada", "2024-06-06 deputy to Dora",
            ])
    }

    @Test("a successor hears the latest stage, and the deputy not before the successor has been told")
    func successor() throws {
        var register = try register([Sample.owner()])
        register.run(until: try london("2024-05-15 10:00"))
        register.change { $0.owners = [Sample.owner(holder: Sample.bob)] }
        register.run(until: try london("2024-06-01"))
        #expect(
            Array(register.said.suffix(4)) == [
                "2024-05-01 overdue to Ada", "2024-05-15 overdue 2 to Bob", "2024-05-30 deputy to Dora",
                "2024-05-31 overdue 3 to Bob",
            ])
    }

    @Test("a waiting reminder for someone who left is dropped, and the successor gets it")
    func left() throws {
        var register = try register([Sample.owner()], armed: "2024-04-26 18:00")
        register.run(until: try london("2024-04-28"))
        register.change { $0.owners = [Sample.owner(holder: Sample.bob)] }
        register.run(until: try london("2024-04-29 12:00"))
        #expect(register.said == ["2024-04-29 week-before to Bob"])
        #expect(register.dropped == [.recipientChanged])
    }

    @Test("two posts of one target held by one person make one reminder each time")
    func twoPosts() throws {
        let posts = [1, 2].map { Sample.owner($0, manager: nil) }
        var register = try register(posts)
        register.run(until: try london("2024-05-17"))
        #expect(
            register.said == [
                "2024-04-29 week-before to Ada", "2024-04-30 due-day to Ada", "2024-05-01 overdue to Ada",
                "2024-05-16 overdue 2 to Ada", "2024-05-16 deputy to Dora",
            ])
    }

    @Test("one person for two posts, one answered: what waits in its name is told in the name of the other")
    func onePostAnswered() throws {
        var register = try register([Sample.owner(1), Sample.owner(2)], armed: "2024-04-26 18:00")
        register.run(until: try london("2024-04-28"))
        register.change { $0.owners = [Sample.owner(1, answer: .done), Sample.owner(2)] }
        register.run(until: try london("2024-04-29 12:00"))
        #expect(register.dropped == [.answeredDone])
        #expect(register.planned.map(\.owner) == [OwnerID(1), OwnerID(2)])
        #expect(register.said == ["2024-04-29 week-before to Ada"])
    }

    @Test("two posts without people make one reminder to the administrator, and only one")
    func twoEmptyPosts() throws {
        var register = try register([1, 2].map { Sample.owner($0, holder: nil, deputy: nil, manager: nil) })
        register.run(until: try london("2024-05-02"))
        #expect(
            register.said == [
                "2024-04-29 week-before to Admin (no_person)", "2024-04-30 due-day to Admin (no_person)",
                "2024-05-01 overdue to Admin (no_person)",
            ])
    }

    @Test("done or not mine of one joint owner leaves the ladder of the other alone")
    func joint() throws {
        for answer in [OwnerAnswer.done, .notMine] {
            var register = try register([Sample.owner(1), Sample.owner(2, holder: Sample.bob, deputy: nil)])
            register.run(until: try london("2024-04-29 12:00"))
            register.change { $0.owners[0] = Sample.owner(1, answer: answer) }
            register.run(until: try london("2024-06-01"))
            #expect(
                register.said == [
                    "2024-04-29 week-before to Ada", "2024-04-29 week-before to Bob", "2024-04-30 due-day to Bob",
                    "2024-05-01 overdue to Bob", "2024-05-16 overdue 2 to Bob", "2024-05-29 manager-warning to Bob",
                    "2024-05-31 overdue 3 to Bob", "2024-05-31 manager to Max",
                ])
        }
    }

    @Test("a held target is looked at on the day on which somebody else comes to stand for its post")
    func heldWhileItChanges() throws {
        let changes = try day("2024-04-10")
        for (changesOn, next) in [(changes, "2024-04-10 00:00"), (nil, "2024-04-23 09:00")] {
            let target = Sample.target(
                try Sample.due(Self.due), armed: try london("2024-01-02"), owners: [Sample.owner(changesOn: changesOn)],
                holds: [HoldFacts(owner: nil, until: try day("2024-06-30"), because: "inquiry")])
            let check = TargetCheck(of: target, under: try Sample.policy(), at: try london("2024-04-02 10:00"))
            #expect(check.decision().nextCheck == (try london(next)))
        }
    }

    @Test("several channels make one reminder each, and a dead one does not keep the mail back")
    func channels() throws {
        let desk = Channel.webhook(endpoint: "desk")
        var register = try register([
            Sample.owner(holder: Sample.person(11, "Ada", [.email, desk]), deputy: nil, manager: nil)
        ])
        register.run(until: try london("2024-04-30 12:00"))
        #expect(
            register.said == [
                "2024-04-29 week-before to Ada", "2024-04-29 week-before to Ada by webhook:desk",
                "2024-04-30 due-day to Ada", "2024-04-30 due-day to Ada by webhook:desk",
            ])
        register.dead = [desk]
        register.run(until: try london("2024-06-01"))
        #expect(
            Array(register.said.dropFirst(4)) == [
                "2024-05-01 overdue to Ada", "2024-05-16 overdue 2 to Ada", "2024-05-31 overdue 3 to Ada",
            ])
        register.dead = []
        register.run(until: try london("2024-06-01"))
        #expect(register.said.last == "2024-06-01 overdue 3 to Ada by webhook:desk")
        #expect(register.dropped == [.superseded(by: "overdue"), .superseded(by: "overdue")])
    }
}
