// A cell of a table on a page, before its lines become text.

/// A cell with its lines and the rows and columns it covers.
struct PlacedCell: Hashable {
    var rows: Range<Int>
    var columns: Range<Int>
    var lines: [TextLine]
    /// Where its text can begin and end.
    var left: Double
    var right: Double
}

/// The cells of one table on one page, those without text left out.
struct PlacedTable: Hashable {
    var page: Int
    var edges: [Double]
    var top: Double
    var rowCount: Int
    var cells: [PlacedCell]
    /// The place of each row's upper edge.
    var tops: [Double]

    var columnCount: Int { edges.count - 1 }
}
