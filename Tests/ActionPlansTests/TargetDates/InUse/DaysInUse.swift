// Target dates as published plans and trackers write them, and what a careful person reads: days.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let daysInUse = inUse([
        (
            "a day is written in numbers, with points, slashes, dashes or spaces",
            [
                ("31.3.25", "due 2025-03-31..2025-03-31 day"),
                ("1/4/2024", "due 2024-04-01..2024-04-01 day"),
                ("30 06 2023", "due 2023-06-30..2023-06-30 day"),
                ("01 04 24", "due 2024-04-01..2024-04-01 day"),
                ("30-06-23", "due 2023-06-30..2023-06-30 day"),
            ]
        ),
        (
            "a day without its year is the next one",
            [
                ("31st March", "due 2024-03-31..2024-03-31 day"),
                ("31 March", "due 2024-03-31..2024-03-31 day"),
            ]
        ),
        (
            "a day is written in words, and labels before it say nothing",
            [
                ("31-Mar-24", "due 2024-03-31..2024-03-31 day"),
                ("31 Mar 2024", "due 2024-03-31..2024-03-31 day"),
                ("31Mar24", "due 2024-03-31..2024-03-31 day"),
                ("31/03/24.", "due 2024-03-31..2024-03-31 day"),
                ("31 / 03 / 2024", "due 2024-03-31..2024-03-31 day"),
                ("31. 03. 2024", "due 2024-03-31..2024-03-31 day"),
                ("31/03 /2024", "due 2024-03-31..2024-03-31 day"),
                ("Friday, 29 March 2024", "due 2024-03-29..2024-03-29 day"),
                ("29th March, 2024", "due 2024-03-29..2024-03-29 day"),
                ("29th of March 2024", "due 2024-03-29..2024-03-29 day"),
                ("By 5pm on 29 March 2024", "due 2024-03-29..2024-03-29 day «5pm»"),
                ("31.03", "unclear"),
                ("by 31/3/24 at the latest", "due 2024-03-31..2024-03-31 day"),
                ("No later than 30th April 2024", "due 2024-04-30..2024-04-30 day"),
                ("On 1 April 2024", "due 2024-04-01..2024-04-01 day"),
                ("Target date: 31/05/2024", "due 2024-05-31..2024-05-31 day"),
                ("Target 31 May 2024", "due 2024-05-31..2024-05-31 day"),
                ("Deadline 31st May 2024", "due 2024-05-31..2024-05-31 day"),
                ("Due date 31.05.24", "due 2024-05-31..2024-05-31 day"),
                ("Due by: 31/05/2024", "due 2024-05-31..2024-05-31 day"),
                ("By end of day 31 May 2024", "due 2024-05-31..2024-05-31 day «end of day»"),
                ("close of play 31 May 2024", "due 2024-05-31..2024-05-31 day «close of play»"),
                ("COP 31 May 2024", "due 2024-05-31..2024-05-31 day «COP»"),
            ]
        ),
        (
            "a week is due on its seventh day",
            [
                ("week commencing 4th March 2024", "due 2024-03-04..2024-03-10 day"),
                ("W/C 04/03/24", "due 2024-03-04..2024-03-10 day"),
                ("WC 4 March", "due 2024-03-04..2024-03-10 day"),
                ("week ending 8/3/24", "due 2024-03-02..2024-03-08 day"),
                ("w/e 8 March 2024", "due 2024-03-02..2024-03-08 day"),
                ("week beginning 4 March 2024", "due 2024-03-04..2024-03-10 day"),
            ]
        ),
        (
            "a day that no calendar has is unclear",
            [
                ("31 June 2024", "unclear"),
                ("30/02/2024", "unclear"),
                ("31/09/24", "unclear"),
                ("29 Feb 2025", "unclear"),
                ("13/13/2024", "unclear"),
                ("00/03/2024", "unclear"),
                ("45 March 2024", "unclear"),
                ("31 April", "unclear"),
                ("30 Apri 2024", "due 2024-04-30..2024-04-30 day"),
                ("1st April '24", "due 2024-04-01..2024-04-01 day"),
                ("2024.03.31", "due 2024-03-31..2024-03-31 day"),
                ("20240331", "unclear"),
                ("31032024", "unclear"),
                ("Mon 4 March 2024", "due 2024-03-04..2024-03-04 day"),
            ]
        ),
        (
            "days make ranges and lists",
            [
                ("4th-8th March 2024", "range 2024-03-04..2024-03-08 day"),
                ("4 – 8 March 2024", "range 2024-03-04..2024-03-08 day"),
                ("28 February - 4 March 2024", "range 2024-02-28..2024-03-04 day"),
                ("01/04/2024 to 31/03/2025", "range 2024-04-01..2025-03-31 day"),
                ("01/04/2024 – 31/03/2025", "range 2024-04-01..2025-03-31 day"),
                ("1 April 2024 - 31 March 2025", "range 2024-04-01..2025-03-31 day"),
                ("29 & 30 April 2024", "due 2024-04-29..2024-04-29 day; due 2024-04-30..2024-04-30 day"),
                ("31/03/2024, 30/06/2024", "due 2024-03-31..2024-03-31 day; due 2024-06-30..2024-06-30 day"),
                ("31/03/2024 30/06/2024", "due 2024-03-31..2024-03-31 day; due 2024-06-30..2024-06-30 day"),
                ("31/03/2024\n30/06/2024", "due 2024-03-31..2024-03-31 day; due 2024-06-30..2024-06-30 day"),
            ]
        ),
    ])
}
