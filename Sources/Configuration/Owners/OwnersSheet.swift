// Owners as a sheet: one row a person in a seat of a post, or an absence. Its rows become the tree that the YAML file would
// be, with their line numbers, so that one reader checks both. It knows cells, not files.

import CivilTime
import Reminders
import Yams

struct OwnersSheet {
    enum Column: String, CaseIterable { case post, aliases, body, role, name, email, webhook, from, until }

    /// What stands in the column for the role where a row is an absence.
    static let absence = "absence"

    let findings: Findings

    /// nil with a problem where the headings are not ours.
    func node(_ rows: [[String]]) -> Node? {
        var places: [Column: Int] = [:]
        for (place, heading) in (rows.first ?? []).enumerated() {
            let name = heading.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
            if let column = Column(rawValue: name), places[column] == nil { places[column] = place }
        }
        let missing = Column.allCases.filter { places[$0] == nil && [.post, .role, .name, .email].contains($0) }
        guard missing.isEmpty else {
            findings.error(
                at: Place(line: 1, field: ""),
                expected: "headings \(listed(Column.allCases.map(\.rawValue)))",
                found: "no \(missing.map(\.rawValue).joined(separator: ", no "))")
            return nil
        }
        let marks = marks(rows.count)
        let lines = rows.enumerated().dropFirst().map { index, cells in
            Line(
                number: index + 1, mark: index < marks.count ? marks[index] : nil,
                cells: places.mapValues { $0 < cells.count ? cells[$0] : "" })
        }
        return tree(lines.filter { !$0.isEmpty })
    }

    /// A line number is only to be had from a parser, so it gets a list with one element in each line.
    private func marks(_ count: Int) -> [Mark?] {
        let list = YAMLText.yaml(findings).root(of: String(repeating: "- 0\n", count: count))
        return list?.sequence?.map(\.mark) ?? []
    }

    private struct Line {
        let number: Int
        let mark: Mark?
        let cells: [Column: String]

        subscript(column: Column) -> String {
            (cells[column] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        var isEmpty: Bool { Column.allCases.allSatisfy { self[$0].isEmpty } }
        var role: String { self[.role].lowercased() }

        func scalar(_ text: String) -> Node { .scalar(Node.Scalar(text, .implicit, .doubleQuoted, mark)) }
        func list(_ nodes: [Node]) -> Node { .sequence(Node.Sequence(nodes, .implicit, .any, mark)) }
        func mapping(_ pairs: [(Node, Node)]) -> Node { .mapping(Node.Mapping(pairs, .implicit, .any, mark)) }

        /// The cells that have something in them, under the names of their columns.
        func mapping(_ columns: [Column]) -> Node {
            mapping(columns.filter { !self[$0].isEmpty }.map { (scalar($0.rawValue), scalar(self[$0])) })
        }
    }

    private func tree(_ lines: [Line]) -> Node {
        var posts: [String] = []
        var rows: [String: [Line]] = [:]
        var absences: [Node] = []
        for line in lines {
            if line.role == Self.absence {
                absences.append(absence(line))
                continue
            }
            let known = [""] + Seat.allCases.map(\.rawValue)
            if !known.contains(line.role) {
                findings.error(
                    at: Place(line: line.number, field: "role"),
                    expected: listed(Seat.allCases.map(\.rawValue) + [Self.absence]), found: line[.role].quoted)
            }
            let key = PostSpelling.normalised(line[.post])
            if rows[key] == nil { posts.append(key) }
            rows[key, default: []].append(line)
        }
        let owners = posts.compactMap { rows[$0] }.map(owner)
        let root = [("owners", owners)] + (absences.isEmpty ? [] : [("absences", absences)])
        return Node(root.map { (Node($0), Node($1)) })
    }

    private func absence(_ line: Line) -> Node {
        let person = line[.email].isEmpty ? line[.name] : line[.email]
        let pairs = [("person", person), ("from", line[.from]), ("until", line[.until])].filter { !$1.isEmpty }
        return line.mapping(pairs.map { (line.scalar($0), line.scalar($1)) })
    }

    private func owner(_ lines: [Line]) -> Node {
        let first = lines[0]
        var pairs: [(Node, Node)] = []
        if !first[.post].isEmpty { pairs.append((first.scalar("post"), first.scalar(first[.post]))) }
        var seen: Set<String> = []
        let aliases = lines.flatMap { line in
            line[.aliases].split(separator: ";").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
                .filter { !$0.isEmpty && seen.insert(PostSpelling.normalised($0)).inserted }.map(line.scalar)
        }
        if !aliases.isEmpty {
            pairs.append((first.scalar("aliases"), first.list(aliases)))
        }
        if let line = lines.first(where: { !$0[.body].isEmpty }) {
            pairs.append((line.scalar("body"), line.scalar(line[.body])))
            for other in lines where !other[.body].isEmpty && other[.body] != line[.body] {
                findings.error(
                    at: Place(line: other.number, field: "body"), expected: "one body for one post",
                    found: other[.body].quoted, hint: "line \(line.number) says \(line[.body].quoted)")
            }
        }
        for seat in Seat.allCases {
            let people = lines.filter { $0.role == seat.rawValue || ($0.role.isEmpty && seat == .holder) }
                .filter { line in Self.person.contains { !line[$0].isEmpty } }
            guard let one = people.first else { continue }
            let nodes = people.map { $0.mapping(Self.person) }
            let value = nodes.count == 1 ? nodes[0] : one.list(nodes)
            pairs.append((one.scalar(seat.rawValue), value))
        }
        return first.mapping(pairs)
    }

    private static let person: [Column] = [.name, .email, .webhook, .from, .until]

    /// The same as rows, headings first; a program that writes cells keeps spreadsheet programs from running them.
    static func rows(_ entries: [OwnerEntry], absences: [AbsenceEntry]) -> [[String]] {
        var rows = [Column.allCases.map(\.rawValue)]
        for entry in entries {
            var lines: [[Column: String]] = Seat.allCases.flatMap { seat in
                entry.people(seat).map { person in
                    [
                        .role: seat.rawValue, .name: person.name, .email: person.email ?? "",
                        .webhook: person.webhook ?? "", .from: person.from?.description ?? "",
                        .until: person.until?.description ?? "",
                    ]
                }
            }
            if entry.people(.holder).isEmpty { lines.insert([.role: Seat.holder.rawValue], at: 0) }
            for (place, line) in lines.enumerated() {
                var line = line
                line[.post] = entry.post
                if place == 0 {
                    line[.aliases] = entry.aliases.joined(separator: "; ")
                    line[.body] = entry.body ?? ""
                }
                rows.append(Column.allCases.map { line[$0] ?? "" })
            }
        }
        return rows
            + absences.map { absence in
                let isAddress = absence.person.contains("@")
                let line: [Column: String] = [
                    .role: Self.absence, .name: isAddress ? "" : absence.person,
                    .email: isAddress ? absence.person : "", .from: absence.from.description,
                    .until: absence.until.description,
                ]
                return Column.allCases.map { line[$0] ?? "" }
            }
    }
}

extension OwnersFile {
    /// The entries as the rows of a sheet, headings first; reading them gives the same entries.
    public static func rows(_ entries: [OwnerEntry], absences: [AbsenceEntry] = []) -> [[String]] {
        OwnersSheet.rows(entries, absences: absences)
    }
}
