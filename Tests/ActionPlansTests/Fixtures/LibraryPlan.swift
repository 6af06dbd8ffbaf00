// A plan of our own writing in the first shape: five columns, the response in the first words of the actions, HTML that
// broke on the way, rows cut by page breaks.

enum LibraryPlan {
    static let text = """
        Action Plan response to: An inspection of the libraries of Brackenshire.

        Action Plan Submitted: 9 March 2025

        Inspection Published: 2 December 2024

        CONTEXT

        The Inspectorate of Reading (IOR) visited nine libraries. The Brackenshire Library Board (BLB) and the \
        County Records Office (CRO) answer below. The BLB aims to publish the lending charter in June 2025.


        1. Rec No\t2. Recommendations\t3. Response Action Taken/Planned\t4. Responsible Owner\t5. Target Date
        \tThe Brackenshire Library Board should:\t\t\t
        1\tOpen every branch on Saturdays.\t<p>Partially Accepted.</p> <p>This recommendation is partly accepted as \
        two branches share a school's building.</p> <ul style="list-style-type: none"> a. The BLB will write a lending \
        charter that sets the hours. b. The CRO will lend staff to the smallest branches. <p>In January 2025 the BLB \
        has already begun to hire.</p>\t<p>Head of Branches, Brackenshire Library Board.</p> <p>County Archivist, \
        County Records Office.</p>\tLending charter to be published by June 2025.


        \t\tMeanwhile the Reading Week guidance covers opening hours during building works.\t\tReading Week guidance \
        was published December 2024.
        \tThe County Records Office should work with the Brackenshire Library Board to:\t\t\t
        2\tPut the parish registers\tAccepted.\t\t


        \t<p>online, free of charge.</p>\t<p>The CRO will scan the registers by:</p> <ul style="list-style-type: none"> \
        \u{2022} Buying a second scanner. \u{2022} Training four volunteers, including the \
        evening team.\t<p>Deputy Director, Collections, County</p>\t<p>April 2025. September 2025.</p>


        \t\t<ul style="list-style-type: none"> Checking each page against the original.\tRecords Office.\tSpring 2026.
        \tSchools should:\t\t\t
        3\tBring each class to a library once a year.\t<p>Accepted.</p> <p>Schools have a duty to teach reading.</p> \
        <p>The planned lending charter will say how visits are booked.</p> <p>The BLB is paying for a bus in the north \
        of the county.</p>\tHead of Branches, Brackenshire Library Board.\t<p>June 2025.</p> <p>May 2025 to July 2026.</p>
        4\tReport lost books to the branch\t<p>Accepted.</p> <p>a. The BLB will send one list to all schools and ask \
        them to</p>\tHead of Branches,\t


        \tthat lent them.\t<p>answer within a month.</p> <p>b. The CRO will do the same for its loans.</p>\t<p>\
        Brackenshire Library Board.</p> <p>County Archivist, County Records Office.</p>\t<p>October 2025.</p> \
        <p>November 2025.</p>
        """
}
