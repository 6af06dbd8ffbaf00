// The exceptions report: posts whose holder cannot be told, who hears in their place, and the command that mends it.

import CivilTime
import Register
import Reminders

extension DailyNote {
    var posts: [String] {
        let shown = exceptions.prefix(Self.most).map(sentence)
        guard exceptions.count > Self.most else { return shown }
        return shown + [
            "\(counted(exceptions.count - Self.most, "more post")) cannot be told. See them all with: duewatch owners"
        ]
    }

    private func sentence(_ exception: PostException) -> String {
        let whom = exception.toldInstead.map { "\($0), the next on its ladder" } ?? "you"
        return "\(what(of: exception)) What is due from it goes to \(whom): \(listed(exception.references)). "
            + mending(exception.post)
    }

    private func what(of exception: PostException) -> String {
        let post = desk.isThin ? "a post" : "\u{201C}\(exception.post)\u{201D}"
        let since = exception.since.inWords
        return switch exception.reason {
        case .noHolder: "\(desk.isThin ? "A post" : post) has had no holder since \(since)."
        case .noAddress(let holder): "\(holder), who holds \(post), has had no address since \(since)."
        case .refused(let holder): "The address of \(holder), who holds \(post), was refused for good on \(since)."
        case .nobodyActs(let holder, let until):
            "\(holder), who holds \(post), is away until \(until.inWords), and nobody on its ladder can act."
        }
    }

    private func mending(_ post: String) -> String {
        let quoted = "'" + post.replacing("'", with: "'\\''") + "'"
        return "To mend it: duewatch owners export \(desk.isThin ? "" : "--post \(quoted) ")> owners.yaml, fill it in, "
            + "then duewatch owners import owners.yaml"
    }
}
