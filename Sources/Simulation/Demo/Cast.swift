// The people of the demo: who stands for which post, and how each of them answers mail. All of them are invented.

import CivilTime
import Reminders

/// How an owner behaves, so that a reader sees every part of a ladder.
enum Temper: CaseIterable {
    /// Answers "done" a few days before the date.
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

    /// Whose address the administrator has from the beginning.
    let known: [Member]
    /// The last post of the plan, as it is once the administrator knows who came after the one who left.
    let latecomer: Member?
    /// The same post until its holder leaves, after four months.
    let leaver: OwnerEntry?

    /// Gives each post somebody to stand for it.
    ///
    /// - Parameter posts: in the order of the plan.
    init(posts: [String], endpoint: String) {
        let members = posts.enumerated().map { index, post in
            Member(
                post: post, temper: Temper.allCases[index % Temper.allCases.count],
                entry: OwnerEntry(
                    post: post, aliases: [],
                    // One of them has a case system that wants every reminder as a webhook too.
                    holder: Self.entry(Self.names[index % 7], webhook: index == 0 ? endpoint : nil),
                    deputy: Self.entry(Self.names[7 + index % 7]), manager: Self.entry(Self.director)))
        }
        known = members.dropLast()
        latecomer = members.last
        leaver = members.last.map { member in
            OwnerEntry(
                post: member.post, aliases: [], holder: Self.entry("Piers Quayle", until: Self.lastDay), deputy: nil,
                manager: nil)
        }
    }

    private static let lastDay = DemoFiles.armedOn.adding(months: 4)

    func temper(of post: String) -> Temper? {
        let wanted = PostSpelling.normalised(post)
        return (known + [latecomer].compactMap(\.self)).first { PostSpelling.normalised($0.post) == wanted }?.temper
    }

    private static let names = [
        "Ada Penrose", "Bilal Rahman", "Carys Morgan", "Dougal Reid", "Eilidh Sinclair", "Femi Adeyemi", "Grace Holt",
        "Hamish Orr", "Ines Carvalho", "Jonah Whitby", "Kirsty Laing", "Leo Marchetti", "Mair Bevan", "Niamh Daly",
    ]
    private static let director = "Orla Finch"

    private static func entry(_ name: String, webhook: String? = nil, until: CivilDate? = nil) -> PersonEntry {
        let local = name.lowercased().split(separator: " ").joined(separator: ".")
        return PersonEntry(
            name: name, email: "\(local)@northmere.example", webhook: webhook, from: nil, until: until)
    }
}
