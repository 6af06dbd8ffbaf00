// Tables as other bodies publish them: parks, shelters, unions and others.
// Our own words; each with what a person reads in it. Cells are parted by bars.

extension PublishedLayout {
    static let mixedLayouts = [
        PublishedLayout(
            "eight columns",
            text: """
                National park authority: improvement plan 2024

                Approved: 22 February 2024

                Theme | Ref | Recommendation | Accepted? | Actions | Owner(s) | Target completion | Progress
                Paths | 1.1 | Mend the ridge path. | Yes | Hire a contractor for the ridge path. | Head of Access \
                | 30/06/24 | On track
                Paths | 1.2 | Count walkers. | Yes | Install four counters. Publish results. | Ranger Team Leader \
                | Q2 2024-25 | On track
                Toilets | 2.1 | Open toilets in winter. | No | The cost is too high. | | |
                Toilets | 2.2 | Clean the toilets daily. | Partial | A new contract will begin in spring. | \
                Facilities Lead | Spring 2025 and ongoing | Delayed
                """,
            reads: """
                1.1 | Mend the ridge path. | accepted
                  30/06/24 = 2024-06-30 | Head of Access
                  certain 1 | Hire a contractor for the ridge path.
                1.2 | Count walkers. | accepted
                  Q2 2024-25 = 2024-09-30 | Ranger Team Leader
                  certain 1 | Install four counters. Publish results.
                2.1 | Open toilets in winter. | not_accepted
                  certain none | The cost is too high.
                2.2 | Clean the toilets daily. | partially_accepted
                  Spring 2025 and ongoing = 2025-05-31, ongoing | Facilities Lead
                  certain 1 | A new contract will begin in spring.
                """),
        PublishedLayout(
            "page break rows",
            text: """
                Action plan: inspection of approved premises

                Action Plan Submitted: 11 March 2024

                1. Rec No | 2. Recommendation | 3. Agreed/ Partly Agreed/ Not Agreed | 4. Response Action \
                Taken/Planned | 5. Responsible Owner | 6. Target Date
                 | The Probation Service should: | | | |
                1 | Make sure that rooms are searched | Agreed | Guidance on searching will be issued to all \
                premises. The guidance will | Head of Approved Premises, Probation | April

                1. Rec No | 2. Recommendation | 3. Agreed/ Partly Agreed/ Not Agreed | 4. Response Action \
                Taken/Planned | 5. Responsible Owner | 6. Target Date
                 | weekly and records kept. | | say how often. | Service | 2024
                2 | Train staff in first aid. | Partly Agreed | This recommendation is partly agreed because \
                relief staff are hired by agencies.  All residential staff will be trained.  Agencies will be \
                asked to train theirs. | Head of Learning | September 2024  Ongoing
                """,
            reads: """
                1 | The Probation Service: Make sure that rooms are searched weekly and records kept. | agreed
                  April 2024 = 2024-04-30 | Head of Approved Premises, Probation Service
                  certain 1 | Guidance on searching will be issued to all premises. The guidance will say how often.
                2 | The Probation Service: Train staff in first aid. | partly_agreed
                  September 2024 = 2024-09-30 | Head of Learning
                  Ongoing = ongoing | Head of Learning
                  certain none | This recommendation is partly agreed because relief staff are hired by agencies.
                  likely 1 | All residential staff will be trained.
                  likely 2 | Agencies will be asked to train theirs.
                """),
        PublishedLayout(
            "edition columns",
            text: """
                Student union action plan

                Updated 7 January 2025

                Priority | Recommendation | Action | By whom | Target | Revised target | Status / Comments
                High | 1) Publish accounts. | Put the accounts online. | Finance Officer | Nov 2024 | Feb 2025 | \
                Delayed by audit
                Low | 2) Open on Sundays. | Ask the university for keys. | General Manager | Jan 2025 | TBC | \
                Awaiting reply
                Low | 3) Sell fruit. | Find a supplier. | Shop Manager | Dec 2024 | | Completed
                """,
            reads: """
                1 | Publish accounts.
                  Nov 2024, revised to Feb 2025 = 2025-02-28 | Finance Officer
                  certain 1 | Put the accounts online.
                2 | Open on Sundays.
                  Jan 2025, revised to TBC = unclear | General Manager
                  certain 1 | Ask the university for keys.
                3 | Sell fruit.
                  Dec 2024 = 2024-12-31 | Shop Manager
                  certain 1 | Find a supplier.
                """),
        PublishedLayout(
            "multi actions",
            text: """
                Environment regulator's answer to the ombudsman

                Dated 3 September 2024

                Recommendation no. | Recommendation | Our response | Action we will take | Who | When
                1 | Answer letters within ten days. | Accept in full | (i) Set a standard. (ii) Report on it each \
                quarter. | Head of Complaints; Head of Performance | (i) October 2024 (ii) From January 2025
                2 | Say sorry. | Accept | A letter of apology has been sent. | Chief Executive | Completed
                3 | Pay redress. | Accept | Payment of £500 will be made within 28 days of the report. | Head of \
                Finance | Within 28 days
                """,
            reads: """
                1 | Answer letters within ten days. | accepted
                  October 2024 = 2024-10-31 | Head of Complaints
                  From January 2025 = starts 2025-01-01 | Head of Performance
                  certain 1 | i) Set a standard.
                  certain 2 | ii) Report on it each quarter.
                2 | Say sorry. | accepted
                  Completed = completed | Chief Executive
                  certain 1 | A letter of apology has been sent.
                3 | Pay redress. | accepted
                  Within 28 days = relative | Head of Finance
                  certain 1 | Payment of £500 will be made within 28 days of the report.
                """),
        PublishedLayout(
            "bullets in one cell",
            text: """
                Response to the thematic review of night shelters

                Submitted: 15 April 2024

                No | Recommendation | Response | Owner
                1 | Provide beds. | Accepted. • Twenty beds will be bought by the council – July 2024 • A second \
                shelter will open – December 2024 | Head of Homelessness
                2 | Provide breakfasts. | Accepted. A charity will be asked to cook. (Target: May 2024) | \
                Commissioning Lead
                """,
            reads: """
                1 | Provide beds. | accepted
                  July 2024 = 2024-07-31 | Head of Homelessness
                  December 2024 = 2024-12-31 | Head of Homelessness
                  certain 1 | bullet 1) Twenty beds will be bought by the council – July 2024
                  certain 2 | bullet 2) A second shelter will open – December 2024
                2 | Provide breakfasts. | accepted
                  May 2024 = 2024-05-31 | Commissioning Lead
                  certain 1 | A charity will be asked to cook. (Target: May 2024)
                """),
    ]
}
