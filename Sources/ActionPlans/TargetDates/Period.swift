// A named period of the calendar: its first and last day. Where a season, a half or a term begins and ends is decided
// here and nowhere else.

import CivilTime

struct Period: Hashable, Sendable {
    var from: CivilDate?
    var due: CivilDate
    var precision: Reading.Precision
    var rule: String
}

/// A period as printed, its year apart, because the year may stand elsewhere or nowhere.
enum CalendarUnit: Hashable, Sendable {
    case day(month: Int, day: Int)
    case month(Int)
    case season(Season)
    case quarter(Int, isFinancial: Bool)
    case half(Int, isFinancial: Bool)
    case term(Season)
    case year
    case financialYear
    case schoolYear
    case easter
    /// The seven days from, or up to, a day.
    case week(month: Int, day: Int, isEnding: Bool)
    case decade

    /// The months it covers, counted from January of its year; nil for single days.
    private var months: ClosedRange<Int>? {
        switch self {
        case .day, .easter, .week: nil
        case .month(let month): month...month
        case .season(let season): (3 + 3 * season.rawValue)...(5 + 3 * season.rawValue)
        case .quarter(let number, let isFinancial):
            isFinancial ? (1 + 3 * number)...(3 + 3 * number) : (3 * number - 2)...(3 * number)
        case .half(let number, let isFinancial):
            isFinancial ? (6 * number - 2)...(6 * number + 3) : (6 * number - 5)...(6 * number)
        case .term(.autumn), .term(.winter): 9...12
        case .term(.spring): 1...3
        case .term(.summer): 4...7
        case .year: 1...12
        case .financialYear: 4...15
        case .schoolYear: 9...19
        case .decade: 1...120
        }
    }

    private var rule: String {
        switch self {
        case .day, .easter: "a day is due on that day"
        case .week(_, _, let isEnding):
            isEnding ? "a week ending on a day is due then" : "a week is due on its seventh day"
        case .month: "a month is due on its last day"
        case .season(.winter): "winter is December to February, due on its last day"
        case .season(.spring): "spring is March to May, due on its last day"
        case .season(.summer): "summer is June to August, due on its last day"
        case .season(.autumn): "autumn is September to November, due on its last day"
        case .quarter(_, true): "a quarter of a financial year is due on its last day; the first is April to June"
        case .quarter(_, false): "a quarter of a calendar year is due on its last day"
        case .half(_, true): "a half of a financial year is due on its last day"
        case .half(_, false): "a half of a year is due on its last day"
        case .term: "school terms end on 31 December, 31 March and 31 July"
        case .year: "a year is due on 31 December"
        case .financialYear: "a financial year is due on 31 March"
        case .schoolYear: "a school year ends with its summer term, on 31 July"
        case .decade: "a decade ends with its ninth year"
        }
    }

    private var precision: Reading.Precision {
        switch self {
        case .day, .easter, .week: .day
        case .month: .month
        case .season: .season
        case .quarter: .quarter
        case .half: .half
        case .term: .term
        case .year, .schoolYear, .decade: .year
        case .financialYear: .financialYear
        }
    }

    /// The period in a year (for financial and school years, and for winter, the year in which it starts).
    /// Throws what makes it impossible.
    func period(in year: Int) throws(ImpossibleDate) -> Period {
        switch self {
        case .day(let month, let day):
            let date = try ImpossibleDate.check(year: year, month: month, day: day)
            return Period(from: date, due: date, precision: precision, rule: rule)
        case .week(let month, let day, let isEnding):
            let date = try ImpossibleDate.check(year: year, month: month, day: day)
            return Period(
                from: isEnding ? date.adding(days: -6) : date, due: isEnding ? date : date.adding(days: 6),
                precision: precision, rule: rule)
        case .easter:
            let date = Easter.sunday(of: year)
            return Period(from: date, due: date, precision: .day, rule: "Easter is due on Easter Sunday")
        default:
            let months = months ?? 1...12
            let january = try ImpossibleDate.check(year: year, month: 1, day: 1)
            return Period(
                from: january.adding(months: months.lowerBound - 1),
                due: january.adding(months: months.upperBound - 1).endOfMonth, precision: precision, rule: rule)
        }
    }
}
