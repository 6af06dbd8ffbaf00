// What changes about owners, post by post.

import Reminders

enum OwnersReport {
    static func lines(_ difference: OwnersDifference) -> [String] {
        var lines: [String] = []
        var post: String?
        for change in difference.changes {
            if change.post != post { lines += Paragraph.lines(Style.bold(change.post), indent: "  ", lead: "") }
            post = change.post
            lines += Paragraph.lines(change.text, indent: "    ", lead: "  ")
        }
        return lines
    }
}
