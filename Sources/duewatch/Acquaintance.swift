// Whether a name that somebody typed is one that the register or the settings know.

import Configuration
import Register
import Reminders

struct Acquaintance {
    let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    /// Does nothing where a post, in any spelling, or a person, by name or address, is called so.
    ///
    /// - Throws: `Failure` with the name that was probably meant.
    func expect(_ name: String) throws {
        let known = try names()
        let wanted = PostSpelling.normalised(name)
        guard !known.contains(where: { PostSpelling.normalised($0) == wanted }) else { return }
        let meant = MistakenWord.suggestion(for: name, in: known).map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ";"
        throw Failure(
            .badData,
            "expected a post or a person, found \u{201C}\(name)\u{201D}, which nobody is called\(meant) "
                + "`duewatch owners` lists the posts")
    }

    private func names() throws -> Set<String> {
        let administrator = installation.unrecordedAdministrator
        var names = [administrator.name, administrator.email]
        for entry in try installation.reading({ try $0.owners() }).map(\.entry) {
            names += [entry.post] + entry.aliases
            for person in Seat.allCases.flatMap(entry.people) { names += [person.name, person.email] }
        }
        return Set(names.compactMap { $0 })
    }
}
