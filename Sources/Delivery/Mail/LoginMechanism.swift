// Which of the ways to give a password is used: one, chosen by what the relay offers.
// Sources: RFC 4954 section 4; RFC 4616 (PLAIN). LOGIN has no standard.

import Reminders

enum LoginMechanism: String, Sendable {
    case plain = "PLAIN"
    case login = "LOGIN"

    /// The one to begin with.
    init(_ method: LoginMethod) { self = method == .login ? .login : .plain }

    /// What to take instead, after a relay turned out to offer other mechanisms than this one; nil for nothing better.
    func alternative(offered: Set<String>, method: LoginMethod) -> LoginMechanism? {
        guard method == .auto, !offered.contains(rawValue) else { return nil }
        return [LoginMechanism.plain, .login].first { $0 != self && offered.contains($0.rawValue) }
    }
}
