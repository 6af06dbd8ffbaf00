// The entries of a ZIP archive by its central directory. Names are only compared, never used as paths; archives within
// it are never opened; encryption, several discs and ZIP64 are refused. Source: APPNOTE.TXT 6.3.10, sections 4.3 and 4.4.

struct ZipArchive {
    /// One packed entry.
    struct Entry {
        var method: Int
        var crc: UInt32
        var size: Int
        /// Where its packed bytes stand.
        var packed: Range<Int>
    }

    let bytes: [UInt8]
    let limits: DocumentReader.Limits
    private var entries: [String: Entry] = [:]

    var names: Set<String> { Set(entries.keys) }

    init(_ bytes: [UInt8], limits: DocumentReader.Limits) throws(DocumentError.Fault) {
        self.bytes = bytes
        self.limits = limits
        guard let end = endRecord() else { throw .damaged(part: "the archive", why: "its end is missing") }
        let (count, size, start) = (number(end + 10, 2), number(end + 12, 4), number(end + 16, 4))
        if number(end + 4, 2) != 0 || number(end + 6, 2) != 0 || number(end + 8, 2) != count {
            throw .damaged(part: "the archive", why: "it is one of several discs")
        }
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            throw .damaged(part: "the archive", why: "it is in ZIP64, which no plan needs")
        }
        if count > limits.entries {
            throw .damaged(part: "the archive", why: "it has \(count) entries, and at most \(limits.entries) are read")
        }
        try readDirectory(count: count, in: start..<(start + size), before: end)
    }

    func has(_ name: String) -> Bool { entries[name] != nil }

    /// The entry named `name`, or nil.
    func entry(_ name: String) -> Entry? { entries[name] }

    private mutating func readDirectory(count: Int, in range: Range<Int>, before end: Int) throws(DocumentError.Fault) {
        guard range.upperBound <= end else { throw .damaged(part: "the archive", why: "its directory is cut off") }
        var place = range.lowerBound
        for _ in 0..<count {
            guard place + 46 <= range.upperBound, number(place, 4) == 0x0201_4B50 else {
                throw .damaged(part: "the archive", why: "its directory is broken")
            }
            let (nameLength, extra, comment) = (number(place + 28, 2), number(place + 30, 2), number(place + 32, 2))
            let next = place + 46 + nameLength + extra + comment
            guard next <= range.upperBound else { throw .damaged(part: "the archive", why: "its directory is broken") }
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
            if number(place + 8, 2) & 0x41 != 0 { throw .encrypted }
            if entries[name] != nil { throw .damaged(part: "the archive", why: "two entries are named \(name.quoted)") }
            entries[name] = try entry(at: place, named: name)
            place = next
        }
    }

    private func entry(at place: Int, named name: String) throws(DocumentError.Fault) -> Entry {
        let (packed, size, local) = (number(place + 20, 4), number(place + 24, 4), number(place + 42, 4))
        guard local + 30 <= bytes.count, number(local, 4) == 0x0403_4B50 else {
            throw .damaged(part: name.quoted, why: "its place in the archive is wrong")
        }
        let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
        guard start + packed <= bytes.count else { throw .damaged(part: name.quoted, why: "it is cut off") }
        return Entry(
            method: number(place + 10, 2), crc: UInt32(number(place + 16, 4)), size: size,
            packed: start..<(start + packed))
    }

    /// The end of central directory record: the last one whose comment reaches exactly to the end of the file.
    private func endRecord() -> Int? {
        guard bytes.count >= 22 else { return nil }
        for place in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 0xFFFF), by: -1)
        where bytes[place] == 0x50 && number(place, 4) == 0x0605_4B50
            && place + 22 + number(place + 20, 2) == bytes.count
        {
            return place
        }
        return nil
    }

    /// A little-endian number of `length` bytes.
    private func number(_ place: Int, _ length: Int) -> Int {
        (0..<length).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}

extension String {
    /// The text for a message: at most sixty characters of it, none of them a control character.
    var quoted: String {
        "\"" + String(prefix(60).map { $0.isASCII && ($0.asciiValue ?? 0) < 0x20 ? "?" : $0 }) + "\""
    }
}
