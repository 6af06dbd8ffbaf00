// Joins the actions of one recommendation in one edition to its target dates. Three ways, surest first: the words of
// the date name the action; the row holds nothing else; order and count. `certain` only where no other reading is left.

import CivilTime

struct EditionPairing {
    var statements: [TargetStatement]
    private(set) var actions: [ActionDraft] = []
    private(set) var doubts: [(line: Int, message: String)] = []
    let bands: [Band]
    let ranges: [Range<Int>]
    let vocabulary: PlanVocabulary
    private let found: Steps
    /// Where there are so many actions and dates that comparing the words of each with each would take too long, only
    /// rows, order and count are looked at.
    private let isVast: Bool
    /// The actions that begin in each band.
    private let stepsOf: [Int: [Int]]
    /// The band that prints each statement.
    private let bandOf: [Int]
    /// What each statement's own words name, and what they or another's words for its day do; empty where it is vast.
    private let ownSubjects: [Subject?]
    private let subjects: [[Subject]]
    var joined: [Int: (statements: [Int], pairing: Pairing)] = [:]

    init(bands: [Band], ranges: [Range<Int>], statements: [TargetStatement], vocabulary: PlanVocabulary) {
        self.bands = bands
        self.ranges = ranges
        self.statements = statements
        self.vocabulary = vocabulary
        bandOf = ranges.enumerated().flatMap { band, range in range.map { _ in band } }
        let blocks = bands.reduce(0) { $0 + $1.blocks.count }
        isVast = blocks * statements.count > EditionPairing.mostComparisons
        let own = isVast ? [] : statements.map { Subject(of: $0.phrase) }
        ownSubjects = own
        subjects = zip(statements, own).map { EditionPairing.subjects(of: $0, own: $1, vocabulary) }
        let all = subjects.flatMap(\.self)
        found = Steps(bands) { text in
            if all.isEmpty { return false }
            let words = vocabulary.expanded(text)
            return all.contains { $0.score(in: words) != nil }
        }
        stepsOf = Dictionary(grouping: found.steps.indices) { [found] in found.steps[$0].band }
    }

    private static let mostComparisons = 40_000
    /// How many actions a date is looked for in, from the last one that printed its date.
    private static let nearest = 200

    var steps: [Step] { found.steps }

    /// The actions that begin in the bands of a group, in order.
    func places(of group: PairingGroup) -> [Int] { group.bands.sorted().flatMap { stepsOf[$0] ?? [] } }

    mutating func pair() {
        var ownerOf: [Int: [String]] = [:]
        for group in PairingGroup.groups(of: bands, steps: steps) {
            pair(group)
            tieOwners(of: group, to: &ownerOf)
        }
        actions = steps.indices.map { place in
            let (numbers, pairing) = joined[place] ?? ([], steps[place].role == .reason ? .certain : .unclear)
            return ActionDraft(
                label: steps[place].label, text: steps[place].text, owners: ownerOf[place] ?? [],
                targetDates: numbers.sorted().map { StatementReference(n: $0 + 1, phrase: statements[$0].phrase) },
                pairing: pairing)
        }
    }

    // MARK: By words

    /// The subjects that a statement names, itself or through another's words for its day.
    private static func subjects(
        of statement: TargetStatement, own: Subject?, _ vocabulary: PlanVocabulary
    ) -> [Subject] {
        if let own { return [own] }
        guard statement.readings.count == 1, statement.readings[0].kind == .due, let due = statement.readings[0].due
        else { return [] }
        return vocabulary.deliverables[due] ?? []
    }

    private mutating func pair(_ group: PairingGroup) {
        let members = places(of: group)
        var open = members.filter { steps[$0].role == .action }
        var free = group.bands.flatMap { Array(ranges[$0]) }
        let hadStatements = !free.isEmpty
        let printed = takePrinted(&open, &free)
        let claims = isVast ? Claims.none : claim(&open, &free)
        if free.isEmpty {
            let sure = !hadStatements || claims == .named || printed
            let leadIns = members.filter { steps[$0].role == .leadIn }
            for step in open + (sure ? leadIns : []) { joined[step] = ([], sure ? .certain : .likely) }
            return
        }
        pairByRow(&open, &free, group: group, isAlone: claims == .none)
        let firstLine = free.first.map { statements[$0].line }
        if !open.isEmpty, !free.isEmpty, let firstLine {
            doubts.append((firstLine, doubt(dates: free, actions: open)))
        }
    }

    /// Joins the statements that an action's own text prints; whether all of them were.
    private mutating func takePrinted(_ open: inout [Int], _ free: inout [Int]) -> Bool {
        var taken: Set<Int> = []
        var at = 0
        for statement in free {
            if let label = phrase(of: statement).label {
                let named = open.filter { steps[$0].label == label }
                guard named.count == 1, free.count(where: { phrase(of: $0).label == label }) == 1 else { continue }
                joined[named[0], default: ([], .certain)].statements.append(statement)
                taken.insert(statement)
                continue
            }
            guard let text = phrase(of: statement).action else { continue }
            // Both stand in one order, so that the next action is the one, or comes a little after it.
            let near = open.indices[at...].prefix(EditionPairing.nearest)
            guard let place = near.first(where: { steps[open[$0]].text.contains(text) }) else { continue }
            at = place
            joined[open[place], default: ([], .certain)].statements.append(statement)
            taken.insert(statement)
        }
        if taken.isEmpty { return false }
        free.removeAll(where: taken.contains)
        open.removeAll { joined[$0] != nil }
        return free.isEmpty
    }

    /// A statement as its row prints it.
    func phrase(of statement: Int) -> DatePhrase {
        let band = bandOf[statement]
        return bands[band].dates[statement - ranges[band].lowerBound]
    }

    private enum Claims { case none, named, dated }

    /// Joins the statements whose own words leave no other action.
    private mutating func claim(_ open: inout [Int], _ free: inout [Int]) -> Claims {
        var claims = Claims.none
        var taken: Set<Int> = []
        for statement in free {
            var matches = best(open, for: subjects[statement], near: statement)
            var kind = Claims.named
            if matches.isEmpty, ownSubjects[statement] == nil {
                matches = naming(statement, among: open, unless: free)
                kind = .dated
            }
            guard matches.count == 1, let step = matches.first, steps[step].role == .action else { continue }
            joined[step, default: ([], .certain)].statements.append(statement)
            taken.insert(statement)
            claims = claims == .dated ? .dated : kind
        }
        free.removeAll { taken.contains($0) }
        open.removeAll { joined[$0] != nil }
        return claims
    }

    /// The actions that bear most of the words of one subject, those on the statement's own page first.
    private func best(_ open: [Int], for subjects: [Subject], near statement: Int) -> [Int] {
        guard !subjects.isEmpty else { return [] }
        var scores: [Int: Int] = [:]
        for step in open {
            let words = vocabulary.expanded(steps[step].text)
            if let score = subjects.compactMap({ $0.score(in: words) }).max() { scores[step] = score }
        }
        let near = scores.filter { ranges[steps[$0.key].band].contains(statement) }
        // A date that names nothing itself is not taken away from an action that it was printed beside.
        let isNamed = ownSubjects[statement] != nil
        let hasCompany = open.contains { ranges[steps[$0].band].contains(statement) }
        let pool = near.isEmpty && (isNamed || !hasCompany) ? scores : near
        guard let top = pool.values.max() else { return [] }
        return pool.filter { $0.value == top }.map(\.key)
    }

    /// The actions whose text names the statement's month and year, where no other statement names that month.
    private func naming(_ statement: Int, among open: [Int], unless free: [Int]) -> [Int] {
        guard let month = EditionPairing.month(of: statements[statement]),
            free.count(where: { EditionPairing.month(of: statements[$0]) == month }) == 1
        else { return [] }
        let name = [month.monthName.lowercased(), String(month.year)]
        return open.filter {
            // Few texts name a year at all, and cutting each into words takes long.
            PlainBytes.holdsDigit(steps[$0].text)
                && PlanVocabulary.lastEnd(of: name, in: Prose.list(steps[$0].text)) != nil
        }
    }

    private static func month(of statement: TargetStatement) -> CivilDate? {
        let dated = statement.readings.filter { $0.kind == .due && ($0.precision == .month || $0.precision == .day) }
        guard statement.readings.count == 1 || dated.count == 1, let due = dated.first?.due else { return nil }
        return CivilDate(year: due.year, month: due.month, day: 1)
    }

    // MARK: By row, order and count

    private mutating func pairByRow(_ open: inout [Int], _ free: inout [Int], group: PairingGroup, isAlone: Bool) {
        if open.count == 1 {
            // Two dates side by side may as well be one for each of two owners, or for an action on the next page.
            let isOne = free.count == 1 || group.bands.count == 1
            join([(open[0], free, isAlone && isOne && !found.leftOutPromise ? .certain : .likely)], &open, &free)
            return
        }
        if group.bands.count > 1 { pairByBand(&open, &free, group) }
        if open.count == free.count {
            join(zip(open, free).map { ($0, [$1], .likely) }, &open, &free)
        } else if free.isEmpty {
            for step in open { joined[step] = ([], .likely) }
        }
    }

    /// Joins actions and dates that stand in one band, where each band with actions has dates of its own.
    private mutating func pairByBand(_ open: inout [Int], _ free: inout [Int], _ group: PairingGroup) {
        let actions = Dictionary(grouping: open) { steps[$0].band }
        let dates = Dictionary(grouping: free) { bandOf[$0] }
        guard group.bands.allSatisfy({ !ranges[$0].isEmpty || actions[$0] == nil }) else { return }
        let claimed = Set(joined.keys.map { steps[$0].band })
        var joins: [(step: Int, dates: [Int], pairing: Pairing)] = []
        for band in group.bands {
            guard let here = actions[band], let dates = dates[band], here.count == dates.count else { continue }
            let isSure = here.count == 1 && !claimed.contains(band) && !found.leftOutPromise
            for (step, date) in zip(here, dates) { joins.append((step, [date], isSure ? .certain : .likely)) }
        }
        join(joins, &open, &free)
    }

    private mutating func join(
        _ joins: [(step: Int, dates: [Int], pairing: Pairing)], _ open: inout [Int], _ free: inout [Int]
    ) {
        var taken: Set<Int> = []
        for (step, dates, pairing) in joins {
            joined[step] = (dates, pairing)
            taken.formUnion(dates)
        }
        let steps = Set(joins.map(\.step))
        open.removeAll(where: steps.contains)
        free.removeAll(where: taken.contains)
    }

    private func doubt(dates: [Int], actions: [Int]) -> String {
        let named = dates.map { "\"\(Prose.excerpt(statements[$0].phrase))\"" }.prefix(3).joined(separator: ", ")
        let more = dates.count > 3 ? " and \(dates.count - 3) more" : ""
        let what = dates.count == 1 ? "target date" : "target dates"
        return
            "\(dates.count) \(what) (\(named)\(more)) \(dates.count == 1 ? "stands" : "stand") beside \(actions.count) actions, "
            + "and the document does not say which is meant. The date is chased for the recommendation as a whole until "
            + "somebody says."
    }
}
