// Which recommendation of a draft is which one of the register: by its words first, then by its number. A reworded one
// keeps its reference, and so does one that was given another number.

import ActionPlans
import Reminders

struct RecommendationMatching {
    /// A recommendation as the register has it.
    struct Known {
        let id: Int64
        /// As its references have it.
        let number: String
        /// As it was printed last.
        let printedNumber: String
        let text: String
        let response: Response?
    }

    struct Match {
        let known: Known
        let sureness: Pairing
    }

    /// For each recommendation of the draft; nil for a new one.
    private(set) var matches: [Match?]
    private let known: [Known]
    private let drafts: [RecommendationDraft]

    init(of drafts: [RecommendationDraft], to known: [Known]) {
        self.drafts = drafts
        self.known = known
        matches = Array(repeating: nil, count: drafts.count)
        guard !known.isEmpty else { return }
        matchSameWords()
        // Only what is left is compared word by word.
        let newWords = Dictionary(uniqueKeysWithValues: restOfDrafts.map { ($0, WordSet([drafts[$0].text])) })
        let oldWords = Dictionary(uniqueKeysWithValues: restOfKnown.map { ($0, WordSet([known[$0].text])) })
        func likeness(_ n: Int, _ o: Int) -> Double {
            guard let new = newWords[n], let old = oldWords[o] else { return 0 }
            return new.likeness(to: old)
        }
        matchWords(atLeast: 0.8, newWords, oldWords, .certain)
        matchNumbers { n, o in
            if newWords[n]?.isTelling != true || oldWords[o]?.isTelling != true { return .certain }
            return likeness(n, o) >= 0.5 ? .certain : nil
        }
        matchWords(atLeast: 0.55, newWords, oldWords, .likely)
        matchNumbers { n, o in likeness(n, o) >= 0.25 ? .likely : nil }
    }

    /// The known ones that the draft does not have.
    var vanished: [Known] { restOfKnown.map { known[$0] } }

    /// The same words, once on either side, whatever the number.
    private mutating func matchSameWords() {
        let old = Dictionary(grouping: known.indices) { PrintedTarget.normalised(known[$0].text) }
        let new = Dictionary(grouping: drafts.indices) { PrintedTarget.normalised(drafts[$0].text) }
        for (text, places) in new where places.count == 1 {
            guard let others = old[text], others.count == 1, WordSet(normalised: text).isTelling else { continue }
            matches[places[0]] = Match(known: known[others[0]], sureness: .certain)
        }
    }

    /// The pairs that have more words in common with each other than with anything else.
    private mutating func matchWords(
        atLeast bound: Double, _ new: [Int: WordSet], _ old: [Int: WordSet], _ sureness: Pairing
    ) {
        for (o, n) in BestPairs.of(restOfKnown, restOfDrafts, atLeast: bound, words: old, new) {
            matches[n] = Match(known: known[o], sureness: sureness)
        }
    }

    private mutating func matchNumbers(_ sureness: (_ new: Int, _ old: Int) -> Pairing?) {
        let old = Dictionary(restOfKnown.map { (known[$0].printedNumber, $0) }) { first, _ in first }
        var taken: Set<Int> = []
        for n in restOfDrafts {
            guard let o = old[drafts[n].referenceNumber], !taken.contains(o), let sureness = sureness(n, o) else {
                continue
            }
            taken.insert(o)
            matches[n] = Match(known: known[o], sureness: sureness)
        }
    }

    private var restOfDrafts: [Int] { drafts.indices.filter { matches[$0] == nil } }

    private var restOfKnown: [Int] {
        let taken = Set(matches.compactMap { $0?.known.id })
        return known.indices.filter { !taken.contains(known[$0].id) }
    }
}
