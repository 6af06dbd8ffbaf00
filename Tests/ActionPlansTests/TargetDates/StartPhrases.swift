// Phrases and their readings as a careful person gives them: what starts in a period starts on its first day.

import CivilTime

extension PhraseTable {
    static let startPhrases = PhraseTable(
        because: "what starts in a period starts on its first day", asOf: nil,
        rows: [
            ("Commencing April 2021", "starts 2021-04-01.. month"),
            ("From 2024", "starts 2024-01-01.. year"),
            ("To start in April 2024", "starts 2024-04-01.. month"),
            ("Starts September 2024", "starts 2024-09-01.. month"),
            (
                "Will begin in September 2024 and run until March 2026",
                "starts 2024-09-01.. month; due 2026-03-01..2026-03-31 month «run»"
            ),
            ("Start: April 2024 End: March 2025", "starts 2024-04-01.. month; due 2025-03-01..2025-03-31 month"),
            ("2024 onwards", "starts 2024-01-01.. year"),
            ("2025/26 onwards", "starts 2025-04-01.. financial_year"),
            ("September 2024 onwards", "starts 2024-09-01.. month"),
            ("Jan 2024+", "starts 2024-01-01.. month"),
            ("July 2024 at the earliest", "starts 2024-07-01.. month"),
            ("Not before July 2024", "starts 2024-07-01.. month"),
            ("No earlier than July 2024", "starts 2024-07-01.. month"),
            ("after April 2024", "starts 2024-05-01.. month"),
            ("since 2021", "starts 2021-01-01.. year"),
            ("w.e.f. 1 April 2024", "starts 2024-04-01.. day"),
            ("with effect from April 2024", "starts 2024-04-01.. month"),
            ("Effective from 1 April 2024", "starts 2024-04-01.. day"),
            ("From April 2024 and ongoing", "starts 2024-04-01.. month; ongoing"),
            ("April 2024 - ongoing", "starts 2024-04-01.. month; ongoing"),
            ("2020-present", "starts 2020-01-01.. year; ongoing"),
            ("June 2024 to date", "starts 2024-06-01.. month; ongoing"),
            ("Work began in January 2023 and is ongoing", "starts 2023-01-01.. month «Work»; ongoing"),
            ("Live from April 2024", "starts 2024-04-01.. month «Live»"),
            ("Commenced January 2023", "starts 2023-01-01.. month"),
            (
                "Report to the Board in March 2024 and implement from April 2024",
                "due 2024-03-01..2024-03-31 month «Report to the Board»; starts 2024-04-01.. month «implement»"
            ),
        ])
}
