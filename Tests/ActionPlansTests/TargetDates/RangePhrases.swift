// Phrases and their readings as a careful person gives them: a range is from the first day of its first date to the last day of its second.

import CivilTime

extension PhraseTable {
    static let rangePhrases = PhraseTable(
        because: "a range is from the first day of its first date to the last day of its second", asOf: nil,
        rows: [
            ("October 2023 to March 2025.", "range 2023-10-01..2025-03-31 month"),
            ("April 2024 – March 2025", "range 2024-04-01..2025-03-31 month"),
            ("April 2024-March 2025", "range 2024-04-01..2025-03-31 month"),
            ("01/04/24-31/03/25", "range 2024-04-01..2025-03-31 day"),
            ("1 April 2024 to 31 March 2025", "range 2024-04-01..2025-03-31 day"),
            ("1 April to 30 June 2024", "range 2024-04-01..2024-06-30 day"),
            ("1-5 March 2024", "range 2024-03-01..2024-03-05 day"),
            ("1st-5th April 2024", "range 2024-04-01..2024-04-05 day"),
            ("Apr 24 - Mar 25", "range 2024-04-01..2025-03-31 month"),
            ("Apr-Jun 2024", "range 2024-04-01..2024-06-30 month"),
            ("Oct-Mar 2025", "range 2024-10-01..2025-03-31 month"),
            ("Oct - Dec 2024", "range 2024-10-01..2024-12-31 month"),
            ("November to January 2024", "range 2023-11-01..2024-01-31 month"),
            ("between April and June 2024", "range 2024-04-01..2024-06-30 month"),
            ("2024-2026", "range 2024-01-01..2026-12-31 year"),
            ("2024-27", "range 2024-01-01..2027-12-31 year"),
            ("2025 to 2026", "range 2025-01-01..2026-12-31 year"),
            ("2024/25 to 2026/27", "range 2024-04-01..2027-03-31 financial_year"),
            ("2023/24 – 2025/26", "range 2023-04-01..2026-03-31 financial_year"),
            ("Throughout 2024", "range 2024-01-01..2024-12-31 year"),
            ("Throughout 2024/25", "range 2024-04-01..2025-03-31 financial_year"),
            ("Over the course of 2024", "range 2024-01-01..2024-12-31 year"),
            ("Start April 2024 – End March 2025", "range 2024-04-01..2025-03-31 month"),
            ("Pilot to run from April 2024 to March 2025", "range 2024-04-01..2025-03-31 month «Pilot to run»"),
            ("for 12 months from April 2024", "range 2024-04-01..2025-03-31 month"),
            ("March 2025 to October 2023", "unclear"),
        ])
}
