// What people and machines do on a day of a story, and the line of a script that says so.

import CivilTime

enum StoryDeed: Hashable, Sendable {
    /// What owners say, for one post of the target or, with nil, for all of them.
    case done(post: Int?)
    case onTrack(until: CivilDate, post: Int?)
    case extend(to: CivilDate, post: Int?)
    case notMine(post: Int?)
    /// The latest answer is taken back.
    case amend
    case hold(until: CivilDate)
    case unhold
    /// From the day of the event on.
    case absence(String, until: CivilDate)
    /// All chasing ends, and is taken up again on a later working day.
    case close(reopens: CivilDate)
    /// The other schedule comes into force.
    case reload
    /// An edition comes out and is armed at once: by its number, from 0.
    case edition(Int)
    case kill, killSending, clockForward, clockBack
}

struct StoryEvent: Hashable, Sendable {
    let day: CivilDate
    /// After noon: what befalls the service at one event is over by the next.
    let minutes: Int
    /// From 1.
    let target: Int
    let deed: StoryDeed

    /// The day on which a plan that is closed is opened again.
    var reopens: CivilDate? {
        if case .close(let day) = deed { day } else { nil }
    }

    var line: String {
        let reference = "gates/\(target).1"
        let at = "\(day) 12:\(minutes < 10 ? "0" : "")\(minutes)"
        let words =
            switch deed {
            case .done(let post): "answer \(reference) done\(said(post))"
            case .onTrack(let until, let post): "answer \(reference) on-track until \(until)\(said(post))"
            case .extend(let day, let post): "extend \(reference) \(day.inWords)\(said(post))"
            case .notMine(let post): "answer \(reference) not-mine\(said(post))"
            case .amend: "amend \(reference)"
            case .hold(let until): "hold \(reference) until \(until)"
            case .unhold: "unhold \(reference)"
            case .absence(let person, let until): "absence \"\(person)\" until \(until)"
            case .close(let day): "close gates\n\(day) 12:00 reopen gates\n\(day) 12:00 arm gates"
            case .kill: "kill"
            case .killSending: "kill sending"
            case .clockForward: "clock +1h"
            case .clockBack: "clock -1h"
            case .reload: "reload other"
            case .edition(let number): "import gates edition-\(number)\n\(at) arm gates"
            }
        return "\(at) \(words)"
    }

    private func said(_ post: Int?) -> String { post.map { " for \"\(StoryCast.post($0))\"" } ?? "" }
}
