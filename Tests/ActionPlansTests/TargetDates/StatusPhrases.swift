// Phrases and their readings as a careful person gives them: the words say that it is done, or that it goes on.

import CivilTime

extension PhraseTable {
    static let statusPhrases = PhraseTable(
        because: "the words say that it is done, or that it goes on", asOf: CivilDate(iso: "2024-02-19"),
        rows: [
            ("Complete.", "completed"),
            ("Completed and April 2021", "completed; due 2021-04-01..2021-04-30 month"),
            ("Completed and quarterly", "completed; recurring every P3M"),
            ("Completed and ongoing  Completed and ongoing", "completed; ongoing; completed; ongoing"),
            ("Completed/Ongoing", "completed; ongoing"),
            ("Complete (and ongoing)", "completed; ongoing"),
            ("Completed, with ongoing monitoring", "completed; ongoing"),
            ("Completed (December 2023) and ongoing", "completed on 2023-12; ongoing"),
            ("Completed - December 2022. Ongoing.", "completed on 2022-12; ongoing"),
            ("Completed March 2021", "completed on 2021-03"),
            ("March 2021 - Completed", "completed on 2021-03"),
            ("March 2021 (completed)", "completed on 2021-03"),
            ("Completed on 12 January 2024", "completed on 2024-01-12"),
            ("Completed as of January 2024", "completed on 2024-01"),
            ("Completed Q3 2023/24", "completed on 2023-10/2023-12"),
            ("Completed 2023", "completed on 2023"),
            ("Done 12/01/2024", "completed on 2024-01-12"),
            ("Closed – 31 January 2024", "completed on 2024-01-31"),
            ("Already in place", "completed"),
            ("Implemented", "completed"),
            ("The review has been completed", "completed"),
            (
                "The framework has been published (January 2024)",
                "completed on 2024-01 «The framework has been published»"
            ),
            (
                "Safer Streets guidance was published December 2023.",
                "completed on 2023-12 «Safer Streets guidance was published»"
            ),
            (
                "Departmental guidance was issued in October 2023.",
                "completed on 2023-10 «Departmental guidance was issued»"
            ),
            ("Launched in January 2024", "completed on 2024-01 «Launched»"),
            ("Consultation closed 5 January 2024", "completed on 2024-01-05 «Consultation closed»"),
            ("Delivered March 2023 and October 2023", "completed on 2023-03; completed on 2023-10"),
            (
                "First meeting held in March 2023. Second meeting planned for June 2024.",
                "completed on 2023-03 «First meeting held»; due 2024-06-01..2024-06-30 month «Second meeting planned»"
            ),
            (
                "Workforce plan published June 2023; update due June 2024",
                "completed on 2023-06 «Workforce plan published»; due 2024-06-01..2024-06-30 month «update»"
            ),
            (
                "Guidance (published May 2023) to be updated by May 2024",
                "completed on 2023-05 «Guidance»; due 2024-05-01..2024-05-31 month «to be updated»"
            ),
            ("March 2023 – completed May 2023", "due 2023-03-01..2023-03-31 month; completed on 2023-05"),
            ("30/06/2023 Completed 15/07/2023", "due 2023-06-30..2023-06-30 day; completed on 2023-07-15"),
            ("In place and ongoing", "completed; ongoing"),
            ("Phase 1 – complete. Phase 2 – September 2024", "completed; due 2024-09-01..2024-09-30 month «Phase 2»"),
            (
                "<p>Complete.</p> <p>January 2024. March 2024.</p>",
                "completed; due 2024-01-01..2024-01-31 month; due 2024-03-01..2024-03-31 month"
            ),
            ("To be completed by March 2021", "due 2021-03-01..2021-03-31 month"),
            ("Complete review by June 2024", "due 2024-06-01..2024-06-30 month «Complete review»"),
            ("Complete by March 2024", "due 2024-03-01..2024-03-31 month"),
            ("This will be completed by the end of March 2024", "due 2024-03-01..2024-03-31 month"),
            ("Complete March 2024; ongoing monitoring", "due 2024-03-01..2024-03-31 month; ongoing"),
            ("ongoing", "ongoing"),
            ("On-going", "ongoing"),
            ("Continuous", "ongoing"),
            ("thereafter", "ongoing"),
            ("BAU", "ongoing"),
            ("In progress", "ongoing"),
            ("In progress – March 2025", "due 2025-03-01..2025-03-31 month"),
            ("March 2025 – in progress", "due 2025-03-01..2025-03-31 month"),
            ("Ongoing - review March 2025", "ongoing; due 2025-03-01..2025-03-31 month «review»"),
            ("Ongoing until March 2025", "due 2025-03-01..2025-03-31 month"),
            ("Ongoing to March 2025", "due 2025-03-01..2025-03-31 month"),
            ("Ongoing throughout 2024", "ongoing; range 2024-01-01..2024-12-31 year"),
            ("Spring 2025, then ongoing", "due 2025-03-01..2025-05-31 season; ongoing"),
            ("2024 and ongoing", "due 2024-01-01..2024-12-31 year; ongoing"),
            ("April 2024 (and ongoing)", "due 2024-04-01..2024-04-30 month; ongoing"),
            ("Immediate and ongoing", "ongoing"),
            ("Recommendation closed", "completed"),
            ("The action has been discharged.", "completed"),
            ("The action has not been discharged.", "unclear"),
            ("Completed on time (May 2023)", "completed on 2023-05"),
            ("Complete and in place", "completed"),
            ("Complete ✔", "completed"),
            ("Part 2: complete; Part 3: May 2024", "completed; due 2024-05-01..2024-05-31 month «Part 3»"),
            ("a) May 2024 b) Complete", "due 2024-05-01..2024-05-31 month; completed"),
            ("(i) Done (ii) May 2024", "completed; due 2024-05-01..2024-05-31 month"),
            ("Agreed at the school council 9 January 2024", "completed on 2024-01-09 «Agreed at the school council»"),
            (
                "Submitted to the harbour board on 9 January 2024",
                "completed on 2024-01-09 «Submitted to the harbour board»"
            ),
            (
                "Agreed to publish a timetable January 2024",
                "due 2024-01-01..2024-01-31 month «Agreed to publish a timetable»"
            ),
            ("Published on the website in May 2023", "completed on 2023-05 «Published on the website»"),
            (
                "Visits are underway, to finish by May 2024",
                "due 2024-05-01..2024-05-31 month «Visits are underway, to finish»"
            ),
            ("31 March 2024 and ongoing thereafter", "due 2024-03-31..2024-03-31 day; ongoing"),
            ("In post from 8 January 2024", "starts 2024-01-08.. day"),
            ("Completed in November", "completed on 2023-11"),
            ("Completed January", "completed on 2024-01"),
            ("Complete by November", "due 2024-11-01..2024-11-30 month"),
            ("Actioned immediately", "completed"),
            ("Complete, subject to sign-off", "completed why it waits on “subject to sign-off”"),
            ("Complete (awaiting the key)", "completed why it waits on “awaiting the key”"),
            ("3 of 5 visits complete", "unclear"),
            ("2/5 complete", "unclear"),
            ("5 of 5 visits complete", "completed"),
        ])
}
