// How the values of the core lie in a column: instants as milliseconds, days as ISO 8601, names as they are written.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Instant: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { milliseconds.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        Int64.fromDatabaseValue(value).map(Instant.init(milliseconds:))
    }
}

extension CivilDate: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> CivilDate? {
        String.fromDatabaseValue(value).flatMap(CivilDate.init(iso:))
    }
}

extension RowID: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { value.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> RowID? {
        Int64.fromDatabaseValue(value).map(RowID.init)
    }
}

extension Channel: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Channel? {
        String.fromDatabaseValue(value).flatMap { Channel($0) }
    }
}

extension DeliveryMode: DatabaseValueConvertible {}
extension Status: DatabaseValueConvertible {}
extension Role: DatabaseValueConvertible {}
extension ReminderKind: DatabaseValueConvertible {}
extension StandIn: DatabaseValueConvertible {}
extension CopyReason: DatabaseValueConvertible {}
extension Seat: DatabaseValueConvertible {}
extension MessageKind: DatabaseValueConvertible {}
extension Response: DatabaseValueConvertible {}
extension Pairing: DatabaseValueConvertible {}
extension Reading.Kind: DatabaseValueConvertible {}
extension Reading.Precision: DatabaseValueConvertible {}
extension MessageState: DatabaseValueConvertible {}
extension ReminderRecord.State: DatabaseValueConvertible {}
extension DateRevision.Cause: DatabaseValueConvertible {}
extension WorklistRow.Kind: DatabaseValueConvertible {}
extension LedgerEvent: DatabaseValueConvertible {}
