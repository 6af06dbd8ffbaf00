// A statement of the hot path: prepared once a connection, its values bound by position and its columns read by number.
// GRDB keeps it and ends it; what it does for each value and each column name costs more than SQLite's own work here.
// Used only inside a transaction. Source: sqlite.org/c3ref/bind_blob.html, step.html, column_blob.html.

import CivilTime
import GRDB
import GRDBSQLite
import Reminders

struct Prepared {
    /// What is bound in place of a question mark.
    enum Value {
        case null
        case int(Int64)
        case text(String)
        /// Text in UTF-8.
        case octets([UInt8])

        static func id<Kind>(_ id: RowID<Kind>?) -> Value { id.map { .int($0.value) } ?? .null }
        static func at(_ instant: Instant?) -> Value { instant.map { .int($0.milliseconds) } ?? .null }
        static func row(_ number: Int64?) -> Value { number.map(Value.int) ?? .null }
        static func number(_ number: Int?) -> Value { number.map { .int(Int64($0)) } ?? .null }
        static func words(_ text: String?) -> Value { text.map(Value.text) ?? .null }
        static func day(_ day: CivilDate?) -> Value { day.map { .text($0.description) } ?? .null }
        /// A value by its name.
        static func named<Name: RawRepresentable>(_ name: Name?) -> Value where Name.RawValue == String {
            name.map { .text($0.rawValue) } ?? .null
        }
        /// For `wanted`.
        static func list<Kind>(_ ids: [RowID<Kind>]) -> Value { .text(Prepared.list(ids)) }
    }

    /// A list of row numbers, each once, to stand before a table: `\(Prepared.wanted) person WHERE id = wanted`. An `IN`
    /// would make a table of the list at each query.
    static let wanted = "(SELECT value AS wanted FROM json_each(?)) CROSS JOIN"

    /// Row numbers as a JSON array. Not by a key path, which for a generic type would be put together at each call.
    static func list<Kind>(_ ids: [RowID<Kind>]) -> String {
        "[" + ids.map { String($0.value) }.joined(separator: ",") + "]"
    }

    private let statement: Statement
    private let connection: OpaquePointer?

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        connection = db.sqliteConnection
    }

    /// Runs it to its end; returns how many rows it changed.
    @discardableResult
    func run(_ values: Value...) throws -> Int { try run(binding: values) }

    @discardableResult
    func run(binding values: [Value]) throws -> Int {
        try bind(values)
        defer { sqlite3_reset(statement.sqliteStatement) }
        while try step() {}
        return Int(sqlite3_changes(connection))
    }

    /// The same for three whole numbers: no array is made, for what runs a million times.
    func run(numbers first: Int64?, _ second: Int64, _ third: Int64) throws -> Int {
        let pointer = statement.sqliteStatement
        let codes = (
            first.map { sqlite3_bind_int64(pointer, 1, $0) } ?? sqlite3_bind_null(pointer, 1),
            sqlite3_bind_int64(pointer, 2, second), sqlite3_bind_int64(pointer, 3, third)
        )
        guard codes == (SQLITE_OK, SQLITE_OK, SQLITE_OK) else { throw fault(SQLITE_MISUSE) }
        defer { sqlite3_reset(pointer) }
        while try step() {}
        return Int(sqlite3_changes(connection))
    }

    /// Runs it to its end; returns the number of the row that it inserted.
    func insert(_ values: Value...) throws -> Int64 { try insert(binding: values) }

    func insert(binding values: [Value]) throws -> Int64 {
        try run(binding: values)
        return sqlite3_last_insert_rowid(connection)
    }

    /// Each row as `read` makes it, in order.
    func rows<Result>(_ values: Value..., read: (Columns) throws -> Result) throws -> [Result] {
        try rows(binding: values, read: read)
    }

    func rows<Result>(binding values: [Value], read: (Columns) throws -> Result) throws -> [Result] {
        try bind(values)
        defer { sqlite3_reset(statement.sqliteStatement) }
        var all: [Result] = []
        while try step() { all.append(try read(Columns(statement: statement.sqliteStatement))) }
        return all
    }

    private func step() throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw fault(code)
        }
    }

    private func bind(_ values: [Value]) throws {
        let pointer = statement.sqliteStatement
        for (position, value) in zip(Int32(1)..., values) {
            let code =
                switch value {
                case .null: sqlite3_bind_null(pointer, position)
                case .int(let number): sqlite3_bind_int64(pointer, position, number)
                case .text(""), .octets([]): sqlite3_bind_text(pointer, position, "", 0, Self.copied)
                case .octets(let octets):
                    octets.withUnsafeBytes { bytes in
                        sqlite3_bind_text(
                            pointer, position, bytes.assumingMemoryBound(to: CChar.self).baseAddress,
                            Int32(bytes.count), Self.copied)
                    }
                case .text(var text):
                    text.withUTF8 { bytes in
                        bytes.withMemoryRebound(to: CChar.self) {
                            sqlite3_bind_text(pointer, position, $0.baseAddress, Int32($0.count), Self.copied)
                        }
                    }
                }
            guard code == SQLITE_OK else { throw fault(code) }
        }
    }

    private func fault(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: sqlite3_errmsg(connection).map { String(cString: $0) } ?? "code \(code)", sql: statement.sql)
    }

    /// SQLite takes a copy before the call returns.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// The row that a statement stands on, by the numbers of its columns from 0.
struct Columns {
    let statement: OpaquePointer

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    func int(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func maybeInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }

    func maybeText(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(statement, column) else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func text(_ column: Int32) -> String { maybeText(column) ?? "" }

    func instant(_ column: Int32) -> Instant? { maybeInt(column).map(Instant.init(milliseconds:)) }

    /// A value by its name in the column; throws where no value has it.
    func named<Name: RawRepresentable>(_ column: Int32) throws -> Name where Name.RawValue == String {
        let text = text(column)
        guard let name = Name(rawValue: text) else { throw Self.unknown(text) }
        return name
    }

    func maybeNamed<Name: RawRepresentable>(_ column: Int32) throws -> Name? where Name.RawValue == String {
        isNull(column) ? nil : try named(column)
    }

    func channel(_ column: Int32) throws -> Channel {
        let text = text(column)
        guard let channel = Channel(text) else { throw Self.unknown(text) }
        return channel
    }

    func day(_ column: Int32) throws -> CivilDate {
        guard let bytes = sqlite3_column_text(statement, column) else { throw Self.unknown("") }
        let count = Int(sqlite3_column_bytes(statement, column))
        guard let day = CivilDate(iso: UnsafeBufferPointer(start: bytes, count: count)) else {
            throw Self.unknown(text(column))
        }
        return day
    }

    func maybeDay(_ column: Int32) throws -> CivilDate? { isNull(column) ? nil : try day(column) }

    private static func unknown(_ text: String) -> RegisterError {
        .unexpected(path: "the register", detail: "\"\(text)\" is no value of its column")
    }
}
