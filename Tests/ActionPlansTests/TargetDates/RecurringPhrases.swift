// Phrases and their readings as a careful person gives them: a recurring commitment keeps its rhythm and has no due date.

import CivilTime

extension PhraseTable {
    static let recurringPhrases = PhraseTable(
        because: "a recurring commitment keeps its rhythm and has no due date", asOf: nil,
        rows: [
            ("weekly", "recurring every P1W"),
            ("daily", "recurring every P1D"),
            ("Monthly meetings", "recurring every P1M"),
            ("Quarterly review", "recurring every P3M"),
            ("six weekly", "recurring every P6W"),
            ("3 monthly", "recurring every P3M"),
            ("six-monthly", "recurring every P6M"),
            ("termly", "recurring every term"),
            ("Every term", "recurring every term"),
            ("twice a year", "recurring every P6M"),
            ("twice yearly", "recurring every P6M"),
            ("3 times per year", "recurring every P4M"),
            ("Three times a year", "recurring every P4M"),
            ("Once a year", "recurring every P1Y"),
            ("every five years", "recurring every P5Y"),
            ("Every 2 years", "recurring every P2Y"),
            ("every two to three years", "recurring every P3Y"),
            ("Every other month", "recurring every P2M"),
            ("Every Monday", "recurring every P1W"),
            ("biannual", "recurring every P6M"),
            ("Bi-annually", "recurring every P6M"),
            ("Biennial", "recurring every P2Y"),
            ("Half yearly", "recurring every P6M"),
            ("Feb & Oct", "recurring in [2, 10]"),
            ("March, June, September, December", "recurring in [3, 6, 9, 12]"),
            ("Jan/Apr/Jul/Oct", "recurring in [1, 4, 7, 10]"),
            ("Annually in April", "recurring in [4]"),
            ("Annually (March)", "recurring in [3]"),
            ("Annually by 31 March", "recurring in [3]"),
            ("31 March each year", "recurring in [3]"),
            ("January and July each year", "recurring in [1, 7]"),
            ("Every March and September", "recurring in [3, 9]"),
            ("Quarterly (January, April, July, October)", "recurring in [1, 4, 7, 10]"),
            ("Monthly from April 2024", "recurring 2024-04-01.. every P1M"),
            ("Quarterly, from Q1 2024/25", "recurring 2024-04-01.. every P3M"),
            ("Termly from September 2024", "recurring 2024-09-01.. every term"),
            ("March 2024 and annually thereafter", "due 2024-03-01..2024-03-31 month; recurring every P1Y"),
            ("Ongoing – quarterly", "ongoing; recurring every P3M"),
            (
                "Annual report to be published by March 2025",
                "due 2025-03-01..2025-03-31 month «Annual report to be published»"
            ),
            ("Annual – next due April 2024", "recurring every P1Y; due 2024-04-01..2024-04-30 month"),
            ("By the next annual report", "unclear"),
            ("May (annually) as part of the stocktake", "recurring in [5]"),
            ("Every May, in line with the stocktake", "recurring in [5]"),
        ])
}
