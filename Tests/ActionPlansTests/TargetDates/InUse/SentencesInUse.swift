// Target dates as published plans and trackers write them, and what a careful person reads: sentences.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let sentencesInUse = inUse([
        (
            "a date inside a sentence keeps the sentence as its milestone",
            [
                (
                    "We will publish this by the end of 2024",
                    "due 2024-01-01..2024-12-31 year «We will publish this»"
                ),
                (
                    "We aim to complete this work by summer 2024",
                    "due 2024-06-01..2024-08-31 season «We aim to complete this work»"
                ),
                (
                    "The department will write to the Committee by March 2024",
                    "due 2024-03-01..2024-03-31 month «The department will write to the Committee»"
                ),
                (
                    "The department expects to complete this by Spring 2025",
                    "due 2025-03-01..2025-05-31 season «The department expects to complete this»"
                ),
                (
                    "This will be delivered over the next 12 months",
                    "relative ..2025-02-19 P12M after the date of the document"
                ),
                (
                    "The new guidance will be issued in April 2024 and reviewed in April 2025",
                    "due 2024-04-01..2024-04-30 month «The new guidance will be issued»; due 2025-04-01..2025-04-30 month «reviewed»"
                ),
                ("New policy to be in place by 1st April 2024", "due 2024-04-01..2024-04-01 day «New policy to be»"),
                (
                    "Training to commence in April 2024 and run until March 2025",
                    "starts 2024-04-01.. month «Training»; due 2025-03-01..2025-03-31 month «run»"
                ),
                (
                    "Work has commenced and will be completed by July 2024",
                    "due 2024-07-01..2024-07-31 month «Work has commenced and will be completed»"
                ),
                (
                    "Work is ongoing and will be completed by July 2024",
                    "due 2024-07-01..2024-07-31 month «Work is ongoing and will be completed»"
                ),
                (
                    "This work is underway and due to report in summer 2024",
                    "due 2024-06-01..2024-08-31 season «This work is underway and due to report»"
                ),
                (
                    "Recruitment is ongoing with completion expected by June 2024",
                    "due 2024-06-01..2024-06-30 month «Recruitment is ongoing with completion»"
                ),
                (
                    "Complete. Policy approved at Board on 25 January 2024",
                    "completed; completed on 2024-01-25 «Policy approved at Board»"
                ),
                (
                    "Policy was approved by the Board on 25 January 2024",
                    "completed on 2024-01-25 «Policy was approved by the Board»"
                ),
                (
                    "Audit completed in December 2023; re-audit due June 2024",
                    "completed on 2023-12 «Audit»; due 2024-06-01..2024-06-30 month «re-audit»"
                ),
                ("Re-audit June 2024", "due 2024-06-01..2024-06-30 month «Re-audit»"),
                ("Paper going to the June 2024 Board", "due 2024-06-01..2024-06-30 month «Paper going»"),
                (
                    "To be considered at Cabinet in June 2024",
                    "due 2024-06-01..2024-06-30 month «To be considered at Cabinet»"
                ),
                (
                    "To be presented to Cabinet on 12th June 2024",
                    "due 2024-06-12..2024-06-12 day «To be presented to Cabinet»"
                ),
                ("Cabinet 12 June 2024", "due 2024-06-12..2024-06-12 day «Cabinet»"),
                ("Board meeting 12/06/24", "due 2024-06-12..2024-06-12 day «Board meeting»"),
                ("Next meeting 12 June 2024", "due 2024-06-12..2024-06-12 day «Next meeting»"),
                ("Inspection due Autumn 2024", "due 2024-09-01..2024-11-30 season «Inspection»"),
                ("Contract expires March 2025", "due 2025-03-01..2025-03-31 month «Contract expires»"),
                ("New contract from April 2025", "starts 2025-04-01.. month «New contract»"),
                ("Funding until March 2025", "due 2025-03-01..2025-03-31 month «Funding»"),
                ("Funded to March 2025", "due 2025-03-01..2025-03-31 month «Funded»"),
                ("Pilot ends 31 March 2024", "due 2024-03-31..2024-03-31 day «Pilot»"),
                ("Pilot concludes March 2024", "due 2024-03-01..2024-03-31 month «Pilot concludes»"),
                (
                    "Evaluation report due by end of Q2 2024/25",
                    "due 2024-07-01..2024-09-30 quarter «Evaluation report»"
                ),
                (
                    "Business case Autumn 2024, delivery from April 2025",
                    "due 2024-09-01..2024-11-30 season «Business case»; starts 2025-04-01.. month"
                ),
                ("Options paper by Easter 2024", "due 2024-03-31..2024-03-31 day «Options paper»"),
                (
                    "Consultation launched 8 January 2024 and closes 4 March 2024",
                    "completed on 2024-01-08 «Consultation launched»; due 2024-03-04..2024-03-04 day «closes»"
                ),
                (
                    "Consultation runs from 8 January to 4 March 2024",
                    "range 2024-01-08..2024-03-04 day «Consultation runs»"
                ),
                ("Consultation 8 January 2024 – 4 March 2024", "range 2024-01-08..2024-03-04 day «Consultation»"),
                (
                    "Response to consultation Summer 2024",
                    "due 2024-06-01..2024-08-31 season «Response to consultation»"
                ),
                ("Government response in the autumn", "due 2024-09-01..2024-11-30 season «Government response»"),
                ("Regulations in force by 1 October 2024", "due 2024-10-01..2024-10-01 day «Regulations in force»"),
                (
                    "Regulations will come into force on 1 October 2024",
                    "due 2024-10-01..2024-10-01 day «Regulations will come into force»"
                ),
                ("Came into force 1 October 2023", "completed on 2023-10-01 «Came into force»"),
                ("In force since 1 October 2023", "starts 2023-10-01.. day «force»"),
                ("From 1 October 2024 all new starters", "starts 2024-10-01.. day «all new starters»"),
                ("All new starters from 1 October 2024", "starts 2024-10-01.. day «All new starters»"),
                ("By 31 March each year from 2025", "recurring 2025-01-01.. in [3]"),
                ("By 31 March 2024 and annually thereafter", "due 2024-03-31..2024-03-31 day; recurring every P1Y"),
                ("31 March 2024 and then every six months", "due 2024-03-31..2024-03-31 day; recurring every P6M"),
                ("31 March 2024 and each year after that", "due 2024-03-31..2024-03-31 day; recurring every P1Y"),
                (
                    "First report March 2024, thereafter annually",
                    "due 2024-03-01..2024-03-31 month «First report»; recurring every P1Y"
                ),
                ("Annual report each July", "recurring in [7]"),
                ("Reviewed annually every September", "recurring in [9]"),
                (
                    "Reviewed every 6 months – next June 2024",
                    "recurring every P6M; due 2024-06-01..2024-06-30 month"
                ),
                (
                    "Reviewed quarterly, next review June 2024",
                    "recurring every P3M; due 2024-06-01..2024-06-30 month «next review»"
                ),
                ("Monthly dashboards from May 2024", "recurring 2024-05-01.. every P1M"),
                (
                    "Weekly until the end of June 2024 then monthly",
                    "recurring every P1W; due 2024-06-01..2024-06-30 month; recurring every P1M"
                ),
                ("Monthly for the first six months then quarterly", "recurring every P1M; recurring every P3M"),
                ("Weekly calls in place", "recurring every P1W"),
                ("Daily checks commenced 1 February 2024", "recurring 2024-02-01.. every P1D"),
                ("Twice weekly", "recurring every P1W"),
                ("Three times a week", "recurring every P1W"),
                ("Every shift", "unclear"),
                ("Every 12 weeks", "recurring every P12W"),
                ("Every 28 days", "recurring every P28D"),
                ("12 weekly", "recurring every P12W"),
                ("Every four to six weeks", "recurring every P6W"),
                ("4-6 weekly", "recurring every P6W"),
                ("Once a term", "recurring every term"),
                ("Once per term", "recurring every term"),
                ("Twice a term", "recurring every P2M"),
                ("3 times a year (termly)", "recurring every P4M; recurring every term"),
                ("Each autumn term", "recurring every P1Y"),
                ("Every autumn", "recurring every P1Y"),
                ("Annually in the autumn term", "recurring every P1Y"),
                ("Annually in Q4", "recurring every P1Y"),
                ("End of each quarter", "recurring every P3M"),
                ("At the end of each term", "recurring every term"),
                ("End of every month", "recurring every P1M"),
                ("By the 10th of each month", "recurring every P1M"),
                ("Last Friday of every month", "recurring every P1M"),
                ("Annually by end of Q1", "recurring every P1Y"),
                ("Annually at year end", "recurring every P1Y"),
            ]
        )
    ])
}
