// One part of a mail: its header fields, and the lines of its body. Reads whatever it is given, without an end to the
// patience for odd MIME, but with one to depth and number. Sources: RFC 5322 section 2.2, RFC 2045, RFC 2046 section 5.1.

struct MailPart {
    /// Names in lower case, continuation lines joined.
    let fields: [(name: String, value: String)]
    let body: ArraySlice<String>

    init(_ lines: ArraySlice<String>) {
        let end = lines.firstIndex(where: \.isEmpty) ?? lines.endIndex
        fields = Self.fields(lines[..<end])
        body = end < lines.endIndex ? lines[(end + 1)...] : []
    }

    /// Fields of a header or of a group in a report; a line that is none is passed over.
    static func fields(_ lines: ArraySlice<String>) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for line in lines.prefix(2_000) {
            if line.first == " " || line.first == "\t" {
                guard let last = fields.indices.last, fields[last].value.utf8.count < 4_000 else { continue }
                fields[last].value += " " + Self.trimmed(line[...])
            } else if let colon = line.firstIndex(of: ":") {
                let name = Self.trimmed(line[..<colon]).lowercased()
                fields.append((name, Self.trimmed(line[line.index(after: colon)...])))
            }
        }
        return fields
    }

    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// `multipart/report`, in lower case; `text/plain` where nothing is said.
    var type: String {
        let text = values("content-type").first?.split(separator: ";").first.map { Self.trimmed($0).lowercased() }
        return text ?? "text/plain"
    }

    /// The body of a part that is not made of others, with its transfer encoding undone.
    var text: [String] {
        switch values("content-transfer-encoding").first?.lowercased() {
        case "base64": TransferEncoding.lines(TransferEncoding.base64(body))
        case "quoted-printable": TransferEncoding.lines(TransferEncoding.quotedPrintable(body))
        default: Array(body)
        }
    }

    /// The parts of a multipart; empty for anything else. At most 100.
    var parts: [MailPart] {
        guard type.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty else { return [] }
        var parts: [MailPart] = []
        var start: Int?
        for index in body.indices {
            let line = Self.trimmed(body[index][...])
            let isEnd = line == "--\(boundary)--"
            guard isEnd || line == "--\(boundary)" else { continue }
            if let start { parts.append(MailPart(body[start..<index])) }
            start = index + 1
            if isEnd || parts.count == 100 { return parts }
        }
        // The end of a report that was cut is missing.
        if let start, start <= body.endIndex { parts.append(MailPart(body[start...])) }
        return parts
    }

    /// A parameter of Content-Type, its quotes taken off.
    private func parameter(_ name: String) -> String? {
        guard let value = values("content-type").first else { return nil }
        for part in Self.split(value).dropFirst() {
            guard let sign = part.firstIndex(of: "="), Self.trimmed(part[..<sign]).lowercased() == name else {
                continue
            }
            var text = Self.trimmed(part[part.index(after: sign)...])
            if text.first == "\"" { text = String(text.dropFirst().prefix { $0 != "\"" }) }
            return text
        }
        return nil
    }

    /// At semicolons outside quotes.
    private static func split(_ value: String) -> [Substring] {
        var isQuoted = false
        return value.split { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ";" && !isQuoted
        }
    }

    static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
