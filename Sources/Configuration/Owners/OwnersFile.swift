// The owners file: posts and the people who stand for them, in YAML. It is the way in and out; the truth about owners is
// the register.

import Reminders

public enum OwnersFile {
    /// What came of one file.
    public struct Loaded: Sendable {
        /// Empty if there is an error among the problems.
        public let entries: [OwnerEntry]
        /// Errors and warnings, in the order of the file.
        public let problems: [Problem]
    }

    /// Reads a file of at most 1 MB in UTF-8. Addresses outside the domains are errors; an empty list allows all.
    /// `endpoints` are the names of the webhooks that the settings know.
    public static func read(path: String, allowedDomains: [String], endpoints: [String]) -> Loaded {
        Loaded(entries: [], problems: [])
    }

    /// Reads a text as if it stood in the file `name`.
    public static func parse(text: String, name: String, allowedDomains: [String], endpoints: [String]) -> Loaded {
        Loaded(entries: [], problems: [])
    }

    /// The entries as a file to fill in; what is not known is an empty value. `heading` stands above it, and
    /// `notes` above each entry by its post, all of it as comments. Reading it gives the same entries.
    public static func write(
        _ entries: [OwnerEntry], heading: [String] = [], notes: [String: [String]] = [:]
    ) -> String {
        ""
    }
}
