// The settings file: YAML in, settings out, or every problem in it at once. Never stops at the first mistake, never
// guesses what was meant, never reads a secret.

import CivilTime
import Reminders

public enum SettingsFile {
    /// What came of one file.
    public struct Loaded: Sendable {
        /// nil if there is an error among the problems.
        public let settings: Settings?
        /// Errors and warnings, in the order of the file.
        public let problems: [Problem]
        /// The words of the file; nil where it could not be read.
        public let text: String?

        public var errors: [Problem] { problems.filter { $0.severity == .error } }
        public var warnings: [Problem] { problems.filter { $0.severity == .warning } }
    }

    /// Reads a file of at most 1 MB in UTF-8.
    public static func load(path: String, surroundings: Surroundings) -> Loaded {
        do throws(FileFault) {
            let text = try FileText.read(path)
            return parse(text: text, path: path, surroundings: surroundings)
        } catch {
            let findings = Findings(file: path)
            findings.error(at: Place(line: error.line, field: ""), error)
            return Loaded(settings: nil, problems: findings.problems, text: nil)
        }
    }

    /// Reads a text as if it stood in the file at `path`.
    public static func parse(text: String, path: String, surroundings: Surroundings) -> Loaded {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return parse(text: text, name: path, folder: folder, surroundings: surroundings)
    }

    /// Reads a text as if it stood in the file `name`. A relative path in it is taken from `folder`.
    public static func parse(text: String, name: String, folder: String, surroundings: Surroundings) -> Loaded {
        let findings = Findings(file: name)
        let start = Place(line: nil, field: "")
        guard let node = YAMLText.yaml(findings).root(of: text),
            let root = Section(node, at: start, keys: SettingsReader.keys, findings: findings)
        else { return Loaded(settings: nil, problems: findings.problems, text: text) }
        var reader = SettingsReader(root: root, folder: folder, surroundings: surroundings)
        let settings = reader.settings()
        return Loaded(
            settings: findings.hasErrors ? nil : settings, problems: findings.problems, text: text)
    }
}
