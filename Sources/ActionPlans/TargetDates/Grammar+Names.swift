// Months and seasons inside proper names: "April Jones", "March Primary School", "Summer Reading Challenge". A word with
// no year beside it is a date only where what follows does not make it a name.

extension Grammar {
    /// Whether the yearless month or season just taken goes on as a name. What meets or happens then is none ("June
    /// Audit Committee"), nor is a promise ("By September Ofsted will report") or an acronym ("March SLT").
    func isInName(_ word: Token, isLed: Bool) -> Bool {
        if !isLed, place > 1, Self.titles.contains(tokens[place - 2].text), tokens[place - 1].gap == .space {
            return true
        }
        guard let next = token(), startsName(next, after: word) else { return false }
        var ahead = 0
        while ahead < 6, let part = token(ahead), part.kind == .word, part.gap == .space,
            part.isCapital || Self.linking.contains(part.text)
        {
            if Self.occasions.contains(part.text) { return Self.parishes.contains(next.text) }
            ahead += 1
        }
        return !(isLed && Vocabulary.futureWords.contains(text(ahead)))
    }

    private func startsName(_ next: Token, after word: Token) -> Bool {
        guard next.kind == .word, next.gap == .space, next.isCapital, next.text.utf8.count > 1 else { return false }
        if isAllCapitals(next), !isAllCapitals(word) { return false }
        return !Self.turns.contains(next.text) && !Self.statusWords.contains(next.text)
            && Vocabulary.months[next.text] == nil && Vocabulary.seasons[next.text] == nil
            && !Vocabulary.labels.contains(next.text) && !Vocabulary.counters.contains(next.text)
            && !Vocabulary.pastVerbs.contains(next.text) && Vocabulary.numbers[next.text] == nil
            && next.text != "annual"
    }

    private func isAllCapitals(_ token: Token) -> Bool {
        source[token.bytes].allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// Whether the number here is that of a document: "Circular 03/2024", "PSI 08/2012".
    var isInReference: Bool {
        guard case .prose = elements.last?.kind, let before = elements.last?.tokens.first, before == place - 1 else {
            return false
        }
        let token = tokens[before]
        return Self.documents.contains(token.text)
            || (token.kind == .word && (2...4).contains(token.text.utf8.count) && isAllCapitals(token))
    }

    private static let documents: Set<String> = [
        "circular", "form", "minute", "notice", "instruction", "order", "ref", "reference", "bulletin", "report",
        "paper", "note",
    ]

    /// Whether a season without a year is said of something that has no day of its own: "Winter pressures".
    var isAdjective: Bool { goesOnInProse && !Self.occasions.contains(text()) }

    /// What stands before a name.
    private static let titles: Set<String> = [
        "hmp", "cllr", "councillor", "dr", "mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "baroness", "prof",
        "professor", "rev", "project", "operation", "judge", "inspector", "minister",
    ]

    private static let linking: Set<String> = ["of", "and", "for", "the"]

    private static let parishes: Set<String> = ["town", "parish"]

    /// What meets, comes out or happens in a month or a season.
    private static let occasions: Set<String> = [
        "board", "boards", "committee", "committees", "cabinet", "council", "meeting", "meetings", "assembly", "panel",
        "conference", "forum", "agm", "review", "report", "update", "launch", "election", "elections", "census",
        "audit", "inspection", "governors", "executive", "plenary", "publication", "workshop", "event", "deadline",
        "edition", "term", "rollout", "completion", "delivery", "implementation", "visit", "start", "release",
        "opening", "consultation", "roll", "training", "months",
    ]
}
