// One mapping of a file, with its place. It reports a key that nobody knows as soon as it is made, so that no
// setting is passed over in silence.

import Yams

struct Section {
    let place: Place
    let findings: Findings
    /// In the order of the file.
    let names: [String]
    private let entries: [String: (line: Int?, node: Node)]

    /// The mapping at a node; nil with a problem for anything else. `keys` are the ones it may have, nil where they
    /// are names of the user's own.
    init?(_ node: Node, at place: Place, keys: [String]?, findings: Findings) {
        guard case .mapping(let mapping) = node else {
            let example = keys.map { "with " + listed($0) } ?? "under names of your own"
            findings.error(at: place, expected: "values \(example)", found: node.shown)
            return nil
        }
        var names: [String] = []
        var entries: [String: (line: Int?, node: Node)] = [:]
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key, !scalar.string.isEmpty else {
                findings.error(
                    at: Place(line: key.mark?.line ?? place.line, field: place.field), expected: "a key",
                    found: key.shown)
                continue
            }
            let name = scalar.string
            let line = key.mark?.line ?? place.line
            if let keys, !keys.contains(name) {
                findings.error(
                    at: place.key(name, line: line), expected: listed(keys), found: "a key that means nothing here",
                    hint: MistakenWord.hint(for: name, in: keys) ?? Self.longer(name, in: keys))
                continue
            }
            names.append(name)
            entries[name] = (line, value)
        }
        self.place = Place(line: place.line ?? mapping.mark?.line, field: place.field)
        self.findings = findings
        self.names = names
        self.entries = entries
    }

    /// `password-file or password-credential` for `password`, which alone is none of them.
    private static func longer(_ name: String, in keys: [String]) -> String? {
        let longer = keys.filter { $0.hasPrefix("\(name)-") }
        return longer.isEmpty ? nil : "did you mean \(listed(longer))?"
    }

    /// Whether the key is missing or has no value.
    func isAbsent(_ key: String) -> Bool { entries[key]?.node.isNothing ?? true }

    /// The place of a single value; of the key, where it has something else or nothing; of the section, where it is missing.
    func place(of key: String) -> Place {
        guard let (line, node) = entries[key] else { return place.key(key) }
        guard case .scalar = node, !node.isNothing else { return place.key(key, line: line) }
        return place.key(key, line: node.mark?.line ?? line)
    }

    /// The value of a key; nil where it is missing or empty.
    func node(_ key: String) -> Node? {
        guard let node = entries[key]?.node, !node.isNothing else { return nil }
        return node
    }

    /// A mapping with these keys; nil where it is missing or, with a problem, where it is something else.
    func section(_ key: String, keys: [String]) -> Section? {
        node(key).flatMap { Section($0, at: keyPlace(key), keys: keys, findings: findings) }
    }

    /// A mapping whose keys are names of the user's own.
    func names(under key: String) -> Section? {
        node(key).flatMap { Section($0, at: keyPlace(key), keys: nil, findings: findings) }
    }

    /// The elements of a list with their places; nil where it is missing or, with a problem, where it is no list.
    func elements(_ key: String, expecting expected: String) -> [(node: Node, place: Place)]? {
        guard let node = node(key) else { return nil }
        let place = keyPlace(key)
        guard case .sequence(let sequence) = node else {
            findings.error(at: place, expected: expected, found: node.shown)
            return nil
        }
        return sequence.enumerated().map { ($1, place.element($0 + 1, line: $1.mark?.line)) }
    }

    private func keyPlace(_ key: String) -> Place { place.key(key, line: entries[key]?.line) }
}
