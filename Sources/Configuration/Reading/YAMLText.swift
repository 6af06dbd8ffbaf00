// A text in YAML made into a tree, within bounds. Scalars stay as they are written (12:30, on, 010): what they mean is
// for the field to say. Anchors and aliases are refused, since they can make a small file huge.
// Source: YAML 1.2.2; libyaml reads 1.1, which for this subset is the same.

import Yams

struct YAMLText {
    /// What its author knows it as: every JSON text is YAML, too.
    let format: String
    /// What is expected in it.
    let content: String
    let hint: String
    let findings: Findings

    static func yaml(_ findings: Findings) -> YAMLText {
        YAMLText(
            format: "YAML", content: "settings, one \"key: value\" in a line",
            hint: "check the indentation and the quotes there and in the line above", findings: findings)
    }

    static func json(_ findings: Findings, content: String) -> YAMLText {
        YAMLText(
            format: "JSON", content: content, hint: "check the commas, brackets and quotes there and in the line above",
            findings: findings)
    }

    /// The mapping that the text consists of; nil with a problem if there is none.
    func root(of text: String) -> Node? {
        guard !Self.mayExplode(text) else {
            findings.error(
                at: Place(line: nil, field: ""), expected: "\(format) without anchors and aliases",
                found: "many of them (&name, *name)", hint: "write the values out")
            return nil
        }
        do {
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            let root = try parser.singleRoot()
            // The parser keeps the anchors alive; the tree only points at them.
            return withExtendedLifetime(parser) { check(root) }
        } catch let error as YamlError {
            report(error)
        } catch {
            findings.error(at: Place(line: nil, field: ""), expected: format, found: "\(error)")
        }
        return nil
    }

    private func check(_ root: Node?) -> Node? {
        guard let root, !root.isNothing else {
            findings.error(
                at: Place(line: nil, field: ""), expected: content, found: "an empty file")
            return nil
        }
        if let fault = firstFault(in: root, depth: 0) {
            findings.error(
                at: Place(line: fault.line, field: ""), expected: fault.expected, found: fault.found,
                hint: "write the values out")
            return nil
        }
        return root
    }

    private func firstFault(in node: Node, depth: Int) -> (line: Int?, expected: String, found: String)? {
        if let anchor = node.anchor {
            return (node.mark?.line, "\(format) without anchors and aliases", "the anchor &\(anchor.rawValue)")
        }
        guard depth < 16 else { return (node.mark?.line, "at most 16 levels of values in values", "more") }
        switch node {
        case .scalar, .alias: return nil
        case .sequence(let elements):
            for element in elements {
                if let fault = firstFault(in: element, depth: depth + 1) { return fault }
            }
        case .mapping(let pairs):
            for (key, value) in pairs {
                if let fault = firstFault(in: key, depth: depth + 1) ?? firstFault(in: value, depth: depth + 1) {
                    return fault
                }
            }
        }
        return nil
    }

    /// Whether there are so many aliases that the parser itself could be kept busy: with two dozen it cannot, and the
    /// first anchor is refused in any case.
    private static func mayExplode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        func count(of mark: Unicode.Scalar) -> Int {
            bytes.indices.dropLast().count { place in
                bytes[place] == UInt8(ascii: mark) && !" \t\r\n".utf8.contains(bytes[place + 1])
                    && (place == 0 || " \t\r\n[{,".utf8.contains(bytes[place - 1]))
            }
        }
        return count(of: "*") > 24 && count(of: "&") > 0
    }

    private func report(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let started = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
            findings.error(
                at: Place(line: mark.line, field: ""), expected: format,
                found: "in column \(mark.column): \(problem)\(started)",
                hint: hint)
        case .duplicatedKeysInMapping(let names, let context):
            let list = names.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            findings.error(
                at: Place(line: context.mark.line, field: ""), expected: "each key once",
                found: "\(list) more than once",
                hint: "leave one of them")
        case .reader(let problem, _, _, _):
            findings.error(at: Place(line: nil, field: ""), expected: format, found: problem)
        default:
            findings.error(at: Place(line: nil, field: ""), expected: format, found: "\(error)")
        }
    }
}

extension Node {
    /// Whether nothing stands here: `key:` alone, `~`, or null.
    var isNothing: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// What stands here, as a problem says it; long values are cut.
    var shown: String {
        switch self {
        case .scalar(let scalar): isNothing ? "nothing" : scalar.string.quoted
        case .sequence: "a list"
        case .mapping: "keys with values of their own"
        case .alias: "an alias"
        }
    }
}

extension String {
    /// The text in quotation marks on one line, cut after 60 characters.
    var quoted: String {
        let cut = count > 60 ? "\(prefix(60))..." : self
        let printable = cut.unicodeScalars.map { scalar -> String in
            scalar.properties.generalCategory == .control ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
        return "\"\(printable.joined())\""
    }
}
