// An empty plan to fill in with a spreadsheet program: `duewatch import --template > plan.csv`. Reads back as it stands.

/// The template of a plan as comma-separated text.
public enum DocumentTemplate {
    /// UTF-8 with a byte order mark, so that spreadsheet programs take it for UTF-8; CR LF, as RFC 4180 asks.
    public static var csv: String {
        "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static let rows = [
        ["Action Plan response to: (the report that this plan answers)", "", "", "", "", "", "", ""],
        ["Action Plan Submitted: 12 January 2026", "", "", "", "", "", "", ""],
        [],
        [
            "Section", "Number", "Directed at", "Recommendation", "Response", "Action", "Owner", "Target date",
        ],
        [
            "main", "1", "The Example Council", "Say what is to be done, in the words of the report.", "Agreed",
            "The council will say what it does. One action a row; leave the cells before it empty for the next.",
            "Head of Examples, Example Council", "30 April 2026",
        ],
        [
            "", "", "", "", "", "A second action of the same recommendation will be taken by somebody else.",
            "Deputy Director, Samples, Example Council", "Spring 2027",
        ],
        [
            "additional", "1", "", "Use additional for a second list that is numbered from one again.", "Partly agreed",
            "The council will leave the section out where the plan has one list.", "Head of Examples, Example Council",
            "October 2026 to March 2027",
        ],
    ]

    private static func cell(_ text: String) -> String {
        text.contains { ",\"\n".contains($0) } ? "\"" + text.replacingQuotes + "\"" : text
    }
}

extension String {
    /// The text with each quotation mark doubled, as RFC 4180 writes it.
    fileprivate var replacingQuotes: String { map { $0 == "\"" ? "\"\"" : String($0) }.joined() }
}
