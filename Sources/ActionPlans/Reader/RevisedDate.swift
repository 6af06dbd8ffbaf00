// Two columns for one date, as it was and as it stands now. They make one statement, read from what stands now; the
// phrase keeps both.

enum RevisedDate {
    /// The statements of a row whose date may have been revised. Where the columns do not match line by line, both are
    /// kept as statements of their own and `isMatched` is false.
    static func joined(original: [DatePhrase], revised: [DatePhrase]) -> (dates: [DatePhrase], isMatched: Bool) {
        let real = revised.filter { !saysNothing($0.text) }
        if real.isEmpty { return (original, true) }
        if original.isEmpty { return (real, true) }
        if original.count == revised.count {
            return (zip(original, revised).map { saysNothing($1.text) ? $0 : join($0, $1) }, true)
        }
        if original.count == 1, real.count == 1 { return ([join(original[0], real[0])], true) }
        return (original + real, false)
    }

    private static func join(_ original: DatePhrase, _ revised: DatePhrase) -> DatePhrase {
        if saysNothing(original.text) { return revised }
        if Prose.folded(original.text) == Prose.folded(revised.text) { return original }
        var joined = original
        joined.text = "\(OwnerCell.name(original.text)), revised to \(revised.text)"
        joined.inForce = revised.text
        return joined
    }

    /// "n/a", "No change", "-": the date before it stands.
    private static func saysNothing(_ text: String) -> Bool {
        let words = Prose.list(text)
        if words.isEmpty || words.joined() == "na" { return true }
        if ["none", "nil", "unchanged", "original", "same"].contains(words[0]) { return words.count <= 2 }
        if words.count > 4 { return false }
        let known = [
            ["no", "change"], ["not", "applicable"], ["not", "revised"], ["as", "original"], ["as", "planned"],
            ["no", "revision"], ["not", "required"], ["as", "before"], ["on", "track"],
        ]
        return known.contains { words.starts(with: $0) }
    }
}
