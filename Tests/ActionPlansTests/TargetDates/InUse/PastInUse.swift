// Target dates as published plans and trackers write them, and what a careful person reads: past.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let pastInUse = inUse([
        (
            "what has a past date and a past verb is completed",
            [
                ("Reviewed December 2023", "completed on 2023-12 «Reviewed»"),
                ("Last reviewed December 2023", "completed on 2023-12 «Last reviewed»"),
                (
                    "Last reviewed 12/12/2023, next review 12/12/2024",
                    "completed on 2023-12-12 «Last reviewed»; due 2024-12-12..2024-12-12 day «next review»"
                ),
                ("Updated 31/01/2024", "completed on 2024-01-31 «Updated»"),
                ("Last updated 31/01/2024", "completed on 2024-01-31 «Last updated»"),
                ("Actioned 12/01/24", "completed on 2024-01-12"),
                ("Agreed January 2024", "completed on 2024-01 «Agreed»"),
                ("Signed 12 January 2024", "completed on 2024-01-12 «Signed»"),
                ("Appointed January 2024", "completed on 2024-01 «Appointed»"),
                ("Appointed – January 2024", "completed on 2024-01 «Appointed»"),
                ("In post January 2024", "due 2024-01-01..2024-01-31 month"),
                ("Postholder started 8 January 2024", "starts 2024-01-08.. day «Postholder»"),
                ("Started 8th January", "starts 2024-01-08.. day"),
                ("Went live in November 2023", "completed on 2023-11 «Went live»"),
                ("Rolled out to all sites in November 2023", "completed on 2023-11 «Rolled out to all sites»"),
                ("Training delivered November 2023", "completed on 2023-11 «Training delivered»"),
                (
                    "Training delivered in November 2023 and January 2024",
                    "completed on 2023-11 «Training delivered»; completed on 2024-01"
                ),
                ("Met with partners on 12 January 2024", "completed on 2024-01-12 «Met with partners»"),
                ("Held 12 January 2024", "completed on 2024-01-12 «Held»"),
                (
                    "Workshop held 12 January 2024; follow-up 12 March 2024",
                    "completed on 2024-01-12 «Workshop held»; due 2024-03-12..2024-03-12 day «follow-up»"
                ),
                ("Submitted to DfE on 31 January 2024", "completed on 2024-01-31 «Submitted to DfE»"),
                ("Embedded from January 2024", "starts 2024-01-01.. month «Embedded»"),
                ("Completed – embedded from January 2024", "completed; starts 2024-01-01.. month «embedded»"),
                (
                    "Complete for phase 1; phase 2 by June 2024",
                    "completed; due 2024-06-01..2024-06-30 month «phase 2»"
                ),
                ("Complete / Ongoing", "completed; ongoing"),
                ("Completed & Ongoing", "completed; ongoing"),
                ("Complete and ongoing", "completed; ongoing"),
                ("Complete - ongoing monitoring", "completed; ongoing"),
                ("Completed with ongoing review", "completed; ongoing"),
                ("Completed and reviewed annually", "completed; recurring every P1Y"),
                ("Completed but reviewed quarterly", "completed; recurring every P3M"),
                ("Completed for 2023/24", "completed on 2023-04/2024-03"),
                (
                    "Complete for 2023/24. Ongoing for 2024/25",
                    "completed on 2023-04/2024-03; ongoing; due 2024-04-01..2025-03-31 financial_year"
                ),
                ("Complete – see update", "completed"),
                (
                    "Completed September 2023, to be reviewed September 2024",
                    "completed on 2023-09; due 2024-09-01..2024-09-30 month «to be reviewed»"
                ),
                ("Sep-23 (Completed)", "completed on 2023-09"),
                ("Sep-23 Completed", "completed on 2023-09"),
                ("Sept 2023 – Complete", "completed on 2023-09"),
                ("30/09/2023 - Complete", "completed on 2023-09-30"),
                ("30/09/2023 Complete", "completed on 2023-09-30"),
                ("30 September 2023 (achieved)", "completed on 2023-09-30"),
                ("30 September 2023 – closed", "completed on 2023-09-30"),
                ("September 2023 – delivered", "completed on 2023-09"),
                ("September 2023 Done", "completed on 2023-09"),
                (
                    "Due September 2023 - completed October 2023",
                    "due 2023-09-01..2023-09-30 month; completed on 2023-10"
                ),
                ("Due Sept 2023; completed", "due 2023-09-01..2023-09-30 month; completed"),
                (
                    "Target: 30/09/2023 Actual: 15/10/2023",
                    "due 2023-09-30..2023-09-30 day «Actual»; due 2023-10-15..2023-10-15 day"
                ),
                (
                    "Target 30/09/2023. Completed 15/10/2023.",
                    "due 2023-09-30..2023-09-30 day; completed on 2023-10-15"
                ),
                ("March 2025 – complete", "completed"),
                ("March 2025 (complete)", "completed"),
                ("Not complete – June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Not achieved. Revised date June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Overdue – revised to June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Overdue (was 31/12/2023)", "due 2023-12-31..2023-12-31 day"),
                ("Behind schedule – June 2024", "due 2024-06-01..2024-06-30 month «Behind schedule»"),
                ("Delayed – now June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Delayed due to staffing; June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Slippage to June 2024", "due 2024-06-01..2024-06-30 month «Slippage»"),
                ("On hold until June 2024", "due 2024-06-01..2024-06-30 month why no date is known yet"),
                ("On hold pending review", "unclear"),
                ("Paused until after the election", "unclear"),
                ("Suspended", "unclear"),
                ("Stopped", "unclear"),
                ("Ceased", "unclear"),
                ("Removed", "unclear"),
                ("Merged with action 4", "unclear"),
                ("See recommendation 4", "unclear"),
                ("Duplicate of 3.1", "unclear"),
                ("Moved to business as usual", "ongoing"),
                ("Now part of business as usual", "ongoing"),
                ("Closed – moved to BAU", "completed; ongoing"),
                ("Risk accepted", "unclear"),
                ("Accepted", "unclear"),
                ("Agreed", "unclear"),
                ("Yes", "unclear"),
                ("No", "unclear"),
                ("Partially met", "unclear"),
                ("Not met", "unclear"),
                ("Not applicable at this time", "none"),
                ("No date given", "unclear"),
                ("No date set", "unclear"),
                ("None at present", "none"),
                ("Not specified", "unclear"),
                ("Unspecified", "unclear"),
                ("Undated", "unclear"),
                ("Blank", "none"),
                ("? March 2024", "due 2024-03-01..2024-03-31 month"),
                ("March 2024 ?", "due 2024-03-01..2024-03-31 month"),
                ("March 2024 or April 2024", "due 2024-03-01..2024-04-30 month"),
                ("Either March or April 2024", "due 2024-03-01..2024-04-30 month «Either»"),
                ("March 2024 / September 2024", "due 2024-03-01..2024-09-30 month"),
                (
                    "March 2024, September 2024, March 2025",
                    "due 2024-03-01..2024-03-31 month; due 2024-09-01..2024-09-30 month; due 2025-03-01..2025-03-31 month"
                ),
                (
                    "March 2024\nSeptember 2024\nMarch 2025",
                    "due 2024-03-01..2024-03-31 month; due 2024-09-01..2024-09-30 month; due 2025-03-01..2025-03-31 month"
                ),
                (
                    "Mar 24, Sep 24, Mar 25",
                    "due 2024-03-01..2024-03-31 month; due 2024-09-01..2024-09-30 month; due 2025-03-01..2025-03-31 month"
                ),
                ("Mar, Sep 24", "due 2024-03-01..2024-03-31 month; due 2024-09-01..2024-09-30 month"),
                (
                    "April, July, October 2024 and January 2025",
                    "due 2024-04-01..2024-04-30 month; due 2024-07-01..2024-07-31 month; due 2024-10-01..2024-10-31 month; due 2025-01-01..2025-01-31 month"
                ),
            ]
        )
    ])
}
