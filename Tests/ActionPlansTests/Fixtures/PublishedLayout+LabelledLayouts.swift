// Tables as other bodies publish them: cards, paragraphs and the rest.
// Our own words; each with what a person reads in it. Cells are parted by bars.

extension PublishedLayout {
    static let labelledLayouts = [
        PublishedLayout(
            "cards",
            text: """
                Internal audit report: payroll

                Date issued: 4 June 2024

                Recommendation 1 | Check leavers each month.
                Priority | High
                Management response | Agreed. The payroll team will run a monthly check.
                Responsible officer | Payroll Manager
                Target date | 31 July 2024

                Recommendation 2 | Lock the key cupboard.
                Priority | Low
                Management response | Agreed. A lock will be fitted.
                Responsible officer | Facilities Manager
                Target date | August 2024
                """,
            reads: """
                1 | Check leavers each month. | agreed
                  31 July 2024 = 2024-07-31 | Payroll Manager
                  certain 1 | The payroll team will run a monthly check.
                2 | Lock the key cupboard. | agreed
                  August 2024 = 2024-08-31 | Facilities Manager
                  certain 1 | A lock will be fitted.
                """),
        PublishedLayout(
            "treasury minutes",
            text: """
                Government response to the Committee of Public Accounts on lighthouses

                Published 14 November 2024

                Introduction from the Committee

                Lighthouses cost money.

                1. PAC conclusion: Nobody knows how many lamps are broken.

                1. PAC recommendation: The Department should count the lamps and write to us within six months.

                1.1 The government agrees with the Committee's recommendation.

                Target implementation date: Spring 2025

                1.2 The Department will count the lamps and publish the figures.

                2. PAC conclusion: Keepers are leaving.

                2. PAC recommendation: The Department should set out how it will keep the keepers.

                2.1 The government disagrees with the Committee's recommendation.

                2.2 Keepers are employed by the lighthouse boards.

                3. PAC recommendation: The Department should buy spare lamps.

                3.1 The government agrees with the Committee's recommendation.

                Recommendation implemented

                3.2 The spare lamps were bought in May 2024.
                """,
            reads: """
                1 | The Department should count the lamps and write to us within six months. | agreed
                  Spring 2025 = 2025-05-31 | nobody
                  certain 1 | The Department will count the lamps and publish the figures.
                2 | The Department should set out how it will keep the keepers. | not_agreed
                  certain none | Keepers are employed by the lighthouse boards.
                3 | The Department should buy spare lamps. | agreed
                  Recommendation implemented = completed | nobody
                  certain 1 | The spare lamps were bought in May 2024.
                """),
        PublishedLayout(
            "paragraphs labelled",
            text: """
                Response to the safeguarding practice review

                Published: 5 August 2024

                Recommendation 1: The partnership should agree one referral form.

                Response: Accepted.

                Action: The business unit will draft the form and consult all agencies.

                Lead: Head of Safeguarding Partnership

                Timescale: December 2024

                Recommendation 2: Schools should be told of moves.

                Response: Partially accepted.

                Action: Admissions will send a weekly list.

                Lead: Admissions Manager

                Timescale: By 31 January 2025
                """,
            reads: """
                1 | The partnership should agree one referral form. | accepted
                  December 2024 = 2024-12-31 | Head of Safeguarding Partnership
                  certain 1 | The business unit will draft the form and consult all agencies.
                2 | Schools should be told of moves. | partially_accepted
                  By 31 January 2025 = 2025-01-31 | Admissions Manager
                  certain 1 | Admissions will send a weekly list.
                """),
        PublishedLayout(
            "hmip like other",
            text: """
                ACTION PLAN: HM Inspectorate of Prisons report on HMP Sallow
                Action plan submitted: 18 March 2025

                1. Rec No | 2. Recommendation / Concern | 3. Agreed/ Partly Agreed/ Not Agreed | 4. Response \
                Action Taken/Planned | 5. Function Responsible and Responsible Owner | 6. Target Date
                Priority concerns
                1 | Concern: Violence was rising. Recommendation: The governor should understand why. | Agreed | \
                A violence survey will be carried out and its findings acted on. A group of prisoners will be \
                consulted each month. | Head of Safety, HMP Sallow | June 2025
                2 | Time out of cell was too short. | Partly Agreed | This concern is partly agreed as staffing \
                is set nationally. The prison will publish a new daily regime. | Governor, HMP Sallow | Complete
                 | | | A bid for more staff will be made to the Group Director. | Governor, HMP Sallow | Sep 2025 \
                & ongoing
                Key concerns
                3 | Few prisoners left with a job. | Agreed | The employment hub will open. | Head of Reducing \
                Reoffending, HMP Sallow and New Futures Network | 1st quarter 2025-26
                """,
            reads: """
                1 | Concern: Violence was rising. Recommendation: The governor should understand why. | agreed
                  June 2025 = 2025-06-30 | Head of Safety, HMP Sallow
                  certain 1 | A violence survey will be carried out and its findings acted on. A group of \
                prisoners will be consulted each month.
                2 | Time out of cell was too short. | partly_agreed
                  Complete = completed | Governor, HMP Sallow
                  Sep 2025 & ongoing = 2025-09-30, ongoing | Governor, HMP Sallow
                  certain 1 | This concern is partly agreed as staffing is set nationally. The prison will \
                publish a new daily regime.
                  certain 2 | A bid for more staff will be made to the Group Director.
                3 | Few prisoners left with a job. | agreed
                  1st quarter 2025-26 = 2025-06-30 | Head of Reducing Reoffending, HMP Sallow and New Futures \
                Network
                  certain 1 | The employment hub will open.
                """),
        PublishedLayout(
            "dfe like",
            text: """
                Department for Learning: response to the independent review of nurseries

                Published: July 2024

                Chapter | Number | Recommendation to the department | Accept / Accept in principle / Reject | \
                Government commitment | Timeline
                1 | 1.1 | The department should pay nurseries monthly. | Accept | We will pay every nursery \
                monthly. | From September 2024
                1 | 1.2 | Inspectors should visit at no notice. | Accept in principle | Ofsted will consult on \
                no-notice visits. | Consultation by end of 2024; decision Spring 2025
                2 | 2.1 | A tax on toys should be raised. | Reject | Taxes are for the Treasury. | N/A
                """,
            reads: """
                1.1 | The department should pay nurseries monthly. | accepted
                  From September 2024 = starts 2024-09-01 | nobody
                  certain 1 | We will pay every nursery monthly.
                1.2 | Inspectors should visit at no notice. | accepted
                  Consultation by end of 2024; decision Spring 2025 = 2024-12-31, 2025-05-31 | nobody
                  certain 1 | Ofsted will consult on no-notice visits.
                2.1 | A tax on toys should be raised. | not_accepted
                  N/A = none | nobody
                  certain 1 | Taxes are for the Treasury.
                """),
        PublishedLayout(
            "scotland audit",
            text: """
                Audit follow-up: North Firth Council

                Report dated 12 December 2023

                Issue/risk | Recommendation | Agreed management action/timing
                1. Bank reconciliations were late. | Reconcile every month. | Reconciliations are now done \
                monthly. Responsible officer: Chief Accountant. Agreed date: 31 March 2024
                2. Two houses were not valued. | Value all houses. | The valuer will revisit the list. \
                Responsible officer: Estates Manager. Agreed date: June 2024
                """,
            reads: """
                1 | Reconcile every month.
                  31 March 2024 = 2024-03-31 | Chief Accountant
                  certain 1 | Reconciliations are now done monthly. Responsible officer: Chief Accountant. Agreed \
                date: 31 March 2024
                2 | Value all houses.
                  June 2024 = 2024-06-30 | Estates Manager
                  certain 1 | The valuer will revisit the list. Responsible officer: Estates Manager. Agreed \
                date: June 2024
                """),
        PublishedLayout(
            "notes under",
            text: """
                Improvement actions for the port health service
                Date of plan: 2 May 2024

                Ref | What we need to do | Who will do it | When will it be done by | RAG status
                1a | Recruit two port health officers. | HR Business Partner | End of Q2 24/25 | Amber
                1b | Buy a new launch. | Harbour Master | FY 2025/26 | Red
                2 | Train staff to inspect shellfish. | Principal Port Health Officer | Completed - Feb 2024 | \
                Complete
                """,
            reads: """
                1a | Recruit two port health officers.
                  End of Q2 24/25 = 2024-09-30 | HR Business Partner
                  certain 1 | Recruit two port health officers.
                1b | Buy a new launch.
                  FY 2025/26 = 2026-03-31 | Harbour Master
                  certain 1 | Buy a new launch.
                2 | Train staff to inspect shellfish.
                  Completed - Feb 2024 = completed 2024-02 | Principal Port Health Officer
                  certain 1 | Train staff to inspect shellfish.
                """),
        PublishedLayout(
            "ngo",
            text: """
                Serious case review action log
                Last updated 19/08/2024

                No. | Recommendation | Key actions | Evidence | Key Outcomes | Lead Officer | Date to be \
                completed by | Date completed
                1 | Share chronologies. | Build a shared chronology tool | Tool in use | Fewer gaps | \
                Safeguarding Lead | 30/09/2024 | 
                2 | Hold learning events. | Hold three events | Attendance lists | Staff confident | Training \
                Officer | 31/07/2024 | 12/07/2024
                """,
            reads: """
                1 | Share chronologies.
                  30/09/2024 = 2024-09-30 | Safeguarding Lead
                  certain 1 | Build a shared chronology tool
                2 | Hold learning events.
                  31/07/2024 = 2024-07-31 | Training Officer
                  certain 1 | Hold three events
                """),
    ]
}
