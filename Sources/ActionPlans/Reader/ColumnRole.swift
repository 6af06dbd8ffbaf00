// What a column of an action plan holds, told from the words that usually head it. The order of the columns is free.

/// The part a column plays in an action plan.
package enum ColumnRole: Hashable, CaseIterable {
    case section, number, directedAt, recommendation, response, action, owner, date, edition
    /// A later date that takes the place of the one in the column of dates.
    case revisedDate
    /// When work begins, beside a column that says when it ends.
    case startDate
    /// One column for whom and until when: "Lead and timescale".
    case ownerAndDate
    /// How far things are: "Complete", "On track", "Green".
    case status
    /// The day on which it was done, where there is a column of target dates too.
    case completedOn

    /// The role that a heading cell names, or nil. "1. Rec No", "Responsible Owner (including ...)", "Target Date".
    init?(heading text: String) {
        let words = Prose.list(text).filter { !$0.allSatisfy(\.isNumber) }
        if Prose.trimmed(text) == "#" {
            self = .number
            return
        }
        guard !words.isEmpty, words.count <= 24 else { return nil }
        let all = Set(words)
        let first = Set(words.prefix(6))
        if ColumnRole.namesStatus(words) {
            self = .status
        } else if ColumnRole.isPassedBy(heading: text) {
            return nil
        } else if ColumnRole.namesNumber(words) {
            self = .number
        } else if words.count <= 4, !all.isDisjoint(with: ["directed", "addressed", "addressee"]) {
            self = .directedAt
        } else if words.count <= 2, all.contains("section") || words == ["list"] {
            self = .section
        } else if words.count <= 3, all.contains("edition") {
            self = .edition
        } else if let dated = ColumnRole.dated(words) {
            self = dated
        } else if ColumnRole.namesOwner(first) || words == ["action", "by"] {
            self = .owner
        } else if !all.isDisjoint(with: ColumnRole.doing) || ColumnRole.opens(words, ColumnRole.doingPhrases) {
            self = .action
        } else if !first.isDisjoint(with: ColumnRole.answering) {
            self = .response
        } else if !all.isDisjoint(with: ["recommendation", "recommendations"]) {
            self = .recommendation
        } else if !first.isDisjoint(with: ["who", "whom", "owned"]) {
            self = .owner
        } else {
            return nil
        }
    }

    /// Whether a heading that names no recommendation may stand for one where no other column does: "Area for
    /// improvement", "Finding", "Objective".
    static func couldBeRecommendation(heading text: String) -> Bool {
        let words = Prose.list(text)
        let known: Set = [
            "finding", "findings", "issue", "issues", "concern", "concerns", "objective", "objectives", "requirement",
            "requirements", "conclusion", "improvement", "must", "should", "afi", "point", "learning", "aim",
        ]
        return (1...8).contains(words.count) && !known.isDisjoint(with: words)
    }

    /// Whether a heading names its role by its own word, and not by one that other columns bear too: "Action" rather
    /// than "Milestones", "Target date" rather than "Date raised".
    static func isPlain(_ role: ColumnRole, heading text: String) -> Bool {
        let words = Prose.list(text)
        switch role {
        case .action: return words.contains { ["action", "actions", "steps"].contains($0) }
        case .date where words.contains { ["by", "target", "due", "deadline", "when"].contains($0) }: return true
        case .date: return !words.contains { ColumnRole.otherDates.contains($0) }
        default: return true
        }
    }

    /// Whether a heading of dates tells when work was done, and not by when it is to be: "Date completed", "Closed on".
    static func tellsOfEnd(heading text: String) -> Bool {
        let words = Prose.list(text)
        return words.contains { ["completed", "actual", "closed"].contains($0) }
            && !isPlain(.date, heading: text)
    }

    /// Whether a heading tells how far things were on a day: "Position at March 2024", "Progress to June 2024".
    static func tellsHowFar(heading text: String) -> Bool {
        guard let first = Prose.list(text).first else { return false }
        return ["position", "progress", "status", "update", "rag", "brag", "rating", "comments"].contains(first)
    }

    /// Whether a column is one that plans often have beside those that are read: how far things are, and remarks.
    static func isPassedBy(heading text: String) -> Bool {
        let words = Prose.list(text)
        if tellsHowFar(heading: text), words.count <= 6, words.contains(where: { $0.allSatisfy(\.isNumber) }) {
            return true
        }
        if words.first == "how", words.contains(where: { ["know", "measure", "measured", "evidence"].contains($0) }) {
            return true
        }
        if words.count <= 5,
            words.contains(where: { ["success", "outcome", "outcomes", "impact", "kpi"].contains($0) }),
            !words.contains(where: { ["action", "actions", "recommendation", "date", "lead", "owner"].contains($0) })
        {
            return true
        }
        return (1...3).contains(words.count)
            && words.contains {
                [
                    "rag", "brag", "rating", "status", "progress", "comment", "comments", "notes", "evidence",
                    "priority",
                    "theme", "update", "updates", "grade", "category", "risk", "resources", "resource", "cost",
                    "budget",
                    "measure", "page",
                ]
                .contains($0)
            }
            && !words.contains { ["action", "actions", "date", "response", "recommendation", "owner"].contains($0) }
    }

    private static func namesStatus(_ words: [String]) -> Bool {
        words.count <= 3 && words.contains { ["status", "rag", "brag"].contains($0) }
            && !words.contains { ["date", "timescale", "deadline", "action", "actions", "response"].contains($0) }
    }

    private static func namesNumber(_ words: [String]) -> Bool {
        if words.count > 3 { return false }
        let numbers: Set = ["no", "number", "ref", "reference", "num", "nr", "id", "nos"]
        if words == ["rec"] || words == ["item"] { return true }
        return words.contains { numbers.contains($0) }
    }

    private static func namesOwner(_ words: Set<String>) -> Bool {
        !words.isDisjoint(with: [
            "owner", "owners", "responsible", "responsibility", "responsibilities", "accountable", "accountability",
            "lead", "leads", "sro", "resp", "assigned", "whom", "officer", "allocated", "assignee",
        ])
    }

    /// The kind of date that a heading names, or nil.
    private static func dated(_ words: [String]) -> ColumnRole? {
        let all = Set(words)
        let short: Set = ["target", "due", "completion", "timing", "timings", "deadlines", "implementation"]
        let named = !all.isDisjoint(with: [
            "date", "dates", "deadline", "timescale", "timescales", "timeline", "timelines", "timeframe", "timeframes",
            "when", "timetable",
        ])
        let bySize = words.count <= 2 && !all.isDisjoint(with: short) && all.isDisjoint(with: ["action", "actions"])
        let byWhen = words.count <= 3 && words.last == "by" && !all.isDisjoint(with: ["complete", "completed", "due"])
        guard named || bySize || byWhen else { return nil }
        if words.count <= 4, !all.isDisjoint(with: ["status", "progress", "update"]), !named { return nil }
        if ColumnRole.namesOwner(Set(words.prefix(6))) || all.contains("who") {
            let leads = all.contains("lead") && words.count == 2 && all.contains("time")
            return leads ? .date : .ownerAndDate
        }
        if !all.isDisjoint(with: [
            "revised", "new", "extended", "amended", "updated", "forecast", "latest", "rescheduled",
        ]) {
            return .revisedDate
        }
        if !all.isDisjoint(with: ["start", "starts", "begin", "begins", "commencement", "commence"]),
            all.isDisjoint(with: ["end", "finish", "completion", "target"])
        {
            return .startDate
        }
        return .date
    }

    private static func opens(_ words: [String], _ phrases: [[String]]) -> Bool {
        phrases.contains { words.starts(with: $0) }
    }

    private static let doing: Set = [
        "action", "actions", "steps", "measures", "milestones", "milestone", "activity", "activities", "task", "tasks",
        "commitment", "commitments",
    ]
    private static let doingPhrases = [
        ["what", "we", "will"], ["what", "will"], ["how", "we", "will"], ["how", "will"], ["what", "needs"],
        ["what", "are", "we"], ["what", "we", "need"], ["what", "do", "we"], ["what", "has"], ["what", "we", "are"],
        ["planned", "work"], ["delivery", "plan"], ["work", "planned"],
    ]
    private static let answering: Set = [
        "agreed", "accepted", "response", "position", "accept", "agree", "decision",
    ]
    private static let otherDates: Set = [
        "raised", "agreed", "added", "report", "reported", "received", "opened", "issued", "reviewed", "review",
        "actual", "completed", "closed", "update", "updated", "today",
    ]
}
