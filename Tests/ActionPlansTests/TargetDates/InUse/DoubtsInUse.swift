// Target dates as published plans and trackers write them, and what a careful person reads: doubts.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let doubtsInUse = inUse([
        (
            "what is still open clings to the date beside it",
            [
                ("tbc", "unclear"),
                ("TBC.", "unclear"),
                ("T.B.C.", "unclear"),
                ("TBC - dependent on funding", "unclear"),
                ("TBC 2024", "due 2024-01-01..2024-12-31 year why the date is still to be confirmed"),
                ("TBC March 2024", "due 2024-03-01..2024-03-31 month why the date is still to be confirmed"),
                ("TBC (March 2024)", "due 2024-03-01..2024-03-31 month why the date is still to be confirmed"),
                ("March 2024 TBC", "due 2024-03-01..2024-03-31 month why the date is still to be confirmed"),
                ("March 2024 - TBC", "due 2024-03-01..2024-03-31 month why the date is still to be confirmed"),
                ("Date TBC", "unclear"),
                ("Date to be confirmed", "unclear"),
                ("to be agreed", "unclear"),
                ("To be determined", "unclear"),
                ("TBD", "unclear"),
                ("TBA", "unclear"),
                ("To be advised", "unclear"),
                ("to be set", "unclear"),
                ("To be reviewed", "unclear"),
                ("Awaiting funding", "unclear"),
                ("Awaiting decision", "unclear"),
                ("Subject to approval", "unclear"),
                (
                    "Subject to funding – March 2025",
                    "due 2025-03-01..2025-03-31 month why it waits on “Subject to funding”"
                ),
                (
                    "March 2025 subject to funding",
                    "due 2025-03-01..2025-03-31 month why it waits on “subject to funding”"
                ),
                (
                    "March 2025 (subject to funding)",
                    "due 2025-03-01..2025-03-31 month why it waits on “subject to funding”"
                ),
                (
                    "March 2025 dependent on recruitment",
                    "due 2025-03-01..2025-03-31 month why it waits on “dependent on recruitment”"
                ),
                ("Subject to Parliamentary time", "unclear"),
                ("When Parliamentary time allows", "unclear"),
                ("when resources allow", "unclear"),
                ("If funding is secured", "unclear"),
                ("Dependent upon IT", "unclear"),
                ("As soon as possible", "unclear"),
                ("A.S.A.P.", "unclear"),
                ("asap - by March 2024 at latest", "due 2024-03-01..2024-03-31 month"),
                ("As soon as practicable", "unclear"),
                ("as soon as possible and by June 2024", "due 2024-06-01..2024-06-30 month"),
                ("as soon as possible and no later than June 2024", "due 2024-06-01..2024-06-30 month"),
                ("In due course", "unclear"),
                ("Shortly", "unclear"),
                ("Soon", "unclear"),
                ("Imminent", "unclear"),
                ("In the coming months", "unclear"),
                ("In future", "unclear"),
                ("Future", "unclear"),
                ("Under review", "unclear"),
                ("Various", "unclear"),
            ]
        ),
        (
            "what points elsewhere, or ranks, gives no day",
            [
                ("See action 3", "unclear"),
                ("See 1.2", "unclear"),
                ("As per action 4", "unclear"),
                ("As above", "unclear"),
                ("Ditto", "unclear"),
                ("Unknown", "unclear"),
                ("Not known", "unclear"),
                ("Urgent", "unclear"),
                ("High priority", "unclear"),
                ("High", "unclear"),
                ("Low", "unclear"),
                ("Medium", "unclear"),
                ("Priority 1", "unclear"),
                ("Before implementation", "unclear"),
                ("Prior to go live", "unclear"),
                ("Prior to opening", "unclear"),
                ("In line with contract renewal", "unclear"),
                ("In line with the national timetable", "unclear"),
                ("Contract end", "unclear"),
                ("As part of budget setting", "unclear"),
                ("During the budget process", "unclear"),
                ("Lifecycle", "unclear"),
            ]
        ),
    ])
}
