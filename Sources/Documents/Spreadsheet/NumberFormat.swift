// What a number format shows of a number: the number, or of a date its day, its month, or its year. A date that is shown
// as a month was printed as a month, and is due on its last day. Source: ECMA-376, part 1, 18.8.30 and 18.8.31.

import CivilTime

enum NumberFormat: Hashable {
    case number, day, month, year

    /// A format by its number, where the workbook gives it no code.
    init(builtIn id: Int) {
        switch id {
        case 14...16, 22, 27...31, 36, 50...54, 56...58: self = .day
        case 17, 55: self = .month
        default: self = .number
        }
    }

    /// A format by its code: "mmm-yy" shows a month, "d mmmm yyyy" a day, "h:mm" no date at all.
    init(code: String) {
        let letters = NumberFormat.letters(of: code)
        let hasClock = letters.contains("h") || letters.contains("s")
        let hasMonth = letters.contains("m") && (!hasClock || letters.contains("y") || letters.contains("d"))
        if letters.contains("d") {
            self = .day
        } else if hasMonth {
            self = .month
        } else {
            self = letters.contains("y") ? .year : .number
        }
    }

    /// The letters of a code's first section that stand for parts of a date: what is quoted, escaped, in brackets or
    /// only reserves room is left out.
    private static func letters(of code: String) -> Set<Character> {
        var letters: Set<Character> = []
        var rest = code[...]
        while let letter = rest.popFirst() {
            switch letter {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case ";": return letters
            case "G", "g":
                if rest.lowercased().hasPrefix("eneral") { rest = rest.dropFirst(6) }
            default: letters.formUnion(letter.lowercased())
            }
        }
        return letters
    }

    /// A number of days as the format shows it, in words that the reader of target dates knows; nil where it is no date.
    func text(of serial: Double, since1904: Bool) -> String? {
        guard self != .number, let date = NumberFormat.date(serial, since1904: since1904) else { return nil }
        return text(of: date)
    }

    /// A date that is stored in words of ISO 8601, or nil.
    func text(ofISO value: String) -> String? { CivilDate(iso: String(value.prefix(10))).map { text(of: $0) } }

    func text(of date: CivilDate) -> String {
        switch self {
        case .month: "\(date.monthName) \(date.year)"
        case .year: "\(date.year)"
        case .day, .number: "\(date.day) \(date.monthName) \(date.year)"
        }
    }

    /// In the system of 1900, day 60 is a 29 February that there was not; the days before it are counted from 1.
    private static func date(_ serial: Double, since1904: Bool) -> CivilDate? {
        guard serial >= (since1904 ? 0 : 1), serial < 2_958_466, let first = CivilDate(year: 1900, month: 1, day: 1),
            let first1904 = CivilDate(year: 1904, month: 1, day: 1)
        else { return nil }
        let days = Int(serial)
        if since1904 { return days <= 2_957_003 ? first1904.adding(days: days) : nil }
        return first.adding(days: days >= 60 ? days - 2 : days - 1)
    }
}
