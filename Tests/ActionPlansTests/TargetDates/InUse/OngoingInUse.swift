// Target dates as published plans and trackers write them, and what a careful person reads: ongoing.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let ongoingInUse = inUse([
        (
            "what goes on is ongoing, beside its reviews and its end",
            [
                ("Ongoing", "ongoing"),
                ("On - going", "ongoing"),
                ("Ongoing.", "ongoing"),
                ("ONGOING", "ongoing"),
                ("Onging", "ongoing"),
                ("Ongoing work", "ongoing"),
                ("Ongoing activity", "ongoing"),
                ("Ongoing and regularly reviewed", "ongoing"),
                ("Ongoing - review annually", "ongoing; recurring every P1Y"),
                ("Ongoing, reviewed annually", "ongoing; recurring every P1Y"),
                ("Ongoing (reviewed quarterly)", "ongoing; recurring every P3M"),
                ("Ongoing – monthly monitoring", "ongoing; recurring every P1M"),
                ("Ongoing, first review June 2024", "ongoing; due 2024-06-01..2024-06-30 month «first review»"),
                (
                    "Ongoing - with first review by June 2024",
                    "ongoing; due 2024-06-01..2024-06-30 month «first review»"
                ),
                ("Ongoing until end of March 2025", "due 2025-03-01..2025-03-31 month"),
                ("Ongoing from April 2024", "starts 2024-04-01.. month"),
                ("Ongoing since 2022", "starts 2022-01-01.. year"),
                ("Ongoing throughout 2024/25", "ongoing; range 2024-04-01..2025-03-31 financial_year"),
                ("Immediate & ongoing", "ongoing"),
                ("Immediately and ongoing", "ongoing"),
                ("With immediate effect and ongoing", "ongoing"),
            ]
        ),
        (
            "at once gives no day",
            [
                ("Immediate", "unclear"),
                ("Immediate action", "unclear"),
                ("Immediate effect", "unclear"),
                ("With immediate effect", "unclear"),
                ("Effective immediately", "unclear"),
                ("From now", "unclear"),
                ("Now", "unclear"),
                ("Today", "unclear"),
                ("At once", "unclear"),
                ("Now and ongoing", "ongoing"),
            ]
        ),
        (
            "a date, and then ongoing",
            [
                ("September 2024 and ongoing", "due 2024-09-01..2024-09-30 month; ongoing"),
                ("September 2024 & ongoing", "due 2024-09-01..2024-09-30 month; ongoing"),
                ("September 2024 then ongoing", "due 2024-09-01..2024-09-30 month; ongoing"),
                ("September 2024 (ongoing)", "due 2024-09-01..2024-09-30 month; ongoing"),
                ("September 2024/ongoing", "due 2024-09-01..2024-09-30 month; ongoing"),
                ("September 2024 – ongoing", "starts 2024-09-01.. month; ongoing"),
                ("From September 2024 and ongoing", "starts 2024-09-01.. month; ongoing"),
                ("from September 2024 onwards", "starts 2024-09-01.. month"),
                ("September 2024 onward", "starts 2024-09-01.. month"),
                ("from September 2024", "starts 2024-09-01.. month"),
                ("April 2024 to ongoing", "starts 2024-04-01.. month; ongoing"),
                ("31/03/2024 then ongoing", "due 2024-03-31..2024-03-31 day; ongoing"),
                ("31 March 2024 and continuing", "due 2024-03-31..2024-03-31 day; ongoing"),
            ]
        ),
        (
            "other words for what goes on, and words that say nothing",
            [
                ("Continuous improvement", "ongoing"),
                ("Continuing", "ongoing"),
                ("Continual", "ongoing"),
                ("Permanent", "ongoing"),
                ("Rolling programme", "ongoing"),
                ("Rolling", "ongoing"),
                ("Year round", "ongoing"),
                ("All year", "ongoing"),
                ("Throughout the year", "ongoing"),
                ("Throughout", "unclear"),
                ("Lifetime of the plan", "unclear"),
                ("Ad hoc", "unclear"),
                ("As needed", "unclear"),
            ]
        ),
    ])
}
