// The small readers: markup, owners, dates side by side, responses, numbers, headings, banners.

import Testing

@testable import ActionPlans

@Suite("The contents of single cells")
struct CellTests {
    @Test(
        "broken markup gives its paragraphs and bullets",
        arguments: [
            ("plain text", ["plain text"]),
            ("<p>One.</p> <p>Two.</p>", ["One.", "Two."]),
            ("<ul> <li>one <li>two</ul>three", ["one", "two", "three"]),
            ("<ul style=\"x\"> <p>in a list</p>", ["in a list"]),
            ("there <b>mus</b>t be", ["there must be"]),
            ("see <a href=\"https://a.example/b\">the page</a>", ["see the page"]),
            ("a &amp; b &#8217;s &lt;c> &unknown;", ["a & b \u{2019}s <c> &unknown;"]),
            ("5 < 6 and 7 > 6", ["5 < 6 and 7 > 6"]),
            ("One.  Two.", ["One.", "Two."]),
            ("going  on", ["going on"]),
            ("Lead; \u{2022} one \u{2022} two", ["Lead;", "one", "two"]),
            ("one<br/>two", ["one", "two"]), ("<blink>kept</blink>", ["kept"]), ("<p", ["<p"]), ("", []),
        ])
    func markup(cell: String, blocks: [String]) { #expect(Markup.blocks(of: cell, line: 1).map(\.text) == blocks) }

    @Test(
        "two dates side by side are two statements, two readings of one are one",
        arguments: [
            ("April 2020 December 2020", ["April 2020", "December 2020"]),
            ("January 2024. March 2024.", ["January 2024.", "March 2024."]),
            ("Completed and April 2021", ["Completed and April 2021"]),
            ("Completed and ongoing", ["Completed and ongoing"]),
            ("October 2023 to March 2025.", ["October 2023 to March 2025."]),
            ("Concordat to be signed by April 2024.", ["Concordat to be signed by April 2024."]),
            ("Completed. April 2021", ["Completed.", "April 2021"]),
            ("June 2024, July 2024", ["June 2024, July 2024"]),
            ("March 2020  Completed", ["March 2020", "Completed"]),
            ("", []),
        ])
    func dates(cell: String, phrases: [String]) {
        #expect(DateCell.phrases(Markup.blocks(of: cell, line: 1)).map(\.text) == phrases)
    }

    @Test(
        "owners are parted by paragraphs and by two spaces only",
        arguments: [
            ("Head of A and Head of B, C & D", ["Head of A and Head of B, C & D"]),
            ("Head of A  Head of B", ["Head of A", "Head of B"]),
            ("<p>Head of A.</p><p>Head of B.</p>", ["Head of A", "Head of B"]),
            ("<p>Head of A,</p><p>Ministry of B.</p>", ["Head of A, Ministry of B"]),
            ("", []),
        ])
    func owners(cell: String, names: [String]) {
        #expect(OwnerCell.paragraphs(Markup.blocks(of: cell, line: 1)).map(OwnerCell.name) == names)
    }

    @Test(
        "responses are known in their usual words and near them",
        arguments: [
            ("Accepted.", Response.accepted), ("Partially accepted", .partiallyAccepted), ("AGREED", .agreed),
            ("Partly Agreed", .partlyAgreed), ("Not agreed.", .notAgreed), ("Noted", .noted),
            ("Not accepted", .notAccepted),
            ("Party agreed", .partlyAgreed), ("Perhaps", nil), ("We agreed with much of this.", nil),
            ("Nut agreed", nil),
        ] as [(String, Response?)])
    func responses(cell: String, response: Response?) { #expect(PrintedResponse(cell)?.response == response) }

    @Test(
        "numbers are known in their usual forms",
        arguments: [
            ("6", "6"), ("6.", "6"), ("4a", "4a"), ("12b)", "12b"), ("R7", "7"), ("Rec 3", "3"),
            ("Recommendation 14", "14"),
            ("4.1", "4.1"), ("2024", nil), ("None", nil), ("", nil), ("Total", nil),
        ] as [(String, String?)])
    func numbers(cell: String, number: String?) { #expect(RecommendationNumber(cell: cell)?.text == number) }

    @Test(
        "headings are told from tails of text",
        arguments: [
            ("The Board should:", Heading.directedAt("The Board")),
            ("The Board should work with the Trust to:", .directedAt("The Board")),
            ("Managers must:", .directedAt("Managers")),
            ("We make the additional further recommendations:", .section(.additional)),
            ("Main recommendations", .section(.main)),
            ("holistic needs will be met.", nil), ("that the board should keep.", nil), ("and parents, namely:", nil),
        ] as [(String, Heading?)])
    func headings(text: String, heading: Heading?) { #expect(Heading(text) == heading) }

    @Test(
        "a banner is found at the head, in the middle and at the end, and not in prose",
        arguments: [
            ("Action Plan (May 2023)", "Action Plan (May 2023)"),
            ("Action Plan Update (May 2023) The council", "Action Plan Update (May 2023)"),
            ("It ends here. Progress Update (May 2023)", "Progress Update (May 2023)"),
            ("The course (launched May 2023) goes on", nil), ("as the Action Plan (May 2023) says", nil),
            ("The Action Plan (May 2023) says", nil), ("A fair (May 2023)", nil),
        ] as [(String, String?)])
    func banners(text: String, label: String?) { #expect(Banner.cut(text)?.banner.label == label) }
}
