// What waits for a person, in sentences for the administrator on whose desk it lies. Nothing of it is a plan's text; under
// `thin` it names no post either.

import CivilTime
import Register
import Reminders

struct DailyNote {
    let desk: NoteDesk
    let status: RegisterStatus
    let day: CivilDate
    /// Posts whose holder cannot be told, with the targets that lie on this desk.
    let exceptions: [PostException]
    /// Who has not answered an introduction whose quiet days are over, and whom no note has named.
    let silent: [SilentNewcomer]
    /// Holds that are about to end.
    let holdsEnding: [HoldRecord]
    let templateFaults: Set<String>
    /// The last day of the known bank holidays, where it is near.
    let holidaysEnd: CivilDate?

    /// Of everything that waits, what lies on this desk.
    init(
        on desk: NoteDesk, of status: RegisterStatus, day: CivilDate, exceptions: [PostException] = [],
        silent: [SilentNewcomer] = [], holdsEnding: [HoldRecord] = [], templateFaults: Set<String> = [],
        holidaysEnd: CivilDate? = nil
    ) {
        self.desk = desk
        self.status = status
        self.day = day
        self.exceptions = exceptions.compactMap { $0.about { desk.has(Reference.plan(of: $0)) } }
        self.silent = silent.filter { desk.has($0.plan) }
        self.holdsEnding = holdsEnding.filter { desk.has($0.plan) }
        self.templateFaults = templateFaults
        self.holidaysEnd = holidaysEnd
    }

    /// Posts of one note, and targets of one post; the commands show them all.
    static let most = 20

    var lines: [String] {
        waiting + posts + unanswered + proposed + endings
            + (desk.isInstallation ? held + setAside + refusing + templates + holidays : [])
    }

    var subject: String {
        let plans = desk.plans.count == 1 ? desk.plans[0] : "\(desk.plans.count) plans"
        return "duewatch: waiting for you \(desk.isInstallation ? "" : "in \(plans) ")on \(day.inWords)"
    }

    private var waiting: [String] {
        status.waiting.filter { desk.has($0.plan) }.map { plan in
            "\(counted(plan.targets, "target")) of the plan \(plan.plan) \(plan.targets == 1 ? "waits" : "wait") to be "
                + "armed, the oldest since \(plan.since.rfc3339.prefix(10)). Nobody is told of them until you run: "
                + "duewatch arm \(plan.plan)"
        }
    }

    /// Said once; the command goes on listing them.
    private var unanswered: [String] {
        let shown = silent.prefix(Self.most).map { newcomer in
            "\(newcomer.person) has not answered the introduction to the plan \(newcomer.plan): "
                + "\(listed(newcomer.references))."
        }
        guard !silent.isEmpty else { return [] }
        let others = silent.count - Self.most
        return shown + (others > 0 ? ["\(counted(others, "more person", "more people")) did not answer theirs."] : [])
            + [
                "Their reminders go on as planned. You may want to ask whether the introduction was read. Who is still silent "
                    + "is listed by: duewatch owners --silent"
            ]
    }

    private var proposed: [String] {
        status.proposals.filter { desk.has(Reference.plan(of: $0.reference)) }.map { row in
            "\(row.reference): nobody has answered for \(desk.isThin ? "its post" : "\u{201C}\(row.post)\u{201D}"), and "
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

    func counted(_ count: Int, _ noun: String, _ several: String? = nil) -> String {
        "\(count) \(count == 1 ? noun : several ?? "\(noun)s")"
    }

    /// The first of many references.
    func listed(_ references: [String]) -> String {
        let more = references.count - Self.most
        return references.prefix(Self.most).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
