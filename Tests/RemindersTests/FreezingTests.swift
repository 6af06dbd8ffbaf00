// The frozen facts of a message: what is worst first, subjects and threads that stay, whom it goes to next.

import ActionPlans
import CivilTime
import Testing

@testable import Reminders

@Suite("The facts of a message")
struct FreezingTests {
    private func freeze(_ message: Claimable, mode: DeliveryMode = .live, at now: String = "2024-05-01 09:00") throws
        -> Frozen
    {
        Freezing(under: try Sample.policy(mode: mode), at: try london(now)).freeze(message)
    }

    private func target(
        _ due: String, id: Int64 = 62, reference: String = "remand-2024/6.2", action: String? = nil,
        text: String = "Governors should review every decision to remand.", recorded: [RecordedReminder] = [],
        owners: [OwnerFacts] = [Sample.owner()]
    ) throws -> TargetFacts {
        Sample.target(
            try Sample.due(due), armed: try london("2024-01-02"), owners: owners, recorded: recorded, id: id,
            reference: reference, text: text, action: action)
    }

    @Test("worst comes first: late before due, longest late first, then what is due soonest")
    func order() throws {
        let rows: [(String, String, ReminderKind, String)] = [
            ("2024-05-31", "p/1.1", .lead, "2024-05-01"), ("2024-04-30", "p/2.1", .overdue, "2024-05-01"),
            ("2024-05-01", "p/3.1", .due, "2024-05-01"), ("2020-03-31", "p/4.1", .letter, "2024-05-01"),
            ("2024-04-30", "p/5.1", .overdue, "2024-05-01"),
        ]
        let reminders = try rows.enumerated().map { index, row in
            Sample.reminder(
                try target(row.0, id: Int64(index + 1), reference: row.1), row.2, id: Int64(index + 1),
                planned: try day(row.3))
        }
        for shuffled in [reminders, reminders.reversed()] {
            let facts = try #require(try freeze(Sample.message(shuffled)).facts)
            #expect(facts.entries.map(\.reference) == ["p/4.1", "p/2.1", "p/5.1", "p/3.1", "p/1.1"])
        }
    }

    @Test("what has gone stale leaves; the rest is sent, and says who is left")
    func partly() throws {
        let live = Sample.reminder(try target("2024-04-30"), planned: try day("2024-05-01"))
        let done = Sample.reminder(
            try target("2024-04-30", id: 7, reference: "remand-2024/7.1", owners: [Sample.owner(answer: .done)]), id: 2,
            planned: try day("2024-05-01"))
        let frozen = try freeze(Sample.message([live, done]))
        #expect(frozen.live == [ReminderID(1)])
        #expect(frozen.dropped == [DroppedReminder(id: ReminderID(2), reason: .answeredDone)])
        #expect(frozen.facts?.entries.map(\.reference) == ["remand-2024/6.2"])
    }

    @Test("one target: its reference, subject and thread are the same from the lead to the manager")
    func oneTarget() throws {
        let target = try target("2024-04-30", action: "Publish the\nreview\tof decisions.")
        let lead = try #require(
            try freeze(Sample.message([Sample.reminder(target, .lead, planned: try day("2024-04-02"))])).facts)
        let escalated = Sample.reminder(
            target, .escalated, id: 9, stage: "manager", role: .manager, recipient: Sample.max.id,
            planned: try day("2024-06-02"))
        let last = try #require(try freeze(Sample.message([escalated], to: Sample.max), at: "2024-06-03 09:00").facts)
        #expect(lead.subject == "Action plan target remand-2024/6.2: Publish the review of decisions.")
        #expect(lead.thread == "target.remand-2024.6.2")
        #expect(last.subject == lead.subject && last.thread == lead.thread)
    }

    @Test("several targets: subject and thread belong to the plan and the person")
    func severalTargets() throws {
        let reminders = try [("p/1.1", 1), ("p/2.1", 2)].map { reference, id in
            Sample.reminder(
                try target("2024-04-30", id: Int64(id), reference: reference), id: Int64(id),
                planned: try day("2024-05-01"))
        }
        let facts = try #require(try freeze(Sample.message(reminders)).facts)
        #expect(facts.subject == "Action plan targets in remand-2024: Remand in custody: action plan")
        #expect(facts.thread == "plan.remand-2024.person-11")
    }

    @Test("a subject is short, cut between words, and holds no control character")
    func subject() throws {
        let long = "Ministers\r\nBcc: all\0should " + String(repeating: "consider ", count: 20)
        for (text, brief) in [
            (long, "Ministers Bcc: all should consider consider consider ..."),
            (String(repeating: "x", count: 500), String(repeating: "x", count: 57) + "..."), ("", ""),
        ] {
            let reminder = Sample.reminder(try target("2024-04-30", text: text), planned: try day("2024-05-01"))
            let facts = try #require(try freeze(Sample.message([reminder])).facts)
            #expect(facts.subject == "Action plan target remand-2024/6.2: " + brief)
            #expect(brief.count <= 60)
        }
    }

    @Test("working days late are counted from the target date, holidays left out")
    func late() throws {
        for (due, late) in [("2024-04-30", 1), ("2024-03-31", 22), ("2024-05-01", 0), ("2024-05-20", 0)] {
            let reminder = Sample.reminder(try target(due), planned: try day("2024-05-01"))
            let facts = try #require(try freeze(Sample.message([reminder])).facts)
            #expect(facts.entries.map(\.workingDaysLate) == [late], "\(due)")
        }
    }

    @Test("an overdue says whom it goes to next and when, supposing that it arrives today")
    func nextStep() throws {
        let first = Sample.reminder(try target("2024-04-30"), planned: try day("2024-05-01"))
        let step = try freeze(Sample.message([first])).facts?.entries.first?.next
        #expect(step == NextStep(role: .deputy, name: "Dora", day: try day("2024-05-16")))

        let told = Sample.recorded(
            "overdue", .overdue, planned: try day("2024-05-01"), fate: .sent(try london("2024-05-01 09:00")))
        let escalated = Sample.reminder(
            try target("2024-04-30", recorded: [told]), .escalated, stage: "deputy", role: .deputy,
            recipient: Sample.dora.id, planned: try day("2024-05-16"))
        let above = try freeze(Sample.message([escalated], to: Sample.dora), at: "2024-05-16 09:00")
        #expect(above.facts?.entries.first?.next == NextStep(role: .manager, name: "Max", day: try day("2024-05-31")))
    }

    @Test("where it goes no further up, the next step is the day on which its reader is written to again")
    func writesAgain() throws {
        let alone = Sample.reminder(
            try target("2024-04-30", owners: [Sample.owner(deputy: nil, manager: nil)]), planned: try day("2024-05-01"))
        let standIn = Sample.reminder(
            try target("2024-04-30", owners: [Sample.owner(holder: nil, deputy: nil, manager: nil)]),
            recipient: Sample.administrator.id,
            standIn: .noPerson, planned: try day("2024-05-01"))
        for (reminder, reader) in [(alone, Sample.ada), (standIn, Sample.administrator)] {
            let facts = try #require(try freeze(Sample.message([reminder], to: reader)).facts)
            let again = NextStep(role: .holder, name: reader.name, day: try day("2024-05-16"))
            #expect(facts.entries.map(\.next) == [again])
        }
    }

    @Test("a rung that was stopped does not come next: the next repeat does, and nothing once the repeats have ended")
    func stopped() throws {
        let told = try Sample.recorded(
            "deputy", .escalated, planned: day("2024-05-16"), fate: .sent(london("2024-05-16 09:00")), role: .deputy,
            recipient: Sample.dora.id)
        let before = try Sample.recorded(
            "overdue", .overdue, planned: day("2024-05-01"), fate: .sent(london("2024-05-01 09:00")))
        let stop = ProposalFacts(owner: OwnerID(1), stage: "manager", occurrence: nil, state: .stopped(because: "no"))
        let target = Sample.target(
            try Sample.due("2024-04-30"), armed: try london("2024-01-02"), recorded: [before, told], proposals: [stop])
        let second = Sample.reminder(target, repetition: 2, planned: try day("2024-05-16"))
        let again = try freeze(Sample.message([second]), at: "2024-05-16 09:00").facts?.entries.first?.next
        #expect(again == NextStep(role: .holder, name: "Ada", day: try day("2024-05-31")))

        let stage = Stage(name: "overdue", rule: .overdue(everyWorkingDays: 10), ending: .repeats(2))
        let policy = try Sample.policy(Schedule(name: "twice", stages: [stage]))
        let frozen = Freezing(under: policy, at: try london("2024-05-16 09:00")).freeze(Sample.message([second]))
        let facts = try #require(frozen.facts)
        #expect(facts.entries.map(\.next) == [nil])
    }

    @Test("nothing comes next after a lead, nor for the last on the ladder but the holder")
    func nothingNext() throws {
        let told = Sample.recorded(
            "overdue", .overdue, planned: try day("2024-05-01"), fate: .sent(try london("2024-05-01 09:00")))
        let lead = Sample.reminder(try target("2024-05-31"), .lead, planned: try day("2024-05-01"))
        let deputy = Sample.reminder(
            try target("2024-04-30", recorded: [told], owners: [Sample.owner(manager: nil)]), .escalated,
            stage: "deputy", role: .deputy, recipient: Sample.dora.id, planned: try day("2024-05-16"))
        for (reminder, reader) in [(lead, Sample.ada), (deputy, Sample.dora)] {
            let facts = try #require(try freeze(Sample.message([reminder], to: reader)).facts)
            #expect(facts.entries.map(\.next) == [nil])
        }
    }

    @Test("where the next rung has no address, the next step names nobody")
    func nextWithoutAddress() throws {
        let owners = [Sample.owner(deputy: Sample.person(12, "Dora", []))]
        let reminder = Sample.reminder(try target("2024-04-30", owners: owners), planned: try day("2024-05-01"))
        let step = try freeze(Sample.message([reminder])).facts?.entries.first?.next
        #expect(step == NextStep(role: .deputy, name: nil, day: try day("2024-05-16")))
    }

    @Test("a joint owner is named, and nothing is said of how they stand")
    func joint() throws {
        let owners = [Sample.owner(1), Sample.owner(2, holder: Sample.bob, answer: .done)]
        let reminder = Sample.reminder(try target("2024-04-30", owners: owners), planned: try day("2024-05-01"))
        let entry = try freeze(Sample.message([reminder])).facts?.entries.first
        #expect(entry?.owner == "Head of Unit 1" && entry?.jointOwners == ["Head of Unit 2"])
    }

    @Test("a start gives its day, and a standing commitment none")
    func daysOfOtherKinds() throws {
        let start = Sample.target(try Sample.starts("2024-05-31"), armed: try london("2024-01-02"))
        let standing = Sample.target(Sample.ongoing, armed: try london("2023-05-01"))
        let rows: [(TargetFacts, ReminderKind, String?)] = [
            (start, .starts, "2024-05-31"), (standing, .checkIn, nil),
        ]
        for (target, kind, expected) in rows {
            let reminder = Sample.reminder(target, kind, planned: try day("2024-05-01"))
            let entry = try freeze(Sample.message([reminder])).facts?.entries.first
            let due = try expected.map { try day($0) }
            #expect(entry?.due == due)
            #expect(entry?.workingDaysLate == 0 && entry?.next == nil)
        }
    }
}
