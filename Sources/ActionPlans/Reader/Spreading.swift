// How a long row of independent pieces of work is gone through. Reading knows no threads; whoever has some hands them in.

public protocol Spreading: Sendable {
    /// What `body` makes of each element, in the order of the elements.
    func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ body: @Sendable (Element) -> Result
    ) -> [Result]
}

/// One after the other.
public struct InTurn: Spreading {
    public init() {}

    public func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ body: @Sendable (Element) -> Result
    ) -> [Result] { elements.map(body) }
}
