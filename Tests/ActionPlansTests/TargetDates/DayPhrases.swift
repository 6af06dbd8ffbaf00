// Phrases and their readings as a careful person gives them: a day is due on that day, day first.

import CivilTime

extension PhraseTable {
    static let dayPhrases = PhraseTable(
        because: "a day is due on that day, day first", asOf: nil,
        rows: [
            ("31/03/2024", "due 2024-03-31..2024-03-31 day"),
            ("31.03.2024", "due 2024-03-31..2024-03-31 day"),
            ("31-03-2024", "due 2024-03-31..2024-03-31 day"),
            ("30/6/24", "due 2024-06-30..2024-06-30 day"),
            ("9.2.15", "due 2015-02-09..2015-02-09 day"),
            ("2024-03-31", "due 2024-03-31..2024-03-31 day"),
            ("2024-03-31 00:00:00", "due 2024-03-31..2024-03-31 day"),
            ("31st of March 2024", "due 2024-03-31..2024-03-31 day"),
            ("the 1st of September 2024", "due 2024-09-01..2024-09-01 day"),
            ("1st of Sept '24", "due 2024-09-01..2024-09-01 day"),
            ("1st Sept 2024", "due 2024-09-01..2024-09-01 day"),
            ("1 Sept. 2024", "due 2024-09-01..2024-09-01 day"),
            ("30th. June 2024", "due 2024-06-30..2024-06-30 day"),
            ("Friday 8th March 2024", "due 2024-03-08..2024-03-08 day"),
            ("Sunday 30 June 2024", "due 2024-06-30..2024-06-30 day"),
            ("1-Apr-24", "due 2024-04-01..2024-04-01 day"),
            ("30-Jun-2024", "due 2024-06-30..2024-06-30 day"),
            ("30 Jun 24", "due 2024-06-30..2024-06-30 day"),
            ("30Jun2024", "due 2024-06-30..2024-06-30 day"),
            ("March 31, 2024", "due 2024-03-31..2024-03-31 day"),
            ("29 February 2024", "due 2024-02-29..2024-02-29 day"),
            ("no later than 31 March 2025", "due 2025-03-31..2025-03-31 day"),
            ("On or before 31 July 2024", "due 2024-07-31..2024-07-31 day"),
            ("Due: 31 March 2024", "due 2024-03-31..2024-03-31 day"),
            ("For completion by 30/06/24", "due 2024-06-30..2024-06-30 day"),
            ("Go-live 1st April 2024", "due 2024-04-01..2024-04-01 day «Go-live»"),
            ("1 and 15 March 2024", "due 2024-03-01..2024-03-01 day; due 2024-03-15..2024-03-15 day"),
            (
                "31 March, 30 June and 30 September 2024",
                "due 2024-03-31..2024-03-31 day; due 2024-06-30..2024-06-30 day; due 2024-09-30..2024-09-30 day"
            ),
            ("by 31 March 2024 and 31 March 2025", "due 2024-03-31..2024-03-31 day; due 2025-03-31..2025-03-31 day"),
        ])
}
