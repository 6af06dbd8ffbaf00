// What is typed wrongly is refused with what was expected, before anything is opened.

import ArgumentParser
import Testing

@testable import duewatch

struct ArgumentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        let words: String

        init(_ line: String, _ words: String) {
            self.line = line
            self.words = words
        }

        var testDescription: String { line }
    }

    private static let said = "--by S --on 2026-11-20 --because why"

    static let refused = [
        Case("arm", "<plan>"),
        Case("import plan.txt", "--as NAME"),
        Case("import plan.txt --as Remand", "small letters"),
        Case("import plan.txt --as -a", "--as"),
        Case("import plan.txt --as a--b", "small letters"),
        Case("import plan.txt --as a/b", "small letters"),
        Case("import plan.txt --as 2024", "beginning with a letter"),
        Case("answer a/1.1 \(said)", "found none"),
        Case("answer a/1.1 --done --reopen \(said)", "--done and --reopen"),
        Case("answer a/1.1 --on-track \(said)", "--until DAY"),
        Case("answer a/1.1 --done --until 2026-12-01 \(said)", "belongs to --on-track"),
        Case("answer a/1.1 --done --by S --on 2026-02-30 --because why", "2026-11-30"),
        Case("answer a/1.1 --done --by S --on 2026-11-20 --because '  '", "some words"),
        Case("answer --done \(said)", "reference"),
        Case("settle a/1.1 --by S --because why", "expected one of a decision"),
        Case("settle a/1.1 --none --keep --by S --because why", "found --none and --keep"),
        Case("settle a/1.1 --none --because why", "--by WHO"),
        Case("settle a/1.1 --none --by S", "--because TEXT"),
        Case("settle --none --by S --because why", "reference"),
        Case("settle a --post 'Head of Wing' --by S --because why", "belong together"),
        Case("settle a/1.1 --date ' ' --by S --because why", "some words"),
        Case("settle --from f.csv", "--by WHO"),
        Case("settle --from f.csv --export g.json --by S", "expected one of"),
        Case("review", "<plan>"),
        Case("retry", "found none"),
        Case("retry 4 --all", "found more"),
        Case("retry four", "four"),
        Case("retry --all --channel email", "found more"),
        Case("retry --channel pigeon", "webhook:NAME"),
        Case("resume pigeon", "webhook:NAME"),
        Case("returned", "neither"),
        Case("returned bounce.eml --address a@example.org --because x", "both"),
        Case("returned --address a@example.org", "--because"),
        Case("returned --address nobody --because x", "expected one @"),
        Case("targets --due-before tomorrow", "2026-11-30"),
        Case("targets --status late", "late"),
        Case("deliveries --state sent", "set_aside"),
        Case("plans --format xml", "xml"),
        Case("pause", "--because"),
        Case("hold --until 2026-12-01 --because why --by S", "found none"),
        Case("hold a --owner b --until 2026-12-01 --because why --by S", "a plan or reference and --owner"),
        Case("hold --channel pigeon --until 2026-12-01 --because why --by S", "webhook:NAME"),
        Case("hold a --because why --by S", "--until"),
        Case("hold a --until 2026-12-01 --by S", "--because"),
        Case("hold a --until 2026-12-01 --because why", "--by"),
        Case("unhold --because why --by S", "found none"),
        Case("unhold 3 --by S", "--because"),
        Case("close --because why", "<plan>"),
        Case("close a", "--because"),
        Case("reopen a", "--because"),
        Case("bogus", "bogus"),
    ]

    @Test("a command line that is refused says what was expected", arguments: refused)
    func refuses(_ one: Case) {
        do {
            var command = try Duewatch.parseAsRoot(ShellWords.split(one.line))
            try command.run()
            Issue.record("\(one.line) was understood")
        } catch {
            #expect(Duewatch.exitCode(for: error) == .validationFailure, "\(error)")
            #expect(Duewatch.fullMessage(for: error).contains(one.words), "\(Duewatch.fullMessage(for: error))")
        }
    }

    @Test("a message's state may be written with a hyphen")
    func states() throws {
        #expect(try DeliveriesCommand.readState("set-aside") == .setAside)
    }

    @Test("owners without a subcommand lists them, and unresolved ones come as YAML")
    func owners() throws {
        let command = try Duewatch.parseAsRoot(["owners", "--unresolved"]) as? OwnersListCommand
        #expect(command?.unresolved == true)
        #expect(command?.format == nil)
    }
}
