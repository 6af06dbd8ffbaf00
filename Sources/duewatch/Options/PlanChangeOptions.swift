// What every change of a whole plan asks for: which plan, why, in whose name.

import ArgumentParser
import Register

struct PlanChangeOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The plan's short name.", valueName: "plan"))
    var plan: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Required.read)
    var because: String

    @OptionGroup var by: AuthorOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    var author: Author { by.author }
}
