// swift run --configuration release --package-path Benchmarks
// Prints one line a figure. Nothing passes or fails here.

import ActionPlans
import CivilTime
import Documents
import Reminders

print(try phrases().line)
print(try rows().line)
print(try checks().line)

/// Target-date phrases read, against splitting the same phrases into words.
func phrases() throws -> Measurement {
    let phrases = (0..<20_000).map { number in
        let month = CivilDate.monthNames[number % 12]
        let year = 2024 + number % 7
        return switch number % 6 {
        case 0: "\(month) \(year)"
        case 1: "\(1 + number % 28) \(month) \(year)"
        case 2: "Completed and \(month) \(year)"
        case 3: "\(month) \(year) to March \(year + 2)"
        case 4: "Guidance to be published by \(month) \(year)."
        default: "Q\(1 + number % 4) \(year)/\((year + 1) % 100)"
        }
    }
    let reader = PhraseReader(asOf: CivilDate(year: 2024, month: 2, day: 19))
    var seen = 0
    return Measurement(
        "phrases read", unit: "phrases", count: phrases.count, against: "splitting them into words",
        { for phrase in phrases { seen &+= phrase.split(separator: " ").count } },
        { for phrase in phrases { seen &+= reader.readings(of: phrase).count } })
}

/// Rows of a table imported as a plan, against splitting the same text into cells.
func rows() throws -> Measurement {
    let count = 50_000
    var text =
        "Action Plan Submitted: 12 January 2026\n\nRec No\tRecommendation\tResponse\tAction taken\tOwner\tTarget date\n"
    for number in 1...count {
        text +=
            "\(number)\tMend gate \(number) of the yard and keep it mended.\tAgreed\tThe yard will mend gate \(number).\t"
        text += "Head of Yard \(number % 40)\t\(CivilDate.monthNames[number % 12]) 202\(6 + number % 3)\n"
    }
    let bytes = Array(text.utf8)
    var seen = 0
    return try Measurement(
        "rows imported", unit: "rows", count: count, rounds: 3, against: "splitting the text into cells",
        {
            for line in text.split(separator: "\n") { seen &+= line.split(separator: "\t").count }
        },
        {
            let draft = try PlanReader.read(try DocumentReader.read(bytes: bytes, name: "rows"))
            seen &+= draft.recommendations.count
        })
}

/// Checks decided for a target that is late, against the calendar's own arithmetic for one day.
func checks() throws -> Measurement {
    let count = 50_000
    let calendar = WorkingCalendar(zone: .utc, division: .englandAndWales, holidays: BankHolidays([:]))
    guard let window = SendWindow(opens: WallTime(minuteOfDay: 540), closes: WallTime(minuteOfDay: 1020)) else {
        return Measurement("none", unit: "", count: 0, against: "", {}, {})
    }
    let targets = Stock.targets(count)
    let policy = Stock.policy(calendar, window)
    let now = Instant(milliseconds: 1_795_424_400_000)
    var seen = 0
    return Measurement(
        "checks decided", unit: "checks", count: count, against: "one step of ten working days",
        { for target in targets { seen &+= calendar.adding(workingDays: 10, to: target.date.firstDue ?? .min).day } },
        {
            for target in targets {
                seen &+= TargetCheck(of: target, under: policy, at: now).decision().reminders.count
            }
        })
}
