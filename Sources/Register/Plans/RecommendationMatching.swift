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
        let newWords = drafts.map { WordSet([$0.text]) }
        let oldWords = known.map { WordSet([$0.text]) }
        matchSameWords(newWords)
        matchWords(atLeast: 0.8, newWords, oldWords, .certain)
        matchNumbers { n, o in
            if !newWords[n].isTelling || !oldWords[o].isTelling { return .certain }
            return newWords[n].likeness(to: oldWords[o]) >= 0.5 ? .certain : nil
        }
        matchWords(atLeast: 0.55, newWords, oldWords, .likely)
        matchNumbers { n, o in newWords[n].likeness(to: oldWords[o]) >= 0.25 ? .likely : nil }
    }

    /// The known ones that the draft does not have.
    var vanished: [Known] { restOfKnown.map { known[$0] } }

    /// The same words, once on either side, whatever the number.
    private mutating func matchSameWords(_ words: [WordSet]) {
        let old = Dictionary(grouping: known.indices) { PrintedTarget.normalised(known[$0].text) }
        let new = Dictionary(grouping: drafts.indices) { PrintedTarget.normalised(drafts[$0].text) }
        for (text, places) in new where places.count == 1 && words[places[0]].isTelling {
            guard let others = old[text], others.count == 1 else { continue }
            matches[places[0]] = Match(known: known[others[0]], sureness: .certain)
        }
    }

    /// The pairs that have more words in common with each other than with anything else.
    private mutating func matchWords(atLeast bound: Double, _ new: [WordSet], _ old: [WordSet], _ sureness: Pairing) {
        let (restOfKnown, restOfDrafts) = (restOfKnown, restOfDrafts)
        // A plan that is this long keeps its numbers, or has to be looked at anyway.
        guard restOfKnown.count * restOfDrafts.count <= 250_000 else { return }
        for (o, n) in BestPairs.of(restOfKnown, restOfDrafts, atLeast: bound, { new[$1].likeness(to: old[$0]) }) {
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
