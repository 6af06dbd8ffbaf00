// A cell's place such as "B7", and a range such as "B7:D9", both from one. Source: ECMA-376, part 1, 18.18.7.

struct CellReference: Hashable {
    var column: Int
    var row: Int

    /// The place that `text` names, or nil for anything else and what lies beyond the largest sheet.
    init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte) - 48
            default: return nil
            }
            if column > 16_384 || row > 1_048_576 { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.column = column
        self.row = row
    }

    /// "A" for 1, "AA" for 27.
    static func letters(of column: Int) -> String {
        var rest = column
        var letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// The cells from one corner to the other.
struct CellRange: Hashable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    init?(_ text: String) {
        let corners = text.split(separator: ":").compactMap { CellReference($0) }
        guard corners.count == 2 else { return nil }
        rows = min(corners[0].row, corners[1].row)...max(corners[0].row, corners[1].row)
        columns = min(corners[0].column, corners[1].column)...max(corners[0].column, corners[1].column)
    }
}
