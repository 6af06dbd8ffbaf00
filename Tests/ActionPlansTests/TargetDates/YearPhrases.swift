// Phrases and their readings as a careful person gives them: a year is due on 31 December, a financial year on 31 March.

import CivilTime

extension PhraseTable {
    static let yearPhrases = PhraseTable(
        because: "a year is due on 31 December, a financial year on 31 March", asOf: nil,
        rows: [
            ("2026", "due 2026-01-01..2026-12-31 year"),
            ("2024.", "due 2024-01-01..2024-12-31 year"),
            ("in 2027", "due 2027-01-01..2027-12-31 year"),
            ("by 2030", "due 2030-01-01..2030-12-31 year"),
            ("end of 2025", "due 2025-01-01..2025-12-31 year"),
            ("By end-2024", "due 2024-01-01..2024-12-31 year"),
            ("end of calendar year 2024", "due 2024-01-01..2024-12-31 year"),
            ("year-end 2024", "due 2024-01-01..2024-12-31 year"),
            ("early 2025", "due 2025-01-01..2025-03-31 year"),
            ("mid-2025", "due 2025-01-01..2025-06-30 year"),
            ("mid to late 2024", "due 2024-01-01..2024-12-31 year"),
            ("early/mid 2025", "due 2025-01-01..2025-06-30 year"),
            ("late 2025", "due 2025-01-01..2025-12-31 year"),
            ("later in 2025", "due 2025-01-01..2025-12-31 year"),
            ("Latter half of 2024", "due 2024-01-01..2024-12-31 year"),
            ("start of 2025", "due 2025-01-01..2025-03-31 year"),
            ("New Year 2025", "due 2025-01-01..2025-03-31 year"),
            ("before the end of 2024", "due 2024-01-01..2024-12-31 year"),
            ("During 2024", "due 2024-01-01..2024-12-31 year"),
            ("Within 2024", "due 2024-01-01..2024-12-31 year"),
            (
                "2024, 2025 and 2026",
                "due 2024-01-01..2024-12-31 year; due 2025-01-01..2025-12-31 year; due 2026-01-01..2026-12-31 year"
            ),
            ("2020/21", "due 2020-04-01..2021-03-31 financial_year"),
            ("24/25 FY", "due 2024-04-01..2025-03-31 financial_year"),
            ("FY 2024/25", "due 2024-04-01..2025-03-31 financial_year"),
            ("FYE 2025", "due 2024-04-01..2025-03-31 financial_year"),
            ("FYE March 2025", "due 2024-04-01..2025-03-31 financial_year"),
            ("FYE 24/25", "due 2024-04-01..2025-03-31 financial_year"),
            ("FY24-25", "due 2024-04-01..2025-03-31 financial_year"),
            ("F/Y 2024/25", "due 2024-04-01..2025-03-31 financial_year"),
            ("2024/2025", "due 2024-04-01..2025-03-31 financial_year"),
            ("2024–25", "due 2024-04-01..2025-03-31 financial_year"),
            ("end FY24/25", "due 2024-04-01..2025-03-31 financial_year"),
            ("By the end of 2024/25", "due 2024-04-01..2025-03-31 financial_year"),
            ("year end 2024/25", "due 2024-04-01..2025-03-31 financial_year"),
            ("End of 2024/25 financial year", "due 2024-04-01..2025-03-31 financial_year"),
            ("by the end of the 2024 to 2025 financial year", "due 2024-04-01..2025-03-31 financial_year"),
            ("financial year 2025 to 2026", "due 2025-04-01..2026-03-31 financial_year"),
            ("£2m in 2025 to 2026", "due 2025-04-01..2026-03-31 financial_year «£2m»"),
            ("£1.5 million in 2024/25", "due 2024-04-01..2025-03-31 financial_year «£1.5 million»"),
            ("early 2025/26", "due 2025-04-01..2025-06-30 financial_year"),
            ("mid 2024/25", "due 2024-04-01..2024-09-30 financial_year"),
            ("financial year ending March 2025", "due 2024-04-01..2025-03-31 financial_year"),
            ("year ending 31 March 2025", "due 2025-03-31..2025-03-31 day"),
            (
                "2023/24, 2024/25",
                "due 2023-04-01..2024-03-31 financial_year; due 2024-04-01..2025-03-31 financial_year"
            ),
            ("Academic year 2024/25", "due 2024-09-01..2025-07-31 year"),
            ("2024/25 academic year", "due 2024-09-01..2025-07-31 year"),
            ("by the end of the academic year 2024/25", "due 2024-09-01..2025-07-31 year"),
            ("by the start of the 2024/25 academic year", "due 2024-09-01..2024-09-01 day"),
            ("end of the decade", "due 2020-01-01..2029-12-31 year"),
        ])
}
