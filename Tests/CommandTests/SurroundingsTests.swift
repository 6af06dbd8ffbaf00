// What the command line takes from the machine around it: the settings file, the login, the terminal, the running service.

import ArgumentParser
import Testing

@testable import duewatch

struct SurroundingsTests {
    @Test(
        "the settings file is the one named, else the environment's, else the installed one, else the local one",
        arguments: [
            (["--config", "a.yaml"], ["DUEWATCH_CONFIG": "b.yaml"], false, ["duewatch.yaml"], "a.yaml"),
            ([], ["DUEWATCH_CONFIG": "b.yaml"], false, ["duewatch.yaml"], "b.yaml"),
            ([], ["DUEWATCH_CONFIG": ""], false, ["duewatch.yaml"], "duewatch.yaml"),
            ([], [:], false, ["/etc/duewatch/duewatch.yaml", "duewatch.yaml"], "/etc/duewatch/duewatch.yaml"),
            ([], [:], false, [], "/etc/duewatch/duewatch.yaml"),
            ([], [:], true, ["duewatch.yaml"], "/etc/duewatch/duewatch.yaml"),
        ] as [([String], [String: String], Bool, [String], String)])
    func settings(
        _ arguments: [String], _ environment: [String: String], _ isRoot: Bool, _ files: [String], _ expected: String
    ) throws {
        let option = try ConfigurationOption.parse(arguments)
        #expect(option.path(environment: environment, isRoot: isRoot, exists: files.contains) == expected)
    }

    @Test("the author is the login of the session, whatever sudo made of it")
    func session() {
        #expect(Login.name(loginuid: "0", user: 4_000_000, environment: ["SUDO_USER": "eve"]) == "root")
    }

    @Test("without a session SUDO_USER counts, but only for root")
    func sudo() {
        #expect(Login.name(loginuid: "4294967295", user: 0, environment: ["SUDO_USER": "amy"]) == "amy")
        #expect(Login.name(loginuid: nil, user: 0, environment: [:]) == "root")
        #expect(Login.name(loginuid: nil, user: 4_000_000, environment: ["SUDO_USER": "amy"]) == "#4000000")
    }

    @Test(
        "colours go to a terminal only, and never where NO_COLOR is set",
        arguments: [
            (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
            (true, ["TERM": "dumb"], false),
        ] as [(Bool, [String: String], Bool)])
    func colours(_ isTerminal: Bool, _ environment: [String: String], _ expected: Bool) {
        let terminal = Terminal(
            inputIsTerminal: false, outputIsTerminal: isTerminal, columns: 100, environment: environment)
        #expect(terminal.hasColours == expected)
    }

    @Test(
        "the width is the terminal's, else COLUMNS, else 80, and stays readable",
        arguments: [
            (true, 120, [:], 120), (false, 120, [:], 80), (false, nil, ["COLUMNS": "100"], 100), (true, 10, [:], 40),
            (true, 5_000, [:], 200), (false, nil, ["COLUMNS": "wide"], 80),
        ] as [(Bool, Int?, [String: String], Int)])
    func width(_ isTerminal: Bool, _ columns: Int?, _ environment: [String: String], _ expected: Int) {
        let terminal = Terminal(
            inputIsTerminal: false, outputIsTerminal: isTerminal, columns: columns, environment: environment)
        #expect(terminal.width == expected)
    }

    @Test(
        "a table is as wide as a terminal or as COLUMNS says, and where there is neither as wide as its content",
        arguments: [
            (true, 120, [:], 120), (true, nil, [:], 80), (false, 120, [:], nil), (false, nil, ["COLUMNS": "80"], 80),
            (false, nil, ["COLUMNS": "wide"], nil),
        ] as [(Bool, Int?, [String: String], Int?)])
    func tableWidth(_ isTerminal: Bool, _ columns: Int?, _ environment: [String: String], _ expected: Int?) {
        let terminal = Terminal(
            inputIsTerminal: false, outputIsTerminal: isTerminal, columns: columns, environment: environment)
        #expect(terminal.tableWidth == expected)
    }

    @Test("a service is found by the lock on its file, and by no other lock")
    func service() {
        let locks = """
            1: POSIX  ADVISORY  WRITE 77 fe:01:1311 0 EOF
            2: FLOCK  ADVISORY  READ 78 fe:01:1311 0 EOF
            3: FLOCK  ADVISORY  WRITE 79 fe:01:1312 0 EOF
            3: -> FLOCK  ADVISORY  WRITE 80 fe:01:1311 0 EOF
            4: FLOCK  ADVISORY  WRITE 412 fe:01:1311 0 EOF
            """
        #expect(RunningService.holder(of: 1311, in: locks) == 412)
        #expect(RunningService.holder(of: 1313, in: locks) == nil)
    }

    @Test("without a terminal nothing is asked: the answer is no, with what to type")
    func confirmation() throws {
        let mute = Terminal(inputIsTerminal: false, outputIsTerminal: false, columns: nil, environment: [:])
        let options = try ConfirmationOptions.parse([])
        let failure = #expect(throws: Failure.self) {
            try options.ask("Arm remand-2024", again: "arm remand-2024", terminal: mute)
        }
        #expect(failure?.status == .usage)
        #expect(failure?.description.contains("duewatch arm remand-2024 --yes") == true)
        try ConfirmationOptions.parse(["--yes"]).ask("Arm", again: "arm", terminal: mute)
    }

    @Test(
        "a word is quoted for the shell where it has to be",
        arguments: [
            ("remand-2024/6.2", "remand-2024/6.2"), ("told by phone", "'told by phone'"), ("it's", "'it'\\''s'"),
            ("", "''"),
        ])
    func quoting(_ word: String, _ expected: String) { #expect(Invocation.quoted(word) == expected) }
}
