// The demo while it runs: each message is shown, and makes its reader answer.

import CivilTime
import Delivery
import Register
import Reminders

/// What happens while the engine runs: each message is shown, and makes its reader answer.
final class Scene: @unchecked Sendable {
    // Unchecked: the engine calls its carriers and the clock its appointments, both on the engine's own thread.
    private let register: Store
    private let administrator: PersonID
    private let clock: VirtualClock
    private var timeline: Timeline
    private var answers: Answers
    private var parcels: [Parcel] = []
    private var given = 0
    private var extensions = 0
    private var failure: (any Error)?

    init(
        register: Store, administrator: PersonID, clock: VirtualClock, timeline: Timeline, answers: Answers
    ) {
        self.register = register
        self.administrator = administrator
        self.clock = clock
        self.timeline = timeline
        self.answers = answers
    }

    @Sendable func see(_ parcel: Parcel) {
        parcels.append(parcel)
        timeline.message(parcel.facts, at: parcel.at)
        for answer in answers.answers(to: parcel.facts) {
            clock.add(Appointment(at: answer.at) { [self] in record(answer) })
        }
    }

    /// Five months in, somebody tells the administrator who came after the one who left a month before.
    func introduceLater(_ member: Cast.Member?) {
        guard let member, let holder = member.entry.holder else { return }
        let at = clock.now.adding(seconds: 150 * 86_400)
        clock.add(
            Appointment(at: at) { [self] in
                attempt {
                    try register.adoptOwners([member.entry], by: Author(login: "petra", by: nil), at: clock.now)
                    timeline.line(
                        at: clock.now, "owners", "Petra Voss", "learns who is \(member.post): \(holder.name)", .good)
                }
            })
    }

    private func attempt(_ work: () throws -> Void) {
        do { try work() } catch { failure = failure ?? error }
    }

    private func record(_ answer: PlannedAnswer) {
        attempt {
            _ = try register.answer(
                answer.entry, administrator: administrator, by: Author(login: "petra", by: answer.entry.by),
                at: clock.now)
            given += 1
            if case .newDate = answer.entry.kind { extensions += 1 }
            timeline.line(at: clock.now, "answer", answer.entry.by, words(for: answer.entry), .good)
        }
    }

    private func words(for entry: AnswerEntry) -> String {
        let reference = entry.references.joined(separator: ", ")
        return switch entry.kind {
        case .done: "\(reference) done"
        case .newDate(let phrase, _): "\(reference) needs until \(phrase): \(entry.because)"
        case .note(let text): "\(reference) \(text)"
        default: "\(reference) \(entry.kind.name)"
        }
    }

    func check() throws {
        if let failure { throw failure }
    }

    var played: Played { Played(parcels: parcels, answers: given, extensions: extensions) }
}
