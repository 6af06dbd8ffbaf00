// One sheet of a workbook while its XML is read: cells as a person sees them, row by row, with what is hidden, merged or
// broken. Formulas are never computed: the value that was stored with them is read. Source: ECMA-376, part 1, 18.3.

final class Sheet: XMLVisitor {
    struct Row {
        var number: Int
        var isHidden: Bool
        /// The texts that are not empty, by column from one.
        var cells: [Int: String]
    }

    private(set) var rows: [Row] = []
    private(set) var merged: [CellRange] = []
    private(set) var hiddenColumns: Set<Int> = []
    /// Cells whose formula has no stored value, and cells that hold an error.
    private(set) var unknown: [(place: String, why: String)] = []

    private let texts: [String]
    private let formats: [NumberFormat]
    private let since1904: Bool
    let limits: DocumentReader.Limits
    private var budget: Budget
    private var row = Row(number: 0, isHidden: false, cells: [:])
    private var column = 0
    private var type = ""
    private var style = 0
    private var hasFormula = false
    private var value: String?
    private var isText = false
    private var skipped = 0
    private var pronunciation = 0
    private var piece = TextBuffer()

    init(texts: [String], formats: [NumberFormat], since1904: Bool, limits: DocumentReader.Limits) {
        self.texts = texts
        self.formats = formats
        self.since1904 = since1904
        self.limits = limits
        budget = Budget(limits)
    }

    func opens(_ name: String, _ attributes: XMLAttributes) throws(DocumentError.Fault) {
        if skipped > 0 || name == "s:extLst" {
            skipped += 1
            return
        }
        switch name {
        case "s:row":
            let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
            guard number > row.number, number <= 1_048_576 else {
                throw .damaged(part: "a sheet", why: "its row \(number) stands below row \(row.number)")
            }
            row = Row(number: number, isHidden: Sheet.isTrue(attributes["hidden"]), cells: [:])
            column = 0
        case "s:c":
            column = attributes["r"].flatMap { CellReference($0)?.column } ?? column + 1
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            hasFormula = false
            value = nil
        case "s:f": hasFormula = true
        case "s:v", "s:t": isText = pronunciation == 0
        case "s:rPh": pronunciation += 1
        case "s:col" where Sheet.isTrue(attributes["hidden"]): hide(attributes)
        case "s:mergeCell":
            guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { break }
            merged.append(range)
            if merged.count > limits.lines { throw .tooManyCellsInAll(limit: limits.lines) }
        default: break
        }
    }

    func closes(_ name: String) throws(DocumentError.Fault) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case "s:v", "s:t":
            if isText { value = (value ?? "") + piece.take() }
            isText = false
        case "s:rPh": pronunciation -= 1
        case "s:c": try endCell()
        case "s:row":
            if !row.cells.isEmpty {
                try budget.spend(row: row.cells.values, line: row.number)
                rows.append(row)
            }
        default: break
        }
    }

    func reads(_ text: UnsafeBufferPointer<UInt8>) { if isText, skipped == 0 { piece.append(text) } }

    private func endCell() throws(DocumentError.Fault) {
        let place = "\(CellReference.letters(of: column))\(row.number)"
        // A formula whose result is an empty text says that it is one; any other without a value was never computed.
        guard let value, !(hasFormula && value.isEmpty && type != "str") else {
            if hasFormula { unknown.append((place, "holds a formula whose result was not saved with the file")) }
            return
        }
        if type == "e" { unknown.append((place, "holds the error \(value.quoted)")) }
        let text = shown(value)
        if text.isBlank { return }
        if column > limits.cellsInARow { throw .tooManyCells(line: row.number, limit: limits.cellsInARow) }
        row.cells[column] = text
    }

    /// The value as a person sees it in the sheet.
    private func shown(_ value: String) -> String {
        let format = formats.indices.contains(style) ? formats[style] : .number
        switch type {
        case "s":
            guard let index = Int(value), texts.indices.contains(index) else { return "" }
            return texts[index]
        case "str", "inlineStr": return SharedStrings.unescaped(value)
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "d": return format.text(ofISO: value) ?? value
        case "e": return value
        default:
            guard let number = Double(value) else { return value }
            if let date = format.text(of: number, since1904: since1904) { return date }
            if number.rounded() == number, abs(number) < 1e15 { return String(Int(number)) }
            return "\(number)"
        }
    }

    private func hide(_ attributes: XMLAttributes) {
        guard let from = attributes["min"].flatMap({ Int($0) }), let to = attributes["max"].flatMap({ Int($0) }),
            from >= 1, from <= to
        else { return }
        hiddenColumns.formUnion(from...max(from, min(to, limits.cellsInARow)))
    }

    private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }
}
