// Names of elements as the readers here write them: "w:p" for a paragraph of a text, "s:c" for a cell of a sheet,
// whatever prefix the file uses and whether it is of the transitional or the strict kind. Source: ECMA-376, part 1, A.

import CExpat

enum XMLName {
    /// Stands between a namespace and a name; no namespace has a blank in it.
    static let separator = UInt8(ascii: " ")

    /// "w:", "s:", "m:" or "r:" and the local name; ":" and the local name for all other namespaces.
    static func short(_ name: UnsafePointer<CChar>) -> String {
        let local = String(cString: duewatch_xml_local(name))
        return switch UInt8(bitPattern: duewatch_xml_vocabulary(name)) {
        case UInt8(ascii: "w"): "w:" + local
        case UInt8(ascii: "s"): "s:" + local
        case UInt8(ascii: "m"): "m:" + local
        case UInt8(ascii: "r"): "r:" + local
        default: ":" + local
        }
    }
}
