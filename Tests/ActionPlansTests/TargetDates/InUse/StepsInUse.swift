// Target dates as published plans and trackers write them, and what a careful person reads: steps.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let stepsInUse = inUse([
        (
            "several dates, each with its words",
            [
                (
                    "Phase 1: March 2024; Phase 2: March 2025",
                    "due 2024-03-01..2024-03-31 month «Phase 1»; due 2025-03-01..2025-03-31 month «Phase 2»"
                ),
                (
                    "Phase 1 - March 2024, Phase 2 - March 2025",
                    "due 2024-03-01..2024-03-31 month «Phase 1»; due 2025-03-01..2025-03-31 month «Phase 2»"
                ),
                (
                    "Phase 1 March 2024 Phase 2 March 2025",
                    "due 2024-03-01..2024-03-31 month «Phase 1»; due 2025-03-01..2025-03-31 month «Phase 2»"
                ),
                (
                    "Phase one: March 2024\nPhase two: March 2025",
                    "due 2024-03-01..2024-03-31 month «Phase one»; due 2025-03-01..2025-03-31 month «Phase two»"
                ),
                (
                    "Draft by May, final by July 2024",
                    "due 2024-05-01..2024-05-31 month «Draft»; due 2024-07-01..2024-07-31 month «final»"
                ),
                (
                    "Draft – May 2024. Final – July 2024",
                    "due 2024-05-01..2024-05-31 month «Draft»; due 2024-07-01..2024-07-31 month «Final»"
                ),
                (
                    "Draft May 24 / Final July 24",
                    "due 2024-05-01..2024-05-31 month «Draft»; due 2024-07-01..2024-07-31 month «Final»"
                ),
                (
                    "Interim report May 2024; final report July 2024",
                    "due 2024-05-01..2024-05-31 month «Interim report»; due 2024-07-01..2024-07-31 month «final report»"
                ),
                (
                    "Consultation May – July 2024; decision September 2024",
                    "range 2024-05-01..2024-07-31 month «Consultation»; due 2024-09-01..2024-09-30 month «decision»"
                ),
                (
                    "Consultation to launch May 2024, closing July 2024",
                    "due 2024-05-01..2024-05-31 month «Consultation to launch»; due 2024-07-01..2024-07-31 month «closing»"
                ),
                (
                    "Design Q1 24/25; build Q2 24/25; launch Q3 24/25",
                    "due 2024-04-01..2024-06-30 quarter «Design»; due 2024-07-01..2024-09-30 quarter «build»; due 2024-10-01..2024-12-31 quarter «launch»"
                ),
                (
                    "a) April 2024\nb) June 2024\nc) Ongoing",
                    "due 2024-04-01..2024-04-30 month; due 2024-06-01..2024-06-30 month; ongoing"
                ),
                (
                    "(i) April 2024 (ii) June 2024",
                    "due 2024-04-01..2024-04-30 month; due 2024-06-01..2024-06-30 month"
                ),
                ("1) April 2024 2) June 2024", "due 2024-04-01..2024-04-30 month; due 2024-06-01..2024-06-30 month"),
                ("1. April 2024", "due 2024-04-01..2024-04-30 month"),
                ("1.1 April 2024", "due 2024-04-01..2024-04-30 month"),
                ("1a April 2024", "due 2024-04-01..2024-04-30 month"),
                (
                    "Action 1: April 2024; Action 2: Complete",
                    "due 2024-04-01..2024-04-30 month «Action 1»; completed"
                ),
                ("Part 1 complete; part 2 June 2024", "completed; due 2024-06-01..2024-06-30 month «part 2»"),
            ]
        ),
        (
            "a start and an end",
            [
                (
                    "Start: April 2024; Finish: March 2025",
                    "starts 2024-04-01.. month; due 2025-03-01..2025-03-31 month"
                ),
                ("Start April 2024 End March 2025", "starts 2024-04-01.. month; due 2025-03-01..2025-03-31 month"),
                (
                    "Begin April 2024, complete by March 2025",
                    "starts 2024-04-01.. month; due 2025-03-01..2025-03-31 month"
                ),
                (
                    "Start date 01/04/2024 End date 31/03/2025",
                    "starts 2024-04-01.. day; due 2025-03-31..2025-03-31 day"
                ),
                (
                    "Commence April 2024, complete March 2025",
                    "starts 2024-04-01.. month; due 2025-03-01..2025-03-31 month"
                ),
                (
                    "To commence April 2024 and be completed by March 2025",
                    "starts 2024-04-01.. month; due 2025-03-01..2025-03-31 month"
                ),
            ]
        ),
        (
            "words beside a date are its milestone",
            [
                (
                    "Review in April 2024 and April 2025",
                    "due 2024-04-01..2024-04-30 month «Review»; due 2025-04-01..2025-04-30 month"
                ),
                ("Review March 2025", "due 2025-03-01..2025-03-31 month «Review»"),
                ("Review by March 2025", "due 2025-03-01..2025-03-31 month «Review»"),
                ("Review date: March 2025", "due 2025-03-01..2025-03-31 month «Review date»"),
                ("To be reviewed in March 2025", "due 2025-03-01..2025-03-31 month «To be reviewed»"),
                ("Review annually from March 2025", "recurring 2025-03-01.. every P1Y"),
                (
                    "First meeting April 2024, then quarterly",
                    "due 2024-04-01..2024-04-30 month «First meeting»; recurring every P3M"
                ),
                (
                    "First report by June 2024, quarterly thereafter",
                    "due 2024-06-01..2024-06-30 month «First report»; recurring every P3M"
                ),
                ("Report to Cabinet in June 2024", "due 2024-06-01..2024-06-30 month «Report to Cabinet»"),
                ("Report to Committee June 2024", "due 2024-06-01..2024-06-30 month «Report to Committee»"),
                ("To Cabinet June 2024", "due 2024-06-01..2024-06-30 month «To Cabinet»"),
                ("Training complete by June 2024", "due 2024-06-01..2024-06-30 month «Training complete»"),
                ("Policy reviewed by June 2024", "due 2024-06-01..2024-06-30 month «Policy reviewed»"),
                ("Policy updated June 2023", "completed on 2023-06 «Policy updated»"),
                ("Staff trained by June 2024", "due 2024-06-01..2024-06-30 month «Staff trained»"),
                ("100% by June 2024", "due 2024-06-01..2024-06-30 month «100%»"),
                ("80% of staff by June 2024", "due 2024-06-01..2024-06-30 month «80% of staff»"),
                ("All staff by end of June 2024", "due 2024-06-01..2024-06-30 month «All staff»"),
                ("New system live June 2024", "due 2024-06-01..2024-06-30 month «New system live»"),
                ("Go live June 2024", "due 2024-06-01..2024-06-30 month «Go live»"),
                ("Go-live: June 2024", "due 2024-06-01..2024-06-30 month «Go-live»"),
            ]
        ),
        (
            "steps one after another",
            [
                (
                    "Procurement complete June 2024; contract start September 2024",
                    "due 2024-06-01..2024-06-30 month «Procurement»; starts 2024-09-01.. month «contract»"
                ),
                ("Contract to start 1 April 2024", "starts 2024-04-01.. day «Contract»"),
                ("Contract awarded; mobilisation by June 2024", "due 2024-06-01..2024-06-30 month «mobilisation»"),
                (
                    "Recruitment by June 2024, in post by September 2024",
                    "due 2024-06-01..2024-06-30 month «Recruitment»; due 2024-09-01..2024-09-30 month"
                ),
                ("In post by September 2024", "due 2024-09-01..2024-09-30 month"),
                ("To be in place by September 2024", "due 2024-09-01..2024-09-30 month"),
                ("To be in place from September 2024", "starts 2024-09-01.. month"),
                (
                    "Pilot from April 2024; roll out from September 2024",
                    "starts 2024-04-01.. month «Pilot»; starts 2024-09-01.. month «roll out»"
                ),
                (
                    "Pilot April-June 2024, rollout September 2024",
                    "range 2024-04-01..2024-06-30 month «Pilot»; due 2024-09-01..2024-09-30 month «rollout»"
                ),
                (
                    "Pilot complete. Full roll out by September 2024",
                    "completed; due 2024-09-01..2024-09-30 month «Full roll out»"
                ),
                ("Rolled out September 2023", "completed on 2023-09 «Rolled out»"),
                ("Rollout from September 2024", "starts 2024-09-01.. month «Rollout»"),
                ("Work to begin in Spring 2024", "starts 2024-03-01.. season «Work»"),
                ("Spring 2024 (start)", "starts 2024-03-01.. season"),
                ("Autumn 2024 start", "starts 2024-09-01.. season"),
            ]
        ),
        (
            "ranges of seasons and quarters",
            [
                ("Spring 2024 to Autumn 2024", "range 2024-03-01..2024-11-30 season"),
                ("Spring 2024 – Spring 2025", "range 2024-03-01..2025-05-31 season"),
                ("Spring to Summer 2024", "range 2024-03-01..2024-08-31 season"),
                ("Winter 2024 to Spring 2025", "range 2024-12-01..2025-05-31 season"),
                ("Q1 2024/25 to Q4 2025/26", "range 2024-04-01..2026-03-31 quarter"),
                ("Q3 2024/25 – Q1 2025/26", "range 2024-10-01..2025-06-30 quarter"),
                ("by 2024/25 Q2 and then annually", "due 2024-07-01..2024-09-30 quarter; recurring every P1Y"),
            ]
        ),
        (
            "as Parliament is told",
            [
                (
                    "Legislation in 2025, commencement in 2026",
                    "due 2025-01-01..2025-12-31 year «Legislation»; starts 2026-01-01.. year"
                ),
                ("Primary legislation required", "unclear"),
                (
                    "Subject to the passage of the Bill, April 2025",
                    "due 2025-04-01..2025-04-30 month why it waits on “Subject to the passage of the Bill”"
                ),
                ("Target implementation date: Spring 2025", "due 2025-03-01..2025-05-31 season"),
                ("Target implementation date: December 2024", "due 2024-12-01..2024-12-31 month"),
                ("Original target implementation date: Spring 2023", "due 2023-03-01..2023-05-31 season"),
                ("Revised target implementation date: Spring 2025", "due 2025-03-01..2025-05-31 season"),
                ("Recommendation implemented: January 2024", "completed on 2024-01"),
                ("Implemented: Winter 2023-24", "completed on 2023-12/2024-02"),
                ("Work in progress", "ongoing"),
                ("Work in progress: target March 2025", "due 2025-03-01..2025-03-31 month «Work in progress»"),
                ("Target met", "completed"),
                ("Target date passed", "unclear"),
                ("Missed", "unclear"),
                (
                    "Milestone 1 - 30/04/2024, Milestone 2 - 31/07/2024",
                    "due 2024-04-30..2024-04-30 day «Milestone 1»; due 2024-07-31..2024-07-31 day «Milestone 2»"
                ),
            ]
        ),
    ])
}
