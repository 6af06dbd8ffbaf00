// What a whole document teaches about its own words: which initials stand for which body, and which deliverable is
// due when ("Concordat to be published by April 2024" says so for every row that speaks of the concordat).

import CivilTime

/// The initials and dated deliverables of one document.
struct PlanVocabulary {
    /// Full names by their initials, both folded: "moj" to "ministry of justice".
    let names: [String: String]
    /// What target dates name beside the date, by the day on which it is due.
    let deliverables: [CivilDate: [Subject]]

    /// More than this many things due on one day tell nothing apart.
    private static let deliverablesOfADay = 20

    init(document: SourceDocument, recommendations: [RecommendationReading]) {
        names = Initials.found(in: document)
        var deliverables: [CivilDate: [Subject]] = [:]
        for statement in recommendations.flatMap(\.editions).flatMap(\.targetDates) where statement.readings.count == 1
        {
            guard let due = statement.readings[0].due, let subject = Subject(of: statement.phrase) else { continue }
            let known = deliverables[due, default: []]
            if known.count < PlanVocabulary.deliverablesOfADay, !known.contains(subject) {
                deliverables[due, default: []].append(subject)
            }
        }
        self.deliverables = deliverables
    }

    /// The body that an owner belongs to: the last body with known initials that its title names.
    func body(of owner: String) -> String? {
        let words = Prose.list(owner)
        var best: (end: Int, initials: String)?
        for (initials, name) in names {
            for form in [Prose.list(name), [initials]] {
                guard let end = PlanVocabulary.lastEnd(of: form, in: words) else { continue }
                if let found = best, (found.end, found.initials) >= (end, initials) { continue }
                best = (end, initials)
            }
        }
        return best?.initials
    }

    /// Whether `text` names the body with these initials, in full or by them.
    func mentions(_ text: String, _ initials: String) -> Bool {
        let words = Prose.list(text).map { $0.hasSuffix("'s") ? String($0.dropLast(2)) : $0 }
        if words.contains(initials) { return true }
        return names[initials].map { PlanVocabulary.lastEnd(of: Prose.list($0), in: words) != nil } ?? false
    }

    /// The words of `text` with initials written out beside them.
    func expanded(_ text: String) -> [String] {
        Prose.list(text).flatMap { word -> [String] in
            let plain = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
            return names[plain].map(Prose.list) ?? [plain]
        }
    }

    static func lastEnd(of words: [String], in text: [String]) -> Int? {
        guard !words.isEmpty, words.count <= text.count else { return nil }
        for start in stride(from: text.count - words.count, through: 0, by: -1)
        where text[start..<(start + words.count)].elementsEqual(words) {
            return start + words.count
        }
        return nil
    }
}
