// One thing that a phrase says (a date, a status, a rhythm, a doubt), with the words and joints that stand before it.

struct Statement: Sendable {
    enum Kind: Sendable {
        case date(DateTerm)
        case range(DateTerm, DateTerm)
        case either(DateTerm, DateTerm)
        case completed
        case completedOn(DateTerm)
        case ongoing(isSoft: Bool)
        case recurring(Recurrence, rule: String, isSoft: Bool, from: DateTerm?)
        case relative(Relative)
        case doubt(String, isSoft: Bool)
        case nothing
    }

    var kind: Kind
    /// The tokens of the statement itself.
    var tokens: Range<Int>
    /// Which clause of the phrase it stands in.
    let clause: Int
    /// The joints between it and the statement before it in its clause.
    let joints: [Element.Joint]
    /// The tokens before it, back to the statement before or to the start of the clause.
    var words: Range<Int>
    /// Whether `words` holds prose, beyond joints.
    let hasProse: Bool
    /// The doubt that words beside it cast on it.
    var doubt: String?
    /// The first statement of its clause.
    let isFirst: Bool
    /// It took the place of an earlier date that the phrase names beside it.
    var isRevision = false
    /// It gave way to another: it is not told, though its words still stand.
    var isSilent = false

    var term: DateTerm? {
        if case .date(let term) = kind { term } else { nil }
    }

    var isDated: Bool {
        switch kind {
        case .date, .range, .either, .completedOn: true
        default: false
        }
    }

    /// A relative date with its length: "within six months".
    var isCounted: Bool {
        if case .relative(let relative) = kind { relative.period != nil } else { false }
    }

    var isDoubt: Bool {
        if case .doubt(_, isSoft: false) = kind { true } else { false }
    }

    var recurs: Bool {
        if case .recurring = kind { true } else { false }
    }

    var isSoftRhythm: Bool {
        if case .recurring(_, _, isSoft: true, _) = kind { true } else { false }
    }

    var isSoftDoubt: Bool {
        if case .doubt(_, isSoft: true) = kind { true } else { false }
    }

    /// Whether nothing but these joints ties it to the statement before.
    func isTied(by allowed: Set<Element.Joint>) -> Bool {
        !isFirst && !hasProse && joints.allSatisfy(allowed.contains)
    }

    /// The statements of a phrase, clause by clause.
    static func statements(of elements: [Element]) -> [Statement] {
        var statements: [Statement] = []
        var clause = 0
        var isFirst = true
        var joints: [Element.Joint] = []
        var hasProse = false
        var wordsFrom = 0
        for element in elements {
            let kind: Kind
            switch element.kind {
            case .joint(let joint):
                joints.append(joint)
                continue
            case .prose:
                hasProse = true
                continue
            case .stop:
                clause += 1
                (isFirst, joints, hasProse, wordsFrom) = (true, [], false, element.tokens.upperBound)
                continue
            case .date(let term): kind = .date(term)
            case .completed: kind = .completed
            case .ongoing(let isSoft): kind = .ongoing(isSoft: isSoft)
            case .recurring(let recurrence, let rule, let isSoft):
                kind = .recurring(recurrence, rule: rule, isSoft: isSoft, from: nil)
            case .relative(let relative): kind = .relative(relative)
            case .doubt(let why, let isSoft): kind = .doubt(why, isSoft: isSoft)
            case .nothing: kind = .nothing
            }
            let words = min(wordsFrom, element.tokens.lowerBound)..<element.tokens.lowerBound
            statements.append(
                Statement(
                    kind: kind, tokens: element.tokens, clause: clause, joints: joints, words: words,
                    hasProse: hasProse, isFirst: isFirst))
            (isFirst, joints, hasProse, wordsFrom) = (false, [], false, element.tokens.upperBound)
        }
        return statements
    }
}
