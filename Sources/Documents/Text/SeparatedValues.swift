// Records of separated values: cells that may be quoted, quoted cells that may hold separators and ends of line.
// Tolerant as spreadsheet programs are: a quotation mark that is never closed is a character. Source: RFC 4180.

struct SeparatedValues {
    struct Record: Hashable {
        var cells: [String]
        /// The number of the record, from one: the row that a spreadsheet program shows.
        var number: Int

        var isBlank: Bool { cells.allSatisfy(\.isBlank) }
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var place: Int
    /// A quotation mark was never closed; from there on they are characters.
    private var quotesAreCharacters = false

    /// The records of `text`, or the first `most` of them. Throws beyond `limits`.
    static func records(
        _ text: ArraySlice<UInt8>, separator: UInt8, most: Int = .max, limits: DocumentReader.Limits
    ) throws(DocumentError.Fault) -> [Record] {
        var values = SeparatedValues(bytes: Array(text), separator: separator)
        var records: [Record] = []
        var total = 0
        while records.count < most, let cells = values.next() {
            if records.count == limits.lines { throw .tooManyRows(limit: limits.lines) }
            if cells.count > limits.cellsInARow {
                throw .tooManyCells(line: records.count + 1, limit: limits.cellsInARow)
            }
            total += cells.count
            if total > limits.cells { throw .tooManyCellsInAll(limit: limits.cells) }
            records.append(Record(cells: cells, number: records.count + 1))
        }
        return records
    }

    private init(bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        place = 0
    }

    private mutating func next() -> [String]? {
        guard place < bytes.count else { return nil }
        var cells: [String] = []
        while true {
            cells.append(cell())
            guard place < bytes.count, bytes[place] == separator else { break }
            place += 1
        }
        endLine()
        return cells
    }

    private mutating func endLine() {
        guard place < bytes.count else { return }
        place += bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A ? 2 : 1
    }

    private mutating func cell() -> String {
        if place < bytes.count, bytes[place] == 0x22, !quotesAreCharacters, let text = quoted() { return text }
        let start = place
        while place < bytes.count, !endsCell(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// A quoted cell, or nil (and nothing read) where the mark at its start is a character of its own.
    private mutating func quoted() -> String? {
        var text: [UInt8] = []
        var from = place + 1
        var at = from
        while at < bytes.count {
            guard bytes[at] == 0x22 else {
                at += 1
                continue
            }
            text += bytes[from..<at]
            if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
                text.append(0x22)
                at += 2
            } else if at + 1 == bytes.count || endsCell(bytes[at + 1]) {
                place = at + 1
                return String(decoding: text, as: UTF8.self)
            } else if separator == 0x09 {
                return nil
            } else {
                text.append(0x22)
                at += 1
            }
            from = at
        }
        quotesAreCharacters = true
        return nil
    }

    private func endsCell(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }
}
