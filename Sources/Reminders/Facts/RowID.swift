// The identity of a row in the register. A type for each kind of row, so that a person is never taken for an owner.

/// A positive row number of the register, of one kind of row.
public struct RowID<Kind>: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    public let value: Int64

    public init(_ value: Int64) { self.value = value }

    public init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int64.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public static func < (a: RowID, b: RowID) -> Bool { a.value < b.value }

    public var description: String { String(value) }
}

public enum PlanRow: Sendable {}
public enum TargetRow: Sendable {}
public enum OwnerRow: Sendable {}
public enum PersonRow: Sendable {}
public enum ReminderRow: Sendable {}

public typealias PlanID = RowID<PlanRow>
public typealias TargetID = RowID<TargetRow>
public typealias OwnerID = RowID<OwnerRow>
/// A person or a shared mailbox: whoever can receive a message.
public typealias PersonID = RowID<PersonRow>
public typealias ReminderID = RowID<ReminderRow>
