// Splits a web page into tags and text, as tolerantly as browsers do: what is no tag is text, what is never closed ends
// with the file. Scripts, styles and comments are dropped. Never fetches anything. Source: HTML Living Standard, 13.2.5.

import ActionPlans

enum WebToken {
    case text(String)
    case opens(String, [String: Int])
    case closes(String)
}

struct WebTokens {
    private let bytes: [UInt8]
    private var place = 0
    private(set) var line = 1
    /// Before this place, and from where a tag was last looked for, there is no ">".
    private var searched = 0

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

    /// The next token, or nil at the end of the page. `line` is the line where it begins.
    mutating func next() -> WebToken? {
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "<") {
                if skipsDeclaration() { continue }
                if let tag = tag() { return tag }
            }
            return text()
        }
        return nil
    }

    private mutating func text() -> WebToken {
        let start = place
        move(to: place + 1)
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { move(to: place + 1) }
        return .text(WebTokens.decoded(String(decoding: bytes[start..<place], as: UTF8.self)))
    }

    /// Passes over a comment, a document type, or a processing instruction.
    private mutating func skipsDeclaration() -> Bool {
        guard place + 1 < bytes.count, [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[place + 1]) else {
            return false
        }
        let end = bytes[place...].starts(with: Array("<!--".utf8)) ? "-->" : ">"
        move(to: find(Array(end.utf8), from: place + 2).map { $0 + end.utf8.count } ?? bytes.count)
        return true
    }

    private mutating func tag() -> WebToken? {
        var at = place + 1
        let closes = at < bytes.count && bytes[at] == UInt8(ascii: "/")
        if closes { at += 1 }
        let start = at
        while at < bytes.count, WebTokens.isWord(bytes[at]) { at += 1 }
        guard at > start, at - start <= 24, WebTokens.isLetter(bytes[start]), let end = endOfTag(from: at) else {
            return nil
        }
        let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
        let attributes = closes ? [:] : spans(in: bytes[at..<end])
        move(to: end + 1)
        if !closes, WebTokens.dropped.contains(name) {
            let closing = find(Array("</\(name)".utf8), from: place)
            move(to: closing ?? bytes.count)
            return .opens(name, [:])
        }
        return closes ? .closes(name) : .opens(name, attributes)
    }

    private static let dropped: Set = ["script", "style", "title", "textarea", "noscript", "template", "svg", "select"]

    /// The ">" that ends a tag, outside quotation marks where they are closed.
    private mutating func endOfTag(from start: Int) -> Int? {
        let limit = min(bytes.count, start + 8_192)
        guard bytes[min(max(start, searched), limit)..<limit].contains(UInt8(ascii: ">")) else {
            searched = limit
            return nil
        }
        var quote: UInt8?
        var first: Int?
        for at in start..<limit {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") {
                if quote == nil { return at }
                first = first ?? at
            } else if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
        }
        return first
    }

    /// The only attributes that are read: over how many rows and columns a cell stands.
    private func spans(in bytes: ArraySlice<UInt8>) -> [String: Int] {
        if bytes.count < 9 { return [:] }
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        var spans: [String: Int] = [:]
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "/" }) {
            let halves = word.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, halves[0] == "rowspan" || halves[0] == "colspan" else { continue }
            let digits = halves[1].filter { $0 != "\"" && $0 != "'" }
            if let value = Int(digits), value >= 0 { spans[String(halves[0])] = value }
        }
        return spans
    }

    private mutating func move(to end: Int) {
        for at in place..<min(end, bytes.count) where bytes[at] == 0x0A { line += 1 }
        place = end
    }

    /// Where `wanted` stands next, capital letters or not.
    private func find(_ wanted: [UInt8], from start: Int) -> Int? {
        guard start + wanted.count <= bytes.count else { return nil }
        for at in start...(bytes.count - wanted.count) where bytes[at] == wanted[0] {
            let isThere = wanted.indices.allSatisfy { index in
                let byte = bytes[at + index]
                return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == wanted[index]
            }
            if isThere { return at }
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    }

    /// The text with its character references resolved and its white space as browsers show it.
    private static func decoded(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        var wasSpace = false
        while let letter = rest.first {
            if letter == "&", let (character, length) = Entities.first(of: rest) {
                result.append(character)
                rest = rest.dropFirst(length)
                wasSpace = false
                continue
            }
            rest.removeFirst()
            let isSpace = letter == " " || letter == "\t" || letter.isNewline || letter == "\u{C}"
            if !isSpace { result.append(letter) } else if !wasSpace { result.append(" ") }
            wasSpace = isSpace
        }
        return result
    }
}
