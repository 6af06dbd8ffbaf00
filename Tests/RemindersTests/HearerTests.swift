// Who hears what is meant for a holder who cannot be told, who is copied, and what joint ownership does to the ladders.

import CivilTime
import Testing

@testable import Reminders

@Suite("Who hears for a post, and who is copied")
struct HearerTests {
    private func register(_ owners: [OwnerFacts], joint: JointMeaning = .all, armed: String = "2024-04-29 10:00") throws
        -> RehearsalRegister
    {
        var register = RehearsalRegister(
            try Sample.due("2024-04-30"), armed: try london(armed), owners: owners, policy: try Sample.policy())
        register.joint = joint
        return register
    }

    private static let until = CivilDate(iso: "2024-05-10")
    private static let summer = CivilDate(iso: "2024-08-01")
    private static let away = Sample.ada.away(until: until)
    private static let silent = Sample.person(11, "Ada", [])

    struct Hearing: Sendable, CustomTestStringConvertible {
        let sentence: String
        let owner: OwnerFacts
        let first: String

        var testDescription: String { sentence }
    }

    static let hearings = [
        Hearing(sentence: "a holder who is there", owner: Sample.owner(), first: "Ada"),
        Hearing(sentence: "no holder: the deputy", owner: Sample.owner(holder: nil), first: "Dora (no_person)"),
        Hearing(
            sentence: "no holder and no deputy: the manager", owner: Sample.owner(holder: nil, deputy: nil),
            first: "Max (no_person)"),
        Hearing(
            sentence: "nobody: the administrator", owner: Sample.owner(holder: nil, deputy: nil, manager: nil),
            first: "Admin (no_person)"),
        Hearing(
            sentence: "an address that was refused: the deputy", owner: Sample.owner(holder: silent),
            first: "Dora (no_address)"),
        Hearing(
            sentence: "a holder who is away: the deputy", owner: Sample.owner(holder: away), first: "Dora (acting)"),
        Hearing(
            sentence: "holder and deputy away: the manager",
            owner: Sample.owner(holder: away, deputy: Sample.dora.away(until: until)), first: "Max (acting)"),
        Hearing(
            sentence: "away, and the deputy is the same person: the manager",
            owner: Sample.owner(holder: away, deputy: away),
            first: "Max (acting)"),
        Hearing(
            sentence: "away without anybody to act: the administrator",
            owner: Sample.owner(holder: away, deputy: nil, manager: nil), first: "Admin (acting)"),
    ]

    @Test("what is meant for the holder goes to the next who can be told", arguments: hearings)
    func hears(_ row: Hearing) throws {
        var register = try register([row.owner])
        register.run(until: try london("2024-05-02"))
        #expect(
            register.said
                == ["week-before", "due-day", "overdue"].enumerated().map {
                    "2024-\(["04-29", "04-30", "05-01"][$0]) \($1) to \(row.first)"
                })
    }

    @Test("a deputy who stands in is told as the holder would be, and the manager only after both rungs' days")
    func standInClimbs() throws {
        var register = try register([Sample.owner(holder: nil)])
        register.run(until: try london("2024-06-14"))
        #expect(
            register.said.filter { !$0.contains("overdue") } == [
                "2024-04-29 week-before to Dora (no_person)", "2024-04-30 due-day to Dora (no_person)",
                "2024-05-29 manager-warning to Dora (no_person)", "2024-05-31 manager to Max",
            ])
        #expect(register.refusals.contains { $0.reason == .nobodyInRole(.deputy) })
    }

    @Test("an absence ends by itself: the holder hears the next stage, and no rung opens early")
    func back() throws {
        var register = try register([Sample.owner(holder: Self.away)])
        register.run(until: try london("2024-05-11"))
        register.change { $0.owners = [Sample.owner()] }
        register.run(until: try london("2024-05-14"))
        #expect(register.said.last == "2024-05-13 overdue 2 to Ada")
        register.run(until: try london("2024-05-29"))
        #expect(register.said.contains("2024-05-28 deputy to Dora"))
    }

    @Test("who acts for a holder hears what comes, and not again what the holder was told")
    func nothingTwice() throws {
        var register = try register([Sample.owner()])
        register.run(until: try london("2024-05-02"))
        #expect(register.said.last == "2024-05-01 overdue to Ada")
        register.change { $0.owners = [Sample.owner(holder: Sample.ada.away(until: Self.summer))] }
        register.run(until: try london("2024-05-15"))
        #expect(register.said.last == "2024-05-01 overdue to Ada")
        register.run(until: try london("2024-05-17"))
        #expect(register.said.last == "2024-05-16 overdue 2 to Dora (acting)")
    }

    @Test("the ladder climbs from what an absent holder was told, and who acts is warned before the manager")
    func climbsWhileAway() throws {
        var register = try register([Sample.owner()])
        register.run(until: try london("2024-05-02"))
        register.change { $0.owners = [Sample.owner(holder: Sample.ada.away(until: Self.summer))] }
        register.run(until: try london("2024-06-14"))
        #expect(
            register.said.filter { $0.contains("manager") } == [
                "2024-05-29 manager-warning to Dora (acting)", "2024-05-31 manager to Max",
            ])
    }

    @Test("a deputy who is away is passed over, and one who comes back is told")
    func deputyAway() throws {
        let until = CivilDate(iso: "2024-05-20")
        var register = try register([Sample.owner(deputy: Sample.dora.away(until: until))])
        register.run(until: try london("2024-05-20 12:00"))
        #expect(!register.said.contains { $0.contains("deputy") })
        register.change { $0.owners = [Sample.owner()] }
        register.run(until: try london("2024-05-22"))
        #expect(register.said.last == "2024-05-21 deputy to Dora" || register.said.last == "2024-05-20 deputy to Dora")
    }

    @Test("who hears by webhook and is back at midnight is told in the morning that it is late, and no lead before")
    func backAtMidnight() throws {
        let desk = Sample.person(11, "Ada", [.webhook(endpoint: "desk")])
        let away = Sample.owner(holder: desk.away(until: CivilDate(iso: "2024-04-30")))
        var register = try register([away])
        register.run(until: try london("2024-05-01 00:00"))
        register.change { $0.owners = [Sample.owner(holder: desk)] }
        register.run(until: try london("2024-05-02"))
        #expect(register.said.filter { $0.contains("desk") } == ["2024-05-01 overdue to Ada by webhook:desk"])
    }

    @Test("the doer gets a copy of each message to the holder and of no escalation, and nothing climbs from it")
    func doer() throws {
        let doer = Sample.person(31, "Dan")
        var register = try register([Sample.owner(doer: doer)])
        register.run(until: try london("2024-05-17"))
        #expect(
            register.said.filter { $0.contains("Dan") } == [
                "2024-04-29 week-before to Dan [doer]", "2024-04-30 due-day to Dan [doer]",
                "2024-05-01 overdue to Dan [doer]", "2024-05-16 overdue 2 to Dan [doer]",
            ])
        #expect(register.said.contains("2024-05-16 deputy to Dora"))
    }

    @Test("a doer who holds the post needs no copy, and one who succeeds the holder is told nothing twice")
    func doerIsHolder() throws {
        var register = try register([Sample.owner(doer: Sample.ada)])
        register.run(until: try london("2024-05-02"))
        #expect(register.said.allSatisfy { !$0.contains("[doer]") })
        var successor = try self.register([Sample.owner(doer: Sample.bob)])
        successor.run(until: try london("2024-05-03"))
        successor.change { $0.owners = [Sample.owner(holder: Sample.bob)] }
        successor.run(until: try london("2024-05-20"))
        let bob = successor.said.filter { $0.contains("Bob") }
        #expect(Set(bob.map { $0.replacing(" [doer]", with: "").dropFirst(11) }).count == bob.count, "\(bob)")
        #expect(bob.last == "2024-05-16 overdue 2 to Bob" || bob.contains { $0.contains("overdue 2 to Bob") }, "\(bob)")
    }

    @Test("one leads: the other gets copies of what is not late, has no ladder, and hears of no lateness")
    func lead() throws {
        let posts = [Sample.owner(1), Sample.owner(2, holder: Sample.bob, deputy: nil)]
        var register = try register(posts, joint: .lead(OwnerID(2)))
        register.run(until: try london("2024-06-03"))
        #expect(
            register.said == [
                "2024-04-29 week-before to Bob", "2024-04-29 week-before to Ada [joint]", "2024-04-30 due-day to Bob",
                "2024-04-30 due-day to Ada [joint]", "2024-05-01 overdue to Bob", "2024-05-16 overdue 2 to Bob",
                "2024-05-29 manager-warning to Bob", "2024-05-31 overdue 3 to Bob", "2024-05-31 manager to Max",
            ])
    }

    @Test("without a named lead the owner printed first leads, and who says that it is not theirs gets no more copies")
    func firstLeads() throws {
        let posts = [Sample.owner(1), Sample.owner(2, holder: Sample.bob, answer: .notMine)]
        var register = try register(posts, joint: .lead(nil))
        register.run(until: try london("2024-05-02"))
        #expect(register.said.allSatisfy { $0.hasSuffix("Ada") } && register.said.count == 3)
    }

    struct AnyCase: Sendable, CustomTestStringConvertible {
        let sentence: String
        let answer: OwnerAnswer
        let told: [String]

        var testDescription: String { sentence }
    }

    static let anyCases = [
        AnyCase(sentence: "done by one silences all", answer: .done, told: []),
        AnyCase(
            sentence: "not mine is said for oneself", answer: .notMine,
            told: ["2024-04-29 week-before to Bob", "2024-04-30 due-day to Bob", "2024-05-01 overdue to Bob"]),
        AnyCase(
            sentence: "on track by one is on track by all",
            answer: .onTrack(until: CivilDate(iso: "2024-06-30") ?? .max),
            told: []),
    ]

    @Test("where any one may answer, the first answer is an answer for all", arguments: anyCases)
    func any(_ row: AnyCase) throws {
        let posts = [Sample.owner(1, answer: row.answer), Sample.owner(2, holder: Sample.bob)]
        var register = try register(posts, joint: .any)
        register.run(until: try london("2024-05-02"))
        #expect(register.said == row.told)
    }

    @Test("what a stand-in and a copy say names the person and the post, and never why")
    func words() throws {
        let target = Sample.target(
            try Sample.due("2024-04-30"), armed: try london("2024-04-29"),
            owners: [Sample.owner(holder: Self.away, doer: Sample.bob)])
        let frozen = Freezing(under: try Sample.policy(), at: try london("2024-05-01 10:00"))
        let acting = frozen.entry(
            Sample.reminder(target, recipient: Sample.dora.id, standIn: .acting, planned: try day("2024-05-01")))
        #expect(acting.insteadOf == "Ada" && acting.actsAs == .deputy && acting.copy == nil)
        let copy = frozen.entry(
            Sample.reminder(target, recipient: Sample.bob.id, copy: .doer, planned: try day("2024-05-01")))
        #expect(copy.copy == .doer && copy.next == nil && copy.insteadOf == nil)
    }

    @Test("a copy goes stale with what it copies: another doer, an answer, a later copy")
    func staleCopies() throws {
        let freezing = Freezing(under: try Sample.policy(), at: try london("2024-05-01 10:00"))
        func staleness(_ owner: OwnerFacts) throws -> RefusalReason? {
            let target = Sample.target(
                try Sample.due("2024-04-30"), armed: try london("2024-04-29"), owners: [owner])
            return freezing.staleness(
                of: Sample.reminder(target, recipient: Sample.bob.id, copy: .doer, planned: try day("2024-05-01")))
        }
        #expect(try staleness(Sample.owner(doer: Sample.bob)) == nil)
        #expect(try staleness(Sample.owner(doer: Sample.max)) == .recipientChanged)
        #expect(try staleness(Sample.owner()) == .recipientChanged)
        #expect(try staleness(Sample.owner(doer: Sample.bob, answer: .done)) == .answeredDone)
    }
}
