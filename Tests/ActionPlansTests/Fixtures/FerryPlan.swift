// A plan of our own writing in the second shape: six columns, two editions in one table with banners in every place,
// two lists of recommendations, a table of definitions before it, and the slips that such documents have.

enum FerryPlan {
    static let text = """
        Action Plan Submitted: 8th May 2023

        Action Plan Update Submitted: 20th November 2023

        A Response to: A review of the island ferries

        Report Published: 1st February 2023

        Term\tDefinition\tAdditional comment
        Agreed\tAll of it is agreed.  It can be paid for.\tThere <b>mus</b> t be dates.
        Not Agreed\tIt will not be done.\tSay why.

        1. Rec No\t2. Recommendation\t3. Agreed/ Partly Agreed/ Not Agreed\t4. Response Action Taken/Planned\t\
        5. Responsible Owner (including role)\t6. Target Date
        \tThe Ferry Company, the Harbour Trust and the Council should:\t\t\t\t
        1\tSail in winter on at least five days of each week.\tPartly Agreed\tAction Plan (May 2023)  This recommendation \
        is partly agreed because the north pier cannot be used in a gale. It was built for summer.\tHead of Fleet and \
        Senior Purser, FC\tJune 2023
        \t\t\tThe company is reviewing its winter timetable.  Together with the council, the company met islanders in \
        March 2023 to hear what they need.\tHead of Fleet and Senior Purser, FC\tCompleted
        \t\t\tAction Plan Update (November 2023)\t\t

        \t\t\tThe winter timetable has been printed and put up at every pier.\tHead of Fleet and Senior Purser, FC\t\
        Completed and March 2024
        \tThe Ferry Company should:\t\t\t\t
        2\tTrain crews to help passengers who cannot climb stairs.\tAgreed\tAction Plan (May 2023)  A course was tried \
        out on the small boats, following the rules of the Sea\tHead of Training FC\tSeptember 2023

        \tSchool; it takes two days and ends with a test.\t\t
        \tA handbook has been given to every purser.\tHead of Training FC\tCompleted
        \tAction Plan Update (November 2023)  All pursers have passed the test.  The course goes on to the deck crews, \
        who are more numerous and work\tHead of Training FC  Crew Manager\tCompleted and ongoing  April 2024
        The Harbour Trust and the Ferry Company should:\t\t\t

        3\tKeep the waiting rooms\tAgreed\tin shifts. The last course is planned for spring.  Action Plan (May 2023)\t\t
        \twarm and lit after dark.\tTally agreed\tNew lamps will be bought for the two largest rooms.\tTrust Engineer\t\
        July 2023 October 2023
        \t\t\tHeating will follow the lamps.\t\tDecember 2023
        \t\t\tAction Plan Update (November 2023)  The law on lamps was changed in the summer, and the trust has to \
        replace lamps that\t\t
        \t\t\tare older than ten years, which means that;  \u{2022} all rooms were surveyed,\tTrust Engineer\t\
        January 2024

        \tWe make the additional further recommendations:\t\t\t\t
        1\tThe Council and the Ferry Company should:  Publish how often boats are late.\tAgreed\t<ul> <li>new lamps were \
        ordered,</li> <li>the old ones go to the museum.</li> </ul> Action Plan (May 2023) The council will print a \
        table of late boats each month so that islanders can see it on every pier.\tClerk to the Council\tAugust 2023
        \t\t\tislanders can see it on every pier.  The table will be on the company's website too.\t\tSeptember 2023
        \t\t\tAction Plan Update (November 2023)\t\t
        \t\t\tThe table is printed.\tClerk to the Council\tCompleted and quarterly
        \t\t\tThe website is being rebuilt.\tWeb Editor\tCommencing April 2024
        3\tName the boats after islanders.\tNot Agreed\tAction Plan (May 2023)  This recommendation is not agreed because \
        the boats have names.\t\t

        Note Additional recommendation 2 was removed.
        """
}
