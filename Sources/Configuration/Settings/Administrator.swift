// The person who answers for this installation and is told what concerns nobody else.

public struct Administrator: Hashable, Sendable {
    public let name: String
    /// Has passed the syntax check and lies in the allowed domains.
    public let email: String

    public init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}
