// Separated values: quoting, separators found from the content, headings, maps, the template.

import ActionPlans
import Testing

@testable import Documents

@Suite("Separated values")
struct TextFileTests {
    private func records(_ text: String, _ separator: Character = ",") throws -> [[String]] {
        let byte = try #require(separator.asciiValue)
        return try SeparatedValues.records(Array(text.utf8)[...], separator: byte, limits: .init()).map(\.cells)
    }

    @Test(
        "cells are quoted as RFC 4180 says, and loose marks are characters",
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("\"a,b\",c", [["a,b", "c"]]), ("\"a \"\"b\"\" c\",d", [["a \"b\" c", "d"]]),
            ("\"two\r\nlines\",x\ny,z", [["two\r\nlines", "x"], ["y", "z"]]),
            ("\"\",\"\"", [["", ""]]), ("a\"b,c", [["a\"b", "c"]]),
            ("\"never closed,x\ny,z", [["\"never closed", "x"], ["y", "z"]]),
            ("\"Charter\" to be made,x", [["\"Charter\" to be made", "x"]]),
            ("a,\n\n,b", [["a", ""], [""], ["", "b"]]),
            ("a\rb", [["a"], ["b"]]), ("", []),
        ] as [(String, [[String]])])
    func quoting(text: String, expected: [[String]]) throws { #expect(try records(text) == expected) }

    private func draft(_ text: String, map: [String] = []) throws -> PlanDraft {
        let options = DocumentOptions(map: try ColumnMap(map))
        return try PlanReader.read(try DocumentReader.read(bytes: Array(text.utf8), name: "plan.csv", options: options))
    }

    @Test("a sheet with one row an action, everything repeated, and columns of section, body and edition is one plan")
    func tidy() throws {
        let plan = try draft(
            """
            target_date;Owner;Action;edition;Rec no;Section;Directed at;Recommendation;Response;RAG;Comments
            May 2023;Clerk;The trust will count trees.;January 2023;1;main;The Trust;Count trees.;Agreed;green;
            June 2023;Clerk;The trust will prune trees.;January 2023;2;main;The Council;Prune trees.;Agreed;red;late
            July 2023;Clerk;The trust will sell fruit.;January 2023;1;additional;The Trust;Sell fruit.;Agreed;;
            May 2024;Clerk;The trust has counted half.;December 2023;1;main;The Trust;Count trees.;Agreed;;
            """)
        #expect(plan.editions.map(\.id) == ["2023-01", "2023-12"])
        #expect(
            plan.recommendations.map(\.place) == [
                "recommendation 1", "recommendation 2", "additional recommendation 1",
            ])
        #expect(plan.recommendations.map(\.directedAt) == ["The Trust", "The Council", "The Trust"])
        #expect(plan.recommendations[0].text == "Count trees.")
        #expect(plan.recommendations[0].editions.map { $0.targetDates.map(\.phrase) } == [["May 2023"], ["May 2024"]])
        #expect(!plan.problems.contains { $0.severity == .error })
    }

    @Test("columns under other headings are mapped, and the rest is passed by")
    func mapped() throws {
        let text = """
            Nr;Ask;We say;We do;Colour;Weather;Who;Until
            1;Plant trees.;Agreed;We will plant them.;red;dry;Clerk;May 2025
            """
        let map = [
            "nr=number", "ask=recommendation", "We  say=response", "we do=action", "who=owner", "until=target date",
        ]
        let plan = try draft(text, map: map)
        #expect(plan.recommendations[0].editions[0].targetDates.map(\.phrase) == ["May 2025"])
        #expect(plan.recommendations[0].editions[0].owners == ["Clerk"])
        let fault = try #require(throws: DocumentError.self) { try draft(text, map: ["Hue=owner"]) }
        #expect("\(fault)".contains("\"hue\"") || "\(fault)".contains("\"Hue\""))
    }

    @Test(
        "a map that says nothing is refused with the fields there are", arguments: ["owner", "=owner", "Who=boss"])
    func badMap(argument: String) throws {
        let fault = try #require(throws: ColumnMapFault.self) { try ColumnMap([argument]) }
        #expect("\(fault)".contains("target date"))
    }

    @Test("the template reads back as the plan it shows")
    func template() throws {
        let plan = try draft(DocumentTemplate.csv)
        #expect(plan.published?.description == "2026-01-12")
        #expect(plan.recommendations.map(\.place) == ["recommendation 1", "additional recommendation 1"])
        #expect(plan.recommendations[0].editions[0].actions.map(\.pairing) == [.certain, .certain])
        #expect(plan.problems.isEmpty, "\(plan.problems)")
    }

    @Test("cells of several lines hold paragraphs and typed bullets")
    func lines() throws {
        let plan = try draft(
            """
            sep=,
            No,Recommendation,Response,Action,Owner,Target date
            1,Plant trees.,Agreed,"We will:
            - buy trees,
            - plant them.",Clerk,"May 2025
            June 2025"
            """)
        let edition = plan.recommendations[0].editions[0]
        #expect(edition.targetDates.map(\.phrase) == ["May 2025", "June 2025"])
        #expect(edition.actions.map(\.label) == [nil, "bullet 1", "bullet 2"])
    }
}
