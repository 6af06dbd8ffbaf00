// Two owners that stand one below the other in a narrow column, with no gap between them, look like one long name. They
// are parted where each is the whole of another cell of that column.

import ActionPlans

struct OwnerParting {
    private let column: Int?
    private let width: Int
    private var names: Set<String> = []

    /// Learns the whole names of the column of owners. The first and last rows of a page may hold halves of names.
    init(_ parts: [SourceDocument.Part], columns: PlanColumns?) {
        column = columns?.roles.firstIndex(of: .owner)
        width = columns?.count ?? 0
        for case .table(let table) in parts {
            let headings = table.rows.first.map { ColumnLayout(headings: $0) == nil ? 0 : 1 } ?? 0
            for row in table.rows.dropFirst(headings + 1).dropLast() { names.formUnion(paragraphs(of: row)) }
        }
    }

    /// The parts, their owners parted.
    func parted(_ parts: [SourceDocument.Part]) -> [SourceDocument.Part] {
        guard let column else { return parts }
        return parts.map { part in
            guard case .table(var table) = part else { return part }
            for (place, row) in table.rows.enumerated() {
                let paragraphs = paragraphs(of: row)
                guard !paragraphs.isEmpty else { continue }
                table.rows[place].cells[column].text = paragraphs.map(parted).joined(separator: "  ")
            }
            return .table(table)
        }
    }

    private func paragraphs(of row: CellTable.Row) -> [String] {
        guard let column, row.cells.count == width else { return [] }
        var paragraphs = [""]
        var words = row.cells[column].text.split(separator: " ", omittingEmptySubsequences: false)[...]
        while let word = words.popFirst() {
            if word.isEmpty {
                if paragraphs.last?.isEmpty == false { paragraphs.append("") }
            } else {
                let end = paragraphs.count - 1
                paragraphs[end] += paragraphs[end].isEmpty ? String(word) : " " + word
            }
        }
        return paragraphs.filter { !$0.isEmpty }
    }

    /// `name` parted into two known ones by two blanks, or as it was.
    private func parted(_ name: String) -> String {
        guard name.utf8.count <= 400 else { return name }
        for place in name.indices where name[place] == " " {
            let (first, rest) = (String(name[..<place]), String(name[name.index(after: place)...]))
            if first.contains(" "), names.contains(first), names.contains(rest) { return first + "  " + rest }
        }
        return name
    }
}
