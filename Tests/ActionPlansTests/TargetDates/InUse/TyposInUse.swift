// Target dates as published plans and trackers write them, and what a careful person reads: typos.
// Each table says in its sentence what its rows show.

import CivilTime

extension PhraseTable {
    static let typosInUse = inUse([
        (
            "a typing slip in a word that matters is mended",
            [
                ("Febuary 2024", "due 2024-02-01..2024-02-29 month"),
                ("Ocotber 2024", "due 2024-10-01..2024-10-31 month"),
                ("Janurary 2025", "due 2025-01-01..2025-01-31 month"),
                ("Janauary 2025", "due 2025-01-01..2025-01-31 month"),
                ("Sepember 2024", "due 2024-09-01..2024-09-30 month"),
                ("Spetember 2024", "due 2024-09-01..2024-09-30 month"),
                ("Decemeber 2024", "due 2024-12-01..2024-12-31 month"),
                ("Decmber 2024", "due 2024-12-01..2024-12-31 month"),
                ("Novemeber 2024", "due 2024-11-01..2024-11-30 month"),
                ("Novermber 2024", "due 2024-11-01..2024-11-30 month"),
                ("Augst 2024", "due 2024-08-01..2024-08-31 month"),
                ("Aprill 2024", "due 2024-04-01..2024-04-30 month"),
                ("Jully 2024", "due 2024-07-01..2024-07-31 month"),
                ("Febraury 2025", "due 2025-02-01..2025-02-28 month"),
                ("Feburary 2025", "due 2025-02-01..2025-02-28 month"),
                ("Ocober 2024", "due 2024-10-01..2024-10-31 month"),
                ("Octobr 2024", "due 2024-10-01..2024-10-31 month"),
                ("Jaunary 2025", "due 2025-01-01..2025-01-31 month"),
                ("Autum 2024", "due 2024-09-01..2024-11-30 season"),
                ("Autmn 2024", "due 2024-09-01..2024-11-30 season"),
                ("Winer 2024", "due 2024-12-01..2025-02-28 season"),
                ("Immediatly", "unclear"),
                ("Imediate", "unclear"),
                ("Compleated", "completed"),
                ("Completeed January 2024", "completed on 2024-01"),
                ("Complet", "completed"),
                ("Commeced May 2023", "starts 2023-05-01.. month"),
                ("Anually", "recurring every P1Y"),
                ("Annualy in April", "recurring in [4]"),
                ("Montly", "recurring every P1M"),
                ("Monthy", "recurring every P1M"),
                ("Fortnighty", "recurring every P2W"),
                ("Ongiong", "ongoing"),
                ("Ongoig", "ongoing"),
                ("Implmented", "completed"),
            ]
        ),
        (
            "a full stop, a capital or a missing space changes nothing",
            [
                ("June 2024.", "due 2024-06-01..2024-06-30 month"),
                ("june 24", "due 2024-06-01..2024-06-30 month"),
                ("JUNE24", "due 2024-06-01..2024-06-30 month"),
                ("Jun24", "due 2024-06-01..2024-06-30 month"),
                ("June’24", "due 2024-06-01..2024-06-30 month"),
                ("June ‘24", "due 2024-06-01..2024-06-30 month"),
                ("End of June ‘24", "due 2024-06-01..2024-06-30 month"),
                ("June 2024 (Cabinet)", "due 2024-06-01..2024-06-30 month «Cabinet»"),
                (
                    "June 2024 (Phase 1) and June 2025 (Phase 2)",
                    "due 2024-06-01..2024-06-30 month «Phase 1»; due 2025-06-01..2025-06-30 month «Phase 2»"
                ),
                (
                    "30 June 2024 (Phase 1), 31 March 2025 (Phase 2)",
                    "due 2024-06-30..2024-06-30 day «Phase 1»; due 2025-03-31..2025-03-31 day «Phase 2»"
                ),
                (
                    "June 2024 – draft; September 2024 – final",
                    "due 2024-06-01..2024-06-30 month «draft»; due 2024-09-01..2024-09-30 month «final»"
                ),
                ("June 2024 at the earliest", "starts 2024-06-01.. month"),
                ("Not before June 2024", "starts 2024-06-01.. month"),
                ("June 2024 or sooner", "due 2024-06-01..2024-06-30 month"),
                ("June 2024 or earlier", "due 2024-06-01..2024-06-30 month"),
                ("June 2024 if possible", "due 2024-06-01..2024-06-30 month why it waits on “if possible”"),
                (
                    "June 2024 (if funding allows)",
                    "due 2024-06-01..2024-06-30 month why it waits on “if funding allows”"
                ),
                ("Likely June 2024", "due 2024-06-01..2024-06-30 month"),
                ("Summer 2024 (June)", "due 2024-06-01..2024-06-30 month"),
                ("Summer (June/July) 2024", "due 2024-06-01..2024-07-31 month"),
                ("Mid-June", "due 2024-06-01..2024-06-15 month"),
                ("End of June", "due 2024-06-01..2024-06-30 month"),
                ("By end June", "due 2024-06-01..2024-06-30 month"),
                ("late June", "due 2024-06-01..2024-06-30 month"),
            ]
        ),
    ])
}
