import ArgumentParser

@main
struct Duewatch: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "duewatch", subcommands: [DateCommand.self])
}
