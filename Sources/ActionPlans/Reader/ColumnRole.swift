// What a column of an action plan holds, told from the words that usually head it. The order of the columns is free.

/// The part a column plays in an action plan.
package enum ColumnRole: Hashable, CaseIterable {
    case section, number, directedAt, recommendation, response, action, owner, date, edition

    /// The role that a heading cell names, or nil. "1. Rec No", "Responsible Owner (including ...)", "Target Date".
    init?(heading text: String) {
        let words = Prose.list(text).filter { !$0.allSatisfy(\.isNumber) }
        guard !words.isEmpty, words.count <= 24 else { return nil }
        let all = Set(words)
        let first = Set(words.prefix(6))
        if ColumnRole.isPassedBy(heading: text) {
            return nil
        } else if ColumnRole.namesNumber(words, text) {
            self = .number
        } else if words.count <= 4, !all.isDisjoint(with: ["directed", "addressed", "addressee"]) {
            self = .directedAt
        } else if words.count <= 2, all.contains("section") || words == ["list"] {
            self = .section
        } else if words.count <= 3, all.contains("edition") {
            self = .edition
        } else if !first.isDisjoint(with: ["owner", "owners", "responsible", "responsibility", "accountable", "lead"]) {
            self = .owner
        } else if !all.isDisjoint(with: ["date", "dates", "deadline", "timescale", "timescales", "timeline", "when"]) {
            self = .date
        } else if !all.isDisjoint(with: ["action", "actions", "steps", "measures", "milestones"]) {
            self = .action
        } else if !first.isDisjoint(with: ["agreed", "accepted", "response", "position", "accept", "agree"]) {
            self = .response
        } else if !all.isDisjoint(with: ["recommendation", "recommendations"]) {
            self = .recommendation
        } else if !first.isDisjoint(with: ["who", "owned"]) {
            self = .owner
        } else {
            return nil
        }
    }

    /// Whether a column is one that plans often have beside those that are read: how far things are, and remarks.
    static func isPassedBy(heading text: String) -> Bool {
        let words = Prose.list(text)
        return (1...3).contains(words.count)
            && words.contains {
                ["rag", "rating", "status", "progress", "comment", "comments", "notes", "evidence", "priority"]
                    .contains($0)
            }
            && !words.contains { ["action", "actions", "date", "response", "recommendation"].contains($0) }
    }

    private static func namesNumber(_ words: [String], _ text: String) -> Bool {
        if words.count > 3 { return false }
        let numbers: Set = ["no", "number", "ref", "reference", "num", "nr", "id", "nos"]
        if words == ["rec"] || words == ["#"] || Prose.trimmed(text) == "#" { return true }
        return words.contains { numbers.contains($0) }
    }
}
