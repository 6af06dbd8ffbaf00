// Which statement of a new edition is the successor of which target: only what leaves no other reading is matched.
// A wrong match would tell somebody a wrong date under a reference they know.

import Reminders

struct Matching {
    /// The place of a statement -> the place of the target it succeeds.
    private(set) var successors: [Int: Int] = [:]

    /// `owners` are those of each statement, resolved.
    init(of statements: [PrintedTarget], owners: [[OwnerID]], to targets: [StandingTarget]) {
        if statements.count == 1, targets.count == 1, !statements[0].isSilence || targets[0].phrase.isEmpty {
            successors = [0: 0]
            return
        }
        matchActions(statements, targets)
        matchWords(statements, owners, targets)
    }

    /// The same action, or one in nearly the same words, known for certain on both sides.
    private mutating func matchActions(_ statements: [PrintedTarget], _ targets: [StandingTarget]) {
        let new = statements.map { Self.words($0.certainActions) }
        let old = targets.map { Self.words($0.actions) }
        for (n, words) in new.enumerated() {
            let near = old.indices.filter { Self.areAlike(words, old[$0]) }
            guard near.count == 1, new.indices.filter({ Self.areAlike(new[$0], old[near[0]]) }).count == 1 else {
                continue
            }
            successors[n] = near[0]
        }
    }

    /// The same phrase for the same owners, as often on one side as on the other.
    private mutating func matchWords(_ statements: [PrintedTarget], _ owners: [[OwnerID]], _ targets: [StandingTarget])
    {
        let taken = Set(successors.values)
        let new = statements.indices.filter { successors[$0] == nil }
        let old = targets.indices.filter { !taken.contains($0) }
        let newKeys = Dictionary(grouping: new) { Key(statements[$0].phrase, owners[$0]) }
        let oldKeys = Dictionary(grouping: old) { Key(targets[$0].phrase, Array(targets[$0].owners.keys)) }
        for (key, places) in newKeys {
            guard let others = oldKeys[key], others.count == places.count else { continue }
            for (n, o) in zip(places.sorted(), others.sorted()) { successors[n] = o }
        }
    }

    private struct Key: Hashable {
        let phrase: String
        let owners: Set<OwnerID>

        init(_ phrase: String, _ owners: [OwnerID]) {
            self.phrase = PrintedTarget.normalised(phrase)
            self.owners = Set(owners)
        }
    }

    private static func words(_ texts: [String]) -> Set<Substring> {
        Set(PrintedTarget.normalised(texts.joined(separator: " ")).split { !$0.isLetter && !$0.isNumber }.map { $0 })
    }

    /// At least five words, of which nine in ten are on both sides.
    private static func areAlike(_ a: Set<Substring>, _ b: Set<Substring>) -> Bool {
        guard min(a.count, b.count) >= 5 else { return false }
        return a.intersection(b).count * 10 >= a.union(b).count * 9
    }
}
