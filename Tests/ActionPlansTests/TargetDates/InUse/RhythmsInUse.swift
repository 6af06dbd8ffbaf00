// Target dates as published plans and trackers write them, and what a careful person reads: rhythms.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let rhythmsInUse = inUse([
        (
            "months of every year",
            [
                ("Annually, April", "recurring in [4]"),
                ("Annually each April", "recurring in [4]"),
                ("Annual (April)", "recurring in [4]"),
                ("every April", "recurring in [4]"),
                ("Every April and October", "recurring in [4, 10]"),
                ("April annually", "recurring in [4]"),
                ("April each year", "recurring in [4]"),
                ("By April each year", "recurring in [4]"),
                ("By end of April each year", "recurring in [4]"),
                ("By 30 April each year", "recurring in [4]"),
                ("30 April annually", "recurring in [4]"),
            ]
        ),
        (
            "a word says how often",
            [
                ("each term", "recurring every term"),
                ("every term", "recurring every term"),
                ("Termly", "recurring every term"),
                ("termly reviews", "recurring every term"),
                ("half termly", "recurring every P2M"),
                ("Half-termly", "recurring every P2M"),
                ("each half term", "recurring every P2M"),
                ("every half-term", "recurring every P2M"),
                ("bi-annually", "recurring every P6M"),
                ("Bi annual", "recurring every P6M"),
                ("bi-monthly", "recurring every P2M"),
                ("fortnightly", "recurring every P2W"),
                ("Fornightly", "recurring every P2W"),
                ("Twice per year", "recurring every P6M"),
                ("two times a year", "recurring every P6M"),
                ("4 times a year", "recurring every P3M"),
                ("four times per year", "recurring every P3M"),
            ]
        ),
        (
            "a rhythm may have a first day, or months of its own",
            [
                ("monthly from April 2024", "recurring 2024-04-01.. every P1M"),
                ("Monthly, starting April 2024", "recurring 2024-04-01.. every P1M"),
                ("From April 2024, monthly", "recurring 2024-04-01.. every P1M"),
                ("April 2024 and monthly thereafter", "due 2024-04-01..2024-04-30 month; recurring every P1M"),
                ("April 2024 then monthly", "due 2024-04-01..2024-04-30 month; recurring every P1M"),
                ("April 2024, then quarterly", "due 2024-04-01..2024-04-30 month; recurring every P3M"),
                ("Quarterly (Jan, Apr, Jul, Oct)", "recurring in [1, 4, 7, 10]"),
                ("Quarterly - Jan, Apr, Jul, Oct", "recurring in [1, 4, 7, 10]"),
                ("Quarterly", "recurring every P3M"),
                ("Quartely", "recurring every P3M"),
                ("Quarterly updates", "recurring every P3M"),
                ("Quarterly reporting", "recurring every P3M"),
                ("Quarterly until March 2025", "recurring every P3M; due 2025-03-01..2025-03-31 month"),
            ]
        ),
        (
            "a number says how often",
            [
                ("6 monthly", "recurring every P6M"),
                ("6-monthly", "recurring every P6M"),
                ("Six monthly", "recurring every P6M"),
                ("Every 6 months", "recurring every P6M"),
                ("every six months", "recurring every P6M"),
                ("Every 6 weeks", "recurring every P6W"),
                ("6 weekly", "recurring every P6W"),
                ("Every quarter", "recurring every P3M"),
                ("Each quarter", "recurring every P3M"),
                ("Every month", "recurring every P1M"),
                ("each month", "recurring every P1M"),
                ("Every year", "recurring every P1Y"),
                ("Each year", "recurring every P1Y"),
                ("Yearly", "recurring every P1Y"),
            ]
        ),
        (
            "a year, a month, a week, a day",
            [
                ("Annually", "recurring every P1Y"),
                ("Annual", "recurring every P1Y"),
                ("Annual review", "recurring every P1Y"),
                ("Annual basis", "recurring every P1Y"),
                ("On an annual basis", "recurring every P1Y"),
                ("On a monthly basis", "recurring every P1M"),
                ("on a quarterly basis", "recurring every P3M"),
                ("Weekly", "recurring every P1W"),
                ("Weekly meetings", "recurring every P1W"),
                ("Daily", "recurring every P1D"),
                ("Daily checks", "recurring every P1D"),
                ("Every 3 years", "recurring every P3Y"),
                ("3 yearly", "recurring every P3Y"),
                ("Every two years", "recurring every P2Y"),
                ("Every 2-3 years", "recurring every P3Y"),
                ("Every Friday", "recurring every P1W"),
                ("First Monday of each month", "recurring every P1M"),
                ("Monthly and quarterly", "recurring every P1M; recurring every P3M"),
                ("Weekly/monthly", "recurring every P1W; recurring every P1M"),
                ("Monthly/Quarterly", "recurring every P1M; recurring every P3M"),
                ("Ongoing/monthly", "ongoing; recurring every P1M"),
                ("Monthly (ongoing)", "recurring every P1M; ongoing"),
                ("Ongoing, quarterly", "ongoing; recurring every P3M"),
                ("June and December each year", "recurring in [6, 12]"),
                ("June and December", "recurring in [6, 12]"),
                ("June/December annually", "recurring in [6, 12]"),
            ]
        ),
    ])
}
