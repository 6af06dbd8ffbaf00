// Phrases and their readings as a careful person gives them: of a date and the one that took its place, the later counts.

import CivilTime

extension PhraseTable {
    static let revisionPhrases = PhraseTable(
        because: "a revised date takes the place of the one before it", asOf: CivilDate(iso: "2024-02-19"),
        rows: [
            ("30/09/2023 Revised to 31/05/2024", "due 2024-05-31..2024-05-31 day"),
            ("31.05.2024 (revised from 30.09.2023)", "due 2024-05-31..2024-05-31 day"),
            ("31/12/23 (rev. 31/05/24)", "due 2024-05-31..2024-05-31 day"),
            ("May 2024 (original target: October 2023)", "due 2024-05-01..2024-05-31 month"),
            ("Original date: October 2023. Revised date: May 2024", "due 2024-05-01..2024-05-31 month"),
            ("Initial target: October 2023; current forecast: May 2024", "due 2024-05-01..2024-05-31 month"),
            ("Was Oct 2023, now May 2024", "due 2024-05-01..2024-05-31 month"),
            ("Extended from October 2023 to May 2024", "due 2024-05-01..2024-05-31 month"),
            ("Slipped from Q3 2023/24 to Q1 2024/25", "due 2024-04-01..2024-06-30 quarter"),
            (
                "October 2023 - moved to May 2024 while the lift is repaired",
                "due 2024-05-01..2024-05-31 month «while the lift is repaired»"
            ),
            ("Deferred to May 2024", "due 2024-05-01..2024-05-31 month"),
            // two deliveries, not one date that moved
            (
                "Leaflet by May 2024, revised leaflet by July 2024",
                "due 2024-05-01..2024-05-31 month «Leaflet»; due 2024-07-01..2024-07-31 month «revised leaflet»"
            ),
            (
                "One depot by May 2024, extended to all depots by July 2024",
                "due 2024-05-01..2024-05-31 month «One depot»; "
                    + "due 2024-07-01..2024-07-31 month «extended to all depots»"
            ),
            ("May 2024 and July 2024", "due 2024-05-01..2024-05-31 month; due 2024-07-01..2024-07-31 month"),
        ])
}
