// How a document ends the names of its owners. Where most of them end in a stop, a name without one at the foot of a
// page goes on at the head of the next.

struct OwnerStyle {
    private let endsInStop: Bool
    private let whole: Set<String>
    /// How often each name stands in a cell.
    private let times: [String: Int]

    /// Learns from all owner cells of a document.
    init(cells: [[String]]) {
        let names = cells.flatMap(\.self)
        endsInStop = !names.isEmpty && names.count { $0.hasSuffix(".") } * 2 > names.count
        times = names.reduce(into: [:]) { $0[Prose.folded(OwnerCell.name($1)), default: 0] += 1 }
        whole = Set(names.filter { !OwnerCell.plainlyUnfinished($0) }.map { Prose.folded(OwnerCell.name($0)) })
    }

    /// Whether the name at the foot of a page goes on in the first name on the next one.
    /// `restGoesOn` says that all else in the row above goes on there too, so that a name which stands nowhere else does.
    func goesOn(_ last: String, in next: String, restGoesOn: Bool) -> Bool {
        if OwnerCell.plainlyUnfinished(last) || next.first?.isLowercase == true { return true }
        if endsInStop { return !last.hasSuffix(".") }
        if restGoesOn, times[Prose.folded(OwnerCell.name(next))] == 1, times[Prose.folded(OwnerCell.name(last))] == 1 {
            return true
        }
        return whole.contains(Prose.folded(OwnerCell.name(last + " " + next)))
    }
}
