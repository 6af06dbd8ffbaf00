// Target dates as published plans and trackers write them, and what a careful person reads: names.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let namesInUse = inUse([
        (
            "a month or season in a name is no date",
            [
                ("April Jones", "unclear"),
                ("May Thornton", "unclear"),
                ("June Smith", "unclear"),
                ("Summer Reading Challenge", "unclear"),
                ("March Primary School", "unclear"),
                ("Spring House", "unclear"),
                ("Winter Gardens", "unclear"),
                ("Winter Plan", "unclear"),
                ("Winter planning", "unclear"),
                ("Spring Lane Surgery", "unclear"),
                ("Autumn Lodge", "unclear"),
                ("Augustine House", "unclear"),
                ("April Jones, Head of Service", "unclear"),
                ("Mayor", "unclear"),
                ("marching", "unclear"),
            ]
        ),
        (
            "“may” is a month only where it must be",
            [
                ("in May", "due 2024-05-01..2024-05-31 month"),
                ("may be", "unclear"),
                ("May be extended", "unclear"),
                ("may need extending", "unclear"),
                ("This may take time", "unclear"),
                ("We may review", "unclear"),
                ("By May", "due 2024-05-01..2024-05-31 month"),
                ("Summer", "due 2024-06-01..2024-08-31 season"),
            ]
        ),
        (
            "a season before a noun is no date",
            [
                ("Winter pressures", "unclear"),
                ("Summer School", "unclear"),
                ("Summer Reading Challenge 2024", "unclear"),
                ("Spring House by June 2024", "due 2024-06-01..2024-06-30 month «Spring House»"),
                ("March Primary School: June 2024", "due 2024-06-01..2024-06-30 month «March Primary School»"),
                ("April Jones - June 2024", "due 2024-06-01..2024-06-30 month «April Jones»"),
                ("April Jones June 2024", "due 2024-06-01..2024-06-30 month «April Jones»"),
                ("Chief Executive, June 2024", "due 2024-06-01..2024-06-30 month «Chief Executive»"),
                ("Head of Service 30/06/24", "due 2024-06-30..2024-06-30 day «Head of Service»"),
            ]
        ),
    ])
}
