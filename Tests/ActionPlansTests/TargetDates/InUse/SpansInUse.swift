// Target dates as published plans and trackers write them, and what a careful person reads: spans.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let spansInUse = inUse([
        (
            "so long, after what the words name",
            [
                ("within 3 months", "relative P3M"),
                ("Within three months", "relative P3M"),
                ("3 months", "relative P3M"),
                ("3 months from publication", "relative P3M after publication"),
                ("Within 3 months of publication", "relative P3M after publication"),
                ("3 months after publication of the report", "relative P3M after publication of the report"),
                ("6-12 months", "relative P12M"),
                ("6 to 12 months", "relative P12M"),
                ("6–12 months", "relative P12M"),
                ("0-6 months", "relative P6M"),
                ("0 – 3 months", "relative P3M"),
                ("12 months", "relative P12M"),
                ("12 months+", "relative P12M"),
                ("12+ months", "relative P12M"),
                ("18 months", "relative P18M"),
                ("2 years", "relative P2Y"),
                ("1-2 years", "relative P2Y"),
                ("within 1 year", "relative P1Y"),
                ("Within 12 months of appointment", "relative P12M after appointment"),
                ("Within 28 days", "relative P28D"),
                ("within 28 days of receipt", "relative P28D after receipt"),
                ("Within 5 working days", "relative P5D"),
                ("within 48 hours", "relative PT48H"),
            ]
        ),
        (
            "so long after the day of the edition",
            [
                ("Within the next three months", "relative ..2024-05-19 P3M after the date of the document"),
                ("in the next 6 months", "relative ..2024-08-19 P6M after the date of the document"),
                ("over the next 12 months", "relative ..2025-02-19 P12M after the date of the document"),
                ("In the next 12-18 months", "relative ..2025-08-19 P18M after the date of the document"),
                ("In 6 months", "relative P6M"),
                ("in six months time", "relative ..2024-08-19 P6M after the date of the document"),
                ("6 months' time", "relative ..2024-08-19 P6M after the date of the document"),
            ]
        ),
        (
            "a term without a number gives no day",
            [
                ("short term", "unclear"),
                ("Short-term", "unclear"),
                ("medium term", "unclear"),
                ("long term", "unclear"),
                ("Short to medium term", "unclear"),
                ("medium term (12 months)", "relative P12M"),
                ("Short term (within 6 months)", "relative P6M"),
                ("Medium term (6-12 months)", "relative P12M"),
                ("Short term (by March 2025)", "due 2025-03-01..2025-03-31 month"),
                ("Medium term - 2025/26", "due 2025-04-01..2026-03-31 financial_year"),
            ]
        ),
        (
            "a part of the plan that nobody can place gives no day",
            [
                ("within the first quarter", "unclear"),
                ("Within the first year", "unclear"),
                ("In year 1", "unclear"),
                ("Year 2 (2025/26)", "due 2025-04-01..2026-03-31 financial_year «Year 2»"),
                ("Yr 2", "unclear"),
                ("Month 6", "unclear"),
                ("Months 1-3", "unclear"),
                ("Week 12", "unclear"),
                ("Day 1", "unclear"),
                ("Within first 100 days", "relative P100D"),
            ]
        ),
        (
            "after an event, and never a day",
            [
                ("Post-pilot", "relative after pilot"),
                ("After the election", "relative after the election"),
                ("Following the Spending Review", "relative after the Spending Review"),
                ("Following consultation", "relative after consultation"),
                ("On completion of the review", "relative after completion of the review"),
                ("Once recruited", "relative after recruited"),
                ("Upon appointment", "relative after appointment"),
                ("Upon publication", "relative after publication"),
                ("On publication", "relative after publication"),
                ("After March 2025", "starts 2025-04-01.. month"),
                ("by the next inspection", "unclear"),
                ("Before next inspection", "unclear"),
                ("By next CQC inspection", "unclear"),
                ("By next Board meeting", "unclear"),
                ("Next Board meeting", "unclear"),
                ("Next meeting", "unclear"),
                ("At next review", "unclear"),
                ("At the next Cabinet meeting", "unclear"),
                ("By the time of the next report", "unclear"),
                ("To be discussed at next meeting", "unclear"),
            ]
        ),
        (
            "a period counted from the edition",
            [
                ("Next term", "due 2024-04-01..2024-07-31 term"),
                ("Next month", "due 2024-03-01..2024-03-31 month"),
                ("This month", "due 2024-02-01..2024-02-29 month"),
                ("This year", "due 2024-01-01..2024-12-31 year"),
                ("This term", "due 2024-01-01..2024-03-31 term"),
                ("End of this month", "due 2024-02-01..2024-02-29 month"),
                ("End of next month", "due 2024-03-01..2024-03-31 month"),
                ("this financial year", "due 2023-04-01..2024-03-31 financial_year"),
                ("Next year", "due 2025-01-01..2025-12-31 year"),
                ("next week", "due 2024-02-26..2024-03-03 day"),
                ("end of the month", "due 2024-02-01..2024-02-29 month"),
                ("By end of the week", "due 2024-02-19..2024-02-25 day"),
            ]
        ),
    ])
}
