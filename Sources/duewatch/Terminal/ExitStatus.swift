// What duewatch's exit status tells a script: the numbers of sysexits.h, and 1 for "a person should look".

/// Every exit status that a command can end with.
enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
    case success = 0
    /// Done, and something waits for a person; or the question was answered with no.
    case attention = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case software = 70
    case system = 71
    case cannotCreate = 73
    case inputOutput = 74
    case tryLater = 75
    case noPermission = 77
    case configuration = 78
}
