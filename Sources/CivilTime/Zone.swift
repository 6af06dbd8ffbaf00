// A time zone as a table of changes and a rule for the time after it. Made from bytes that someone else has read: never
// opens a file, never asks the system for its zone.
// Source: RFC 9636 (TZif), sections 3 and 3.3.

/// A time zone: what clocks there show at any instant.
public struct Zone: Sendable, Equatable {
    /// The name in the IANA database, "Europe/London".
    public let identifier: String

    /// Seconds since the epoch at which the clocks change, ascending; `changes[i]` puts `types[following[i]]` in force.
    let changes: [Int64]
    let following: [Int]
    /// Never empty; the first one is in force before the first change.
    let types: [LocalType]
    /// In force from the last change on, and always where there is no change.
    let rule: PosixRule?

    /// One of the local times that a zone knows.
    struct LocalType: Sendable, Equatable {
        /// Seconds east of UTC.
        let offset: Int
        /// "BST".
        let abbreviation: String
    }

    public static let utc = Zone(
        identifier: "UTC", changes: [], following: [], types: [LocalType(offset: 0, abbreviation: "UTC")], rule: nil)

    /// The zone in the bytes of a TZif file, versions 1 to 4.
    /// - Throws: `ZoneError` for anything that RFC 9636 does not allow, and for files that count leap seconds.
    public init(identifier: String, tzif: [UInt8]) throws(ZoneError) {
        var reader = TZifReader(identifier: identifier, bytes: tzif)
        self = try reader.read()
    }

    init(identifier: String, changes: [Int64], following: [Int], types: [LocalType], rule: PosixRule?) {
        self.identifier = identifier
        self.changes = changes
        self.following = following
        self.types = types
        self.rule = rule
    }

    /// Seconds east of UTC: 3600 in London in summer.
    public func offset(at instant: Instant) -> Int { offset(at: instant.seconds) }

    func offset(at seconds: Int64) -> Int {
        let count = changes.upperBound(of: seconds)
        if count == changes.count, let rule { return rule.type(at: seconds).offset }
        return types[count == 0 ? 0 : following[count - 1]].offset
    }

    /// "BST", "GMT", or a number such as "+0330" where there is no name.
    public func abbreviation(at instant: Instant) -> String { type(at: instant.seconds).abbreviation }

    /// Whether this could name a zone: parts of letters, digits, `_`, `+` and `-` with single slashes between them.
    /// What is not well formed must never become part of a path.
    public static func isWellFormed(identifier: String) -> Bool {
        let parts = identifier.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return identifier.utf8.count <= 255 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isNameByte) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "+", "-": true
        default: false
        }
    }

    /// The local time in force so many seconds after the epoch.
    func type(at seconds: Int64) -> LocalType {
        let count = changes.upperBound(of: seconds)
        if count == changes.count, let rule { return rule.type(at: seconds) }
        return count == 0 ? types[0] : types[following[count - 1]]
    }

    /// The offset that holds from one instant to another; nil where the clocks change in between, or only a rule tells.
    func steadyOffset(from start: Int64, to end: Int64) -> Int? {
        let count = changes.upperBound(of: start)
        if count == changes.count {
            guard rule == nil else { return nil }
        } else if changes[count] <= end {
            return nil
        }
        return types[count == 0 ? 0 : following[count - 1]].offset
    }

    /// The instants in the half-open range (`after`, `upTo`] at which clocks may change, ascending.
    func changes(after: Int64, upTo: Int64) -> [Int64] {
        let first = changes.upperBound(of: after)
        let tabled = changes[first..<max(first, changes.upperBound(of: upTo))]
        guard let rule, upTo > changes.last ?? .min else { return Array(tabled) }
        return tabled + rule.changes(after: max(after, changes.last ?? .min), upTo: upTo)
    }
}

extension [Int64] {
    /// How many elements of an ascending array are not above the value.
    func upperBound(of value: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
