// The help teaches what works: every example in it is understood, every line of it fits, every command is listed.

import ArgumentParser
import Testing

@testable import duewatch

struct LessonTests {
    /// Every command with a lesson, with the commands above it.
    static let taught: [any TaughtCommand.Type] = all(Duewatch.self).compactMap { $0 as? any TaughtCommand.Type }

    static func all(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        [command] + command.configuration.subcommands.flatMap(all)
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let line: String
        let command: any TaughtCommand.Type

        var testDescription: String { line }
    }

    static let examples = taught.flatMap { command in
        command.lesson.examples.map { Example(line: $0.arguments, command: command) }
    }

    @Test("an example of the help is understood, as the command it stands under", arguments: examples)
    func parses(_ example: Example) throws {
        let parsed = try Duewatch.parseAsRoot(ShellWords.split(example.line))
        #expect(type(of: parsed) == example.command)
    }

    @Test("every command of the issue is there, and can be found in the help")
    func listed() {
        let expected = [
            "check", "date", "import", "plans", "arm", "disarm", "targets", "show", "answer", "amend", "label", "stop",
            "owners",
            "forecast", "deliveries", "retry", "returned", "pause", "resume", "release", "test-send", "serve", "status",
            "demo",
            "worklist", "ledger", "review", "settle", "joint", "ties", "why",
            "hold", "unhold", "holds", "close", "reopen", "reload", "simulate", "correct",
        ]
        let found = Duewatch.configuration.subcommands.compactMap { $0.configuration.commandName }
        #expect(Set(found) == Set(expected))
        let help = Duewatch.helpMessage(columns: 80)
        for name in expected { #expect(help.contains("\n  \(name) "), "\(name) in the help") }
    }

    @Test("no line of any help is longer than 80 characters", arguments: all(Duewatch.self).map { $0._commandName })
    func width(_ name: String) throws {
        for command in Self.all(Duewatch.self) where command._commandName == name {
            for line in command.helpMessage(columns: 80).split(separator: "\n") {
                #expect(line.count <= 80, "\(name): \(line)")
            }
        }
    }

    @Test("a lesson says what the command does, with an example", arguments: taught.map { $0.lesson.name })
    func complete(_ name: String) {
        for command in Self.taught where command.lesson.name == name {
            let lesson = command.lesson
            #expect(!lesson.examples.isEmpty && lesson.text.count > 40)
            #expect(lesson.abstract.count <= 52, "it fits into the list of commands")
            #expect(
                lesson.usage.hasPrefix(lesson.name) || lesson.usage.contains(" \(lesson.name) ")
                    || ["list", "import", "verify"].contains(lesson.name))
        }
    }
}
