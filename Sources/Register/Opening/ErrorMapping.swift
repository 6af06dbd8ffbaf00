// SQLite's and the system's error codes as faults that a person can act on.

import GRDB
import Glibc

extension RegisterError {
    /// What a failed open(2) or a similar call on a file of the register means.
    static func opening(_ path: String, _ code: Int32) -> RegisterError {
        switch code {
        case EACCES, EPERM:
            .permission(
                path: path, owner: Ownership.owner(of: path).map { Ownership.login($0.user) } ?? "its owner",
                command: commandLine)
        case EROFS: .readOnly(path: path)
        case ENOSPC, EDQUOT: .full(path: path)
        case EIO: .inputOutput(path: path, detail: words(code))
        default: .cannotCreate(path: path, reason: words(code))
        }
    }

    static func words(_ code: Int32) -> String { String(cString: strerror(code)) }

    /// The arguments of this process, for the line that says how to run it again.
    static var commandLine: String { CommandLine.arguments.dropFirst().joined(separator: " ") }
}

extension Store {
    func mappingErrors<Result>(_ body: () throws -> Result) throws -> Result {
        try Self.mappingErrors(path: name, body)
    }

    static func mappingErrors<Result>(path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw registerError(error, path: path)
        }
    }

    static func registerError(_ error: DatabaseError, path: String) -> RegisterError {
        let detail = error.message ?? "SQLite code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL: return .full(path: path)
        case .SQLITE_IOERR: return .inputOutput(path: path, detail: detail)
        case .SQLITE_READONLY: return .readOnly(path: path)
        case .SQLITE_CANTOPEN:
            return Glibc.access(path, R_OK | W_OK) == 0 || errno == ENOENT
                ? .cannotCreate(path: path, reason: detail) : .opening(path, errno)
        case .SQLITE_PERM, .SQLITE_AUTH: return .opening(path, EACCES)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(path: path, holder: "a program other than duewatch")
        case .SQLITE_NOTADB: return .notARegister(path: path)
        case .SQLITE_CORRUPT: return .damaged(path: path, detail: detail)
        default: return .unexpected(path: path, detail: "\(detail) [\(error.extendedResultCode.rawValue)]")
        }
    }
}
