// The draft as a person reads it at a glance: what was found, by kind, and every doubt with its line. No line is longer
// than eighty columns.

extension PlanDraft {
    /// The summary, one line an element, without ends of line.
    public var summary: [String] {
        var lines = Lines()
        lines.add(title)
        lines.add(
            published.map { "Submitted on \($0.inWords)." } ?? "The day it was submitted is not printed.", indent: 2)
        lines.gap()
        lines.add("Editions")
        for edition in editions {
            let day = edition.date.map { ", \($0.inWords)" } ?? ""
            lines.add("\(edition.id)  \(edition.label)\(day)", indent: 2, hanging: 9)
        }
        lines.gap()
        addRecommendations(to: &lines)
        for edition in editions { addEdition(edition, to: &lines) }
        lines.gap()
        addProblems(to: &lines)
        return lines.all
    }

    private func addRecommendations(to lines: inout Lines) {
        let main = recommendations.count { $0.section == .main }
        let additional = recommendations.count - main
        lines.add(
            additional == 0 ? "Recommendations: \(main)" : "Recommendations: \(main) main, \(additional) additional")
        for response in Response.allCases {
            let count = recommendations.count { $0.response == response }
            if count > 0 { lines.add(Lines.counted(count, response.words), indent: 2) }
        }
        let silent = recommendations.count { $0.response == nil }
        if silent > 0 { lines.add(Lines.counted(silent, "without a response"), indent: 2) }
    }

    private func addEdition(_ edition: EditionDraft, to lines: inout Lines) {
        let parts = recommendations.flatMap(\.editions).filter { $0.edition == edition.id }
        let statements = parts.flatMap(\.targetDates)
        lines.gap()
        lines.add("Target dates of \(edition.id): \(statements.count)")
        for kind in Reading.Kind.allCases {
            let count = statements.count { $0.readings.contains { $0.kind == kind } }
            if count > 0 { lines.add(Lines.counted(count, kind.rawValue), indent: 2) }
        }
        let days = statements.flatMap(\.readings).compactMap(\.due).sorted()
        if let first = days.first, let last = days.last {
            lines.add("The first is due on \(first.inWords), the last on \(last.inWords).", indent: 2)
        }
        let actions = parts.flatMap(\.actions)
        let unclear = actions.count { $0.pairing == .unclear }
        lines.add("Actions: \(actions.count), \(unclear) of them without a sure or likely date", indent: 2)
        var owners: [String: Int] = [:]
        for part in parts { for owner in part.owners { owners[owner, default: 0] += 1 } }
        lines.gap()
        lines.add("Owners of \(edition.id): \(owners.count)")
        for (owner, count) in owners.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            lines.add(Lines.counted(count, owner), indent: 2, hanging: 5)
        }
    }

    private func addProblems(to lines: inout Lines) {
        guard !problems.isEmpty else {
            lines.add("Nothing stands on the worklist.")
            return
        }
        lines.add("Worklist: \(problems.count)")
        for problem in problems {
            let place = problem.line.map { "line \($0), \(problem.where)" } ?? problem.where
            let mark = problem.severity == .error ? "error, " : ""
            lines.add("\(mark)\(place): \(problem.message)", indent: 2, hanging: 2)
        }
    }
}

/// Lines that never grow past eighty columns.
private struct Lines {
    private(set) var all: [String] = []

    static func counted(_ count: Int, _ words: String) -> String {
        let digits = String(count)
        return String(repeating: " ", count: max(0, 3 - digits.count)) + digits + "  " + words
    }

    mutating func gap() { all.append("") }

    mutating func add(_ text: String, indent: Int = 0, hanging: Int = 0) {
        let first = String(repeating: " ", count: indent)
        let next = String(repeating: " ", count: indent + hanging)
        let lead = text.prefix { $0 == " " }
        var line = first + lead
        var isEmpty = true
        for word in text.split(separator: " ", omittingEmptySubsequences: false).dropFirst(lead.count) {
            for part in Lines.pieces(of: word, width: 80 - next.count) {
                if !isEmpty, line.count + 1 + part.count > 80 {
                    all.append(line)
                    line = next
                    isEmpty = true
                }
                line += (isEmpty ? "" : " ") + part
                isEmpty = false
            }
        }
        all.append(line)
    }

    /// A word, cut where it is longer than a line.
    private static func pieces(of word: Substring, width: Int) -> [Substring] {
        var pieces: [Substring] = []
        var rest = word
        while rest.count > width {
            pieces.append(rest.prefix(width))
            rest = rest.dropFirst(width)
        }
        return pieces + [rest]
    }
}
