// Turns the bytes of a file into paragraphs and tables. Reads tab-separated text; every other kind is named and refused
// with what to do. Never runs anything from a file, never opens another file, and never touches the network.

import ActionPlans

/// Reads files that hold action plans.
public enum DocumentReader {
    /// How much of a file is read.
    public struct Limits: Hashable, Sendable {
        public var bytes: Int
        public var lines: Int
        public var cellsInARow: Int

        public init(bytes: Int = 32 << 20, lines: Int = 200_000, cellsInARow: Int = 64) {
            self.bytes = bytes
            self.lines = lines
            self.cellsInARow = cellsInARow
        }
    }

    /// The document that `bytes` hold; `name` stands in errors only. Throws for an empty file, one beyond `limits`, a
    /// kind that is not read yet, and for what is not UTF-8 text.
    public static func read(bytes: [UInt8], name: String, limits: Limits = Limits()) throws(DocumentError)
        -> SourceDocument
    {
        func refused(_ fault: DocumentError.Fault) -> DocumentError { DocumentError(name: name, fault: fault) }
        if bytes.count > limits.bytes { throw refused(.tooLarge(bytes: bytes.count, limit: limits.bytes)) }
        if let kind = DocumentKind(of: bytes) { throw refused(.kind(kind)) }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if text.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D, 0x0C].contains($0) }) { throw refused(.empty) }
        if let offset = text.firstIndex(where: isNeverText) { throw refused(.binary(offset: offset)) }
        if let offset = TextDecoding.firstFault(in: text) {
            throw refused(.notUTF8(offset: offset, line: bytes[..<offset].count { $0 == 0x0A } + 1))
        }
        try measure(text, name: name, limits: limits)
        return PlanText.read(String(decoding: text, as: UTF8.self))
    }

    private static func measure(_ text: ArraySlice<UInt8>, name: String, limits: Limits) throws(DocumentError) {
        var line = 1
        var cells = 1
        for byte in text {
            if byte == 0x0A {
                line += 1
                cells = 1
                if line > limits.lines { throw DocumentError(name: name, fault: .tooManyRows(limit: limits.lines)) }
            } else if byte == 0x09 {
                cells += 1
                if cells > limits.cellsInARow {
                    throw DocumentError(name: name, fault: .tooManyCells(line: line, limit: limits.cellsInARow))
                }
            }
        }
    }

    /// Control characters other than tab, ends of line, form feed and the escape that some printers leave behind.
    private static func isNeverText(_ byte: UInt8) -> Bool {
        byte < 0x20 && ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B].contains(byte)
    }
}
