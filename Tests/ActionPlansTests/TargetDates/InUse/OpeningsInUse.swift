// Target dates as published plans and trackers write them, and what a careful person reads: openings.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let openingsInUse = inUse([
        (
            "a label, a number or a bullet before a date says nothing more",
            [
                ("• March 2024", "due 2024-03-01..2024-03-31 month"),
                ("- March 2024", "due 2024-03-01..2024-03-31 month"),
                ("* March 2024", "due 2024-03-01..2024-03-31 month"),
                ("– March 2024", "due 2024-03-01..2024-03-31 month"),
                ("o March 2024", "due 2024-03-01..2024-03-31 month"),
                ("1) March 2024", "due 2024-03-01..2024-03-31 month"),
                ("a. March 2024", "due 2024-03-01..2024-03-31 month"),
                ("A: March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Action 3.2 – March 2024", "due 2024-03-01..2024-03-31 month «Action 3.2»"),
                ("R12: March 2024", "due 2024-03-01..2024-03-31 month"),
                ("S40 March 2024", "due 2024-03-01..2024-03-31 month"),
                ("(S40) March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Ref 5.12 March 2024", "due 2024-03-01..2024-03-31 month «Ref 5.12»"),
                ("AFI 3 – March 2024", "due 2024-03-01..2024-03-31 month «AFI 3»"),
                ("1.2.3 March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Step 4 (March 2024)", "due 2024-03-01..2024-03-31 month «Step 4»"),
                (
                    "Year 1: 2024/25; Year 2: 2025/26",
                    "due 2024-04-01..2025-03-31 financial_year «Year 1»; due 2025-04-01..2026-03-31 financial_year «Year 2»"
                ),
                ("Year 1 (2024/25)", "due 2024-04-01..2025-03-31 financial_year «Year 1»"),
                ("Y1 2024/25", "due 2024-04-01..2025-03-31 financial_year"),
                ("Yr1 - 2024/25", "due 2024-04-01..2025-03-31 financial_year «Yr1»"),
                ("Phase 1 (2024)", "due 2024-01-01..2024-12-31 year «Phase 1»"),
                ("Stage 2 by 2026", "due 2026-01-01..2026-12-31 year «Stage 2»"),
                ("Tier 2 by 31/03/24", "due 2024-03-31..2024-03-31 day «Tier 2»"),
                ("Objective 3 Q2 2024/25", "due 2024-07-01..2024-09-30 quarter «Objective 3»"),
                ("20 staff by 31/03/24", "due 2024-03-31..2024-03-31 day «20 staff»"),
                (
                    "10 schools by July 2024; 25 schools by July 2025",
                    "due 2024-07-01..2024-07-31 month «10 schools»; due 2025-07-01..2025-07-31 month «25 schools»"
                ),
                (
                    "10% by 2025 and 20% by 2030",
                    "due 2025-01-01..2025-12-31 year «10%»; due 2030-01-01..2030-12-31 year «20%»"
                ),
                ("£50k in 2024/25", "due 2024-04-01..2025-03-31 financial_year «£50k»"),
                ("£1.2m 2024/25", "due 2024-04-01..2025-03-31 financial_year «£1.2m»"),
                ("1,500 homes by 2030", "due 2030-01-01..2030-12-31 year «1,500 homes»"),
                ("95% compliance by end of March 2024", "due 2024-03-01..2024-03-31 month «95% compliance»"),
                ("Section 106 funding by March 2024", "due 2024-03-01..2024-03-31 month «Section 106 funding»"),
                ("Section 29A notice, March 2024", "due 2024-03-01..2024-03-31 month «Section 29A notice»"),
                ("Regulation 12 – 31/05/24", "due 2024-05-31..2024-05-31 day «Regulation 12»"),
                ("Children Act 1989", "unclear"),
                ("Care Act 2014 duties", "unclear"),
                ("Under the 2014 Act", "unclear"),
                ("Equality Act 2010 by March 2024", "due 2024-03-01..2024-03-31 month «Equality Act 2010»"),
                ("Strategy 2024-2029 by March 2024", "due 2024-03-01..2024-03-31 month «Strategy 2024-2029»"),
                ("2024-29 Strategy", "unclear"),
                ("Corporate Plan 2024-28", "unclear"),
                ("Plan 2030", "unclear"),
                ("Vision 2030 launch", "unclear"),
                ("Census 2021", "unclear"),
                ("2021 census data", "unclear"),
                ("Budget 2024", "unclear"),
                ("2024 Budget", "unclear"),
                ("2023 staff survey", "unclear"),
                ("Staff survey 2024", "unclear"),
                ("NHS Long Term Plan 2019", "unclear"),
                ("Ofsted 2023 report", "unclear"),
                ("Working Together 2023", "unclear"),
                ("KCSIE 2024", "unclear"),
                ("ISO 27001", "unclear"),
                ("ISO 9001:2015", "unclear"),
                ("BS 5839", "unclear"),
                ("0800 123 456", "unclear"),
                ("020 7946 0123", "unclear"),
                ("Room 12/3", "unclear"),
                ("Form 3/24", "unclear"),
                ("Circular 03/2024", "unclear"),
                ("PSI 08/2012", "unclear"),
                ("PI 03/2018", "unclear"),
                ("CP 291", "unclear"),
                ("SI 2024/123", "unclear"),
                ("Minute 24/07", "unclear"),
                ("Item 5.3", "unclear"),
                ("Ref: 2023/045", "unclear"),
                ("FOI 24/123", "unclear"),
                ("Ratio 1:10", "unclear"),
                ("3/4 complete", "unclear"),
                ("50/50", "unclear"),
                ("7/7", "unclear"),
                ("9-5", "unclear"),
                ("24 hours", "relative PT24H"),
                ("24/7 from April 2024", "starts 2024-04-01.. month"),
            ]
        )
    ])
}
