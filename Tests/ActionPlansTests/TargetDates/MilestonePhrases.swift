// Phrases and their readings as a careful person gives them: the words beside a date are its milestone, labels are not.

import CivilTime

extension PhraseTable {
    static let milestonePhrases = PhraseTable(
        because: "the words beside a date are its milestone, labels are not", asOf: CivilDate(iso: "2024-02-19"),
        rows: [
            ("Charter to be published by April 2024.", "due 2024-04-01..2024-04-30 month «Charter to be published»"),
            (
                "The next steering board will be held April 2024.",
                "due 2024-04-01..2024-04-30 month «The next steering board will be held»"
            ),
            (
                "Publication of the Board's Workforce Strategy is April 2024.",
                "due 2024-04-01..2024-04-30 month «Publication of the Board's Workforce Strategy»"
            ),
            (
                "Phase 1: March 2024; Phase 2: June 2024",
                "due 2024-03-01..2024-03-31 month «Phase 1»; due 2024-06-01..2024-06-30 month «Phase 2»"
            ),
            (
                "Draft March 2024, final June 2024",
                "due 2024-03-01..2024-03-31 month «Draft»; due 2024-06-01..2024-06-30 month «final»"
            ),
            (
                "March 2024 (draft), June 2024 (final)",
                "due 2024-03-01..2024-03-31 month «draft»; due 2024-06-01..2024-06-30 month «final»"
            ),
            (
                "March 2024 for draft, June 2024 for final",
                "due 2024-03-01..2024-03-31 month «draft»; due 2024-06-01..2024-06-30 month «final»"
            ),
            (
                "By March 2024 for 10 sites and by March 2025 for the remaining 15",
                "due 2024-03-01..2024-03-31 month «10 sites»; due 2025-03-01..2025-03-31 month «the remaining 15»"
            ),
            (
                "Tender to be issued June 2024; contract awarded by December 2024",
                "due 2024-06-01..2024-06-30 month «Tender to be issued»; due 2024-12-01..2024-12-31 month «contract awarded»"
            ),
            ("Ongoing, with review in March 2025", "ongoing; due 2025-03-01..2025-03-31 month «review»"),
            ("Target date - June 2024", "due 2024-06-01..2024-06-30 month"),
            ("Expected completion: Spring 2024", "due 2024-03-01..2024-05-31 season"),
            (
                "Originally March 2021, now June 2022",
                "due 2022-06-01..2022-06-30 month"
            ),
            (
                "June 2024 (revised from March 2024)",
                "due 2024-06-01..2024-06-30 month"
            ),
            (
                "Revised from March 2023 to June 2024",
                "due 2024-06-01..2024-06-30 month"
            ),
            (
                "June 2024 interim, December 2024 final",
                "due 2024-06-01..2024-06-30 month «interim»; due 2024-12-01..2024-12-31 month «final»"
            ),
            (
                "Original: March 2021 Revised: June 2022",
                "due 2022-06-01..2022-06-30 month"
            ),
            ("Paper to June 2024 Trust Board", "due 2024-06-01..2024-06-30 month «Paper»"),
        ])
}
