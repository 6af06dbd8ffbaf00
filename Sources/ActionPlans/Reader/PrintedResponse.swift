// The response to a recommendation in the words that plans print, slips of the pen included.

/// A response as printed, and how surely it was recognised.
struct PrintedResponse: Hashable {
    let response: Response
    /// False where the printed words only come near a known response.
    let isExact: Bool

    /// The response that the whole of `text` prints, or nil.
    init?(_ text: String) {
        let words = Prose.list(text).joined(separator: " ")
        if words == "no" {
            self.init(response: .notAccepted, isExact: true)
        } else if let response = PrintedResponse.known[words] {
            self.init(response: response, isExact: true)
        } else if let response = PrintedResponse.nearest(to: words) {
            self.init(response: response, isExact: false)
        } else if let response = PrintedResponse.said(in: text) {
            self.init(response: response, isExact: true)
        } else {
            return nil
        }
    }

    /// The response that opens a paragraph ("Accepted. The service will ..."), and what follows it.
    static func opening(_ text: String) -> (response: PrintedResponse, printed: String, rest: String)? {
        if text.count <= 40, let whole = PrintedResponse(text) { return (whole, text, "") }
        guard let stop = text.prefix(40).firstIndex(where: { ".:;,-\u{2013}\u{2014}".contains($0) })
        else { return sentence(text) }
        let printed = text[...stop]
        guard let response = known[Prose.list(printed).joined(separator: " ")] else { return sentence(text) }
        let rest = Prose.trimmed(text[text.index(after: stop)...])
        return (PrintedResponse(response: response, isExact: true), Prose.trimmed(printed), rest)
    }

    /// A response in the first sentence of `text`, which goes on being the reason for it.
    private static func sentence(_ text: String) -> (response: PrintedResponse, printed: String, rest: String)? {
        guard text.utf8.count < 4_000, let first = Piece.sentences(of: text).first, let response = said(in: first),
            Prose.list(first).contains(where: { $0.hasPrefix("recommendation") })
        else { return nil }
        // A sentence that also gives its reason is kept with what follows it.
        let reasons: Set = ["because", "as", "although", "but", "while", "however", "which", "since", "though", "and"]
        let isPure = reasons.isDisjoint(with: Prose.list(first))
        let rest = isPure ? Prose.trimmed(text.dropFirst(first.count)) : text
        return (PrintedResponse(response: response, isExact: true), first, rest)
    }

    /// The response that a whole sentence gives: "The council accepts this recommendation in part."
    static func said(in sentence: String) -> Response? {
        let words = Prose.list(sentence)
        guard (2...24).contains(words.count), Piece.sentences(of: sentence).count == 1 else { return nil }
        let all = Set(words)
        let names = words.contains { $0.hasPrefix("recommendation") || $0.hasPrefix("conclusion") || $0 == "finding" }
        let opens = verbs[words[0]] != nil ? words.count <= 6 : words.count <= 3 && words[0] == "we"
        guard names || opens, !all.contains("if"), !all.contains("whether") else { return nil }
        guard let verb = words.prefix(12).first(where: { verbs[$0] != nil }), let plain = verbs[verb] else {
            return nil
        }
        let isNot = !all.isDisjoint(with: ["not", "cannot", "unable"])
        let isPart = !all.isDisjoint(with: ["part", "partly", "partially"])
        switch plain {
        case .accepted: return isNot ? .notAccepted : isPart ? .partiallyAccepted : .accepted
        case .agreed: return isNot ? .notAgreed : isPart ? .partlyAgreed : .agreed
        default: return isNot || isPart ? nil : plain
        }
    }

    private static let verbs: [String: Response] = [
        "accept": .accepted, "accepts": .accepted, "accepted": .accepted, "agree": .agreed, "agrees": .agreed,
        "agreed": .agreed, "rejects": .notAccepted, "rejected": .notAccepted, "disagrees": .notAgreed,
        "disagree": .notAgreed, "notes": .noted, "noted": .noted,
    ]

    private init(response: Response, isExact: Bool) {
        self.response = response
        self.isExact = isExact
    }

    private static let known: [String: Response] = [
        "accepted": .accepted, "accept": .accepted, "fully accepted": .accepted, "accepted in full": .accepted,
        "accept in full": .accepted,
        "agree in full": .agreed, "accept fully": .accepted,
        "accepted in principle": .accepted, "agreed in principle": .agreed,
        "partially accepted": .partiallyAccepted, "partly accepted": .partiallyAccepted,
        "accepted in part": .partiallyAccepted, "part accepted": .partiallyAccepted, "partial": .partiallyAccepted,
        "agreed": .agreed, "agree": .agreed, "fully agreed": .agreed, "agreed in full": .agreed,
        "partly agreed": .partlyAgreed, "partially agreed": .partlyAgreed, "agreed in part": .partlyAgreed,
        "part agreed": .partlyAgreed, "not agreed": .notAgreed, "disagreed": .notAgreed, "disagree": .notAgreed,
        "not accepted": .notAccepted, "yes": .accepted, "partial acceptance": .partiallyAccepted,
        "agreed in part only": .partlyAgreed, "partially agree": .partlyAgreed, "partly accept": .partiallyAccepted,
        "partially accept": .partiallyAccepted, "not agree": .notAgreed, "do not agree": .notAgreed,
        "do not accept": .notAccepted, "accept in part": .partiallyAccepted, "accept in principle": .accepted,
        "agree in principle": .agreed, "agree in part": .partlyAgreed, "declined": .notAccepted,
        "rejected": .notAccepted, "reject": .notAccepted, "noted": .noted,
    ]

    /// The one known response within three slips of `words`, where there is exactly one and it is long enough that
    /// three slips cannot turn one response into another.
    private static func nearest(to words: String) -> Response? {
        guard words.count >= 10, words.count <= 30, !words.hasPrefix("not ") else { return nil }
        let near = known.filter { $0.key.count >= 10 && distance(words, $0.key, within: 3) != nil }
        let responses = Set(near.values)
        return responses.count == 1 ? responses.first : nil
    }

    /// Whether `text` is within three slips of a way to print `response`.
    static func isSlip(_ text: String, of response: Response) -> Bool {
        let words = Prose.list(text).joined(separator: " ")
        guard words.count <= 40 else { return false }
        return known.contains {
            $0.value == response && $0.key.count >= 10 && distance(words, $0.key, within: 3) != nil
        }
    }

    /// The number of letters to change, add or drop, where it is at most `limit`.
    static func distance(_ a: String, _ b: String, within limit: Int) -> Int? {
        let (a, b) = (Array(a), Array(b))
        if abs(a.count - b.count) > limit { return nil }
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let change = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count] <= limit ? row[b.count] : nil
    }
}
