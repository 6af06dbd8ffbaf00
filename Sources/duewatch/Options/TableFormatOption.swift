// For whom a table is: a person, a spreadsheet program, or a script.

import ArgumentParser

enum TableFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, csv, json
}

struct TableFormatOption: ParsableArguments {
    @Option(help: ArgumentHelp("For a person, a spreadsheet program or a script.", valueName: "text|csv|json"))
    var format: TableFormat = .text
}
