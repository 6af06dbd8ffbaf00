// For whom a forecast is: a person, a spreadsheet program, a script, or a board that gets it as one file by mail.

import ArgumentParser

enum ForecastFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, csv, json, html
}

struct ForecastFormatOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "For a person, a spreadsheet program, a script or a board.", valueName: "text|csv|json|html"))
    var format: ForecastFormat = .text
}
