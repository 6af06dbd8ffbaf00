// The rows of one recommendation, gathered before anything is made of them.

/// One recommendation's text, responses and bands, in printed order.
struct RecommendationRows {
    var section: Section
    var number: String
    var directedAt: String?
    var line: Int
    var text: String
    /// The contents of its response cells, or the response that opens its actions.
    var responses: [(text: String, line: Int)] = []
    var bands: [Band] = []

    var place: String {
        section == .main ? "recommendation \(number)" : "additional recommendation \(number)"
    }

    mutating func append(text more: String) {
        let rest = Tail.withoutOverlap(more, after: text)
        text = Prose.trimmed(text + " " + rest)
    }
}
