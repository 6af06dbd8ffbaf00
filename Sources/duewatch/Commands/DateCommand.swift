// `duewatch date`: how the importer would read a target-date phrase. It changes nothing and opens no register.

import ActionPlans
import ArgumentParser
import CivilTime
import Glibc

struct DateCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "date",
        abstract: "Explain how a target-date phrase is read.",
        discussion: """
            Prints the readings of each phrase in printed order, with the rule that was used. What gives no date for \
            certain is "unclear", with why; a date is never invented.

            EXAMPLES
              duewatch date "Completed and April 2021"
                  completed, then due 30 April 2021: a month is due on its last day

              duewatch date --as-of 2024-02-19 "by the end of October" "this summer"
                  what has no year is read from the day of the edition, else unclear

              duewatch date --format json "October 2023 to March 2025"
                  one JSON object a phrase, for scripts

              cut -f 6 plan.tsv | duewatch date --as-of 2020-01-08 -
                  one phrase a line from standard input, one JSON object a line, in order

            The forms that are understood: docs/target-dates.md
            """)

    @Option(help: ArgumentHelp("The day of the edition, to read phrases without a year.", valueName: "YYYY-MM-DD"))
    var asOf: String?

    @Option(help: ArgumentHelp("text, or json: the default for standard input.", valueName: "text|json"))
    var format: Format?

    @Argument(help: ArgumentHelp("Phrases as printed; - reads one a line from standard input.", valueName: "phrase"))
    var phrases: [String]

    func validate() throws { _ = try edition() }

    func run() throws {
        let reader = PhraseReader(asOf: try edition())
        for phrase in phrases {
            guard phrase == "-" else {
                show(phrase, reader.readings(of: phrase), as: format ?? .text)
                continue
            }
            while let line = readLine(strippingNewline: true) {
                show(line, reader.readings(of: line), as: format ?? .json)
                fflush(nil)  // a program that writes a line may wait for its answer
            }
        }
    }

    private func edition() throws -> CivilDate? {
        guard let asOf else { return nil }
        guard let day = CivilDate(iso: asOf) else {
            throw ValidationError(
                "--as-of is “\(asOf)”, which is no day. Expected a day such as 2024-02-19: year, month and day, with dashes."
            )
        }
        return day
    }

    private func show(_ phrase: String, _ readings: [Reading], as format: Format) {
        switch format {
        case .json:
            let array = JSON.array(readings.map { $0.json(includingMilestone: false) })
            print(JSON.object([("phrase", .string(phrase)), ("readings", array)]))
        case .text:
            print(ReadingTable.text(phrase: phrase, readings: readings))
        }
    }
}
