// Target dates as published plans and trackers write them, and what a careful person reads: years.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let yearsInUse = inUse([
        (
            "a year is due on its last day, and a year end alone may be either",
            [
                ("by close of 2024", "due 2024-01-01..2024-12-31 year"),
                ("year end", "unclear"),
                ("year-end 2025", "due 2025-01-01..2025-12-31 year"),
                ("end of year", "due 2024-01-01..2024-12-31 year"),
                ("end of FY", "due 2023-04-01..2024-03-31 financial_year"),
                ("end of FY 24/25", "due 2024-04-01..2025-03-31 financial_year"),
                ("EOY 2024", "due 2024-01-01..2024-12-31 year"),
            ]
        ),
        (
            "a financial year needs both its years",
            [
                ("FY 2025-26", "due 2025-04-01..2026-03-31 financial_year"),
                ("FY2025/26", "due 2025-04-01..2026-03-31 financial_year"),
                ("FY25/26", "due 2025-04-01..2026-03-31 financial_year"),
                ("FY25-26", "due 2025-04-01..2026-03-31 financial_year"),
                ("FY 25", "unclear"),
                ("FY2025", "unclear"),
                ("2025-26 financial year", "due 2025-04-01..2026-03-31 financial_year"),
                ("2025-26 FY", "due 2025-04-01..2026-03-31 financial_year"),
                ("25/26", "due 2025-04-01..2026-03-31 financial_year"),
                ("During 2025/26", "due 2025-04-01..2026-03-31 financial_year"),
                ("In 2025/26", "due 2025-04-01..2026-03-31 financial_year"),
                ("by end of financial year 2025/26", "due 2025-04-01..2026-03-31 financial_year"),
                ("by the end of the 2025/26 financial year", "due 2025-04-01..2026-03-31 financial_year"),
                ("End of the 2024-25 financial year", "due 2024-04-01..2025-03-31 financial_year"),
                ("Within 2024/25", "due 2024-04-01..2025-03-31 financial_year"),
                ("throughout 2024/25", "range 2024-04-01..2025-03-31 financial_year"),
                ("across 2024/25 and 2025/26", "range 2024-04-01..2026-03-31 financial_year"),
                ("2024/25 – 2026/27", "range 2024-04-01..2027-03-31 financial_year"),
                ("2024/25-2026/27", "range 2024-04-01..2027-03-31 financial_year"),
                ("2024-2027", "range 2024-01-01..2027-12-31 year"),
                (
                    "2024/25 and 2025/26",
                    "due 2024-04-01..2025-03-31 financial_year; due 2025-04-01..2026-03-31 financial_year"
                ),
                ("2024/27", "unclear"),
                ("start of 2025/26", "due 2025-04-01..2025-06-30 financial_year"),
                ("beginning of FY 2025/26", "due 2025-04-01..2025-06-30 financial_year"),
                ("by the start of 2025/26", "due 2025-04-01..2025-04-01 day"),
            ]
        ),
        (
            "a year counted from the edition",
            [
                ("in this financial year", "due 2023-04-01..2024-03-31 financial_year"),
                ("in the current financial year", "due 2023-04-01..2024-03-31 financial_year"),
                ("by the end of the current financial year", "due 2023-04-01..2024-03-31 financial_year"),
                ("by the end of this financial year", "due 2023-04-01..2024-03-31 financial_year"),
                ("before the end of the financial year", "due 2023-04-01..2024-03-31 financial_year"),
                ("by the end of the calendar year", "due 2024-01-01..2024-12-31 year"),
                ("by the end of this calendar year", "due 2024-01-01..2024-12-31 year"),
                ("by the end of the year", "due 2024-01-01..2024-12-31 year"),
                ("end 2024", "due 2024-01-01..2024-12-31 year"),
                ("End of 2024 calendar year", "due 2024-01-01..2024-12-31 year"),
                ("before the end of the year", "due 2024-01-01..2024-12-31 year"),
                ("later in the year", "due 2024-01-01..2024-12-31 year"),
                ("in the next year", "relative ..2025-02-19 P1Y after the date of the document"),
                ("next calendar year", "due 2025-01-01..2025-12-31 year"),
                ("early in the new year", "due 2025-01-01..2025-03-31 year"),
                ("in early 2026", "due 2026-01-01..2026-03-31 year"),
            ]
        ),
        (
            "a part of a year",
            [
                ("early 2026", "due 2026-01-01..2026-03-31 year"),
                ("mid 2025", "due 2025-01-01..2025-06-30 year"),
                ("Middle of 2025", "due 2025-01-01..2025-06-30 year"),
                ("late 2024", "due 2024-01-01..2024-12-31 year"),
                ("2024", "due 2024-01-01..2024-12-31 year"),
                ("by 2026", "due 2026-01-01..2026-12-31 year"),
            ]
        ),
    ])
}
