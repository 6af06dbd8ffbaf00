// Phrases and their readings as a careful person gives them: a relative date is due only where its anchor's date is known.

import CivilTime

extension PhraseTable {
    static let relativePhrases = PhraseTable(
        because: "a relative date is due only where its anchor's date is known", asOf: nil,
        rows: [
            ("within six months of publication", "relative P6M after publication"),
            ("8 weeks after the pilot ends", "relative P8W after the pilot ends"),
            ("Six months after Royal Assent", "relative P6M after Royal Assent"),
            ("Within 12 weeks", "relative P12W"),
            ("within 10 working days of receipt", "relative P10D after receipt"),
            ("within 24 hours", "relative PT24H"),
            ("18 months from publication", "relative P18M after publication"),
            ("Two years post implementation", "relative P2Y after implementation"),
            ("6 months", "relative P6M"),
            ("3-6 months", "relative P6M"),
            ("within 3 months of 1 April 2024", "relative ..2024-07-01 day P3M after 1 April 2024"),
            ("6 months after April 2024", "relative ..2024-10-31 month P6M after April 2024"),
            ("12 months from April 2024", "relative ..2025-04-30 month P12M after April 2024"),
            ("1 month after launch in April 2024", "relative ..2024-05-31 month P1M after launch in April 2024"),
            ("Within 6 months (June 2024)", "due 2024-06-01..2024-06-30 month"),
            ("Short term (0-6 months)", "relative P6M"),
            ("Following publication of the strategy", "relative after publication of the strategy"),
            ("On Royal Assent", "relative after Royal Assent"),
            ("After the Spending Review", "relative after the Spending Review"),
            ("Once funding is confirmed", "relative after funding is confirmed"),
            ("Post election", "relative after election"),
            ("June 2024 (6 months)", "due 2024-06-01..2024-06-30 month"),
        ])
}
