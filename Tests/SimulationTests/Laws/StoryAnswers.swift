// What was said of one target of a story: by whom, in its order, without what was taken back.

import CivilTime

struct StoryAnswers: Sendable {
    enum Word: Hashable, Sendable {
        case done, notMine, newDate
        case onTrack(until: CivilDate)
    }

    private let owners: [Int]
    private let meaning: StoryMeaning
    /// nil answers for all owners.
    private var said: [(post: Int?, word: Word)] = []

    init(owners: [Int], meaning: StoryMeaning) { (self.owners, self.meaning) = (owners, meaning) }

    mutating func add(_ word: Word, by post: Int?) { said.append((post, word)) }

    mutating func takeBack() { said.removeLast() }

    var last: Word? { said.last?.word }

    /// What an owner said last.
    private func word(of post: Int) -> Word? { said.last { $0.post == nil || $0.post == post }?.word }

    /// Whether it is completed.
    var isDone: Bool {
        switch owners.count > 1 ? meaning : .all {
        case .all: owners.allSatisfy { word(of: $0) == .done }
        case .any: owners.contains { word(of: $0) == .done }
        case .lead(let lead): word(of: lead) == .done
        }
    }

    /// Whose ladder goes on, with the day until which they are on track.
    var chased: [(post: Int, onTrack: CivilDate?)] {
        guard !isDone else { return [] }
        let asked = owners.filter { lead == nil || $0 == lead }
        return asked.filter { !isClosed($0) }.map { post in
            let days = (isAnyOf ? owners : [post]).compactMap { other -> CivilDate? in
                if case .onTrack(let until) = word(of: other) { until } else { nil }
            }
            return (post, days.max())
        }
    }

    /// Who is copied while another leads.
    var led: [Int] { lead.map { lead in owners.filter { $0 != lead && !isClosed($0) } } ?? [] }

    private func isClosed(_ post: Int) -> Bool { [.done, .notMine].contains(word(of: post)) }

    private var lead: Int? { if owners.count > 1, case .lead(let post) = meaning { post } else { nil } }

    private var isAnyOf: Bool { owners.count > 1 && meaning == .any }
}
