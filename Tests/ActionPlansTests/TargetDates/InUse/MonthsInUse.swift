// Target dates as published plans and trackers write them, and what a careful person reads: months.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let monthsInUse = inUse([
        (
            "a month is written short, in numbers or in letters",
            [
                ("04/24", "due 2024-04-01..2024-04-30 month"),
                ("Mar-24", "due 2024-03-01..2024-03-31 month"),
                ("Mar '24", "due 2024-03-01..2024-03-31 month"),
                ("by Sep", "due 2024-09-01..2024-09-30 month"),
                ("Sep-24", "due 2024-09-01..2024-09-30 month"),
            ]
        ),
        (
            "a month is due on its last day, whatever leads it",
            [
                ("March 24", "due 2024-03-01..2024-03-31 month"),
                ("March-24", "due 2024-03-01..2024-03-31 month"),
                ("March, 2024", "due 2024-03-01..2024-03-31 month"),
                ("MARCH 2024", "due 2024-03-01..2024-03-31 month"),
                ("Mar 24", "due 2024-03-01..2024-03-31 month"),
                ("Mar. 24", "due 2024-03-01..2024-03-31 month"),
                ("End March 24", "due 2024-03-01..2024-03-31 month"),
                ("end-March 2024", "due 2024-03-01..2024-03-31 month"),
                ("End of Mar 24", "due 2024-03-01..2024-03-31 month"),
                ("By end March", "due 2024-03-01..2024-03-31 month"),
                ("EOM March 2024", "due 2024-03-01..2024-03-31 month"),
                ("By the end of March 2024 at the latest", "due 2024-03-01..2024-03-31 month"),
                ("No later than March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Before end of April 2024", "due 2024-04-01..2024-04-30 month"),
                ("By the close of April 2024", "due 2024-04-01..2024-04-30 month"),
                ("During April 2024", "due 2024-04-01..2024-04-30 month"),
                ("late April 2024", "due 2024-04-01..2024-04-30 month"),
                ("beginning of April 2024", "due 2024-04-01..2024-04-01 day"),
                ("start of April 2024", "due 2024-04-01..2024-04-01 day"),
                ("By the beginning of April 2024", "due 2024-04-01..2024-04-01 day"),
                ("mid April 2024", "due 2024-04-01..2024-04-15 month"),
                ("Mid to late April 2024", "due 2024-04-01..2024-04-30 month"),
                ("early to mid April 2024", "due 2024-04-01..2024-04-15 month"),
            ]
        ),
        (
            "months make pairs, lists and ranges",
            [
                ("March or April 2024", "due 2024-03-01..2024-04-30 month"),
                ("March / April 2024", "due 2024-03-01..2024-04-30 month"),
                ("Mar/Apr 24", "due 2024-03-01..2024-04-30 month"),
                ("March-April 2024", "range 2024-03-01..2024-04-30 month"),
                ("March to April 2024", "range 2024-03-01..2024-04-30 month"),
                ("March 2024/April 2024", "due 2024-03-01..2024-04-30 month"),
                ("March & September 2024", "due 2024-03-01..2024-03-31 month; due 2024-09-01..2024-09-30 month"),
                ("Dec/Jan 2025", "due 2024-12-01..2025-01-31 month"),
                ("December 2024/January 2025", "due 2024-12-01..2025-01-31 month"),
                ("Jan – Mar 2025", "range 2025-01-01..2025-03-31 month"),
                ("Nov 24 – Jan 25", "range 2024-11-01..2025-01-31 month"),
                ("Nov 2024 - Jan 2025", "range 2024-11-01..2025-01-31 month"),
                ("April 2024 – September 2025", "range 2024-04-01..2025-09-30 month"),
                ("April 24 to March 25", "range 2024-04-01..2025-03-31 month"),
                ("Between March and May 2024", "range 2024-03-01..2024-05-31 month"),
                ("March through May 2024", "range 2024-03-01..2024-05-31 month"),
                ("from March to May 2024", "range 2024-03-01..2024-05-31 month"),
                ("From April 2024 until March 2025", "range 2024-04-01..2025-03-31 month"),
                ("September 2024 to July 2023", "unclear"),
                ("Mar 2025 - Apr 2024", "unclear"),
            ]
        ),
        (
            "a month in numbers, or with a slip",
            [
                ("03-2024", "due 2024-03-01..2024-03-31 month"),
                ("3/2024", "due 2024-03-01..2024-03-31 month"),
                ("2024/03", "due 2024-03-01..2024-03-31 month"),
                ("March 2O24", "unclear"),
                ("Marhc 2024", "due 2024-03-01..2024-03-31 month"),
            ]
        ),
        (
            "hedges and labels leave a month its last day",
            [
                ("March 2024?", "due 2024-03-01..2024-03-31 month"),
                ("March 2024 (latest)", "due 2024-03-01..2024-03-31 month"),
                ("March 2024 latest", "due 2024-03-01..2024-03-31 month"),
                ("March 2024 at latest", "due 2024-03-01..2024-03-31 month"),
                ("Approx March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Circa March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Est. March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Estimated March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Anticipated March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Expected by March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Provisionally March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Planned for March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Scheduled for March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Aim for March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Aiming for March 2024", "due 2024-03-01..2024-03-31 month"),
                ("For March 2024", "due 2024-03-01..2024-03-31 month"),
                ("To be completed March 2024", "due 2024-03-01..2024-03-31 month"),
                ("To complete by March 2024", "due 2024-03-01..2024-03-31 month"),
                ("To be implemented by March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Implementation by March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Implement by 31 March 2024", "due 2024-03-31..2024-03-31 day «Implement»"),
                ("Completion March 2024", "due 2024-03-01..2024-03-31 month"),
                ("Complete by end of March 2024", "due 2024-03-01..2024-03-31 month"),
            ]
        ),
        (
            "a colour or a priority beside a month says nothing",
            [
                ("On track for March 2025", "due 2025-03-01..2025-03-31 month"),
                ("On target for March 2025", "due 2025-03-01..2025-03-31 month"),
                ("On track - March 2025", "due 2025-03-01..2025-03-31 month"),
                ("On track to complete by March 2025", "due 2025-03-01..2025-03-31 month"),
                ("Amber - March 2025", "due 2025-03-01..2025-03-31 month «Amber»"),
                ("Green – complete", "completed"),
                ("High – June 2024", "due 2024-06-01..2024-06-30 month «High»"),
                ("Priority 1 - June 2024", "due 2024-06-01..2024-06-30 month «Priority 1»"),
            ]
        ),
        (
            "a meeting in a month is due in that month",
            [
                ("April Trust Board", "due 2024-04-01..2024-04-30 month «Trust Board»"),
                ("April 2024 Board", "due 2024-04-01..2024-04-30 month «Board»"),
                ("September Cabinet", "due 2024-09-01..2024-09-30 month «Cabinet»"),
                ("June Audit Committee", "due 2024-06-01..2024-06-30 month «Audit Committee»"),
                ("October Full Council", "due 2024-10-01..2024-10-31 month «Full Council»"),
            ]
        ),
    ])
}
