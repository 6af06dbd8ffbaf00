// What one edition says about one recommendation.

/// The owners, target dates and actions that one edition prints for one recommendation.
public struct RecommendationEdition: Hashable, Sendable {
    /// The edition's id: "2020-01".
    public var edition: String
    /// Each owner once, as printed, in order of appearance.
    public var owners: [String]
    /// Every printed statement in document order, repeats kept.
    public var targetDates: [TargetStatement]
    /// Every action in document order.
    public var actions: [ActionDraft]

    public init(edition: String, owners: [String], targetDates: [TargetStatement], actions: [ActionDraft]) {
        self.edition = edition
        self.owners = owners
        self.targetDates = targetDates
        self.actions = actions
    }
}
