// The number format of each cell style of a workbook. Source: ECMA-376, part 1, 18.8.

final class CellStyles: XMLVisitor {
    private var codes: [Int: String] = [:]
    private var styles: [Int] = []
    private var isInStyles = false

    /// How the numbers of each style are shown, by the style's number.
    var formats: [NumberFormat] {
        styles.map { id in codes[id].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: id) }
    }

    func opens(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "s:numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
        case "s:cellXfs": isInStyles = true
        case "s:xf" where isInStyles: styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        default: break
        }
    }

    func closes(_ name: String) { if name == "s:cellXfs" { isInStyles = false } }
    func reads(_ text: UnsafeBufferPointer<UInt8>) {}
}
