// A sheet that came back: the decisions and people that somebody filled in, or every cell that is bad, or that the
// register says otherwise by now. Nothing is taken from a sheet with a fault. An empty cell removes nothing.

import CivilTime

public struct ReviewSheetReader {
    public private(set) var decisions: [Decision] = []
    public private(set) var owners: [OwnerEntry] = []
    public private(set) var faults: [SheetFault] = []

    private typealias Column = ReviewSheet.Column
    private let review: PlanReview
    private let by: String
    private let allowedDomains: [String]
    private let doubts: [String: [Column: String]]
    private let targets: [String: [Column: String]]
    private var places: [Column: Int] = [:]

    /// - Parameters:
    ///   - rows: the headings and the rows below them, as a reader of CSV gives them.
    ///   - review: what the register has now.
    ///   - by: who filled it in.
    ///   - allowedDomains: outside which no address is taken; none allows all.
    public init(_ rows: [[String]], review: PlanReview, by: String, allowedDomains: [String] = []) {
        self.review = review
        self.by = by
        self.allowedDomains = allowedDomains
        let cells = ReviewSheet.cells(review)
        doubts = Dictionary(
            cells.filter { $0[.row] == "doubt" }.map { ($0[.doubt] ?? "", $0) }
        ) { first, _ in first }
        targets = Dictionary(
            cells.filter { $0[.row] == "target" }.map { ($0[.target] ?? "", $0) }
        ) { first, _ in first }
        guard readHeadings(rows.first ?? []) else { return }
        for (index, row) in rows.enumerated().dropFirst() { read(row, index + 1) }
        if !faults.isEmpty { (decisions, owners) = ([], []) }
    }

    private mutating func readHeadings(_ row: [String]) -> Bool {
        for (place, heading) in row.enumerated() {
            let name = ReviewSheet.squeezed(heading.lowercased())
            if let column = Column(rawValue: name), places[column] == nil { places[column] = place }
        }
        for column in Column.allCases where column != .chooseFrom && places[column] == nil {
            faults.append(
                SheetFault(row: 1, column: column.rawValue, expected: "a heading of this name", found: ""))
        }
        return faults.isEmpty
    }

    private mutating func read(_ row: [String], _ number: Int) {
        let places = places
        func cell(_ column: Column) -> String {
            guard let place = places[column], place < row.count else { return "" }
            return ReviewSheet.squeezed(row[place])
        }
        switch cell(.row) {
        case "doubt", "target": readDecision(number, cell)
        case "owner": readOwner(number, cell)
        case "":
            if row.contains(where: { !ReviewSheet.squeezed($0).isEmpty }) {
                fault(number, .row, "doubt, target or owner", "")
            }
        case let found: fault(number, .row, "doubt, target or owner", found)
        }
    }

    private mutating func fault(_ row: Int, _ column: Column, _ expected: String, _ found: String) {
        faults.append(SheetFault(row: row, column: column.rawValue, expected: expected, found: found))
    }

    private mutating func readDecision(_ number: Int, _ cell: (Column) -> String) {
        guard Column.decided.contains(where: { !cell($0).isEmpty }) else { return }
        let isDoubt = cell(.row) == "doubt"
        let (key, column): (String, Column) = isDoubt ? (cell(.doubt), .doubt) : (cell(.target), .target)
        guard let present = (isDoubt ? doubts : targets)[key] else {
            return fault(
                number, column,
                isDoubt ? "the number of a doubt that is still open" : "a target of \(review.plan)", key)
        }
        for column in Column.compared {
            let expected = present[column] ?? ""
            guard PostSpelling.normalised(cell(column)) != PostSpelling.normalised(expected) else { continue }
            let words = expected.isEmpty ? "nothing" : "\u{201C}\(expected)\u{201D}"
            fault(number, column, "\(words), which the register has by now", cell(column))
        }
        let values = cell(.value).isEmpty ? [] : split(cell(.value), cell(.decision))
        let kind = DecisionKind(name: cell(.decision).lowercased(), values: values)
        if !DecisionKind.names.contains(cell(.decision).lowercased()) {
            fault(number, .decision, "one of \(DecisionKind.names.joined(separator: ", "))", cell(.decision))
        } else if kind == nil {
            fault(number, .value, Self.expected(cell(.decision).lowercased()), cell(.value))
        }
        if cell(.because).isEmpty { fault(number, .because, "why it was decided so", "") }
        guard let kind else { return }
        let isOfPlan = present[.target] == review.plan
        let isNarrow = isDoubt && (kind == .dismiss)
        decisions.append(
            Decision(
                plan: review.plan, reference: isOfPlan ? nil : present[.target],
                doubt: isNarrow ? Int64(key).map(DoubtName.number) : nil, kind: kind, by: by,
                because: cell(.because)))
    }

    private func split(_ value: String, _ decision: String) -> [String] {
        guard ["owner", "one-post"].contains(decision.lowercased()) else { return [value] }
        return value.split(separator: ";").map { ReviewSheet.squeezed(String($0)) }.filter { !$0.isEmpty }
    }

    private static func expected(_ decision: String) -> String {
        switch decision {
        case "date": "a day or a phrase that gives one, as 30 June 2027"
        case "owner": "a post, or several with ; between them"
        case "action": "the label or the number of a step"
        case "same-as": "the reference of a target"
        case "one-post": "the spelling; the post that it means"
        default: "nothing beside \(decision)"
        }
    }

    private mutating func readOwner(_ number: Int, _ cell: (Column) -> String) {
        let post = cell(.owners)
        guard let owner = review.owners.first(where: { PostSpelling.is(post, of: $0.entry) }) else {
            return fault(number, .owners, "a post of \(review.plan)", post)
        }
        var entry = owner.entry
        for (role, name, address) in ReviewSheet.roles {
            let present = owner.entry.people(Seat(role))
            let last = person(present.last, number, (name, cell(name)), (address, cell(address)))
            // The sheet knows only the last of those who follow one another.
            entry = entry.with(present.dropLast() + [last].compactMap { $0 }, in: Seat(role))
        }
        if entry != owner.entry { owners.append(entry) }
    }

    private mutating func person(
        _ present: PersonEntry?, _ row: Int, _ name: (Column, String), _ address: (Column, String)
    ) -> PersonEntry? {
        var email = present?.email
        if !address.1.isEmpty {
            do throws(MailAddress.Fault) {
                let isAllowed = try MailAddress(address.1).isAllowed(in: allowedDomains)
                if !isAllowed {
                    let domains = allowedDomains.joined(separator: " or ")
                    fault(row, address.0, "an address in \(domains), as delivery.allowed-domains says", address.1)
                }
                email = address.1
            } catch {
                fault(row, address.0, "a mail address (\(error))", address.1)
            }
        }
        guard !name.1.isEmpty || present != nil else {
            if !address.1.isEmpty { fault(row, name.0, "the name of the person with this address", "") }
            return nil
        }
        let isNew = !name.1.isEmpty && present != nil && name.1 != present?.name
        if isNew, address.1.isEmpty || address.1 == present?.email {
            fault(row, address.0, "the address of \(name.1)", address.1)
        }
        return PersonEntry(
            name: name.1.isEmpty ? present?.name ?? "" : name.1, email: email,
            webhook: isNew ? nil : present?.webhook, from: isNew ? nil : present?.from,
            until: isNew ? nil : present?.until)
    }
}
