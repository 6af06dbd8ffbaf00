// Dates and owners that a plan without columns for them prints in the text of its actions: "... (Head of Parks, June
// 2025)", "... [by April 2025]", "... – Autumn 2024", "Owner: Head of Parks. Target date: June 2025".

/// What the text of one action says about when and who.
struct InTextDates {
    private(set) var dates: [String] = []
    private(set) var owners: [String] = []

    /// Reads `text`; owners only if `readsOwners`, dates only if `readsDates`.
    init(_ text: String, readsDates: Bool, readsOwners: Bool) {
        readLabels(text)
        readBrackets(text)
        if dates.isEmpty { readDash(text) }
        if !readsDates { dates = [] }
        if !readsOwners { owners = [] }
    }

    // MARK: "Owner: ...", "Target date: ..."

    private mutating func readLabels(_ text: String) {
        guard text.utf8.contains(0x3A) else { return }
        var found: [(start: String.Index, value: String.Index, isDate: Bool)] = []
        var from = text.startIndex
        while let colon = text[from...].firstIndex(of: ":") {
            from = text.index(after: colon)
            if let (start, isDate) = InTextDates.label(before: colon, in: text) { found.append((start, from, isDate)) }
        }
        for (place, label) in found.enumerated() {
            let end = place + 1 < found.count ? found[place + 1].start : text.endIndex
            let value = InTextDates.sentence(text[label.value..<max(label.value, end)])
            guard !value.isEmpty, value.count <= 160 else { continue }
            if !label.isDate {
                owners.append(OwnerCell.name(value))
            } else if DateCell.looksLikeDate(value) || value.count <= 40 {
                dates.append(DateTail.trimmed(value))
            }
        }
    }

    /// Where the label begins that ends at `colon`, the longest that is known.
    private static func label(before colon: String.Index, in text: String) -> (String.Index, isDate: Bool)? {
        let words = text[..<colon].suffix(48).split(whereSeparator: { " ([;|,.".contains($0) }).suffix(4)
        for count in stride(from: words.count, through: 1, by: -1) {
            let run = words.suffix(count)
            guard let first = run.first, first.first?.isUppercase == true else { continue }
            let label = run.joined(separator: " ").lowercased()
            if dateLabels.contains(label) { return (first.startIndex, true) }
            if ownerLabels.contains(label) { return (first.startIndex, false) }
        }
        return nil
    }

    /// What follows a label, up to the end of its sentence, bracket or clause.
    private static func sentence(_ text: Substring) -> String {
        var last: Character = " "
        var end = text.endIndex
        for place in text.indices {
            let character = text[place]
            let next = text.index(after: place)
            let ends = character == "." && (next == text.endIndex || text[next] == " ") && last.isLowercase
            if ends || ";)]|\u{2022}".contains(character) {
                end = place
                break
            }
            last = character
        }
        var value = Prose.trimmed(text[..<end])
        while let last = value.last, "([,-\u{2013} ".contains(last) { value.removeLast() }
        return value
    }

    // MARK: Brackets and dashes

    private mutating func readBrackets(_ text: String) {
        for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
            var from = text.startIndex
            while let start = text[from...].firstIndex(of: open) {
                from = text.index(after: start)
                guard let end = text[from...].firstIndex(of: close) else { break }
                let inner = String(text[from..<end])
                let after = text[text.index(after: end)...]
                from = text.index(after: end)
                guard inner.count <= 160, !inner.contains(":"), InTextDates.closesSentence(after) else { continue }
                readBracket(inner)
            }
        }
    }

    private mutating func readBracket(_ inner: String) {
        if DateTail.isTarget(inner) {
            dates.append(DateTail.trimmed(inner))
        } else if let (before, date) = DateTail.cut(inner), InTextDates.couldBeOwner(before) {
            dates.append(date)
            owners.append(before)
        } else if InTextDates.isPost(inner) {
            owners.append(inner)
        }
    }

    /// Whether a bracket stands at the end of a sentence or of the text.
    private static func closesSentence(_ after: Substring) -> Bool {
        guard let first = after.first else { return true }
        if ".;,".contains(first) {
            let next = after.dropFirst().drop { $0 == " " }.first
            return next.map { $0.isUppercase || "\u{2022}([".contains($0) } ?? true
        }
        let next = after.drop { $0 == " " }.first
        return next.map { "\u{2022}([".contains($0) } ?? true
    }

    private mutating func readDash(_ text: String) {
        for dash in [" \u{2013} ", " \u{2014} ", " - "] {
            guard let place = InTextDates.last(dash, in: text) else { continue }
            let tail = DateTail.trimmed(String(text[place...]))
            if DateTail.isTarget(tail) {
                dates.append(tail)
                return
            }
            if let (before, date) = DateTail.cut(tail), InTextDates.isPost(before) {
                dates.append(date)
                owners.append(before)
                return
            }
        }
    }

    private static func last(_ dash: String, in text: String) -> String.Index? {
        guard let sign = dash.dropFirst().first else { return nil }
        var rest = text[...]
        while let place = rest.lastIndex(of: sign) {
            let after = text.index(after: place)
            if place > text.startIndex, text[text.index(before: place)] == " ", after < text.endIndex,
                text[after] == " "
            {
                return after
            }
            rest = text[..<place]
        }
        return nil
    }

    private static func couldBeOwner(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (1...14).contains(words.count) && text.first?.isUppercase == true && !DateCell.mayHoldDate(text)
    }

    /// Whether `text` names a post by one of the words that posts bear.
    private static func isPost(_ text: String) -> Bool {
        couldBeOwner(text) && text.split(separator: " ").count >= 2 && Prose.list(text).contains(where: posts.contains)
    }

    private static let posts: Set = [
        "head", "director", "officer", "manager", "lead", "chief", "chair", "secretary", "registrar", "commissioner",
        "superintendent", "inspector", "commander", "principal", "treasurer", "coordinator", "clerk", "dean", "nurse",
    ]
    private static let dateLabels: Set = [
        "target date", "target implementation date", "implementation date", "completion date", "deadline", "timescale",
        "timescales", "timeframe", "by when", "due date", "due", "date", "target completion date", "when", "target",
        "expected completion", "delivery date", "target for completion", "date due", "complete by", "due by",
        "original target date", "agreed date", "date for completion", "expected completion date",
        "planned completion date", "target completion",
    ]
    private static let ownerLabels: Set = [
        "owner", "lead", "lead officer", "responsible officer", "responsible owner", "action owner", "sro",
        "lead owner", "responsible", "accountable", "who", "by whom", "responsibility", "lead department",
        "lead agency", "responsible person", "executive lead", "action lead", "accountable officer", "owned by",
        "responsible manager", "lead director", "responsible lead", "responsible officers", "accountable owner",
    ]
}
