// Reads the bytes of a compiled time zone. Trusts no count in them: every one is checked against the bytes that are
// there before anything is read or stored. Never reads leap seconds, which POSIX time does not count.
// Source: RFC 9636 section 3; limits of offsets from its section 3.2.

struct TZifReader {
    let identifier: String
    let bytes: [UInt8]
    private var position = 0

    init(identifier: String, bytes: [UInt8]) {
        self.identifier = identifier
        self.bytes = bytes
    }

    /// The counts at the head of a block.
    private struct Header {
        var version: UInt8
        var utcIndicators, standardIndicators, leaps, changes, types, characters: Int

        /// Bytes in the block behind this header, times being so many bytes wide.
        func length(timeWidth: Int) -> Int {
            changes * (timeWidth + 1) + types * 6 + characters + leaps * (timeWidth + 4) + standardIndicators
                + utcIndicators
        }
    }

    mutating func read() throws(ZoneError) -> Zone {
        let first = try header()
        guard first.version != 0 else { return try block(first, timeWidth: 4, hasFooter: false) }
        try require(first.length(timeWidth: 4), "first block")
        position += first.length(timeWidth: 4)
        return try block(try header(), timeWidth: 8, hasFooter: true)
    }

    private mutating func header() throws(ZoneError) -> Header {
        try require(44, "header")
        guard bytes[position..<position + 4].elementsEqual("TZif".utf8) else {
            throw fault("magic", expected: "\"TZif\"", found: "other bytes")
        }
        let version = bytes[position + 4]
        guard version == 0 || (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(version) else {
            throw fault("version", expected: "1 to 4", found: "byte \(version)")
        }
        position += 20
        var counts: [Int] = []
        for _ in 0..<6 { counts.append(Int(UInt32(truncatingIfNeeded: signed(4)))) }
        let header = Header(
            version: version, utcIndicators: counts[0], standardIndicators: counts[1], leaps: counts[2],
            changes: counts[3], types: counts[4], characters: counts[5])
        guard (1...256).contains(header.types) else {
            throw fault("type count", expected: "1 to 256", found: "\(header.types)")
        }
        guard header.characters > 0 else { throw fault("character count", expected: "more than 0", found: "0") }
        for count in [header.utcIndicators, header.standardIndicators] where count != 0 && count != header.types {
            throw fault("indicator count", expected: "0 or the type count \(header.types)", found: "\(count)")
        }
        return header
    }

    private mutating func block(_ header: Header, timeWidth: Int, hasFooter: Bool) throws(ZoneError) -> Zone {
        guard header.leaps == 0 else {
            throw fault("leap second count", expected: "0 (a file outside right/)", found: "\(header.leaps)")
        }
        try require(header.length(timeWidth: timeWidth), "block")
        let times = try changeTimes(header.changes, width: timeWidth)
        let following = try followingTypes(header.changes, of: header.types)
        let types = try localTypes(header)
        position += header.standardIndicators + header.utcIndicators
        let rule = hasFooter ? try footer() : nil
        return Zone(identifier: identifier, changes: times, following: following, types: types, rule: rule)
    }

    private mutating func changeTimes(_ count: Int, width: Int) throws(ZoneError) -> [Int64] {
        var times: [Int64] = []
        times.reserveCapacity(count)
        for _ in 0..<count {
            let time = signed(width)
            if let last = times.last, time <= last {
                throw fault("time of change \(times.count)", expected: "one after \(last)", found: "\(time)")
            }
            times.append(time)
        }
        return times
    }

    private mutating func followingTypes(_ count: Int, of types: Int) throws(ZoneError) -> [Int] {
        var following: [Int] = []
        following.reserveCapacity(count)
        for _ in 0..<count {
            let index = Int(bytes[position])
            guard index < types else {
                throw fault("type of change \(following.count)", expected: "below \(types)", found: "\(index)")
            }
            following.append(index)
            position += 1
        }
        return following
    }

    private mutating func localTypes(_ header: Header) throws(ZoneError) -> [Zone.LocalType] {
        let names = bytes[position + header.types * 6..<position + header.types * 6 + header.characters]
        var types: [Zone.LocalType] = []
        for _ in 0..<header.types {
            let offset = Int(signed(4))
            guard Zone.offsetBounds.contains(offset) else {
                throw fault("offset", expected: "\(Zone.offsetBounds) seconds", found: "\(offset)")
            }
            guard bytes[position] <= 1 else {
                throw fault("daylight flag", expected: "0 or 1", found: "\(bytes[position])")
            }
            let start = Int(bytes[position + 1])
            guard start < names.count, let end = names[(names.startIndex + start)...].firstIndex(of: 0) else {
                throw fault("abbreviation", expected: "text that a zero byte ends", found: "place \(start)")
            }
            let name = names[names.startIndex + start..<end]
            guard name.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw fault("abbreviation", expected: "ASCII letters, digits, + and -", found: "other bytes")
            }
            types.append(Zone.LocalType(offset: offset, abbreviation: String(decoding: name, as: UTF8.self)))
            position += 2
        }
        position += header.characters
        return types
    }

    /// The rule between two line ends; nil when there is nothing between them.
    private mutating func footer() throws(ZoneError) -> PosixRule? {
        let newline = UInt8(ascii: "\n")
        guard position < bytes.count, bytes[position] == newline,
            let end = bytes[(position + 1)...].firstIndex(of: newline)
        else { throw fault("footer", expected: "a rule between two line ends", found: "none") }
        let text = String(decoding: bytes[position + 1..<end], as: UTF8.self)
        guard !text.isEmpty else { return nil }
        var reader = PosixRuleReader(text)
        guard let rule = reader.rule() else {
            throw fault(
                "footer", expected: "a POSIX TZ rule such as GMT0BST,M3.5.0/1,M10.5.0",
                found: String(text.prefix(60)).debugDescription)
        }
        return rule
    }

    /// A big-endian two's-complement number of so many bytes, which the caller knows to be there.
    private mutating func signed(_ width: Int) -> Int64 {
        var value: UInt64 = bytes[position] & 0x80 == 0 ? 0 : .max
        for byte in bytes[position..<position + width] { value = value << 8 | UInt64(byte) }
        position += width
        return Int64(bitPattern: value)
    }

    private func require(_ count: Int, _ what: String) throws(ZoneError) {
        let left = bytes.count - position
        guard count <= left else { throw fault(what, expected: "\(count) bytes", found: "\(left)") }
    }

    private func fault(_ place: String, expected: String, found: String) -> ZoneError {
        ZoneError(zone: identifier, place: "\(place) (before byte \(position))", expected: expected, found: found)
    }
}

extension Zone {
    /// Seconds east of UTC that a file may name: just within 25 hours west and 26 hours east.
    static let offsetBounds = -89_999...93_599
}
