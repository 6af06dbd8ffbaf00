// Tables as other bodies publish them: councils, housing, parking: scrutiny, audits and their answers.
// Our own words; each with what a person reads in it. Cells are parted by bars.

extension PublishedLayout {
    static let councilLayouts = [
        PublishedLayout(
            "council scrutiny",
            text: """
                Scrutiny review of allotments: Cabinet response

                Date of response: 14 May 2024

                Scrutiny Recommendation | Cabinet Response (Accept / Partially Accept / Reject) | Proposed Action \
                | Lead Officer | Timescale | Progress Update
                Recommendation 1: That the waiting list for each site is published. | Accept | The list will be \
                put on the website and kept up to date. | Head of Green Spaces | By end of July 2024 | Not started
                Recommendation 2: That rents are frozen for pensioners. | Partially Accept | A hardship scheme \
                will be drawn up with the growers' federation. | Principal Accountant | Q3 2024/25 | In progress
                Recommendation 3: That unused plots are sold. | Reject | Plots are held in trust and cannot be \
                sold. | | N/A |
                Scrutiny Recommendation | Cabinet Response (Accept / Partially Accept / Reject) | Proposed Action \
                | Lead Officer | Timescale | Progress Update
                Recommendation 4: That each site has a water point. | Accept | Bids will be invited from \
                plumbers. | Head of Green Spaces | March 2025 |
                """,
            reads: """
                1 | That the waiting list for each site is published. | accepted
                  By end of July 2024 = 2024-07-31 | Head of Green Spaces
                  certain 1 | The list will be put on the website and kept up to date.
                2 | That rents are frozen for pensioners. | partially_accepted
                  Q3 2024/25 = 2024-12-31 | Principal Accountant
                  certain 1 | A hardship scheme will be drawn up with the growers' federation.
                3 | That unused plots are sold. | not_accepted
                  N/A = none | nobody
                  certain 1 | Plots are held in trust and cannot be sold.
                4 | That each site has a water point. | accepted
                  March 2025 = 2025-03-31 | Head of Green Spaces
                  certain 1 | Bids will be invited from plumbers.
                """),
        PublishedLayout(
            "three columns owner in text",
            text: """
                Response to the audit of the parking service

                Date: 1 February 2024

                Ref | Recommendation | Management response
                R1 | Reconcile the cash boxes each week. | Agreed. A weekly reconciliation will be signed off. \
                Owner: Parking Manager. Target date: 31 March 2024.
                R2 | Renew the maintenance contract. | Agreed. The contract will be tendered. Responsible \
                officer: Head of Procurement; Deadline: Summer 2024
                R3 | Replace the pay machines. | Partly agreed. Machines will be replaced at two sites (Head of \
                Highways, December 2024).
                """,
            reads: """
                1 | Reconcile the cash boxes each week. | agreed
                  31 March 2024 = 2024-03-31 | Parking Manager
                  certain 1 | A weekly reconciliation will be signed off. Owner: Parking Manager. Target date: 31 \
                March 2024.
                2 | Renew the maintenance contract. | agreed
                  Summer 2024 = 2024-08-31 | Head of Procurement
                  certain 1 | The contract will be tendered. Responsible officer: Head of Procurement; Deadline: \
                Summer 2024
                3 | Replace the pay machines. | partly_agreed
                  December 2024 = 2024-12-31 | Head of Highways
                  certain 1 | Machines will be replaced at two sites (Head of Highways, December 2024).
                """),
        PublishedLayout(
            "no number no rec",
            text: """
                Housing improvement plan

                Published 4 April 2025

                Theme | Action | Milestone | Lead | By when | Update
                Repairs | Clear the backlog of repairs. | 500 a month | Head of Repairs | September 2025 | 
                Repairs | Publish a repairs charter. | Charter agreed | Head of Repairs | June 2025 |
                Damp | Survey all homes on the east estate. | Survey let | Director of Housing | Q4 2025/26 |
                """,
            reads: """
                1 | Clear the backlog of repairs.
                  September 2025 = 2025-09-30 | Head of Repairs
                  certain 1 | Clear the backlog of repairs.
                2 | Publish a repairs charter.
                  June 2025 = 2025-06-30 | Head of Repairs
                  certain 1 | Publish a repairs charter.
                3 | Survey all homes on the east estate.
                  Q4 2025/26 = 2026-03-31 | Director of Housing
                  certain 1 | Survey all homes on the east estate.
                """),
        PublishedLayout(
            "safeguarding merged",
            text: """
                Safeguarding Adults Review: Mrs P. Multi-agency action plan

                Updated: 8 July 2024

                Learning point / Recommendation | Action | Lead agency | Timescale | Desired outcome | Status
                1. Agencies should share risk assessments. | 1a. Agree a template. | Adult Social Care | Aug 2024 \
                | One template in use | Complete
                 | 1b. Train staff to use it. | Integrated Care Board | Nov 2024 | 90% trained | On track
                2. GPs should flag missed visits. | 2a. Add a flag to the patient record. | Primary Care Team | \
                31.12.24 | Flag in use | On track
                """,
            reads: """
                1 | Agencies should share risk assessments.
                  Aug 2024 = 2024-08-31 | Adult Social Care
                  Nov 2024 = 2024-11-30 | Integrated Care Board
                  certain 1 | 1a) Agree a template.
                  certain 2 | 1b) Train staff to use it.
                2 | GPs should flag missed visits.
                  31.12.24 = 2024-12-31 | Primary Care Team
                  certain 1 | 2a) Add a flag to the patient record.
                """),
    ]
}
