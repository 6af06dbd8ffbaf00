// How the values of the core lie in a column: instants as milliseconds, days as ISO 8601, names as they are written. What
// many rows hold is decoded from the statement itself, without a value of GRDB in between.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Instant: DatabaseValueConvertible, StatementColumnConvertible {
    public var databaseValue: DatabaseValue { milliseconds.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        Int64.fromDatabaseValue(value).map(Instant.init(milliseconds:))
    }

    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(milliseconds: Int64(sqliteStatement: sqliteStatement, index: index))
    }
}

extension CivilDate: DatabaseValueConvertible, StatementColumnConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> CivilDate? {
        String.fromDatabaseValue(value).flatMap(CivilDate.init(iso:))
    }

    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(iso: String(sqliteStatement: sqliteStatement, index: index))
    }
}

extension RowID: DatabaseValueConvertible, StatementColumnConvertible {
    public var databaseValue: DatabaseValue { value.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> RowID? {
        Int64.fromDatabaseValue(value).map(RowID.init)
    }

    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(Int64(sqliteStatement: sqliteStatement, index: index))
    }
}

extension Channel: DatabaseValueConvertible, StatementColumnConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Channel? {
        String.fromDatabaseValue(value).flatMap { Channel($0) }
    }

    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(String(sqliteStatement: sqliteStatement, index: index))
    }
}

extension DeliveryMode: DatabaseValueConvertible, StatementColumnConvertible {}
extension Status: DatabaseValueConvertible, StatementColumnConvertible {}
extension Role: DatabaseValueConvertible, StatementColumnConvertible {}
extension ReminderKind: DatabaseValueConvertible, StatementColumnConvertible {}
extension StandIn: DatabaseValueConvertible, StatementColumnConvertible {}
extension CopyReason: DatabaseValueConvertible, StatementColumnConvertible {}
extension Seat: DatabaseValueConvertible {}
extension MessageKind: DatabaseValueConvertible {}
extension Response: DatabaseValueConvertible, StatementColumnConvertible {}
extension Pairing: DatabaseValueConvertible {}
extension Reading.Kind: DatabaseValueConvertible, StatementColumnConvertible {}
extension Reading.Precision: DatabaseValueConvertible, StatementColumnConvertible {}
extension MessageState: DatabaseValueConvertible {}
extension ReminderRecord.State: DatabaseValueConvertible, StatementColumnConvertible {}
extension DateRevision.Cause: DatabaseValueConvertible {}
extension WorklistRow.Kind: DatabaseValueConvertible {}
extension LedgerEvent: DatabaseValueConvertible {}
