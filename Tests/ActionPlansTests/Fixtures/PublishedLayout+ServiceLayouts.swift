// Tables as other bodies publish them: hospitals, children, police, fire, ambulances.
// Our own words; each with what a person reads in it. Cells are parted by bars.

extension PublishedLayout {
    static let serviceLayouts = [
        PublishedLayout(
            "hospital cqc",
            text: """
                Brindle Valley Hospitals improvement plan

                Published: 2 September 2024

                Must do actions
                Ref | Issue identified | Action to be taken | Executive Lead | Completion date | RAG | Evidence \
                of completion
                Must do | | | | | |
                MD1 | Medicines were kept in unlocked rooms. | Fit locks to all treatment rooms.  Audit the rooms \
                each month. | Chief Pharmacist | 31/10/2024 | Amber | Audit reports
                MD2 | Staff had not been trained in resuscitation. | Train every nurse. | Director of Nursing | \
                30/11/2024 | Green | Training register
                Should do | | | | | |
                SD1 | Signs to the children's ward were poor. | Replace the signs. | Director of Estates | \
                Completed | Blue | Photographs
                """,
            reads: """
                MD1 | Medicines were kept in unlocked rooms.
                  31/10/2024 = 2024-10-31 | Chief Pharmacist
                  unclear none | Fit locks to all treatment rooms.
                  unclear none | Audit the rooms each month.
                MD2 | Staff had not been trained in resuscitation.
                  30/11/2024 = 2024-11-30 | Director of Nursing
                  certain 1 | Train every nurse.
                SD1 | Signs to the children's ward were poor.
                  Completed = completed | Director of Estates
                  certain 1 | Replace the signs.
                """),
        PublishedLayout(
            "ofsted ilacs",
            text: """
                Wexcombe children's services improvement plan

                Plan dated 5 March 2024

                No. | What we will do | Who is responsible | By when | How we will know it has worked | BRAG
                Priority 1: Leadership and governance | | | | |
                1.1 | Set up an improvement board with an independent chair. | Director of Children's Services | \
                April 2024 | Minutes show challenge | Green
                1.2 | Review the scheme of delegation. | Monitoring Officer | June 2024 | Scheme approved | Amber
                Priority 2: Quality of practice | | | | |
                2.1 | Recruit ten social workers. | Head of Service, Assessment | End of September 2024 | \
                Caseloads below 18 | Red
                """,
            reads: """
                1.1 | Set up an improvement board with an independent chair.
                  April 2024 = 2024-04-30 | Director of Children's Services
                  certain 1 | Set up an improvement board with an independent chair.
                1.2 | Review the scheme of delegation.
                  June 2024 = 2024-06-30 | Monitoring Officer
                  certain 1 | Review the scheme of delegation.
                2.1 | Recruit ten social workers.
                  End of September 2024 = 2024-09-30 | Head of Service, Assessment
                  certain 1 | Recruit ten social workers.
                """),
        PublishedLayout(
            "police revised",
            text: """
                Force response to the inspection of custody

                Submitted: 20 January 2025

                Rec | HMICFRS recommendation | Force action | Force lead | Original target date | Revised target \
                date | Status
                1 | By June 2025 the force should check detainees every 30 minutes. | A new custody log will be \
                brought in. | Ch Supt Criminal Justice | 31 March 2025 | 30 September 2025 | Delayed
                2 | The force should offer legal advice in writing. | Leaflets will be printed in nine languages. \
                | Insp Custody | May 2025 | n/a | On track
                3 | The force should repair the exercise yard. | The contractor will relay the yard. | Head of \
                Estates | February 2025 | No change | On track
                4 | The force should buy better blankets. | Blankets will be bought. | Head of Estates | 1 \
                December 2024 | | Complete
                """,
            reads: """
                1 | By June 2025 the force should check detainees every 30 minutes.
                  31 March 2025, revised to 30 September 2025 = 2025-09-30 | Ch Supt Criminal Justice
                  certain 1 | A new custody log will be brought in.
                2 | The force should offer legal advice in writing.
                  May 2025 = 2025-05-31 | Insp Custody
                  certain 1 | Leaflets will be printed in nine languages.
                3 | The force should repair the exercise yard.
                  February 2025 = 2025-02-28 | Head of Estates
                  certain 1 | The contractor will relay the yard.
                4 | The force should buy better blankets.
                  1 December 2024 = 2024-12-01 | Head of Estates
                  certain 1 | Blankets will be bought.
                """),
        PublishedLayout(
            "fire service two row header",
            text: """
                Fire and rescue service action plan

                Published: 6 November 2023

                No | Recommendation | Action | Owner | Target date | | RAG
                 | | | | Original | Revised |
                1 | Test hydrants every year. | A rota of tests will be drawn up. | Group Manager Water | March \
                2024 | June 2024 | A
                2 | Replace breathing sets. | New sets will be bought. | Head of Fleet and Equipment | April 2024 \
                | | G
                """,
            reads: """
                1 | Test hydrants every year.
                  March 2024, revised to June 2024 = 2024-06-30 | Group Manager Water
                  certain 1 | A rota of tests will be drawn up.
                2 | Replace breathing sets.
                  April 2024 = 2024-04-30 | Head of Fleet and Equipment
                  certain 1 | New sets will be bought.
                """),
        PublishedLayout(
            "start end",
            text: """
                Ambulance trust delivery plan

                Published: 10 May 2024

                Item | Objective | Activity | SRO | Start date | End date | Success measure | Priority
                1 | Answer calls faster. | Hire forty call handlers. | Chief Operating Officer | 01/06/2024 | \
                30/09/2024 | 95% in 5 seconds | 1
                2 | Cut handover delays. | Open a handover suite. | Medical Director | 01/02/2025 | 31/12/2024 | \
                15 minutes | 2
                """,
            reads: """
                1 | Answer calls faster.
                  30/09/2024 = 2024-09-30 | Chief Operating Officer
                  certain 1 | Hire forty call handlers.
                2 | Cut handover delays.
                  31/12/2024 = 2024-12-31 | Medical Director
                  certain 1 | Open a handover suite.
                """),
        PublishedLayout(
            "owners two",
            text: """
                Joint targeted inspection: written statement of action

                Published: 3 July 2024

                Ref | Area for improvement | Actions | Lead agency | Lead officer | Due | Impact
                AFI 1 | Strategy meetings were late. | Meetings will be held within two days. | Children's \
                Services | Head of MASH | August 2024 | On time
                AFI 2 | Police notices lacked detail. | A form will be agreed.  Officers will be trained in its \
                use. | Northmere Police | Det Supt Vulnerability | August 2024  November 2024 | Better notices
                """,
            reads: """
                AFI1 | Strategy meetings were late.
                  August 2024 = 2024-08-31 | Children's Services; Head of MASH
                  certain 1 | Meetings will be held within two days.
                AFI2 | Police notices lacked detail.
                  August 2024 = 2024-08-31 | Northmere Police; Det Supt Vulnerability
                  November 2024 = 2024-11-30 | Northmere Police; Det Supt Vulnerability
                  likely 1 | A form will be agreed.
                  likely 2 | Officers will be trained in its use.
                """),
    ]
}
