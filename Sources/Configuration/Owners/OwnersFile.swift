// The owners file: posts and the people who stand for them, in YAML. It is the way in and out; the truth about owners is
// the register.

import CivilTime
import Reminders

public enum OwnersFile {
    /// What came of one file.
    public struct Loaded: Sendable {
        /// Empty if there is an error among the problems.
        public let entries: [OwnerEntry]
        /// Errors and warnings, in the order of the file.
        public let problems: [Problem]

        public var errors: [Problem] { problems.filter { $0.severity == .error } }
        public var warnings: [Problem] { problems.filter { $0.severity == .warning } }
    }

    /// Reads a file of at most 1 MB in UTF-8. Addresses outside the domains are errors; an empty list allows all.
    /// `endpoints` are the names of the webhooks that the settings know.
    public static func read(path: String, allowedDomains: [String], endpoints: [String]) -> Loaded {
        do throws(FileFault) {
            let text = try FileText.read(path)
            return parse(text: text, name: path, allowedDomains: allowedDomains, endpoints: endpoints)
        } catch {
            let findings = Findings(file: path)
            findings.error(at: Place(line: error.line, field: ""), error)
            return Loaded(entries: [], problems: findings.problems)
        }
    }

    /// Reads a text as if it stood in the file `name`.
    public static func parse(text: String, name: String, allowedDomains: [String], endpoints: [String]) -> Loaded {
        let findings = Findings(file: name)
        guard let node = YAMLText.root(of: text, findings: findings),
            let root = Section(node, at: Place(line: nil, field: ""), keys: ["owners"], findings: findings)
        else { return Loaded(entries: [], problems: findings.problems) }
        var reader = OwnersReader(findings: findings, allowedDomains: allowedDomains, endpoints: endpoints)
        let entries = reader.entries(root)
        return Loaded(entries: findings.hasErrors ? [] : entries, problems: findings.problems)
    }
}
