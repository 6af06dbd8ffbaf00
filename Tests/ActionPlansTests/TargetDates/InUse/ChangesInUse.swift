// Target dates as published plans and trackers write them, and what a careful person reads: changes.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let changesInUse = inUse([
        (
            "of a date and its revision the later word counts",
            [
                ("Original: March 2024 Revised: September 2024", "due 2024-09-01..2024-09-30 month"),
                ("Original: March 2024\nRevised: September 2024", "due 2024-09-01..2024-09-30 month"),
                ("Original date March 2024, revised date September 2024", "due 2024-09-01..2024-09-30 month"),
                ("March 2024 (was December 2023)", "due 2024-03-01..2024-03-31 month"),
                ("March 2024 (originally December 2023)", "due 2024-03-01..2024-03-31 month"),
                ("March 2024 (previously December 2023)", "due 2024-03-01..2024-03-31 month"),
                ("March 2024 (revised)", "due 2024-03-01..2024-03-31 month"),
                ("Revised to March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Revised: March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Revised date: March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Revised target date 31/03/24", "due 2024-03-31..2024-03-31 day"),
                ("New date March 2024", "due 2024-03-01..2024-03-31 month"),
                ("New target: March 2024", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 March 2024 (revised)", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 extended to March 2024", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 - extended to March 2024", "due 2024-03-01..2024-03-31 month"),
                ("December 2023, extended to March 2024", "due 2024-03-01..2024-03-31 month"),
                ("December 2023, slipped to March 2024", "due 2024-03-01..2024-03-31 month"),
                ("extended to March 2024", "due 2024-03-01..2024-03-31 month"),
                ("slipped to March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Extended until March 2024", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 revised March 2024", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 (revised to March 2024)", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 (revised March 2024)", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 (extended to March 2024)", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 (now March 2024)", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 now March 2024", "due 2024-03-01..2024-03-31 month"),
                ("December 2023 -> March 2024", "range 2023-12-01..2024-03-31 month"),
                ("December 2023 → March 2024", "range 2023-12-01..2024-03-31 month"),
                ("from December 2023 to March 2024", "range 2023-12-01..2024-03-31 month"),
                ("moved from December 2023 to March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Changed from 31/12/23 to 31/03/24", "due 2024-03-31..2024-03-31 day"),
                ("31/12/23 Extended to 31/03/24", "due 2024-03-31..2024-03-31 day"),
                ("31/12/2023 revised to 31/03/2024 revised to 30/06/2024", "due 2024-06-30..2024-06-30 day"),
                ("Pushed back to June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Put back to June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Rescheduled for June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Deferred until June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Deferred", "unclear"),
                ("Deferred to 2024/25", "due 2024-04-01..2025-03-31 financial_year"),
                ("Brought forward to March 2024", "due 2024-03-01..2024-03-31 month «Brought forward»"),
                ("Extension requested to June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Extension to June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Reprofiled to Q1 2024/25", "due 2024-04-01..2024-06-30 quarter"),
                ("Re-profiled to Q1 2024/25", "due 2024-04-01..2024-06-30 quarter «Re-profiled»"),
            ]
        )
    ])
}
