// What waits for a person, in sentences for the administrator. Never empty: where nothing waits there is no note.

import CivilTime
import Register
import Reminders

struct DailyNote {
    let status: RegisterStatus
    let day: CivilDate
    /// Names of the plans that have an administrator of their own.
    var administered: Set<String> = []
    /// Posts whose holder cannot be told.
    var exceptions: [PostException] = []
    /// Who has not answered an introduction whose quiet days are over, and whom no note has named.
    var silent: [SilentNewcomer] = []
    /// Holds that are about to end.
    var holdsEnding: [HoldRecord] = []
    var templateFaults: Set<String> = []
    /// The last day of the known bank holidays, where it is near.
    var holidaysEnd: CivilDate?

    func notice(to administrator: PersonID) -> Notice? {
        let lines = self.lines
        guard !lines.isEmpty else { return nil }
        return Notice(
            kind: .notice, to: administrator, plan: nil, key: "daily-\(day)",
            subject: "duewatch: waiting for you on \(day.inWords)", paragraphs: lines, thread: "daily-note")
    }

    private var lines: [String] {
        waiting + posts + unanswered + proposed + endings + held + setAside + refusing + templates + holidays
    }

    private var waiting: [String] {
        status.waiting.map { plan in
            "\(counted(plan.targets, "target")) of the plan \(plan.plan) \(plan.targets == 1 ? "waits" : "wait") to be "
                + "armed, the oldest since \(plan.since.rfc3339.prefix(10)). Nobody is told of them until you run: "
                + "duewatch arm \(plan.plan)"
        }
    }

    private var posts: [String] {
        let shown = exceptions.prefix(Self.most).map(sentence)
        guard exceptions.count > Self.most else { return shown }
        return shown + [
            "\(counted(exceptions.count - Self.most, "more post")) cannot be told. See them all with: duewatch owners"
        ]
    }

    /// Said once; the command goes on listing them.
    private var unanswered: [String] {
        let shown = silent.prefix(Self.most).map { newcomer in
            let references = newcomer.references.prefix(Self.most).joined(separator: ", ")
            let more = newcomer.references.count - Self.most
            return "\(newcomer.person) has not answered the introduction to the plan \(newcomer.plan): "
                + "\(references)\(more > 0 ? " and \(more) more" : "")."
        }
        guard !silent.isEmpty else { return [] }
        let others = silent.count - Self.most
        return shown + (others > 0 ? ["\(counted(others, "more person", "more people")) did not answer theirs."] : [])
            + [
                "Their reminders go on as planned. You may want to ask whether the introduction was read. Who is still silent "
                    + "is listed by: duewatch owners --silent"
            ]
    }

    private func sentence(_ exception: PostException) -> String {
        let post = "\u{201C}\(exception.post)\u{201D}"
        let since = exception.since.inWords
        let what =
            switch exception.reason {
            case .noHolder: "\(post) has had no holder since \(since)."
            case .noAddress(let holder): "\(holder), who holds \(post), has had no address since \(since)."
            case .refused(let holder):
                "The address of \(holder), who holds \(post), was refused for good on \(since)."
            case .nobodyActs(let holder, let until):
                "\(holder), who holds \(post), is away until \(until.inWords), and nobody on its ladder can act."
            }
        let references = exception.references.prefix(Self.most).joined(separator: ", ")
        let more = exception.references.count - Self.most
        let whom = exception.toldInstead.map { "\($0), the next on its ladder" } ?? standIn(for: exception)
        let quoted = "'" + exception.post.replacing("'", with: "'\\''") + "'"
        return "\(what) What is due from it goes to \(whom): \(references)\(more > 0 ? " and \(more) more" : ""). "
            + "To mend it: duewatch owners export --post \(quoted) > owners.yaml, fill it in, then duewatch owners "
            + "import owners.yaml"
    }

    /// Whoever administers the plan hears what nobody on a ladder can.
    private func standIn(for exception: PostException) -> String {
        let plans = exception.references.compactMap { $0.split(separator: "/").first.map(String.init) }
        return plans.allSatisfy(administered.contains) && !plans.isEmpty
            ? "the administrator of the plan"
            : plans.contains(where: administered.contains)
                ? "you, or the administrator of its plan" : "you"
    }

    /// Posts of one note, and targets of one post; the commands show them all.
    private static let most = 20

    private var proposed: [String] {
        status.proposals.map { row in
            "\(row.reference): nobody has answered for \u{201C}\(row.post)\u{201D}, and "
                + "\(row.person ?? "nobody") is to be told as the \(row.role.rawValue), from \(row.opensOn.inWords) on. "
                + "It waits for you. Run: duewatch release \(row.reference), or: duewatch stop \(row.reference) "
                + "--because TEXT"
        }
    }

    private var endings: [String] {
        holdsEnding.map { hold in
            let resumes =
                if case .channel = hold.subject {
                    "What waits in it leaves after that"
                } else {
                    "Reminders of \(counted(hold.targets, "target")) resume after that"
                }
            return "The hold of \(hold.subject) (\(hold.because); \(hold.by)) ends on "
                + "\(hold.until.inWordsWithWeekday). \(resumes). If that is right there is nothing to do; to keep it "
                + "longer, place another with: duewatch hold"
        }
    }

    private var held: [String] {
        status.batches.map { batch in
            "The brake holds \(counted(batch.messages, "message")): \(batch.because). Look at them with "
                + "duewatch deliveries --state held, then run: duewatch release"
        }
    }

    private var setAside: [String] {
        guard let count = status.messages[.setAside], count > 0 else { return [] }
        return [
            "\(counted(count, "message")) could not be delivered and \(count == 1 ? "waits" : "wait") for a decision. "
                + "See: duewatch deliveries --state set_aside"
        ]
    }

    private var refusing: [String] {
        status.channels.map { failing in
            let since = "since \(failing.since.rfc3339.prefix(16)): \(failing.because)"
            return failing.isStopped
                ? "The channel \(failing.channel) is stopped, because the other side refuses all we send, \(since). Its "
                    + "messages wait until the cause is mended and you run: duewatch resume \(failing.channel)"
                : "The channel \(failing.channel) fails \(since). Its messages wait, and one is tried from time to "
                    + "time. See that the other side runs and can be reached."
        }
    }

    private var templates: [String] {
        templateFaults.sorted().map { fault in
            "A template of yours cannot be used, and the built-in words go out in its place: \(fault). Mend it, see "
                + "what duewatch check says, then run: systemctl reload duewatch"
        }
    }

    private var holidays: [String] {
        holidaysEnd.map { last in
            [
                "No bank holiday is known after \(last.inWords). Fetch https://www.gov.uk/bank-holidays.json and name "
                    + "the file in the setting calendar.holidays."
            ]
        } ?? []
    }

    private func counted(_ count: Int, _ noun: String, _ several: String? = nil) -> String {
        "\(count) \(count == 1 ? noun : several ?? "\(noun)s")"
    }
}
