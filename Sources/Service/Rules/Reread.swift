// What comes of reading the settings again, and how the service says so to whoever asked for it.

/// Rules of the settings as they stand now, or why they cannot be had.
public enum Reread: Sendable {
    case fresh(Rules)
    /// Each problem is one line.
    case faulty([String])
}

/// What became of a reload.
public enum ReloadOutcome: Hashable, Sendable {
    /// All of it is in force; with the settings file, and what a person should know of it.
    case applied(file: String, warnings: [String])
    /// Nothing of it is in force; each problem is one line.
    case kept(problems: [String])
    /// The service is about to end.
    case stopping

    /// As it goes to another process; the first line says which it is.
    public var text: String {
        switch self {
        case .applied(let file, let warnings): (["applied", file] + warnings).joined(separator: "\n")
        case .kept(let problems): (["kept"] + problems).joined(separator: "\n")
        case .stopping: "stopping"
        }
    }

    /// nil for what no service of this version says.
    public init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        switch lines.first {
        case "applied" where lines.count > 1: self = .applied(file: lines[1], warnings: Array(lines.dropFirst(2)))
        case "kept": self = .kept(problems: Array(lines.dropFirst()))
        case "stopping": self = .stopping
        default: return nil
        }
    }
}

/// The words of a settings file as they were read.
public struct SettingsSource: Hashable, Sendable {
    /// Absolute.
    public let file: String
    public let words: String

    public init(file: String, words: String) {
        self.file = file
        self.words = words
    }

    /// As it goes to another process.
    public var text: String { "\(file)\n\(words)" }

    /// nil for what no service of this version says.
    public init?(_ text: String) {
        guard let end = text.firstIndex(of: "\n"), text.hasPrefix("/") else { return nil }
        self.init(file: String(text[..<end]), words: String(text[text.index(after: end)...]))
    }
}
