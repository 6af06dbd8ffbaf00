// The owners file: posts and the people who stand for them, in YAML. It is the way in and out; the truth about owners is
// the register.

import CivilTime
import Reminders
import Yams

public enum OwnersFile {
    /// What came of one file.
    public struct Loaded: Sendable {
        /// Empty if there is an error among the problems.
        public let entries: [OwnerEntry]
        /// Empty if there is an error among the problems.
        public let absences: [AbsenceEntry]
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
            return Loaded(entries: [], absences: [], problems: findings.problems)
        }
    }

    /// Reads a text as if it stood in the file `name`.
    public static func parse(text: String, name: String, allowedDomains: [String], endpoints: [String]) -> Loaded {
        let findings = Findings(file: name)
        guard let node = YAMLText.yaml(findings).root(of: text) else {
            return Loaded(entries: [], absences: [], problems: findings.problems)
        }
        return read(node, findings: findings, allowedDomains: allowedDomains, endpoints: endpoints)
    }

    /// Reads the rows of a sheet, headings first, as if they were written in the file `name`: one row a person and post.
    /// A post without any row for a person has one row with the post alone. Row 1 is the headings.
    public static func parse(
        rows: [[String]], name: String, allowedDomains: [String], endpoints: [String]
    ) -> Loaded {
        let findings = Findings(file: name)
        guard let node = OwnersSheet(findings: findings).node(rows), !findings.hasErrors else {
            return Loaded(entries: [], absences: [], problems: findings.problems)
        }
        return read(node, findings: findings, allowedDomains: allowedDomains, endpoints: endpoints)
    }

    private static func read(
        _ node: Node, findings: Findings, allowedDomains: [String], endpoints: [String]
    ) -> Loaded {
        let place = Place(line: nil, field: "")
        guard let root = Section(node, at: place, keys: ["owners", "absences"], findings: findings) else {
            return Loaded(entries: [], absences: [], problems: findings.problems)
        }
        var reader = OwnersReader(findings: findings, allowedDomains: allowedDomains, endpoints: endpoints)
        let (entries, absences) = (reader.entries(root), reader.absences(root))
        return Loaded(
            entries: findings.hasErrors ? [] : entries, absences: findings.hasErrors ? [] : absences,
            problems: findings.problems)
    }
}
