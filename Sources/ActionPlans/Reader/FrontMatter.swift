// The lines before the table: the plan's title and the days on which its editions were submitted. The day of the
// inspection or report that it answers is never taken for the plan's own.

import CivilTime

/// What the lines before the table tell.
struct FrontMatter {
    /// A line that gives the plan's own day: "Action Plan Update Submitted: 7th December 2020".
    struct Submission: Hashable {
        var label: String
        /// The first day of its month.
        var month: CivilDate
        /// The day, where the line gives one.
        var date: CivilDate?
        var isUpdate: Bool
    }

    let title: String
    let submissions: [Submission]

    init(_ lines: [SourceLine]) {
        let texts = lines.map { Prose.trimmed($0.text.drop { $0 == "#" || $0 == " " || $0 == "*" }) }
        let dated = texts.map(FrontMatter.submission)
        submissions = dated.compactMap(\.self)
        let undated = zip(texts, dated).filter { $1 == nil }.map(\.0)
        title = FrontMatter.title(undated.isEmpty ? texts : undated)
    }

    private static func title(_ lines: [String]) -> String {
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let label = Prose.list(line[..<colon])
            guard label.count <= 8, label.suffix(2) == ["response", "to"] || label.suffix(2) == ["action", "plan"]
            else {
                continue
            }
            let title = Prose.squeezed(line[line.index(after: colon)...])
            if !title.isEmpty { return withoutStop(title) }
        }
        let named = lines.first { Prose.folded($0).contains("action plan") && $0.count <= 160 && !$0.contains(":") }
        return withoutStop(named ?? lines.first { $0.count <= 160 } ?? "Untitled action plan")
    }

    private static func submission(_ line: String) -> Submission? {
        guard line.count <= 160 else { return nil }
        let (label, rest) = cut(line)
        let words = Prose.list(label)
        let verbs: Set = [
            "submitted", "published", "issued", "dated", "date", "updated", "submission", "publication", "approved",
        ]
        guard words.count <= 8, !verbs.isDisjoint(with: words) else { return nil }
        guard Set(["inspection", "report", "review", "audit", "inquiry"]).isDisjoint(with: words) else { return nil }
        let reading = PhraseReader(asOf: nil).readings(of: rest).first {
            $0.precision == .day || $0.precision == .month
        }
        guard let day = reading?.due ?? reading?.on.flatMap({ CivilDate(iso: $0) }), let reading,
            let month = CivilDate(year: day.year, month: day.month, day: 1)
        else { return nil }
        return Submission(
            label: Prose.squeezed(label), month: month, date: reading.precision == .month ? nil : day,
            isUpdate: words.contains("update") || words.contains("updated") || words.contains("progress"))
    }

    /// The label and the date of a line, parted by its colon or by the verb before the date.
    private static func cut(_ line: String) -> (label: String, rest: String) {
        if let colon = line.firstIndex(of: ":") {
            return (String(line[..<colon]), Prose.trimmed(line[line.index(after: colon)...]))
        }
        guard let digit = line.firstIndex(where: \.isASCIIDigit) else { return (line, "") }
        return (String(line[..<digit]), Prose.trimmed(line[digit...]))
    }

    private static func withoutStop(_ title: String) -> String {
        title.hasSuffix(".") ? String(title.dropLast()) : title
    }
}
