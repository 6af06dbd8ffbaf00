// The person who answers for this installation, or for one plan, and is told what concerns nobody else.

import Reminders

public struct Administrator: Hashable, Sendable {
    public let name: String
    /// Has passed the syntax check and lies in the allowed domains.
    public let email: String
    /// Who acts while the administrator is away or cannot be reached.
    public let deputy: Deputy?

    public init(name: String, email: String, deputy: Deputy? = nil) {
        self.name = name
        self.email = email
        self.deputy = deputy
    }

    func facts(_ person: (_ name: String, _ email: String) throws -> PersonFacts) rethrows -> Administrators {
        Administrators(try person(name, email), deputy: try deputy.map { try person($0.name, $0.email) })
    }

    public struct Deputy: Hashable, Sendable {
        public let name: String
        public let email: String

        public init(name: String, email: String) {
            self.name = name
            self.email = email
        }
    }
}
