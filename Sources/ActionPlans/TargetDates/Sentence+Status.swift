// What "completed", "ongoing" and a rhythm mean beside a date.

import CivilTime

extension Sentence {
    // MARK: Completed

    /// "Completed March 2023", "March 2023 – complete", "was published December 2023".
    mutating func joinCompleted() {
        var joined: [Statement] = []
        for (index, statement) in statements.enumerated() {
            var statement = statement
            if let term = statement.term, let last = joined.last, case .completed = last.kind, last.doubt == nil,
                statement.isTied(by: [.to, .comma, .colon, .bracket]),
                [.none, .at].contains(term.lead)
                    || (term.lead == .from && grammar.tokens[statement.tokens.lowerBound].text == "as")
            {
                statement = Self.merged(last, statement, dating.isPast(term) ? .completedOn(term) : .date(term))
                joined.removeLast()
            } else if case .completed = statement.kind, let last = joined.last, let term = last.term,
                !statement.isFirst,
                statement.isTied(by: [.to, .comma, .colon, .bracket]), term.lead != .from, !hasDateOfItsOwn(index)
            {
                statement = Self.merged(last, statement, dating.isPast(term) ? .completedOn(term) : .completed)
                joined.removeLast()
            } else if let term = statement.term, dating.isPast(term),
                isPastAction(statement, term) || Self.follows(joined.last, statement)
            {
                statement.kind = .completedOn(term)
            } else if case .completed = statement.kind, case .completed = joined.last?.kind,
                statement.isTied(by: [.and, .comma, .to, .slash, .bracket]), !statement.joints.isEmpty
            {
                statement.isSilent = true  // "Complete and in place"
            }
            joined.append(statement)
        }
        statements = joined
    }

    /// "Delivered March 2023 and October 2023": one verb, two dates.
    private static func follows(_ last: Statement?, _ statement: Statement) -> Bool {
        guard let last, case .completedOn = last.kind, let term = statement.term, term.lead == .none || term.lead == .at
        else { return false }
        return statement.isTied(by: [.and, .comma]) && !statement.joints.isEmpty
    }

    /// "March 2023 – completed May 2023": the second date tells when.
    private func hasDateOfItsOwn(_ index: Int) -> Bool {
        guard statements.indices.contains(index + 1), let term = statements[index + 1].term else { return false }
        return statements[index + 1].isTied(by: []) && [.none, .at].contains(term.lead)
    }

    private static func merged(_ first: Statement, _ second: Statement, _ kind: Statement.Kind) -> Statement {
        var merged = first
        merged.kind = kind
        merged.tokens = first.tokens.lowerBound..<second.tokens.upperBound
        return merged
    }

    /// Whether the words before a date tell of something done.
    private func isPastAction(_ statement: Statement, _ term: DateTerm) -> Bool {
        guard [.none, .at, .by].contains(term.lead), !term.isOpen else { return false }
        let words = statement.words.map { grammar.tokens[$0].text }
        if words.indices.contains(where: { Vocabulary.futureWords.contains(words[$0]) && !isHandedOver(words, $0) })
            && !words.contains(where: { $0 == "has" || $0 == "have" })
        {
            return words.contains("been") && !words.contains("not") && !words.contains("yet")
        }
        if words.contains("not") || words.contains("will") { return false }
        if let auxiliary = words.firstIndex(where: Self.auxiliaries.contains) {
            return words[auxiliary...].contains {
                Vocabulary.pastVerbs.contains($0) || $0.hasSuffix("ed") || $0 == "place"
            }
        }
        guard let verb = words.last(where: { !Self.light.contains($0) }), Vocabulary.pastVerbs.contains(verb) else {
            return hasAgent(words)
        }
        if words.count <= 2, Vocabulary.labels.contains(verb), verb == "revised" || verb == "set" || verb == "agreed" {
            return false
        }
        return term.lead != .by || dating.asOf != nil
    }

    /// "approved by the Cabinet", "presented to the audit committee": a past verb, and whom or where it touched.
    private func hasAgent(_ words: [String]) -> Bool {
        guard let verb = words.lastIndex(where: Vocabulary.pastVerbs.contains), words.count - verb <= 8,
            let place = words[(verb + 1)...].firstIndex(where: { !["off", "out", "up"].contains($0) })
        else { return false }
        let next = words[place]
        return ["by", "at", "with", "on", "via", "into", "across", "throughout"].contains(next)
            || isHandedOver(words, place)
    }

    /// "Presented to": the "to" after such a verb promises nothing.
    private func isHandedOver(_ words: [String], _ place: Int) -> Bool {
        guard place > 0, words.indices.contains(place), words[place] == "to" else { return false }
        // "rolled out to all sites"
        let isGivenOut =
            words.indices.contains(place + 1) && ["all", "the", "every", "our", "both"].contains(words[place + 1])
            && words[..<place].contains(where: Vocabulary.pastVerbs.contains)
        return isGivenOut || Self.handing.contains(words[place - 1])
    }

    private static let handing: Set<String> = [
        "presented", "submitted", "circulated", "sent", "reported", "issued", "communicated", "distributed",
        "provided",
    ]

    private static let auxiliaries: Set<String> = ["was", "were", "has", "have", "had"]
    private static let light: Set<String> = [
        "out", "-", ",", ":", "(", "on", "in", "up", "off", "live", "to", "–", "place",
    ]

    // MARK: Ongoing and recurring

    /// "Ongoing until March 2025" is due then; "April 2024 to present" starts, then goes on.
    mutating func joinOngoing() {
        for index in statements.indices.dropFirst().reversed() {
            let statement = statements[index]
            if case .ongoing = statements[index - 1].kind, var term = statement.term, !statement.isFirst,
                !statement.hasProse,
                term.lead == .until
                    || (statement.joints == [.to] && grammar.tokens[statement.words.upperBound - 1].text != "-")
            {
                term.lead = .until
                statements[index - 1] = Self.merged(statements[index - 1], statement, .date(term))
                statements.remove(at: index)
            } else if case .ongoing(isSoft: false) = statement.kind, var term = statements[index - 1].term,
                statement.isTied(by: [.to]),
                !statement.joints.isEmpty
            {
                term.lead = .from
                statements[index - 1].kind = .date(term)
            }
        }
    }

    /// "Quarterly from April 2024": the rhythm has a first day.
    mutating func joinRecurring() {
        for index in statements.indices.dropFirst().reversed() {
            guard !statements[index].isFirst,
                let kind = Self.recurringFrom(statements[index - 1], statements[index])
                    ?? Self.recurringFrom(statements[index], statements[index - 1])
            else { continue }
            statements[index - 1] = Self.merged(statements[index - 1], statements[index], kind)
            statements.remove(at: index)
        }
    }

    private static func recurringFrom(_ rhythm: Statement, _ start: Statement) -> Statement.Kind? {
        guard case .recurring(let recurrence, let rule, _, nil) = rhythm.kind, let term = start.term,
            term.lead == .from || term.isOpen
        else { return nil }
        return .recurring(recurrence, rule: rule, isSoft: false, from: term)
    }
}
