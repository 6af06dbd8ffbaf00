// Who is told what concerns nobody else: the administrator, and the deputy who acts while they cannot be told.

public struct Administrators: Hashable, Sendable {
    public let first: PersonFacts
    public let deputy: PersonFacts?

    public init(_ first: PersonFacts, deputy: PersonFacts? = nil) {
        self.first = first
        self.deputy = deputy
    }

    /// The deputy while the administrator is away or has no address that can be used, if the deputy can be told.
    public var acting: PersonFacts {
        guard !first.canBeTold, let deputy, deputy.canBeTold else { return first }
        return deputy
    }

    func mapped<Fault>(_ person: (PersonFacts) throws(Fault) -> PersonFacts) throws(Fault) -> Administrators {
        guard let deputy else { return Administrators(try person(first)) }
        return Administrators(try person(first), deputy: try person(deputy))
    }
}
