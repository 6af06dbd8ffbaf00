// Why the bytes of a time zone could not be read: where, what was expected, what was found.

/// A time zone file that does not keep to RFC 9636.
public struct ZoneError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The zone's identifier, "Europe/London".
    public let zone: String
    /// The field, with its place: "type count, byte 36".
    public let place: String
    public let expected: String
    public let found: String

    public init(zone: String, place: String, expected: String, found: String) {
        self.zone = zone
        self.place = place
        self.expected = expected
        self.found = found
    }

    /// One line for a person, which ends with what to do.
    public var description: String {
        "time zone \"\(zone)\", \(place): expected \(expected), found \(found); "
            + "reinstall the package tzdata, or name another zone"
    }
}
