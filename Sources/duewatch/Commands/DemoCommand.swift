// `duewatch demo`: the newcomer's first command. It makes a folder of its own and touches nothing else.

import ArgumentParser
import Glibc
import Simulation

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Play eighteen months of reminders for an invented plan.",
        discussion: """
            Imports a plan of twelve recommendations, arms it, and lets eighteen months pass in a few seconds under a \
            virtual clock. Some owners answer, others are silent until their deputy or manager is told. Register, \
            mail and signed webhooks are real; they stay in one folder, which the last lines name.

            Example:
              duewatch demo
              duewatch demo --in ./demo
            """)

    @Option(name: .customLong("in"), help: ArgumentHelp("An empty or new folder to play in.", valueName: "folder"))
    var folder: String?

    func run() throws {
        let demo = Demo(
            folder: try workingFolder(), executable: Executable.path,
            colours: Terminal.hasColours(STDOUT_FILENO), write: { print($0) })
        try demo.run()
    }

    /// An absolute path, because it is printed for other programs to open.
    private func workingFolder() throws -> String {
        guard let folder else {
            // mkdtemp writes the name that it chose over the last six. In /tmp: it is to be looked at, not to be kept.
            var template = Array("/tmp/duewatch-demo-XXXXXX".utf8CString)
            guard let made = mkdtemp(&template) else { throw DemoFolderFault(folder: "/tmp", code: errno) }
            return String(cString: made)
        }
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw DemoFolderFault(folder: folder, code: errno) }
        guard let real = realpath(folder, nil) else { throw DemoFolderFault(folder: folder, code: errno) }
        defer { free(real) }
        let path = String(cString: real)
        if access(path + "/register.sqlite", F_OK) == 0 {
            throw ValidationError("\(path) holds a register already: name an empty folder, so that nothing is mixed up")
        }
        return path
    }
}

private struct DemoFolderFault: Error, CustomStringConvertible {
    let folder: String
    let code: Int32

    var description: String { "cannot make a folder for the demo in \(folder): \(String(cString: strerror(code)))" }
}
