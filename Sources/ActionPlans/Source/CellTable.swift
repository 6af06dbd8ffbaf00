// Rows of cells that stand together. A page break ends a table: the part on the next page is a table of its own.

/// Rows of cells on one page, from top to bottom.
public struct CellTable: Hashable, Sendable {
    /// One row, from left to right.
    public struct Row: Hashable, Sendable {
        public var cells: [Cell]
        /// The line of the document where the row begins, from one.
        public var line: Int

        public init(cells: [Cell], line: Int) {
            self.cells = cells
            self.line = line
        }
    }

    /// One cell: its text as the document holds it, markup included.
    public struct Cell: Hashable, Sendable {
        public var text: String
        /// The line of the document where the cell begins, from one.
        public var line: Int
        /// The cell that this one is merged with, whose text it repeats; nil for a cell of its own.
        public var repeats: Neighbour?

        public init(text: String, line: Int, repeats: Neighbour? = nil) {
            self.text = text
            self.line = line
            self.repeats = repeats
        }

        public enum Neighbour: Hashable, Sendable { case above, left }
    }

    public var rows: [Row]

    public init(rows: [Row]) { self.rows = rows }
}
