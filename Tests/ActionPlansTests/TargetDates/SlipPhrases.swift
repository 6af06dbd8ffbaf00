// Phrases and their readings as a careful person gives them: a typing slip in a word that matters is mended.

import CivilTime

extension PhraseTable {
    static let slipPhrases = PhraseTable(
        because: "a typing slip in a word that matters is mended", asOf: nil,
        rows: [
            ("Beginniing Spring 2022", "starts 2022-03-01.. season"),
            ("On going", "ongoing"),
            ("Febuary 2022", "due 2022-02-01..2022-02-28 month"),
            ("Juyl 2024", "due 2024-07-01..2024-07-31 month"),
            ("Agust 2024", "due 2024-08-01..2024-08-31 month"),
            ("Novmeber 2024", "due 2024-11-01..2024-11-30 month"),
            ("Septmber 2024", "due 2024-09-01..2024-09-30 month"),
            ("Deceber 2024", "due 2024-12-01..2024-12-31 month"),
            ("Spirng 2024", "due 2024-03-01..2024-05-31 season"),
            ("Sumer 2024", "due 2024-06-01..2024-08-31 season"),
            ("Atumn 2024", "due 2024-09-01..2024-11-30 season"),
            ("Quaterly", "recurring every P3M"),
            ("Annualy", "recurring every P1Y"),
            ("Ongong", "ongoing"),
            ("Complted", "completed"),
            ("Completd March 2023", "completed on 2023-03"),
            ("Commencng April 2024", "starts 2024-04-01.. month"),
            ("Implementd", "completed"),
            ("June 20203", "unclear"),
        ])
}
