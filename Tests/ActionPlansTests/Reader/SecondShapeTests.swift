// The second shape: a column of responses, two editions in one table with banners anywhere, two lists, narrower rows
// after page breaks, tails of one recommendation in the first row of the next.

import CivilTime
import Testing

@testable import ActionPlans

@Suite("A plan of two editions in one table")
struct SecondShapeTests {
    let plan: PlanDraft

    init() throws { plan = try PlanReader.read(PlanText.read(FerryPlan.text)) }

    private func edition(_ reference: String, _ id: String) throws -> RecommendationEdition {
        let recommendation = try #require(plan.recommendations.first { $0.referenceNumber == reference })
        return try #require(recommendation.editions.first { $0.edition == id })
    }

    @Test("both editions are found, with the days on which they were submitted")
    func editions() {
        #expect(plan.published?.description == "2023-05-08")
        #expect(plan.editions.map(\.id) == ["2023-05", "2023-11"])
        #expect(plan.editions.map(\.label) == ["Action Plan (May 2023)", "Action Plan Update (November 2023)"])
        #expect(plan.editions.map(\.kind) == [.original, .update])
        #expect(plan.editions.map { $0.date?.description } == ["2023-05-08", "2023-11-20"])
    }

    @Test("the second list is numbered anew, and its references begin with an a")
    func sections() {
        #expect(plan.recommendations.map(\.referenceNumber) == ["1", "2", "3", "a1", "a3"])
        #expect(plan.recommendations.map(\.section) == [.main, .main, .main, .additional, .additional])
        #expect(plan.recommendations[4].reference(ofStatement: 2) == "a3.2")
    }

    @Test("a heading is found in a row of its own, in a narrower row, and within the cell of the recommendation")
    func headings() {
        #expect(
            plan.recommendations.map(\.directedAt) == [
                "The Ferry Company, the Harbour Trust and the Council", "The Ferry Company",
                "The Harbour Trust and the Ferry Company", "The Council and the Ferry Company",
                "The Council and the Ferry Company",
            ])
        #expect(plan.recommendations[3].text == "Publish how often boats are late.")
    }

    @Test("responses come from their column, and a slip below one changes nothing but is told")
    func responses() {
        #expect(plan.recommendations.map(\.response) == [.partlyAgreed, .agreed, .agreed, .agreed, .notAgreed])
        #expect(plan.problems.contains { $0.line == 29 && $0.message.contains("\"Tally agreed\"") })
    }

    @Test(
        "owners and dates of each edition stand apart",
        arguments: [
            ("1", "2023-05", ["Head of Fleet and Senior Purser, FC"], ["June 2023", "Completed"]),
            ("1", "2023-11", ["Head of Fleet and Senior Purser, FC"], ["Completed and March 2024"]),
            ("2", "2023-05", ["Head of Training FC"], ["September 2023", "Completed"]),
            ("2", "2023-11", ["Head of Training FC", "Crew Manager"], ["Completed and ongoing", "April 2024"]),
            ("3", "2023-05", ["Trust Engineer"], ["July 2023", "October 2023", "December 2023"]),
            ("3", "2023-11", ["Trust Engineer"], ["January 2024"]),
            ("a1", "2023-05", ["Clerk to the Council"], ["August 2023", "September 2023"]),
            (
                "a1", "2023-11", ["Clerk to the Council", "Web Editor"],
                ["Completed and quarterly", "Commencing April 2024"]
            ),
            ("a3", "2023-05", [], []),
        ])
    func columns(reference: String, id: String, owners: [String], phrases: [String]) throws {
        let edition = try edition(reference, id)
        #expect(edition.owners == owners)
        #expect(edition.targetDates.map(\.phrase) == phrases)
    }

    @Test("the reason for a partial answer is an action that surely has no date")
    func reason() throws {
        let actions = try edition("1", "2023-05").actions
        #expect(actions.map(\.pairing) == [.certain, .likely, .likely])
        #expect(actions.map { $0.targetDates.map(\.n) } == [[], [1], [2]])
    }

    @Test("a sentence parted by a page break is one action, in a narrower row too")
    func tail() throws {
        let actions = try edition("2", "2023-05").actions
        #expect(actions.count == 2)
        #expect(actions[0].text.hasSuffix("rules of the Sea School; it takes two days and ends with a test."))
        #expect(actions.map(\.pairing) == [.certain, .certain])
    }

    @Test("the end of one recommendation's action is not the beginning of the next one's")
    func tailInNextRow() throws {
        #expect(
            try edition("2", "2023-11").actions[1].text.hasSuffix(
                "and work in shifts. The last course is planned for spring."))
        #expect(try edition("3", "2023-05").actions[0].text == "New lamps will be bought for the two largest rooms.")
        let text = try edition("3", "2023-11").actions[0].text
        #expect(
            text.hasSuffix(
                "\u{2022} all rooms were surveyed, \u{2022} new lamps were ordered, \u{2022} the old ones go to the museum."
            ))
    }

    @Test("a tail that the document prints twice is read once")
    func repeatedTail() throws {
        let actions = try edition("a1", "2023-05").actions
        #expect(actions.count == 2)
        #expect(
            actions[0].text
                == "The council will print a table of late boats each month so that islanders can see it on every pier."
        )
        #expect(actions[1].text == "The table will be on the company's website too.")
    }

    @Test("two dates beside the only action of a row both belong to it")
    func twoDates() throws {
        let actions = try edition("3", "2023-05").actions
        #expect(actions.map { $0.targetDates.map(\.n) } == [[1, 2], [3]])
        #expect(actions.map(\.pairing) == [.certain, .certain])
    }

    @Test("as many owners as dates in one row go together in order; a row's only owner goes with its dates")
    func statementOwners() throws {
        #expect(try edition("2", "2023-11").targetDates.map(\.owners) == [["Head of Training FC"], ["Crew Manager"]])
        #expect(try edition("3", "2023-05").targetDates.map(\.owners) == [["Trust Engineer"], ["Trust Engineer"], []])
    }

    @Test("a missing number and a slip stand on the worklist with their lines, and nothing else")
    func problems() {
        #expect(plan.problems.map(\.line) == [29, 40])
        #expect(plan.problems.map(\.where) == ["recommendation 3", "additional recommendation 3"])
        #expect(plan.problems[1].message.hasPrefix("number 2 is missing between 1 and 3."))
    }
}
