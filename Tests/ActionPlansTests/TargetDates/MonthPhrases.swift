// Phrases and their readings as a careful person gives them: a month is due on its last day.

import CivilTime

extension PhraseTable {
    static let monthPhrases = PhraseTable(
        because: "a month is due on its last day", asOf: nil,
        rows: [
            ("April 2024.", "due 2024-04-01..2024-04-30 month"),
            ("JULY 2024", "due 2024-07-01..2024-07-31 month"),
            ("july 2024", "due 2024-07-01..2024-07-31 month"),
            ("July2024.", "due 2024-07-01..2024-07-31 month"),
            ("June, 2024", "due 2024-06-01..2024-06-30 month"),
            ("June of 2024", "due 2024-06-01..2024-06-30 month"),
            ("Jun-2024", "due 2024-06-01..2024-06-30 month"),
            ("06/2024", "due 2024-06-01..2024-06-30 month"),
            ("06/24", "due 2024-06-01..2024-06-30 month"),
            ("2024-06", "due 2024-06-01..2024-06-30 month"),
            ("2024/06", "due 2024-06-01..2024-06-30 month"),
            ("Apr-24", "due 2024-04-01..2024-04-30 month"),
            ("Mar '25", "due 2025-03-01..2025-03-31 month"),
            ("March 25", "due 2025-03-01..2025-03-31 month"),
            ("Sept 24", "due 2024-09-01..2024-09-30 month"),
            ("Sept. 2024", "due 2024-09-01..2024-09-30 month"),
            ("March 2024/25", "due 2025-03-01..2025-03-31 month"),
            ("end March 2025", "due 2025-03-01..2025-03-31 month"),
            ("by end of March 2025", "due 2025-03-01..2025-03-31 month"),
            ("end of June, 2024", "due 2024-06-01..2024-06-30 month"),
            ("No later than end of July 2024", "due 2024-07-01..2024-07-31 month"),
            ("By July 2024 at the latest", "due 2024-07-01..2024-07-31 month"),
            ("In or around July 2024", "due 2024-07-01..2024-07-31 month"),
            ("approx. July 2024", "due 2024-07-01..2024-07-31 month"),
            ("c. July 2024", "due 2024-07-01..2024-07-31 month"),
            ("[July 2024]", "due 2024-07-01..2024-07-31 month"),
            ("\"July 2024\"", "due 2024-07-01..2024-07-31 month"),
            ("July 2024*", "due 2024-07-01..2024-07-31 month"),
            ("May 2024", "due 2024-05-01..2024-05-31 month"),
            ("by May 2024", "due 2024-05-01..2024-05-31 month"),
            ("October half-term 2024", "due 2024-10-01..2024-10-31 month"),
            ("early April 2024", "due 2024-04-01..2024-04-10 month"),
            ("Mid March 2024", "due 2024-03-01..2024-03-15 month"),
            ("mid-November 2024", "due 2024-11-01..2024-11-15 month"),
            ("before April 2024", "due ..2024-03-31 day"),
            ("before the end of March 2024", "due 2024-03-01..2024-03-31 month"),
            ("pre-April 2024", "due ..2024-03-31 day"),
            ("until March 2025", "due 2025-03-01..2025-03-31 month"),
            ("up to March 2025", "due 2025-03-01..2025-03-31 month"),
            ("January 2024. March 2024.", "due 2024-01-01..2024-01-31 month; due 2024-03-01..2024-03-31 month"),
            ("March 2021  December 2023", "due 2021-03-01..2021-03-31 month; due 2023-12-01..2023-12-31 month"),
            ("April 2020 December 2020", "due 2020-04-01..2020-04-30 month; due 2020-12-01..2020-12-31 month"),
            ("April and October 2021", "due 2021-04-01..2021-04-30 month; due 2021-10-01..2021-10-31 month"),
            (
                "March, June, September and December 2024",
                "due 2024-03-01..2024-03-31 month; due 2024-06-01..2024-06-30 month; due 2024-09-01..2024-09-30 month; due 2024-12-01..2024-12-31 month"
            ),
            (
                "March 2024; June 2024; September 2024",
                "due 2024-03-01..2024-03-31 month; due 2024-06-01..2024-06-30 month; due 2024-09-01..2024-09-30 month"
            ),
            ("March/April 2024", "due 2024-03-01..2024-04-30 month"),
            ("Sept/Oct 2024", "due 2024-09-01..2024-10-31 month"),
            ("by the end of October 2024", "due 2024-10-01..2024-10-31 month"),
        ])
}
