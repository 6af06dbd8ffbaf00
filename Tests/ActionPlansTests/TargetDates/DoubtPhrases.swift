// Phrases and their readings as a careful person gives them: what gives no date for certain is unclear, and a doubt clings to the date beside it.

import CivilTime

extension PhraseTable {
    static let doubtPhrases = PhraseTable(
        because: "what gives no date for certain is unclear, and a doubt clings to the date beside it", asOf: nil,
        rows: [
            ("in due course", "unclear"),
            ("TBC", "unclear"),
            ("To be confirmed", "unclear"),
            ("Timescale to be agreed", "unclear"),
            ("to be agreed by March 2025", "due 2025-03-01..2025-03-31 month «to be agreed»"),
            ("ASAP", "unclear"),
            ("Immediately", "unclear"),
            ("Subject to funding", "unclear"),
            ("when parliamentary time allows", "unclear"),
            ("Dependent on funding", "unclear"),
            ("Short term", "unclear"),
            ("See above", "unclear"),
            ("As required", "unclear"),
            ("by the end of this Parliament", "unclear"),
            ("Partially complete", "unclear"),
            ("Partially complete – March 2025", "due 2025-03-01..2025-03-31 month"),
            ("April 2025, subject to funding", "due 2025-04-01..2025-04-30 month why it waits on “subject to funding”"),
            ("March 2025 (TBC)", "due 2025-03-01..2025-03-31 month why the date is still to be confirmed"),
            ("TBC - likely Spring 2025", "due 2025-03-01..2025-05-31 season why the date is still to be confirmed"),
            (
                "We will publish the strategy in spring 2024, subject to clearance",
                "due 2024-03-01..2024-05-31 season «We will publish the strategy» why it waits on “subject to clearance”"
            ),
            ("Q4", "unclear"),
            ("FY25", "unclear"),
            ("financial year 2024", "unclear"),
            ("end of financial year 2025", "unclear"),
            ("31 April 2024", "unclear"),
            ("0-31-31", "unclear"),
            ("00/13/25", "unclear"),
            ("31/04/2024", "unclear"),
            ("30 February 2024", "unclear"),
            ("29/02/23", "unclear"),
            ("03/31/2024", "unclear"),
            ("2024-13-01", "unclear"),
            ("March 32 2024", "unclear"),
            ("by the end of October", "unclear"),
            ("this summer", "unclear"),
            ("next year", "unclear"),
            ("End of term", "unclear"),
        ])
}
