// For whom the output is: a person, or a script.

import ArgumentParser

enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json
}

struct FormatOption: ParsableArguments {
    @Option(help: ArgumentHelp("For a person, or for a script.", valueName: "text|json"))
    var format: OutputFormat = .text

    var isJSON: Bool { format == .json }
}
