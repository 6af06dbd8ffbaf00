// Which statement of a new edition is the successor of which target: only what leaves no other reading is matched.
// A wrong match would tell somebody a wrong date under a reference they know. What is only likely is said, not done.

import Reminders

struct Matching {
    /// The place of a statement -> the place of the target it succeeds, for certain.
    private(set) var successors: [Int: Int] = [:]
    /// The place of a target -> the place of the statement that probably replaces it.
    private(set) var likely: [Int: Int] = [:]

    /// `owners` are those of each statement, resolved.
    init(of statements: [PrintedTarget], owners: [[OwnerID]], to targets: [StandingTarget]) {
        if statements.isEmpty || targets.isEmpty { return }
        if statements.count == 1, targets.count == 1, !statements[0].isSilence || targets[0].phrase.isEmpty {
            successors = [0: 0]
            return
        }
        matchActions(statements, targets)
        matchWords(statements, owners, targets)
        guess(statements, targets)
    }

    /// The same action, or one in nearly the same words, known for certain on both sides.
    private mutating func matchActions(_ statements: [PrintedTarget], _ targets: [StandingTarget]) {
        let new = statements.map { WordSet($0.certainActions) }
        let old = targets.map { WordSet($0.actions) }
        let newPlaces = Dictionary(grouping: new.indices) { new[$0].words }
        let oldPlaces = Dictionary(grouping: old.indices) { old[$0].words }
        for (words, places) in newPlaces where places.count == 1 && new[places[0]].isTelling {
            guard let others = oldPlaces[words], others.count == 1 else { continue }
            successors[places[0]] = others[0]
        }
        let taken = Set(successors.values)
        let restOfNew = new.indices.filter { successors[$0] == nil }
        let restOfOld = old.indices.filter { !taken.contains($0) }
        guard restOfNew.count * restOfOld.count <= Self.most else { return }
        for n in restOfNew {
            let near = restOfOld.filter { new[n].isAlike(old[$0]) }
            guard near.count == 1, restOfNew.filter({ new[$0].isAlike(old[near[0]]) }).count == 1 else { continue }
            successors[n] = near[0]
        }
    }

    /// How many pairs of a single recommendation are compared: with more, nobody can say which is which by its words.
    private static let most = 250_000

    /// The same phrase for the same owners, as often on one side as on the other.
    private mutating func matchWords(_ statements: [PrintedTarget], _ owners: [[OwnerID]], _ targets: [StandingTarget])
    {
        let taken = Set(successors.values)
        let new = statements.indices.filter { successors[$0] == nil }
        let old = targets.indices.filter { !taken.contains($0) }
        let newKeys = Dictionary(grouping: new) { Key(statements[$0].phrase, Set(owners[$0])) }
        let oldKeys = Dictionary(grouping: old) { Key(targets[$0].phrase, targets[$0].printedOwners) }
        for (key, places) in newKeys {
            guard let others = oldKeys[key], others.count == places.count else { continue }
            for (n, o) in zip(places.sorted(), others.sorted()) { successors[n] = o }
        }
    }

    /// What is left: steps that share half of their words, the same phrase, or one of each.
    private mutating func guess(_ statements: [PrintedTarget], _ targets: [StandingTarget]) {
        let taken = Set(successors.values)
        var old = targets.indices.filter { !taken.contains($0) }
        var new = statements.indices.filter { successors[$0] == nil && !statements[$0].isSilence }
        guard old.count * new.count <= Self.most else { return }
        func take(_ score: (_ old: Int, _ new: Int) -> Double) {
            for (o, n) in BestPairs.of(old, new, atLeast: 0.5, score) { likely[o] = n }
            new.removeAll(where: Set(likely.values).contains)
            old.removeAll { likely[$0] != nil }
        }
        let newWords = statements.map { WordSet($0.actions.map(\.text)) }
        let oldWords = targets.map { WordSet($0.possibleActions) }
        take { newWords[$1].likeness(to: oldWords[$0]) }
        take { PrintedTarget.normalised(targets[$0].phrase) == PrintedTarget.normalised(statements[$1].phrase) ? 1 : 0 }
        if old.count == 1, new.count == 1 { likely[old[0]] = new[0] }
    }

    private struct Key: Hashable {
        let phrase: String
        let owners: Set<OwnerID>

        init(_ phrase: String, _ owners: Set<OwnerID>) {
            self.phrase = PrintedTarget.normalised(phrase)
            self.owners = owners
        }
    }
}
