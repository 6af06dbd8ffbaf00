// Phrases and their readings as a careful person gives them: a number that is no date invents none, and a blank is no target date.

import CivilTime

extension PhraseTable {
    static let plainNumberPhrases = PhraseTable(
        because: "a number that is no date invents none, and a blank is no target date", asOf: nil,
        rows: [
            ("Recommendation 6", "unclear"),
            ("Recommendation 6: March 2024", "due 2024-03-01..2024-03-31 month «Recommendation 6»"),
            ("Recommendation 6 March 2024", "due 2024-03-01..2024-03-31 month «Recommendation 6»"),
            ("Phase 2 April 2024", "due 2024-04-01..2024-04-30 month «Phase 2»"),
            ("Tranche 1 May 2024", "due 2024-05-01..2024-05-31 month «Tranche 1»"),
            ("R7 March 2024", "due 2024-03-01..2024-03-31 month"),
            ("1. March 2024 2. June 2024", "due 2024-03-01..2024-03-31 month; due 2024-06-01..2024-06-30 month"),
            ("(a) March 2024 (b) June 2024", "due 2024-03-01..2024-03-31 month; due 2024-06-01..2024-06-30 month"),
            ("2 pilots", "unclear"),
            ("section 3.2.1", "unclear"),
            ("3.1 March 2024", "due 2024-03-01..2024-03-31 month"),
            ("2.1 – June 2024", "due 2024-06-01..2024-06-30 month"),
            ("1.1 30 June 2024", "due 2024-06-30..2024-06-30 day"),
            ("Rec 4a 30/06/24", "due 2024-06-30..2024-06-30 day «Rec 4»"),
            ("Version 1.2 March 2024", "due 2024-03-01..2024-03-31 month «Version 1.2»"),
            ("i) March 2024 ii) June 2024", "due 2024-03-01..2024-03-31 month; due 2024-06-01..2024-06-30 month"),
            ("by 2.30pm on 5 March 2024", "due 2024-03-05..2024-03-05 day «2.30pm»"),
            ("Domestic Abuse Act 2021", "unclear"),
            ("the 2021 Act", "unclear"),
            ("Publish strategy 2025", "unclear"),
            ("5 year strategy 2024-2029", "unclear"),
            ("The 10-year plan", "unclear"),
            ("COP28", "unclear"),
            ("12345", "unclear"),
            ("0", "unclear"),
            ("1850", "unclear"),
            ("24/7", "unclear"),
            ("Year 1", "unclear"),
            ("Net Zero by 2050", "due 2050-01-01..2050-12-31 year «Net Zero»"),
            ("Target of 30 by 2030", "due 2030-01-01..2030-12-31 year"),
            ("20,000 by March 2024", "due 2024-03-01..2024-03-31 month"),
            ("250 officers recruited by March 2025", "due 2025-03-01..2025-03-31 month «250 officers recruited»"),
            (
                "50% by March 2024, 100% by March 2025",
                "due 2024-03-01..2024-03-31 month «50%»; due 2025-03-01..2025-03-31 month «100%»"
            ),
            ("Spring Statement 2024", "unclear"),
            ("by summer recess 2024", "unclear"),
            ("May be delayed", "unclear"),
            ("as may be required", "unclear"),
            ("-", "none"),
            ("N/A", "none"),
            ("Not applicable", "none"),
            ("None", "none"),
            ("n/a - completed", "completed"),
            ("...", "none"),
            ("www.example.org/2024", "unclear"),
        ])
}
