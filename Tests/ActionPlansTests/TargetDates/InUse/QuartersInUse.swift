// Target dates as published plans and trackers write them, and what a careful person reads: quarters.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let quartersInUse = inUse([
        (
            "a quarter with its financial year is due on its last day",
            [
                ("Q3 2024/25", "due 2024-10-01..2024-12-31 quarter"),
                ("Q1/Q2 24-25", "due 2024-04-01..2024-09-30 quarter"),
                ("Q1 / Q2 2024/25", "due 2024-04-01..2024-09-30 quarter"),
                ("Q1 and Q2 2024/25", "due 2024-04-01..2024-06-30 quarter; due 2024-07-01..2024-09-30 quarter"),
                ("Q1 to Q3 2024/25", "range 2024-04-01..2024-12-31 quarter"),
                ("Q1–Q3 24/25", "range 2024-04-01..2024-12-31 quarter"),
                ("H2 2025", "due 2025-07-01..2025-12-31 half"),
                ("H1 FY24/25", "due 2024-04-01..2024-09-30 half"),
                ("end Q3 FY24/25", "due 2024-10-01..2024-12-31 quarter"),
                ("End of Q3", "unclear"),
                ("Q3", "unclear"),
                ("by Q3", "unclear"),
                ("Quarter 3", "unclear"),
                ("Quarter 3 (October to December 2024)", "range 2024-10-01..2024-12-31 month"),
                ("Q2 (July-Sept 2024)", "range 2024-07-01..2024-09-30 month"),
                ("Q4 2024-2025", "due 2025-01-01..2025-03-31 quarter"),
                ("Q4 2024-25", "due 2025-01-01..2025-03-31 quarter"),
                ("Q4 (2024/25)", "due 2025-01-01..2025-03-31 quarter"),
                ("Q4 of 2024/25", "due 2025-01-01..2025-03-31 quarter"),
                ("Q4, 2024/25", "due 2025-01-01..2025-03-31 quarter"),
                ("Q4-2024/25", "due 2025-01-01..2025-03-31 quarter"),
                ("2024/25 Q4", "due 2025-01-01..2025-03-31 quarter"),
                ("2024/25 – Q4", "due 2025-01-01..2025-03-31 quarter"),
                ("24/25 Q4", "due 2025-01-01..2025-03-31 quarter"),
                ("Q4 FY 2024/25", "due 2025-01-01..2025-03-31 quarter"),
                ("Q4 FY2024-25", "due 2025-01-01..2025-03-31 quarter"),
                ("FY24/25 - Q4", "due 2025-01-01..2025-03-31 quarter"),
                ("Quarter 4 (2024/25)", "due 2025-01-01..2025-03-31 quarter"),
                ("Quarter 4 of financial year 2024/25", "due 2025-01-01..2025-03-31 quarter"),
                ("4th quarter 2024/25", "due 2025-01-01..2025-03-31 quarter"),
                ("final quarter of 2024/25", "due 2025-01-01..2025-03-31 quarter"),
                ("Quarter Four 2024/25", "due 2025-01-01..2025-03-31 quarter"),
                ("Q4 FY25", "unclear"),
                ("end of quarter 4 2024/25", "due 2025-01-01..2025-03-31 quarter"),
                ("By end of Q4 (March 2025)", "due 2025-03-01..2025-03-31 month"),
                ("Q4 calendar year 2024", "due 2024-10-01..2024-12-31 quarter"),
                ("1st half of 2024/25", "due 2024-04-01..2024-09-30 half"),
                ("first half 2025", "due 2025-01-01..2025-06-30 half"),
                ("second half of 2024", "due 2024-07-01..2024-12-31 half"),
                ("latter half of 2024/25", "due 2024-04-01..2025-03-31 financial_year"),
            ]
        )
    ])
}
