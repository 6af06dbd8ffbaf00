// The texts that the cells of a workbook share, their runs of rich text joined. Source: ECMA-376, part 1, 18.4.

final class SharedStrings: XMLVisitor {
    private(set) var texts: [String] = []
    private var current = ""
    private var piece = TextBuffer()
    private var isText = false
    private var pronunciation = 0

    func opens(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "s:si": current = ""
        case "s:t": isText = pronunciation == 0
        case "s:rPh": pronunciation += 1
        default: break
        }
    }

    func closes(_ name: String) {
        switch name {
        case "s:si": texts.append(SharedStrings.unescaped(current))
        case "s:t":
            if isText { current += piece.take() }
            isText = false
        case "s:rPh": pronunciation -= 1
        default: break
        }
    }

    func reads(_ text: UnsafeBufferPointer<UInt8>) { if isText { piece.append(text) } }

    /// "_x000D_" is a carriage return that a spreadsheet program kept before its end of line.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "_") {
            result += rest[..<mark]
            rest = rest[mark...]
            if rest.hasPrefix("_x"), rest.utf8.count >= 7, rest.dropFirst(6).first == "_",
                let value = UInt32(rest.dropFirst(2).prefix(4), radix: 16), let scalar = Unicode.Scalar(value)
            {
                if value != 0x0D { result.unicodeScalars.append(value < 0x20 && value != 0x0A ? " " : scalar) }
                rest = rest.dropFirst(7)
            } else {
                result += "_"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}
