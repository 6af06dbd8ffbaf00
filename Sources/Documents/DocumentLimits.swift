// How much of a file is read, so that no file takes the machine with it: bytes, rows, cells, nesting, expansion.

extension DocumentReader {
    /// How much of a file is read.
    public struct Limits: Hashable, Sendable {
        /// Bytes of the file itself.
        public var bytes: Int
        public var lines: Int
        public var cellsInARow: Int
        /// Cells of the whole document, merged ones counted in each place.
        public var cells: Int
        /// Bytes of text in all cells.
        public var text: Int
        /// Bytes that the parts of a DOCX or XLSX file may unpack to, together.
        public var expandedBytes: Int
        /// How many times its packed size one part may unpack to, once it is larger than a megabyte.
        public var ratio: Int
        /// Entries of a ZIP archive.
        public var entries: Int
        /// How deep elements may stand within one another.
        public var depth: Int

        public init(
            bytes: Int = 32 << 20, lines: Int = 200_000, cellsInARow: Int = 64, cells: Int = 3_000_000,
            text: Int = 64 << 20, expandedBytes: Int = 256 << 20, ratio: Int = 200, entries: Int = 2_000,
            depth: Int = 256
        ) {
            self.bytes = bytes
            self.lines = lines
            self.cellsInARow = cellsInARow
            self.cells = cells
            self.text = text
            self.expandedBytes = expandedBytes
            self.ratio = ratio
            self.entries = entries
            self.depth = depth
        }
    }
}

/// What a document has used of its limits for rows, cells and text.
struct Budget {
    private let limits: DocumentReader.Limits
    private var rows = 0
    private var cells = 0
    private var text = 0

    init(_ limits: DocumentReader.Limits) { self.limits = limits }

    /// Counts one row of `texts`; throws beyond a limit.
    mutating func spend(row texts: some Sequence<String>, line: Int) throws(DocumentError.Fault) {
        rows += 1
        if rows > limits.lines { throw .tooManyRows(limit: limits.lines) }
        var width = 0
        for cell in texts {
            width += 1
            text += cell.utf8.count
        }
        if width > limits.cellsInARow { throw .tooManyCells(line: line, limit: limits.cellsInARow) }
        cells += width
        if cells > limits.cells { throw .tooManyCellsInAll(limit: limits.cells) }
        if text > limits.text { throw .tooMuchText(limit: limits.text) }
    }
}
