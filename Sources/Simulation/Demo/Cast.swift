// The people of the demo: who stands for which post, and how each of them answers mail. All of them are invented.

import CivilTime
import Reminders

/// How an owner behaves, so that a reader sees every part of a ladder.
enum Temper: CaseIterable {
    /// Answers "done" soon after the first reminder.
    case prompt
    /// Answers only when the date has passed.
    case late
    /// Asks for more time once it is overdue, and then delivers.
    case extending
    /// Says nothing until the deputy has been told.
    case silentToDeputy
    /// Says nothing until the manager has been told.
    case silentToManager
}

struct Cast: Sendable {
    struct Member: Sendable {
        let post: String
        let temper: Temper
        let entry: OwnerEntry
    }

    let members: [Member]

    /// Gives each post somebody to stand for it, but for the one that nobody knows.
    ///
    /// - Parameter posts: in the order of the plan.
    init(posts: [String], unknown: String, endpoint: String) {
        var members: [Member] = []
        for (index, post) in posts.filter({ $0 != unknown }).enumerated() {
            let person = Self.names[index % Self.names.count]
            let deputy = Self.names[(index + 7) % Self.names.count]
            members.append(
                Member(
                    post: post, temper: Temper.allCases[index % Temper.allCases.count],
                    entry: OwnerEntry(
                        post: post, aliases: [],
                        // One of them has a case system that wants every reminder as a webhook too.
                        holder: Self.entry(person, webhook: index == 0 ? endpoint : nil),
                        deputy: Self.entry(deputy), manager: Self.entry(Self.director))))
        }
        self.members = members
    }

    func temper(of post: String) -> Temper? {
        let wanted = PostSpelling.normalised(post)
        return members.first { PostSpelling.normalised($0.post) == wanted }?.temper
    }

    private static let names = [
        "Ada Penrose", "Bilal Rahman", "Carys Morgan", "Dougal Reid", "Eilidh Sinclair", "Femi Adeyemi", "Grace Holt",
        "Hamish Orr", "Ines Carvalho", "Jonah Whitby", "Kirsty Laing", "Leo Marchetti", "Mair Bevan", "Niamh Daly",
    ]
    private static let director = "Orla Finch"

    private static func entry(_ name: String, webhook: String? = nil) -> PersonEntry {
        let local = name.lowercased().split(separator: " ").joined(separator: ".")
        return PersonEntry(
            name: name, email: "\(local)@northmere.example", webhook: webhook, from: nil, until: nil)
    }
}
