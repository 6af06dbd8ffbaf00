// One recommendation of a plan, with what each edition says about it.

/// One recommendation as the document prints it.
public struct RecommendationDraft: Hashable, Sendable {
    public var section: Section
    /// The number as printed: "6", "4a".
    public var number: String
    /// The body it is directed at, as the heading above it names it; nil where no heading does.
    public var directedAt: String?
    public var text: String
    /// The latest response that could be read, or nil.
    public var response: Response?
    /// The words of the response, slips included: "Partially Accepted."
    public var responseAsPrinted: String?
    /// The line of the document where its number stands, from one.
    public var line: Int
    /// What each edition says, in the order of the editions.
    public var editions: [RecommendationEdition]

    public init(
        section: Section, number: String, directedAt: String?, text: String, response: Response?,
        responseAsPrinted: String?, line: Int, editions: [RecommendationEdition]
    ) {
        self.section = section
        self.number = number
        self.directedAt = directedAt
        self.text = text
        self.response = response
        self.responseAsPrinted = responseAsPrinted
        self.line = line
        self.editions = editions
    }

    /// The number as references print it: "6", and "a3" for the third of the additional recommendations.
    public var referenceNumber: String { section == .main ? number : "a\(number)" }

    /// How a problem names it: "recommendation 6", "additional recommendation 3".
    public var place: String {
        section == .main ? "recommendation \(number)" : "additional recommendation \(number)"
    }

    /// The reference of one of its statements within the plan: "6.2", "a3.1".
    public func reference(ofStatement n: Int) -> String { "\(referenceNumber).\(n)" }
}
