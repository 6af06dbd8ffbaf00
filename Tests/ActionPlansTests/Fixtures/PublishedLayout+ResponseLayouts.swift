// Tables as other bodies publish them: government answers, coroners, universities, prisons, charities.
// Our own words; each with what a person reads in it. Cells are parted by bars.

extension PublishedLayout {
    static let responseLayouts = [
        PublishedLayout(
            "two columns",
            text: """
                Government response to the Select Committee on Canals

                Published 9 October 2024

                Recommendation | Government response
                1. The department should publish a survey of locks. | We accept this recommendation. • The survey \
                will be published on the website. (March 2025) • A digest will be sent to boaters. [by June 2025]
                2. The department should train more lock keepers. | We partially accept this recommendation. The \
                Waterways Agency will fund twelve posts – Autumn 2025
                3. The department should abolish the licence. | We do not accept this recommendation. Licences \
                pay for the upkeep of towpaths under the Canals Act 1998.
                """,
            reads: """
                1 | The department should publish a survey of locks. | accepted
                  March 2025 = 2025-03-31 | nobody
                  by June 2025 = 2025-06-30 | nobody
                  certain 1 | bullet 1) The survey will be published on the website. (March 2025)
                  certain 2 | bullet 2) A digest will be sent to boaters. [by June 2025]
                2 | The department should train more lock keepers. | partially_accepted
                  Autumn 2025 = 2025-11-30 | nobody
                  certain 1 | The Waterways Agency will fund twelve posts – Autumn 2025
                3 | The department should abolish the licence. | not_accepted
                """),
        PublishedLayout(
            "internal audit combined",
            text: """
                University of Marlport: internal audit of student visas

                Report date: 3 March 2023
                Management action plan dated 11 April 2023

                Rec. No. | Finding and risk | Recommendation | Grade | Agreed management action | Responsibility \
                & Timescale
                4.1 | Attendance was not recorded. | Record attendance weekly. | High | The registry will \
                introduce a weekly return. | Academic Registrar, 30 June 2023
                4.2 | Files had no index. | Index the files. | Low | Agreed. Files will be indexed before the new \
                year. | Head of Admissions  By end of August 2023
                """,
            reads: """
                4.1 | Record attendance weekly.
                  30 June 2023 = 2023-06-30 | Academic Registrar
                  certain 1 | The registry will introduce a weekly return.
                4.2 | Index the files. | agreed
                  By end of August 2023 = 2023-08-31 | Head of Admissions
                  certain 1 | Files will be indexed before the new year.
                """),
        PublishedLayout(
            "across recommendation",
            text: """
                Prison service response

                Date submitted: 17 June 2024

                Action | Owner | Deadline | Progress
                Recommendation 1: The governor should reduce the use of segregation. | | |
                Review each case weekly. | Head of Safety | July 2024 | Ongoing
                Publish figures each quarter. | Head of Performance | October 2024 | 
                Recommendation 2: The governor should mend the showers. | | |
                Let the contract for repairs. | Head of Residence | End of 2024 |
                """,
            reads: """
                1 | The governor should reduce the use of segregation.
                  July 2024 = 2024-07-31 | Head of Safety
                  October 2024 = 2024-10-31 | Head of Performance
                  certain 1 | Review each case weekly.
                  certain 2 | Publish figures each quarter.
                2 | The governor should mend the showers.
                  End of 2024 = 2024-12-31 | Head of Residence
                  certain 1 | Let the contract for repairs.
                """),
        PublishedLayout(
            "pfd response",
            text: """
                Response to the report to prevent future deaths

                Dated: 12 August 2024

                Matter of concern | Action taken or proposed | Responsible person | Date for completion
                (1) The handrail was loose. | The handrail has been replaced. | Estates Manager | Completed 2 \
                August 2024
                (2) Staff were not told of falls. | A daily bulletin will be sent to all wards. | Deputy Chief \
                Nurse | 30 September 2024
                (3) The ward had no alarm. | Alarms will be fitted by October 2024. | Estates Manager | 31 \
                December 2024
                """,
            reads: """
                1 | The handrail was loose.
                  Completed 2 August 2024 = completed 2024-08-02 | Estates Manager
                  certain 1 | The handrail has been replaced.
                2 | Staff were not told of falls.
                  30 September 2024 = 2024-09-30 | Deputy Chief Nurse
                  certain 1 | A daily bulletin will be sent to all wards.
                3 | The ward had no alarm.
                  31 December 2024 = 2024-12-31 | Estates Manager
                  certain 1 | Alarms will be fitted by October 2024.
                """),
        PublishedLayout(
            "roman",
            text: """
                Charity Commission style plan

                Date: 1 March 2024

                No. | Recommendations | Agreed/Not agreed | Response and action | Responsible | Completion
                (i) | Publish minutes. | Agreed | Minutes will go online within a week. | Clerk to the Trustees | \
                April 2024
                (ii) | Elect a treasurer. | Agreed | An election will be held. | Clerk to the Trustees | May 2024
                (iii) | Close the shop. | Not agreed | The shop pays its way. | |
                """,
            reads: """
                i | Publish minutes. | agreed
                  April 2024 = 2024-04-30 | Clerk to the Trustees
                  certain 1 | Minutes will go online within a week.
                ii | Elect a treasurer. | agreed
                  May 2024 = 2024-05-31 | Clerk to the Trustees
                  certain 1 | An election will be held.
                iii | Close the shop. | not_agreed
                  certain none | The shop pays its way.
                """),
        PublishedLayout(
            "sparse mixed",
            text: """
                Government response to the Committee

                Published 5 February 2025

                No | Recommendation | Response
                1 | Publish a map of wells. | Accepted. The Agency will publish a map by June 2025. Lead: \
                Director of Water.
                2 | Cap the wells. | Accepted in principle. (a) Wells in parks will be capped (December 2025). \
                (b) Wells on farms will be surveyed (Spring 2026).
                """,
            reads: """
                1 | Publish a map of wells. | accepted
                  certain none | The Agency will publish a map by June 2025. Lead: Director of Water.
                2 | Cap the wells. | accepted
                  December 2025 = 2025-12-31 | nobody
                  Spring 2026 = 2026-05-31 | nobody
                  certain 1 | a) Wells in parks will be capped (December 2025).
                  certain 2 | b) Wells on farms will be surveyed (Spring 2026).
                """),
    ]
}
