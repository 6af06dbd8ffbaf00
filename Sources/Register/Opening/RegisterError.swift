// What can go wrong with a register, each fault as a sentence that says what to do. Never holds an address.

/// A fault of the register's file, or a request that its contents do not allow.
public enum RegisterError: Error, Hashable, Sendable {
    /// There is no file.
    case absent(path: String)
    /// The file is not an SQLite database.
    case notARegister(path: String)
    /// The file is a database of another program.
    case foreign(path: String, applicationID: Int64)
    /// The file was written by a later version of duewatch.
    case newer(path: String, found: Int64, known: Int64)
    case cannotCreate(path: String, reason: String)
    /// The file belongs to somebody else; `owner` is the login that it belongs to.
    case permission(path: String, owner: String, command: String)
    case readOnly(path: String)
    case full(path: String)
    case inputOutput(path: String, detail: String)
    case damaged(path: String, detail: String)
    /// Another process has held the write lock for too long.
    case locked(path: String, holder: String)
    /// Another `serve` has this register.
    case served(path: String, holder: String)
    case noSuchPlan(name: String, didYouMean: String?)
    case noSuchTarget(reference: String, didYouMean: String?)
    /// A row that a verb was asked for is not there.
    case noSuchRow(what: String)
    /// The row is there, but in a state that the verb does not allow.
    case wrongState(sentence: String)
    /// A fault that the register's own code did not foresee.
    case unexpected(path: String, detail: String)
}

extension RegisterError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .absent(let path):
            "there is no register at \(path): run `duewatch import` first, or name the right file in the configuration"
        case .notARegister(let path):
            "\(path) is not a register: it is no SQLite database. It was left as it is; name another file"
        case .foreign(let path, let id):
            "\(path) is a database of another program (application id \(id)). It was left as it is; name another file"
        case .newer(let path, let found, let known):
            "\(path) was written by a later version of duewatch (schema \(found), this version knows \(known)). "
                + "It was left as it is; install the later version"
        case .cannotCreate(let path, let reason):
            "cannot create the register \(path): \(reason)"
        case .permission(let path, let owner, let command):
            "\(path) belongs to \(owner): run `sudo -u \(owner) duewatch \(command)`"
        case .readOnly(let path):
            "\(path) cannot be written: the file or its file system is read-only. Nothing was changed"
        case .full(let path):
            "no space left on the disk of \(path). Nothing was changed; make room and run it again"
        case .inputOutput(let path, let detail):
            "the disk failed under \(path): \(detail). Nothing was changed; check the disk before the next try"
        case .damaged(let path, let detail):
            "\(path) is damaged: \(detail). Restore it from a backup (manual: docs/register.md)"
        case .locked(let path, let holder):
            "\(path) is locked by \(holder), who did not let go within 10 seconds. Nothing was changed; try again"
        case .served(let path, let holder):
            "\(path) is served already by \(holder): stop that service first"
        case .noSuchPlan(let name, let near):
            "there is no plan called \(name)" + RegisterError.suggestion(near) + "; `duewatch plans` lists them"
        case .noSuchTarget(let reference, let near):
            "there is no target \(reference)" + RegisterError.suggestion(near) + "; `duewatch targets` lists them"
        case .noSuchRow(let what): "there is no \(what)"
        case .wrongState(let sentence): sentence
        case .unexpected(let path, let detail): "\(path): \(detail)"
        }
    }

    /// Whether the fault lies in what one row says, and not in the file or its disk.
    public var isOfOneRow: Bool {
        switch self {
        case .unexpected, .noSuchRow, .wrongState, .noSuchTarget, .noSuchPlan: true
        default: false
        }
    }

    /// The exit status of sysexits.h that a command ends with.
    public var exitCode: Int32 {
        switch self {
        case .notARegister, .foreign, .newer, .damaged, .noSuchPlan, .noSuchTarget, .noSuchRow, .wrongState: 65
        case .absent: 66
        case .unexpected: 70
        case .cannotCreate: 73
        case .full, .inputOutput: 74
        case .locked, .served: 75
        case .permission, .readOnly: 77
        }
    }

    private static func suggestion(_ near: String?) -> String { near.map { "; did you mean \($0)?" } ?? "" }
}
