// One small plan of our own writing, saved in each format from the same cells.

@testable import Documents

enum OrchardPlan {
    static let front = ["Action Plan response to: A review of the town orchards", "Action Plan Submitted: 3 June 2024"]
    static let headings = ["Rec No", "Recommendation", "Response", "Action", "Responsible owner", "Target date"]
    static let rows = [
        ["", "The Orchard Trust should:", "", "", "", ""],
        [
            "1", "Count every tree, and say where it stands.", "Agreed",
            "a. The trust will count the trees of the north side.", "Head Gardener, Orchard Trust", "April 2025",
        ],
        ["", "", "", "b. The trust will publish a map of all trees.", "Clerk to the Trust", "30 September 2025"],
        [
            "2", "Prune \"old\" trees; keep R & D plots apart.", "Partly agreed",
            "The trust will prune the old trees before winter.", "Head Gardener, Orchard Trust",
            "October 2024 to March 2026",
        ],
        ["3", "Sell the cider press.", "Not agreed", "This recommendation is not agreed because it is let.", "", ""],
    ]

    static var text: [UInt8] {
        Array(
            (front + [""] + ([headings] + rows).map { $0.joined(separator: "\t") }).joined(separator: "\n").utf8)
    }

    static func separated(by separator: String) -> [UInt8] {
        let lines = front.map { [$0] } + [[]] + [headings] + rows
        let quoted = lines.map { line in
            line.map {
                "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            }
            .joined(separator: separator)
        }
        return [0xEF, 0xBB, 0xBF] + Array(quoted.joined(separator: "\r\n").utf8)
    }

    static var page: [UInt8] {
        let table = ([headings] + rows).map { row in "<tr>" + row.map { "<td>\(escaped($0))" }.joined() + "\n" }
            .joined()
        let lines = front.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
        return Array(
            """
            <!DOCTYPE html><html><head><title>No title</title><style>td { color: red }</style></head><body>
            \(lines)<!-- <table><tr><td>not read</table> --><script>document.write("<table>")</script>
            <table>\(table)</table></body></html>
            """.utf8)
    }

    static var workbook: [UInt8] { Office.workbook(front.map { [$0] } + [[]] + [headings] + rows) }

    static var document: [UInt8] {
        Office.document(front.map(Office.paragraph).joined() + Office.table([headings] + rows))
    }

    static func escaped(_ text: String) -> String {
        text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$0] ?? String($0) }.joined()
    }
}
