// From whom the messages of one plan come, under which marking, and how much they may say.

import Reminders

extension SettingsReader {
    static let letterheadKeys = ["sender-name", "reply-to", "marking", "thin", "link"]

    func letterhead(in plan: Section) -> Letterhead {
        let isThin = plan.flag("thin") ?? false
        let link = link(in: plan)
        if isThin, plan.isAbsent("link") {
            findings.warning(
                at: plan.place(of: "thin"), expected: "link beside thin: true", found: "nothing",
                hint: "readers get references alone, and have to know where to look them up")
        }
        return Letterhead(
            senderName: plan.line("sender-name", expecting: "the name that this plan's messages come from"),
            replyTo: mailbox("reply-to", in: plan, because: "owners answer by replying")?.description,
            marking: marking(in: plan), isThin: isThin, link: link)
    }

    private func marking(in plan: Section) -> String? {
        plan.value("marking", expecting: "a marking such as OFFICIAL-SENSITIVE, one line of at most 60 characters") {
            $0.isOneLine && $0.count <= 60 ? $0 : nil
        }
    }
}
