// Plans in the layouts of other bodies, each read as a person reads it; and the doubts that such tables raise.

import Testing

@testable import ActionPlans

@Suite("Layouts of other bodies")
struct LayoutTests {
    @Test(
        "each layout is read as a person reads it",
        arguments: PublishedLayout.councilLayouts + PublishedLayout.serviceLayouts + PublishedLayout.responseLayouts
            + PublishedLayout.mixedLayouts + PublishedLayout.labelledLayouts)
    func layouts(_ layout: PublishedLayout) throws {
        let told = PublishedLayout.told(try layout.read())
        #expect(told.split(separator: "\n") == layout.reads.split(separator: "\n"))
    }

    private func problems(
        _ row: String, under headings: String = "No | Recommendation | Response | Action | Owner | Target date"
    )
        throws -> [String]
    {
        try PublishedLayout("", text: "Plan submitted: 3 June 2024\n\n\(headings)\n\(row)", reads: "").read().problems
            .map(\.message)
    }

    @Test(
        "what a row says against itself is told, and the target date is kept",
        arguments: [
            ("1 | Plant. | Agreed | We will plant by June 2025. | Gardener | April 2025", "\"by June 2025\""),
            (
                "1 | Plant. | Agreed | We will have planted trees before 1 May 2025. | Gardener | Autumn 2025",
                "\"before 1"
            ),
            ("1 | Plant. | Agreed | We will plant by June 2025. | Gardener | Completed", "\"by June 2025\""),
            ("1 | Plant. | Agreed | We will plant trees. | Gardener | April 2024", "already past"),
            ("1 | Plant. | Agreed | We will plant trees. | Gardener | 31 April 2025", "31 April is not a day"),
            ("1 | Plant. | Agreed | We will plant trees. | Gardener | October 2025 to March 2025", "before it begins"),
            ("1 | Plant. | Agreed | We will plant by June 2025. | Gardener |", "no target date is printed, but"),
        ])
    func contradictions(row: String, told: String) throws {
        let found = try problems(row)
        #expect(found.contains { $0.contains(told) }, "\(found)")
    }

    @Test(
        "what only seems to be said against a date is not told",
        arguments: [
            "1 | Plant. | Agreed | We will plant trees by the end of April 2025. | Gardener | April 2025",
            "1 | Plant. | Agreed | Trees were planted by May 2023, and we will plant more. | Gardener | Spring 2025",
            "1 | Plant. | Agreed | We will finish the first bed by May 2025 and all by June 2025. | Gardener | June 2025",
            "1 | Plant. | Agreed | We will plant trees by hand. | Gardener | June 2025",
        ])
    func agreements(row: String) throws { #expect(try problems(row) == []) }

    @Test("a start after its end, and a status that says done, are told beside the date")
    func cellsBesideTheDate() throws {
        let start = try problems(
            "1 | Plant. | Buy trees. | Gardener | 1 May 2026 | 1 May 2025",
            under: "No | Recommendation | Action | Owner | Start date | End date")
        #expect(start.contains { $0.contains("due before its start") })
        let done = try problems(
            "1 | Plant. | Buy trees. | Gardener | 1 May 2025 | Complete",
            under: "No | Recommendation | Action | Owner | Due | Status")
        #expect(done.contains { $0.contains("its status reads \"Complete\"") })
    }

    @Test(
        "an original and a revised date are one statement, read from the one that stands",
        arguments: [
            ("March 2025 | June 2025", "March 2025, revised to June 2025", "2025-06-30"),
            ("March 2025 | ", "March 2025", "2025-03-31"), ("March 2025 | n/a", "March 2025", "2025-03-31"),
            ("March 2025 | No change", "March 2025", "2025-03-31"), ("March 2025 | -", "March 2025", "2025-03-31"),
            ("March 2025 | <s>June 2025</s>", "March 2025", "2025-03-31"),
            ("March 2025 | March 2025", "March 2025", "2025-03-31"), (" | June 2025", "June 2025", "2025-06-30"),
            ("31/03/2025 | Q1 2025/26", "31/03/2025, revised to Q1 2025/26", "2025-06-30"),
            ("Completed | June 2025", "Completed, revised to June 2025", "2025-06-30"),
            ("March 2025 | TBC", "March 2025, revised to TBC", ""),
        ])
    func revised(dates: String, phrase: String, due: String) throws {
        let plan = try PublishedLayout(
            "",
            text:
                "Plan submitted: 3 June 2024\n\nNo | Recommendation | Action | Owner | Original target date | Revised date"
                + "\n1 | Plant. | Buy trees. | Gardener | \(dates)", reads: ""
        ).read()
        let statements = plan.recommendations[0].editions[0].targetDates
        #expect(statements.map(\.phrase) == [phrase])
        #expect(statements.flatMap(\.readings).map { $0.due?.description ?? "" } == [due])
    }

    @Test("dates that are only told in the text of a plan without a column of dates are no target dates")
    func toldDates() throws {
        let plan = try PublishedLayout(
            "",
            text: """
                Plan submitted: 3 June 2024

                Recommendation | Response
                1. Plant trees. | Accepted. The guide (published in March 2023) will be kept (Woodlands Act 2014).
                """, reads: ""
        ).read()
        #expect(plan.recommendations[0].editions[0].targetDates == [])
    }

    @Test("six thousand actions and dates in one row are read, each action with a date")
    func vast() throws {
        let count = 6_000
        let actions = (1...count).map { "We will plant tree \($0)." }.joined(separator: "  ")
        let dates = Array(repeating: "May 2025", count: count).joined(separator: "  ")
        let plan = try PublishedLayout(
            "",
            text:
                "No | Recommendation | Response | Action | Owner | Target date\n1 | Plant. | Agreed | \(actions) | "
                + "Gardener | \(dates)", reads: ""
        ).read()
        let edition = try #require(plan.recommendations.first?.editions.first)
        #expect(edition.actions.count == count)
        #expect(edition.actions.allSatisfy { $0.pairing == .likely })
    }
}
