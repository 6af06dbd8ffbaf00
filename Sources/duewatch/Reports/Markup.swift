// Text on its way into a page: nothing of a plan, a name or an address can become a tag, a link or a script.

enum Markup {
    /// The text with what HTML gives a meaning to written out, and without control and direction characters.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in Style.rendered(text, inColour: false).unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// A tag with text in it.
    static func element(_ name: String, _ text: String, _ attributes: String = "") -> String {
        "<\(name)\(attributes.isEmpty ? "" : " " + attributes)>\(escaped(text))</\(name)>"
    }
}
