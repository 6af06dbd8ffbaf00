// What waits for a person, in sentences for the administrator. Never empty: where nothing waits there is no note.

import CivilTime
import Register
import Reminders

struct DailyNote {
    let status: RegisterStatus
    let day: CivilDate
    /// Channels that refused us.
    var stopped: Set<Channel> = []
    /// The last day of the known bank holidays, where it is near.
    var holidaysEnd: CivilDate?

    func notice(to administrator: PersonID) -> Notice? {
        let lines = self.lines
        guard !lines.isEmpty else { return nil }
        return Notice(
            kind: .notice, to: administrator, plan: nil, key: "daily-\(day)",
            subject: "duewatch: waiting for you on \(day.inWords)", paragraphs: lines, thread: "daily-note")
    }

    private var lines: [String] { waiting + held + setAside + refusing + holidays }

    private var waiting: [String] {
        status.waiting.map { plan in
            "\(counted(plan.targets, "target")) of the plan \(plan.plan) \(plan.targets == 1 ? "waits" : "wait") to be "
                + "armed, the oldest since \(plan.since.rfc3339.prefix(10)). Nobody is told of them until you run: "
                + "duewatch arm \(plan.plan)"
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
        stopped.map(\.description).sorted().map { channel in
            "The channel \(channel) is stopped, because the other side refuses all we send. Its messages wait until "
                + "the cause is mended and you run: systemctl reload duewatch"
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

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
