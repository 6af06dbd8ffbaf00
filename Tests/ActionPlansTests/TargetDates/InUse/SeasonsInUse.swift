// Target dates as published plans and trackers write them, and what a careful person reads: seasons.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let seasonsInUse = inUse([
        (
            "seasons are three whole months",
            [
                ("Autumn 2024", "due 2024-09-01..2024-11-30 season"),
                ("late Autumn 2024", "due 2024-09-01..2024-11-30 season"),
                ("Early Autumn 2024", "due 2024-09-01..2024-09-30 season"),
                ("mid-Summer 2024", "due 2024-06-01..2024-07-31 season"),
                ("Autumn/Winter 2024", "due 2024-09-01..2025-02-28 season"),
                ("Autumn/winter 2024/25", "due 2024-09-01..2025-02-28 season"),
                ("Winter 2024-25", "due 2024-12-01..2025-02-28 season"),
                ("Spring/Summer 2024", "due 2024-03-01..2024-08-31 season"),
                ("Spring - Summer 2024", "range 2024-03-01..2024-08-31 season"),
                ("By Spring 25", "due 2025-03-01..2025-05-31 season"),
                ("Spring of 2025", "due 2025-03-01..2025-05-31 season"),
                ("Summer '24", "due 2024-06-01..2024-08-31 season"),
                ("end of summer 2024", "due 2024-06-01..2024-08-31 season"),
                ("By end of Autumn 2024", "due 2024-09-01..2024-11-30 season"),
                ("From autumn 2024", "starts 2024-09-01.. season"),
                ("2024 autumn", "due 2024-09-01..2024-11-30 season"),
            ]
        ),
        (
            "school terms end when their season does",
            [
                ("Autumn term 2024", "due 2024-09-01..2024-12-31 term"),
                ("Autumn Term 2024/25", "due 2024-09-01..2024-12-31 term"),
                ("Spring Term 2025", "due 2025-01-01..2025-03-31 term"),
                ("Spring term 2024-25", "due 2025-01-01..2025-03-31 term"),
                ("Summer Term 2024", "due 2024-04-01..2024-07-31 term"),
                ("by the end of the summer term 2024", "due 2024-04-01..2024-07-31 term"),
                ("End of summer term", "due 2024-04-01..2024-07-31 term"),
                ("start of Autumn term 2024", "due 2024-09-01..2024-09-01 day"),
                ("By the start of the autumn term", "due 2024-09-01..2024-09-01 day"),
                ("Autumn half term 2024", "unclear"),
                ("February half term 2025", "due 2025-02-01..2025-02-28 month"),
                ("Autumn 1", "unclear"),
                ("Michaelmas 2024", "unclear"),
                ("Michaelmas term 2024", "unclear"),
                ("academic year 2024/25", "due 2024-09-01..2025-07-31 year"),
                ("2024-25 academic year", "due 2024-09-01..2025-07-31 year"),
                ("AY 2024/25", "due 2024-09-01..2025-07-31 year"),
                ("Start of the 2024/25 academic year", "due 2024-09-01..2024-09-01 day"),
                ("end of academic year", "due 2023-09-01..2024-07-31 year"),
            ]
        ),
        (
            "a feast is a day, and what Parliament does has no day",
            [
                ("by Easter", "due 2024-03-31..2024-03-31 day"),
                ("Christmas 2024", "due 2024-12-25..2024-12-25 day"),
                ("before Christmas 2024", "due ..2024-12-24 day"),
                ("before summer recess", "unclear"),
                ("before the summer recess", "unclear"),
                ("Before summer recess 2024", "unclear"),
                ("by Parliamentary recess", "unclear"),
                ("end of this Parliament", "unclear"),
                ("by the end of the Parliament", "unclear"),
                ("this Parliament", "unclear"),
                ("within this Parliamentary session", "unclear"),
                ("in this parliamentary session", "unclear"),
                ("next Spending Review", "unclear"),
                ("By the next Spending Review", "unclear"),
                ("Spending Review 2025", "unclear"),
                ("Autumn Budget 2024", "unclear"),
                ("Autumn Statement 2024", "unclear"),
                ("Spring Budget", "unclear"),
                ("Summer holidays 2024", "unclear"),
                ("October half term", "due 2024-10-01..2024-10-31 month"),
            ]
        ),
    ])
}
