// The program: reads its arguments, runs one command, and ends with a status that a script can rely on. It decides
// nothing itself.

import ArgumentParser
import Glibc
import Service

@main
struct Duewatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duewatch",
        abstract: "Reminds the owners of published action plans of their target dates.",
        discussion: """
            FIRST STEPS
              duewatch demo                               eighteen months in a few seconds
              duewatch import plan.txt --as remand-2024   take a plan in; nothing is sent
              duewatch owners --unresolved > owners.yaml  fill in who stands for each post
              duewatch owners import owners.yaml          the difference is shown first
              duewatch arm remand-2024                    see what it would send, say yes
              duewatch serve                              send it, when it is due

            FILES
              /etc/duewatch/duewatch.yaml    the settings; --config or $DUEWATCH_CONFIG
                                             name others
              /var/lib/duewatch/             the register, as the settings say

            Every command ends with 0 for done, 1 for "a person should look", or a number
            of sysexits.h: 64 arguments, 65 data, 66 no such file, 78 settings.
            """,
        version: Release.version,
        groupedSubcommands: [
            CommandGroup(
                name: "Read and import",
                subcommands: [
                    DateCommand.self, ImportCommand.self, PlansCommand.self, TargetsCommand.self, ShowCommand.self,
                    WhyCommand.self, WorklistCommand.self, ReviewCommand.self, SettleCommand.self,
                ]),
            CommandGroup(name: "Owners", subcommands: [OwnersCommand.self, JointCommand.self, TiesCommand.self]),
            CommandGroup(
                name: "Arm and answer",
                subcommands: [
                    ForecastCommand.self, SimulateCommand.self, ArmCommand.self, DisarmCommand.self, AnswerCommand.self,
                    AmendCommand.self,
                    LabelCommand.self,
                    HoldCommand.self, UnholdCommand.self, HoldsCommand.self, CloseCommand.self, ReopenCommand.self,
                ]),
            CommandGroup(
                name: "Sending",
                subcommands: [
                    DeliveriesCommand.self, RetryCommand.self, ReturnedCommand.self, CorrectCommand.self,
                    PauseCommand.self,
                    ResumeCommand.self, ReleaseCommand.self, StopCommand.self, TestSendCommand.self,
                ]),
            CommandGroup(
                name: "Service",
                subcommands: [
                    CheckCommand.self, ServeCommand.self, ReloadCommand.self, StatusCommand.self, LedgerCommand.self,
                    DemoCommand.self,
                ]),
        ])

    static func main() {
        // Before any thread starts, or a signal could end the service in the middle of a message.
        if CommandLine.arguments.dropFirst().first == "serve" { Signals.block() }
        signal(SIGPIPE, SIG_IGN)
        Glibc.exit(perform(Array(CommandLine.arguments.dropFirst())))
    }

    /// Runs the command that the arguments name; its exit status.
    static func perform(_ arguments: [String]) -> Int32 {
        do {
            var command = try parseAsRoot(arguments)
            return run(&command)
        } catch {
            return end(unparsed: error)
        }
    }

    private static func run(_ command: inout any ParsableCommand) -> Int32 {
        do {
            try command.run()
            return ExitStatus.success.rawValue
        } catch let error where exitCode(for: error) == .success || error is ValidationError {
            // `help` is a command too, and gives its text by throwing it.
            return end(unparsed: error)
        } catch {
            let ending = Ending(error)
            for line in ending.lines { Output.aside("duewatch: \(line)") }
            return ending.status
        }
    }

    /// Help and the version go to standard output; what was not understood goes to standard error.
    private static func end(unparsed error: any Error) -> Int32 {
        let message = fullMessage(for: error)
        guard exitCode(for: error) != .success else {
            print(message)
            return ExitStatus.success.rawValue
        }
        let prefix = "Error: "
        Output.aside("duewatch: " + (message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message))
        return ExitStatus.usage.rawValue
    }
}
