// JSON as a tree that is written out, keys in the order given. It never reads JSON and never touches Foundation.
// Source: RFC 8259, sections 3 to 7.

/// A JSON value to be printed.
public enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case string(String)
    case array([JSON])
    /// An array whose elements are made only while it is written, for what is long.
    case series(Series)
    case object([Member])

    /// One name and value of an object.
    public struct Member: Hashable, Sendable {
        public let name: String
        public let value: JSON

        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// Elements that are made one by one; two series are equal where their elements are.
    public struct Series: Hashable, Sendable {
        let count: Int
        let element: @Sendable (Int) -> JSON

        public init(count: Int, element: @escaping @Sendable (Int) -> JSON) {
            self.count = count
            self.element = element
        }

        private var elements: [JSON] { (0..<count).map(element) }
        public static func == (a: Series, b: Series) -> Bool { a.elements == b.elements }
        public func hash(into hasher: inout Hasher) { hasher.combine(elements) }
    }

    /// An object whose keys print in this order.
    public static func object(_ members: [(String, JSON)]) -> JSON {
        .object(members.map { Member($0.0, $0.1) })
    }

    /// The string, or null where there is none.
    public static func text(_ string: String?) -> JSON {
        string.map(JSON.string) ?? .null
    }
}

extension JSON: CustomStringConvertible {
    /// The value on one line: `{"kind": "due", "from": null}`.
    public var description: String {
        String(decoding: octets, as: UTF8.self)
    }

    /// The same in UTF-8.
    public var octets: [UInt8] {
        var octets = Octets()
        if case .object = self { octets.all.reserveCapacity(2_048) }
        write(to: &octets, indent: nil)
        return octets.all
    }

    /// The value over several lines, two spaces a level, without a line feed at the end.
    public var pretty: String {
        var text = ""
        write(to: &text, indent: 0)
        return text
    }

    /// Hands out the text of `pretty` from its beginning to its end, some tens of thousands of octets at a time.
    public func prettyPieces(_ take: (String) throws -> Void) throws {
        try withoutActuallyEscaping(take) { take in
            var pieces = Pieces(take: take)
            write(to: &pieces, indent: 0)
            try pieces.end()
        }
    }

    private func write(to text: inout some JSONText, indent: Int?) {
        switch self {
        case .null: text.add("null")
        case .bool(let value): text.add(value ? "true" : "false")
        case .int(let value): text.write(String(value))
        case .string(let value): JSON.quote(value, to: &text)
        case .array(let values):
            JSON.list(values.count, between: "[", "]", to: &text, indent: indent) { place, text, indent in
                values[place].write(to: &text, indent: indent)
            }
        case .series(let series):
            JSON.list(series.count, between: "[", "]", to: &text, indent: indent) { place, text, indent in
                series.element(place).write(to: &text, indent: indent)
            }
        case .object(let members):
            JSON.list(members.count, between: "{", "}", to: &text, indent: indent) { place, text, indent in
                JSON.quote(members[place].name, to: &text)
                text.add(": ")
                members[place].value.write(to: &text, indent: indent)
            }
        }
    }

    private static func list<Text: JSONText>(
        _ count: Int, between open: StaticString, _ close: StaticString, to text: inout Text, indent: Int?,
        write: (Int, inout Text, Int?) -> Void
    ) {
        text.add(open)
        for place in 0..<count {
            if place > 0 { text.add(indent == nil ? ", " : ",") }
            if let indent { text.write("\n" + String(repeating: "  ", count: indent + 1)) }
            write(place, &text, indent.map { $0 + 1 })
        }
        if let indent, count > 0 { text.write("\n" + String(repeating: "  ", count: indent)) }
        text.add(close)
    }

    static func quote(_ string: String, to text: inout some JSONText) {
        text.add("\"")
        defer { text.add("\"") }
        guard !isPlain(string) else { return text.write(string) }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text.add("\\\"")
            case "\\": text.add("\\\\")
            case "\n": text.add("\\n")
            case "\r": text.add("\\r")
            case "\t": text.add("\\t")
            case "\u{2028}": text.add("\\u2028")
            case "\u{2029}": text.add("\\u2029")
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                text.write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: text.write(String(scalar))
            }
        }
    }

    /// Whether all of it stands for itself, as it does in nearly every string.
    private static func isPlain(_ string: String) -> Bool {
        // Strings lie in one piece, and octets of a piece are gone through faster than those of a view.
        string.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? string.utf8.allSatisfy(isPlain)
    }

    /// Whether a byte stands for itself in any string: nearly all do. The line separators begin with E2.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F && byte != 0xE2
    }
}

/// What JSON is written to. What the language has of its own is known when this is compiled, and is added as it lies there:
/// of a string, were it one sign, a copy would be made first.
protocol JSONText: TextOutputStream {
    mutating func add(_ sign: StaticString)
}

extension JSONText {
    mutating func add(_ sign: StaticString) { write(sign.description) }
}

extension String: JSONText {}

/// Collects what is written: to add to an array takes half as long as to add to a string.
struct Octets: JSONText {
    var all: [UInt8] = []

    mutating func write(_ string: String) {
        guard string.utf8.withContiguousStorageIfAvailable({ all.append(contentsOf: $0) }) == nil else { return }
        all.append(contentsOf: string.utf8)
    }

    mutating func add(_ sign: StaticString) {
        all.append(contentsOf: UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount))
    }
}

/// Collects what is written, and hands it on whenever it has grown long.
private struct Pieces: JSONText {
    let take: (String) throws -> Void
    private var text = ""
    private var failure: (any Error)?
    private static let long = 1 << 16

    init(take: @escaping (String) throws -> Void) { self.take = take }

    mutating func write(_ string: String) {
        text += string
        if text.utf8.count >= Self.long { handOn() }
    }

    /// What could not be handed on is dropped, and so is all after it.
    private mutating func handOn() {
        defer { text.removeAll(keepingCapacity: true) }
        guard failure == nil else { return }
        do { try take(text) } catch { failure = error }
    }

    mutating func end() throws {
        handOn()
        if let failure { throw failure }
    }
}
