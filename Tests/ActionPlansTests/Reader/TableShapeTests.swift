// Tables of the same family in other clothes: columns in another order, fewer of them, headings on each page, numbers in
// the text; and documents that are no plan.

import Testing

@testable import ActionPlans

@Suite("Tables in other shapes")
struct TableShapeTests {
    private func read(_ rows: [[String]]) throws -> PlanDraft {
        let text =
            "Action Plan Submitted: 3 June 2024\n\n" + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        return try PlanReader.read(PlanText.read(text))
    }

    @Test("columns stand in any order")
    func anyOrder() throws {
        let plan = try read([
            ["Deadline", "Lead", "Recommendation", "Ref", "Position", "Steps"],
            ["May 2025", "Head Gardener", "Plant trees.", "R7", "Agreed", "The council will plant forty trees."],
        ])
        let one = try #require(plan.recommendations.first)
        #expect(one.number == "7")
        #expect(one.text == "Plant trees.")
        #expect(one.response == .agreed)
        #expect(one.editions[0].owners == ["Head Gardener"])
        #expect(one.editions[0].targetDates.map(\.phrase) == ["May 2025"])
        #expect(one.editions[0].actions.map(\.pairing) == [.certain])
    }

    @Test("the headings may be printed again on each page")
    func repeatedHeadings() throws {
        let headings = ["No", "Recommendation", "Response", "Action", "Owner", "Target date"]
        let plan = try read([
            headings, ["1", "Plant trees.", "Agreed", "We will plant them.", "Head Gardener", "May 2025"], [""],
            headings,
            ["2", "Water them.", "Agreed", "We will water them.", "Head Gardener", "June 2025"],
        ])
        #expect(plan.recommendations.map(\.number) == ["1", "2"])
    }

    @Test("numbers may stand in the text of the recommendation")
    func numbersInText() throws {
        let plan = try read([
            ["Recommendation", "Response", "Action", "Owner", "Target date"],
            ["4a. Plant trees.", "Agreed", "We will plant them.", "Head Gardener", "May 2025"],
            ["4b. Water them.", "Noted", "We will water them.", "Head Gardener", "June 2025"],
        ])
        #expect(plan.recommendations.map(\.number) == ["4a", "4b"])
        #expect(plan.recommendations.map(\.text) == ["Plant trees.", "Water them."])
        #expect(plan.recommendations.map(\.response) == [.agreed, .noted])
    }

    @Test("where no response is printed at all, the cell beside the recommendation is its action")
    func withoutResponses() throws {
        let plan = try read([
            ["No", "Recommendation", "Action", "Owner", "Target date"],
            ["1", "Plant trees.", "Buy forty trees", "Head Gardener", "May 2025"],
        ])
        let edition = plan.recommendations[0].editions[0]
        #expect(edition.actions.map(\.text) == ["Buy forty trees"])
        #expect(edition.actions.map(\.pairing) == [.certain])
    }

    @Test("one date beside two actions belongs to neither, and a person is asked")
    func unclear() throws {
        let plan = try read([
            ["No", "Recommendation", "Response", "Action", "Owner", "Target date"],
            ["1", "Plant trees.", "Agreed", "We will buy trees.  We will plant them.", "Head Gardener", "May 2025"],
        ])
        let edition = plan.recommendations[0].editions[0]
        #expect(edition.targetDates.count == 1)
        #expect(edition.actions.map(\.pairing) == [.unclear, .unclear])
        #expect(edition.actions.allSatisfy { $0.targetDates.isEmpty })
        #expect(plan.problems.map(\.line) == [4])
        #expect(plan.problems[0].message.contains("\"May 2025\""))
    }

    @Test("the same words beside another date are another action, not a tail that was printed twice")
    func sameWords() throws {
        let plan = try read([
            ["No", "Recommendation", "Response", "Action", "Owner", "Target date"],
            ["1", "Plant trees.", "Agreed", "We will plant ten more trees.", "Head Gardener", "May 2025"],
            ["", "", "", "We will plant ten more trees.", "Head Gardener", "May 2026"],
        ])
        let actions = plan.recommendations[0].editions[0].actions
        #expect(actions.map { $0.targetDates.map(\.phrase) } == [["May 2025"], ["May 2026"]])
    }

    @Test("several owners beside one action and one date answer for it together")
    func jointOwners() throws {
        let plan = try read([
            ["No", "Recommendation", "Response", "Action", "Owner", "Target date"],
            ["1", "Plant trees.", "Agreed", "We will plant them.", "Head Gardener  Treasurer", "May 2025"],
        ])
        #expect(plan.recommendations[0].editions[0].targetDates[0].owners == ["Head Gardener", "Treasurer"])
    }

    @Test("a promise without a date, a date that says nothing and a number used twice are told with line and place")
    func problems() throws {
        let plan = try read([
            ["No", "Recommendation", "Response", "Action", "Owner", "Target date"],
            ["1", "Plant trees.", "Agreed", "We will plant them.", "Head Gardener", ""],
            ["2", "Water them.", "Agreed", "We will water them.", "Head Gardener", "in due course"],
            ["2", "Prune them.", "Perhaps", "We will prune them.", "", "May 2025"],
        ])
        let found = plan.problems.map { "\($0.line ?? 0) \($0.where) \($0.severity.rawValue)" }
        #expect(found.contains("4 recommendation 1 warning"))
        #expect(found.contains("5 recommendation 2 warning"))
        #expect(found.contains("6 recommendation 2 error"))
        #expect(plan.problems.contains { $0.line == 6 && $0.message.contains("\"Perhaps\"") })
        #expect(plan.problems.contains { $0.line == 6 && $0.message.contains("no owner is printed") })
    }

    @Test("two spellings of what may be one post are told once")
    func nearDuplicates() throws {
        let plan = try read([
            ["No", "Recommendation", "Response", "Action", "Owner", "Target date"],
            ["1", "Plant trees.", "Agreed", "We will plant them.", "Head Gardener, Parks", "May 2025"],
            ["2", "Water them.", "Agreed", "We will water them.", "Head Gardener Parks", "May 2025"],
        ])
        #expect(plan.problems.map(\.line) == [5])
        #expect(plan.problems[0].message.contains("\"Head Gardener, Parks\" and \"Head Gardener Parks\""))
    }

    @Test(
        "what is no plan is refused with what was looked for and what was found",
        arguments: [
            ("", "an empty document"),
            ("Dear reader,\n\nthere is no table here.", "2 paragraphs and no table"),
            ("Name\tColour\nRose\tred", "1 tables, none with such headings"),
            ("No\tRecommendation\tAction\tOwner\tTarget date", "the headings of a plan's table and 0 rows below them"),
        ])
    func notAPlan(text: String, found: String) throws {
        let error = try #require(throws: NotAPlan.self) { try PlanReader.read(PlanText.read(text)) }
        #expect(error.found.hasPrefix(found), "\(error)")
    }

    @Test("half a plan is read as far as it goes, and says where it stops")
    func halfAPlan() throws {
        let text = LibraryPlan.text
        let cut = try #require(text.range(ofText: "The BLB will send one list"))
        let plan = try PlanReader.read(PlanText.read(String(text[..<cut]) + "The BLB will send one"))
        #expect(plan.recommendations.map(\.number) == ["1", "2", "3", "4"])
        #expect(plan.problems.contains { $0.where == "recommendation 4" && $0.message.contains("stops in the middle") })
    }
}

extension String {
    /// Where `text` begins, without Foundation.
    func range(ofText text: String) -> Index? {
        indices.first { self[$0...].hasPrefix(text) }
    }
}
