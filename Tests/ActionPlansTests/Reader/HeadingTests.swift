// The headings of plans' tables as bodies print them, each with the part that its column plays. A column that is not
// read is a dash.

import Testing

@testable import ActionPlans

@Suite("Headings of columns")
struct HeadingTests {
    private static let letters: [ColumnRole?: String] = [
        .section: "section", .number: "number", .directedAt: "body", .recommendation: "recommendation",
        .response: "response", .action: "action", .owner: "owner", .date: "date", .edition: "edition",
        .revisedDate: "revised", .startDate: "start", .ownerAndDate: "owner+date", .status: "status",
        .completedOn: "completed", nil: "-",
    ]

    @Test(
        "each column is taken for what a person takes it for",
        arguments: [
            (
                "Ref No | Area requiring improvement (Recommendations) | Action required | Planned completion date | Lead officer / agency",
                "number recommendation action date owner"
            ),
            (
                "1. Rec. no | 2. Recommendation | 3. Agreed / Partly agreed | 4. Response, action taken | 5. Function responsible | 6. Target date",
                "number recommendation response action owner date"
            ),
            (
                "No. | Recommendation | Accepted Y/N | Action to be taken | By whom | By when | Evidence of completion",
                "number recommendation response action owner date -"
            ),
            (
                "Finding | Risk rating | Recommendation | Management response | Responsible officer | Implementation date",
                "- - recommendation action owner date"
            ),
            (
                "Ref | Must do / should do | Action | Executive lead | Start date | Completion date | Status (BRAG)",
                "number recommendation action owner start date status"
            ),
            (
                "Recommendation number and text | Government response | Lead department | Timescale | Progress update",
                "recommendation action owner date -"
            ),
            (
                "Rec | Theme | Recommendation | Owner | Original deadline | Revised deadline | Position at March 2024",
                "number - recommendation owner date revised -"
            ),
            (
                "Rec | Recommendation | Owner | Deadline | Progress to June 2024", "number recommendation owner date -"
            ),
            ("Areas for improvement (AFI) | Our response | Force lead | Due", "recommendation action owner date"),
            ("Concern | Response | Date for completion | Accountable person", "recommendation action date owner"),
            (
                "Item | Issue identified | Agreed action | Person responsible | Deadline | Completed?",
                "number recommendation action owner date -"
            ),
            (
                "# | Recommendation | Org response | Planned action | Resp. person | Target",
                "number recommendation response action owner date"
            ),
            (
                "Rec no. | Recommendation | Accepted/Rejected | What are we going to do? | Who is responsible? | When by?",
                "number recommendation response action owner date"
            ),
            (
                "Ref. | Recommendation | Response | Action(s) | Action owner(s) | Date due | Date completed",
                "number recommendation response action owner date completed"
            ),
            (
                "Recommendation | Lead body | Supporting bodies | Milestones | Expected completion",
                "recommendation owner - action date"
            ),
        ])
    func roles(headings: String, roles: String) throws {
        let texts = headings.split(separator: "|").map { Prose.trimmed($0) }
        let row = CellTable.Row(cells: texts.map { CellTable.Cell(text: $0, line: 1) }, line: 1)
        let layout = try #require(ColumnLayout(headings: row))
        #expect(layout.roles.map { Self.letters[$0] ?? "?" } == roles.split(separator: " ").map(String.init))
    }

    @Test("a row of the plan itself is no row of headings, whatever it holds")
    func rows() {
        let texts = [
            "1", "The board should review its action plan.", "Agreed", "Lead officer", "Position at March 2024",
        ]
        let row = CellTable.Row(cells: texts.map { CellTable.Cell(text: $0, line: 1) }, line: 1)
        #expect(ColumnLayout(headings: row) == nil)
    }
}
