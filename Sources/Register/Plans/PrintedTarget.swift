// One statement of an edition as the register will keep it: its reading, status, owners and actions worked out.

import ActionPlans
import CivilTime
import Reminders

struct PrintedTarget {
    let line: Int?
    var phrase: String
    var readings: [Reading]
    var chased: Reading?
    var owners: [String]
    /// Whether the document ties each owner to it for certain.
    var isOwnerCertain: Bool
    /// Owners that a step which may mean it names: likely, until a person says so.
    var likelyOwners: [String] { isOwnerCertain ? [] : actions.flatMap(\.owners) }
    var actions: [ActionDraft]
    var pairing: Pairing
    /// Whether a person decided that nothing of it is chased by itself.
    var isSettled = false

    init(_ statement: TargetStatement, in edition: RecommendationEdition) {
        line = statement.line
        phrase = statement.phrase
        readings = statement.readings
        chased = Reading.chased(in: statement.readings)
        owners = statement.owners.isEmpty ? edition.owners : statement.owners
        isOwnerCertain = !statement.owners.isEmpty || edition.owners.count == 1
        let actions = edition.actions.filter { $0.targetDates.contains { $0.n == statement.n } }
        let doubts: [Pairing] = [.unclear, .likely, .certain]
        self.actions = actions
        pairing =
            doubts.first { doubt in actions.contains { $0.pairing == doubt } }
            ?? (edition.actions.isEmpty ? .certain : .unclear)
    }

    /// What stands for a recommendation that was agreed to without a date.
    init(undated recommendation: RecommendationDraft, in edition: RecommendationEdition) {
        line = recommendation.line
        phrase = ""
        readings = [Reading(kind: .none, rule: "agreed or accepted without a target date")]
        chased = nil
        owners = edition.owners
        isOwnerCertain = edition.owners.count == 1
        actions = []
        pairing = .certain
    }

    /// Whether nothing is printed at all; silence revises no date.
    var isSilence: Bool { phrase.isEmpty }

    /// As the document tells it.
    var status: Status {
        if let chased { return chased.kind == .ongoing ? .ongoing : .open }
        return readings.contains { $0.kind == .completed } ? .completed : .open
    }

    /// The words of the actions that surely mean it.
    var certainActions: [String] { actions.filter { $0.pairing == .certain }.map(\.text) }

    /// What it says of itself besides the date that is chased: nothing of it may be lost.
    var secondDates: [Reading] {
        guard !isSettled, let chased, let place = readings.firstIndex(of: chased) else { return [] }
        return readings.enumerated().filter { $0.offset != place && $0.element.givesDay }.map(\.element)
            .filter { !$0.isSameDate(as: chased) }
    }

    /// Why it cannot be chased, or not without a person looking first; nil where its date is plain.
    var dateDoubt: (kind: DoubtKind, text: String)? {
        guard !isSettled else { return nil }
        if let why = chased?.why { return (.dateUnclear, "\u{201C}\(phrase)\u{201D}: \(why)") }
        guard chased == nil, status != .completed else { return nil }
        if let relative = readings.first(where: { $0.kind == .relative }) {
            return (
                .dateRelative,
                "\u{201C}\(phrase)\u{201D} counts from \(relative.after ?? "something else"), whose day is not known"
            )
        }
        if readings.allSatisfy({ $0.kind == .none }) {
            return (
                .noDate,
                phrase.isEmpty ? "agreed or accepted without a target date" : "\u{201C}\(phrase)\u{201D} is no date"
            )
        }
        let why = readings.lazy.compactMap(\.why).first ?? "it gives no day to chase"
        return (.dateUnclear, "\u{201C}\(phrase)\u{201D}: \(why)")
    }

    /// What a reader compares: printers vary quotes, dashes, spaces and capitals.
    static func normalised(_ words: String) -> String { PostSpelling.normalised(words) }
}
