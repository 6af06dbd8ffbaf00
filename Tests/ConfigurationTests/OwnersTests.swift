// Owners files: what is read, what is refused, and that a file written is the file read.

import CivilTime
import Configuration
import Reminders
import TestSupport
import Testing

struct OwnersTests {
    static let text = """
        owners:
          - post: Head of Estates, Example Agency
            aliases: [Estates Head]
            holder:
              name: Alex Carter
              email: alex.carter@example.gov.uk
              from: 2026-01-05
              until: 2027-03-31
            deputy: {name: Sam Osei, webhook: case-system}
          - post: Policy Team
            holder:
              name:
              email:

        """

    static func parse(_ text: String) -> OwnersFile.Loaded {
        OwnersFile.parse(
            text: text, name: "owners.yaml", allowedDomains: ["example.gov.uk"], endpoints: ["case-system"])
    }

    @Test("posts and people are read; a person who is not filled in yet is nobody")
    func read() {
        let loaded = Self.parse(Self.text)
        #expect(loaded.problems.map(\.description) == [])
        #expect(
            loaded.entries == [
                OwnerEntry(
                    post: "Head of Estates, Example Agency", aliases: ["Estates Head"],
                    holder: PersonEntry(
                        name: "Alex Carter", email: "alex.carter@example.gov.uk", webhook: nil,
                        from: CivilDate(iso: "2026-01-05"), until: CivilDate(iso: "2027-03-31")),
                    deputy: PersonEntry(name: "Sam Osei", email: nil, webhook: "case-system", from: nil, until: nil),
                    manager: nil),
                OwnerEntry(post: "Policy Team", aliases: [], holder: nil, deputy: nil, manager: nil),
            ])
    }

    @Test(
        "one mistake in an owners file is one problem, at its place",
        arguments: [
            Fault(
                "an address outside the domains", "carter@example.gov.uk", "carter@example.com", line: "email: alex",
                "owners[1].holder.email", says: "expected an address in example.gov.uk"),
            Fault(
                "an address that is none", "alex.carter@example.gov.uk", "Alex <alex@example.gov.uk>",
                line: "email: Alex", "owners[1].holder.email", says: "a mail address, found"),
            Fault(
                "a webhook that the settings do not know", "webhook: case-system", "webhook: case-sytem",
                line: "deputy:", "owners[1].deputy.webhook", says: "did you mean \"case-system\"?"),
            Fault(
                "a person without a name", "      name: Alex Carter\n", "", line: "holder:", "owners[1].holder.name",
                says: "the name of a person or mailbox, found nothing"),
            Fault(
                "a day in British order", "2026-01-05", "05/01/2026", line: "from:", "owners[1].holder.from",
                says: "year, month and day in numbers"),
            Fault(
                "an end before the beginning", "2027-03-31", "2025-03-31", line: "until:", "owners[1].holder.until",
                says: "a day not before 2026-01-05"),
            Fault(
                "a role that is none", "deputy:", "deptuy:", line: "deptuy", "owners[1].deptuy",
                says: "did you mean \"deputy\"?"),
            Fault(
                "a post without its name", "post: Policy Team", "post:", line: "post:\n", "owners[2].post",
                says: "as the plan prints it"),
            Fault(
                "a post twice, in other capitals", "post: Policy Team", "post: head of  estates, example agency.",
                line: "post: head", "owners[2].post", says: "it stands in line 2 already"),
            Fault(
                "another post's spelling", "post: Policy Team", "post: Policy Team\n    aliases: [Estates Head]",
                line: "    aliases: [Estates Head]", "owners[2].aliases[1]", says: "it stands in line 3 already"),
            Fault(
                "one address under two names", ", webhook: case-system", ", email: Alex.Carter@example.gov.uk",
                line: "deputy:", "owners[1].deputy.name", says: "expected one name for one address"),
            Fault(
                "a person nobody can reach", ", webhook: case-system", "", line: "deputy:",
                "owners[1].deputy.email", says: "goes to the administrator", .warning),
        ])
    func faults(_ fault: Fault) {
        #expect(Self.text.contains(fault.old))
        let text = Self.text.replacing(fault.old, with: fault.new, maxReplacements: 1)
        let loaded = Self.parse(text)
        #expect(loaded.problems.count == 1, "\(loaded.problems.map(\.description))")
        #expect(loaded.entries.isEmpty == (fault.severity == .error))
        guard let problem = loaded.problems.first else { return }
        #expect(problem.field == fault.field)
        #expect(problem.description.contains(fault.says), "\(problem)")
        let line = problem.line.map { text.split(separator: "\n", omittingEmptySubsequences: false)[$0 - 1] }
        #expect(line.map { "\($0)\n".contains(fault.line ?? "") } == true, "\(problem)")
    }

    @Test("people who follow one another, a doer, a body and absences are read, and two at once are refused")
    func successive() {
        let text = """
            owners:
              - post: Head of Estates
                body: Example Agency
                holder:
                  - {name: Alex Carter, email: alex@example.gov.uk, until: 2026-06-30}
                  - {name: Sam Osei, email: sam@example.gov.uk, from: 2026-07-01}
                doer: {name: Estates Desk, email: desk@example.gov.uk}
            absences:
              - {person: alex@example.gov.uk, from: 2026-03-02, until: 2026-03-13}
            """
        let loaded = Self.parse(text)
        #expect(loaded.problems.map(\.description) == [])
        #expect(loaded.entries.first?.people(.holder).map(\.name) == ["Alex Carter", "Sam Osei"])
        #expect(loaded.entries.first?.people(.doer).map(\.name) == ["Estates Desk"])
        #expect(loaded.entries.first?.body == "Example Agency")
        #expect(loaded.absences.map(\.person) == ["alex@example.gov.uk"])
        let both = Self.parse(text.replacing("from: 2026-07-01", with: "from: 2026-06-30"))
        #expect(both.problems.count == 1 && both.entries.isEmpty)
        #expect(both.problems.first?.description.contains("Alex Carter until 2026-06-30, and Sam Osei from") == true)
        let again = Self.parse(OwnersFile.write(loaded.entries, absences: loaded.absences))
        #expect(again.entries == loaded.entries && again.absences == loaded.absences)
        let rows = OwnersFile.rows(loaded.entries, absences: loaded.absences)
        let sheet = OwnersFile.parse(
            rows: rows, name: "owners.csv", allowedDomains: ["example.gov.uk"], endpoints: [])
        #expect(sheet.problems.map(\.description) == [])
        #expect(sheet.entries == loaded.entries && sheet.absences == loaded.absences)
    }

    struct Cell: Sendable, CustomTestStringConvertible {
        let sentence: String
        let rows: [[String]]
        let says: String

        var testDescription: String { sentence }
    }

    static let head = ["post", "aliases", "body", "role", "name", "email", "webhook", "from", "until"]
    static let cells = [
        Cell(
            sentence: "an address of another domain",
            rows: [head, ["Head", "", "", "holder", "Al", "al@evil.com", "", "", ""]],
            says: "owners.csv:2: error: owners[1].holder.email: expected an address in example.gov.uk"),
        Cell(
            sentence: "a role that is none",
            rows: [head, ["Head", "", "", "boss", "Al", "al@example.gov.uk", "", "", ""]],
            says: "owners.csv:2: error: role: expected"),
        Cell(
            sentence: "an address with a line break in it",
            rows: [head, ["Head", "", "", "holder", "Al", "al@example.gov.uk\r\nBcc: x@example.gov.uk", "", "", ""]],
            says: "owners.csv:2: error: owners[1].holder.email"),
        Cell(
            sentence: "two bodies for one post",
            rows: [
                head, ["Head", "", "A", "holder", "Al", "al@example.gov.uk", "", "", ""],
                ["Head", "", "B", "deputy", "Bo", "bo@example.gov.uk", "", "", ""],
            ], says: "owners.csv:3: error: body: expected one body"),
        Cell(
            sentence: "a day in British order",
            rows: [head, ["Head", "", "", "holder", "Al", "al@example.gov.uk", "", "05/01/2026", ""]],
            says: "owners.csv:2: error: owners[1].holder.from: expected a day as 2026-01-31"),
        Cell(
            sentence: "an absence without an end",
            rows: [head, ["", "", "", "absence", "Al", "al@example.gov.uk", "", "2026-01-05", ""]],
            says: "absences[1].until"),
        Cell(sentence: "headings of another sheet", rows: [["name", "role"]], says: "owners.csv:1: error"),
    ]

    @Test("one bad cell of a sheet is one problem with its row, and nothing is taken", arguments: cells)
    func sheetFault(_ cell: Cell) {
        let loaded = OwnersFile.parse(
            rows: cell.rows, name: "owners.csv", allowedDomains: ["example.gov.uk"], endpoints: [])
        #expect(loaded.errors.count == 1, "\(loaded.problems)")
        #expect(loaded.entries.isEmpty && loaded.absences.isEmpty)
        #expect(loaded.errors.first?.description.contains(cell.says) == true, "\(loaded.problems)")
    }

    @Test("the example that is installed has no fault")
    func example() {
        let loaded = OwnersFile.read(
            path: "\(Fixture.root)/Config/owners.example.yaml", allowedDomains: ["example.gov.uk"], endpoints: [])
        #expect(loaded.problems.map(\.description) == [])
        #expect(loaded.entries.count == 3)
    }

    @Test("a file to fill in has the posts, why each stands there, and room for a person")
    func toFillIn() {
        let entry = OwnerEntry(post: "Policy Team: North", aliases: [], holder: nil, deputy: nil, manager: nil)
        let text = OwnersFile.write(
            [entry], heading: ["Fill in.", ""], notes: ["Policy Team: North": ["remand-2024/6.2, due\n2024-04-30"]])
        #expect(
            text == """
                # Fill in.
                #
                owners:
                  # remand-2024/6.2, due 2024-04-30
                  - post: "Policy Team: North"
                    holder:
                      name:
                      email:

                """)
        #expect(Self.parse(text).entries == [entry])
        #expect(OwnersFile.write([]) == "owners: []\n")
        #expect(Self.parse("owners: []\n").problems.isEmpty)
    }

    @Test("what is written is read again as it was, whatever stands in a name")
    func roundTrip() {
        let seed: UInt64 = 7_202_611
        print("owners there and back: seed \(seed)")
        var random = SplitMix64(seed: seed)
        let scalars = Array(
            "abc XYZ09 ,.:;#&*!|>%@`\"'{}[]?-~\\/()+_=<é’“—ñß漢🙂\u{301}\u{200D}\u{A0}\u{FEFF}\u{FFFE}\u{E000}"
                .unicodeScalars)
        let words = [
            "null", "~", "yes", "No", "true", "on", "12:30", "010", "2026-01-05", "1e3", "- a", "a: b", "a #b", "y",
        ]
        func text() -> String {
            if Int.random(in: 0..<4, using: &random) == 0 { return words.randomElement(using: &random) ?? "y" }
            let count = Int.random(in: 1...12, using: &random)
            return "x"
                + String(
                    String.UnicodeScalarView((0..<count).compactMap { _ in scalars.randomElement(using: &random) }))
        }
        for number in 0..<1_000 {
            let person = PersonEntry(
                name: text(), email: "a\(number)@example.gov.uk", webhook: "case-system",
                from: CivilDate(iso: "2026-01-05"), until: nil)
            let entry = OwnerEntry(
                post: "\(text()) \(number)", aliases: ["\(text()) alias \(number)"], holder: person, deputy: nil,
                manager: person)
            let file = OwnersFile.write([entry], heading: [text()], notes: [entry.post: [text()]])
            let loaded = Self.parse(file)
            #expect(loaded.entries == [entry], "\(file)\n\(loaded.problems)")
        }
    }
}
