// An action plan as its document prints it, before anybody adopted it. Holds no opinion on what is due today.

import CivilTime

/// A plan as read: what is printed, what it was taken to mean, and every doubt.
public struct PlanDraft: Hashable, Sendable {
    public var title: String
    /// The day the plan itself was submitted or published; never the inspection's.
    public var published: CivilDate?
    /// The editions, earliest first.
    public var editions: [EditionDraft]
    /// The recommendations in document order.
    public var recommendations: [RecommendationDraft]
    /// The worklist, in document order.
    public var problems: [ReadingProblem]

    public init(
        title: String, published: CivilDate?, editions: [EditionDraft], recommendations: [RecommendationDraft],
        problems: [ReadingProblem]
    ) {
        self.title = title
        self.published = published
        self.editions = editions
        self.recommendations = recommendations
        self.problems = problems
    }
}
