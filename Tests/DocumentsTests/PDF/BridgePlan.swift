// A small plan of our own writing, as text with tabs, to be set in type by Press and read back.

enum BridgePlan {
    static let text = """
        Action Plan response to: A survey of the bridges of Westmark

        Action Plan Submitted: 4 March 2025

        The surveyors of Westmark looked at thirty bridges.

        Rec No\tRecommendation\tResponse\tAction taken or planned\tResponsible owner\tTarget date
        \tThe Westmark Roads Board should:\t\t\t\t
        1\tPaint every bridge before it rusts, beginning with those over the sea.\tAgreed\tThe board will paint the \
        four bridges over the sea.\tChief Painter, Westmark Roads Board\tSeptember 2025
        \t\t\tThe board will publish a list of all bridges and of the year in which each was painted.\tKeeper of the \
        Registers, Westmark Roads Board\tEnd of June 2025
        2\tCount the lorries that cross the old bridge at Stonehithe.\tPartly agreed\tThis recommendation is partly \
        agreed because the bridge is closed to lorries at night.  The board will count lorries by day.\tChief \
        Surveyor, Westmark Roads Board  Head of Traffic, Westmark County Council\tOctober 2025 to March 2026
        \tThe Westmark County Council should:\t\t\t\t
        3\tLight the footpaths below the bridges.\tAgreed\tThe council has lit the footpath at Stonehithe.  The \
        council will light the other paths.\tHead of Lighting, Westmark County Council\tCompleted  Autumn 2025
        4\tGive each bridge a name plate.\tNot agreed\tThis recommendation is not agreed because the bridges have \
        names that everybody knows.\t\t
        5\tTrain the wardens who close bridges in storms.\tAgreed\tThe council will: \u{2022} write a handbook; \
        \u{2022} train the wardens of the sea bridges; \u{2022} train all others.\tHead of Traffic, Westmark County \
        Council\tMay 2025  July 2025  December 2025
        """

    /// The lines before the table.
    static var front: [String] {
        text.split(separator: "\n").prefix { !$0.contains("\t") }.map(String.init)
    }

    /// The rows of the table, headings first.
    static var rows: [[String]] {
        text.split(separator: "\n").filter { $0.contains("\t") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
