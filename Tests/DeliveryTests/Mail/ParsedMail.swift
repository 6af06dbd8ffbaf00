// Readers of mail for the tests, written apart from the writers: headers, parts, quoted-printable, encoded words.

import Foundation

struct ParsedMail {
    var headers: [(name: String, value: String)] = []
    let body: String

    init(_ bytes: [UInt8]) { self.init(String(decoding: bytes, as: UTF8.self)) }

    init(_ text: String) {
        let split = text.range(of: "\r\n\r\n") ?? text.endIndex..<text.endIndex
        for line in text[..<split.lowerBound].components(separatedBy: "\r\n") {
            if line.hasPrefix(" "), let last = headers.indices.last {
                headers[last].value += line
            } else {
                let name = line.prefix { $0 != ":" }
                headers.append((String(name), line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)))
            }
        }
        body = String(text[split.upperBound...])
    }

    subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

    var parts: [ParsedMail] {
        let boundary = (self["Content-Type"] ?? "").components(separatedBy: "boundary=\"").last?.dropLast() ?? ""
        let pieces = ("\r\n" + body).components(separatedBy: "\r\n--\(boundary)")
        guard pieces.last == "--\r\n" else { return [] }
        return pieces.dropFirst().dropLast().map { ParsedMail(String($0.dropFirst(1))) }
    }

    /// Quoted-printable taken off, lines ended by line feeds.
    var decodedBody: String {
        let joined = body.components(separatedBy: "=\r\n").joined()
        return Self.unescaped(joined.components(separatedBy: "\r\n").joined(separator: "\n"), underscore: false)
    }

    static func unescaped(_ text: String, underscore: Bool) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "="), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(underscore && byte == UInt8(ascii: "_") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

enum EncodedWordReader {
    /// Header text with its encoded words decoded; space between two of them is nothing.
    static func text(_ header: String) -> String {
        var result = ""
        var wasEncoded = false
        for word in header.split(separator: " ") {
            let pieces = word.components(separatedBy: "?")
            let isEncoded = word.hasPrefix("=?UTF-8?") && word.hasSuffix("?=") && pieces.count == 5
            if !result.isEmpty && !(isEncoded && wasEncoded) { result += " " }
            if isEncoded {
                result +=
                    pieces[2] == "Q"
                    ? ParsedMail.unescaped(pieces[3], underscore: true)
                    : String(decoding: Data(base64Encoded: pieces[3]) ?? Data(), as: UTF8.self)
            } else {
                result += word
            }
            wasEncoded = isEncoded
        }
        return result
    }
}
