// The first shape: response and actions in one cell, broken HTML, page breaks inside rows.

import CivilTime
import Testing

@testable import ActionPlans

@Suite("A plan whose cells mix response and actions")
struct FirstShapeTests {
    let plan: PlanDraft

    init() throws { plan = try PlanReader.read(PlanText.read(LibraryPlan.text)) }

    private func edition(_ number: String) throws -> RecommendationEdition {
        try #require(plan.recommendations.first { $0.number == number }?.editions.first)
    }

    @Test("the title and the plan's own day come from the lines above the table, never the inspection's day")
    func frontMatter() {
        #expect(plan.title == "An inspection of the libraries of Brackenshire")
        #expect(plan.published?.description == "2025-03-09")
        #expect(plan.editions.map(\.id) == ["2025-03"])
        #expect(plan.editions.map(\.kind) == [.original])
    }

    @Test("each recommendation is found with its response, as the first words of the actions print it")
    func responses() {
        #expect(plan.recommendations.map(\.number) == ["1", "2", "3", "4"])
        #expect(plan.recommendations.map(\.response) == [.partiallyAccepted, .accepted, .accepted, .accepted])
        #expect(plan.recommendations[0].responseAsPrinted == "Partially Accepted.")
    }

    @Test("a heading gives the body, without \"should\", and without the body it should work with")
    func headings() {
        #expect(
            plan.recommendations.map(\.directedAt) == [
                "The Brackenshire Library Board", "The County Records Office", "Schools", "Schools",
            ])
    }

    @Test("text that a page break parted is joined, and is no heading")
    func texts() {
        #expect(plan.recommendations[1].text == "Put the parish registers online, free of charge.")
        #expect(plan.recommendations[3].text == "Report lost books to the branch that lent them.")
    }

    @Test(
        "owners are read one a paragraph, joined over page breaks, without the stop at the end",
        arguments: [
            ("1", ["Head of Branches, Brackenshire Library Board", "County Archivist, County Records Office"]),
            ("2", ["Deputy Director, Collections, County Records Office"]),
            ("3", ["Head of Branches, Brackenshire Library Board"]),
            ("4", ["Head of Branches, Brackenshire Library Board", "County Archivist, County Records Office"]),
        ])
    func owners(number: String, owners: [String]) throws {
        #expect(try edition(number).owners == owners)
    }

    @Test(
        "every printed date is a statement with its words, two in one paragraph too",
        arguments: [
            (
                "1",
                ["Lending charter to be published by June 2025.", "Reading Week guidance was published December 2024."]
            ),
            ("2", ["April 2025.", "September 2025.", "Spring 2026."]),
            ("3", ["June 2025.", "May 2025 to July 2026."]),
            ("4", ["October 2025.", "November 2025."]),
        ])
    func phrases(number: String, phrases: [String]) throws {
        let statements = try edition(number).targetDates
        #expect(statements.map(\.phrase) == phrases)
        #expect(statements.map(\.n) == Array(1...phrases.count))
    }

    @Test("a date that names a thing pairs for certain with the action that speaks of it")
    func namedDate() throws {
        let actions = try edition("1").actions
        #expect(actions[0].label == "a")
        #expect(actions[0].text == "The BLB will write a lending charter that sets the hours.")
        #expect(
            actions[0].targetDates == [
                StatementReference(n: 1, phrase: "Lending charter to be published by June 2025.")
            ])
        #expect(actions[0].pairing == .certain)
        #expect(actions[0].owners == ["Head of Branches, Brackenshire Library Board"])
        #expect(actions[1].label == "b")
        #expect(actions[1].targetDates.isEmpty)
        #expect(actions.last?.targetDates.map(\.n) == [2])
        #expect(actions.last?.pairing == .certain)
    }

    @Test("what one recommendation dates, another's bare date of the same day may mean")
    func deliverable() throws {
        let actions = try edition("3").actions
        #expect(actions.map { $0.targetDates.map(\.n) } == [[1], [2]])
        #expect(actions.map(\.pairing) == [.certain, .likely])
    }

    @Test("acceptance and duties are no actions")
    func notActions() throws {
        let texts = try edition("1").actions.map(\.text) + edition("3").actions.map(\.text)
        #expect(!texts.contains { $0.contains("Accepted") || $0.contains("partly accepted") })
        #expect(!texts.contains { $0.contains("have a duty") })
    }

    @Test("bullets are counted on over the page break, dates in order are likely, one to one on a page is certain")
    func bullets() throws {
        let actions = try edition("2").actions.filter { $0.label != nil }
        #expect(actions.map(\.label) == ["bullet 1", "bullet 2", "bullet 3"])
        #expect(actions.map { $0.targetDates.map(\.n) } == [[1], [2], [3]])
        #expect(actions.map(\.pairing) == [.likely, .likely, .certain])
        #expect(actions[2].text == "Checking each page against the original.")
    }

    @Test("an action that a page break parted in the middle of a sentence is one action")
    func partedAction() throws {
        let actions = try edition("4").actions
        #expect(actions.map(\.label) == ["a", "b"])
        #expect(actions[0].text == "The BLB will send one list to all schools and ask them to answer within a month.")
        #expect(actions.map(\.pairing) == [.likely, .likely])
        #expect(
            actions.map(\.owners.first) == [
                "Head of Branches, Brackenshire Library Board", "County Archivist, County Records Office",
            ])
    }

    @Test("a plan that says everything has an empty worklist")
    func noProblems() { #expect(plan.problems == []) }

    @Test(
        "an acceptance that also tells of a step leaves no pairing certain",
        arguments: [
            ("The board accepts this recommendation.", Pairing.certain),
            ("The board accepts this recommendation, as a loans policy was issued to branches in the spring.", .likely),
            ("The board accepts this recommendation and will buy a van.", .likely),
        ])
    func acceptances(acceptance: String, pairing: Pairing) throws {
        let text = """
            Action Plan Submitted: 9 March 2025

            No\tRecommendation\tResponse Action Taken/Planned\tResponsible Owner\tTarget Date
            1\tLend books to ships.\t<p>Accepted.</p> <p>\(acceptance)</p> <p>The board will ask captains what they \
            read.</p>\tHead of Branches\tJune 2025.
            """
        let plan = try PlanReader.read(PlanText.read(text))
        let actions = try #require(plan.recommendations.first?.editions.first?.actions)
        #expect(actions.map(\.pairing) == [pairing])
        #expect(actions.first?.targetDates.map(\.phrase) == ["June 2025."])
    }
}
