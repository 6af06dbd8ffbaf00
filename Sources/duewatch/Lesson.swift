// What a command's --help teaches: what it does, examples to type, what its exit status means. The examples are values,
// so that a test can prove that every one of them is understood.

import ArgumentParser
import Synchronization

struct Lesson: Sendable {
    struct Example: Sendable {
        /// As typed after `duewatch`.
        let arguments: String
        let says: String

        init(_ arguments: String, _ says: String) {
            self.arguments = arguments
            self.says = says
        }
    }

    let name: String
    let abstract: String
    /// The forms that it is typed in, the first without `duewatch`.
    let usage: String
    let text: String
    let examples: [Example]
    /// Beside 0, and 64 for arguments that are not understood.
    let statuses: [(ExitStatus, String)]

    init(
        _ name: String, _ abstract: String, usage: String, text: String, examples: [Example],
        statuses: [(ExitStatus, String)] = []
    ) {
        self.name = name
        self.abstract = abstract
        self.usage = usage
        self.text = text
        self.examples = examples
        self.statuses = statuses
    }

    func configuration(
        subcommands: [any ParsableCommand.Type] = [], default standard: (any ParsableCommand.Type)? = nil
    ) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name, abstract: abstract, usage: "duewatch \(usage)", discussion: wrapped,
            subcommands: subcommands,
            defaultSubcommand: standard)
    }

    /// `discussion`, made once: the parser asks for the configuration of every command, several times a run.
    private var wrapped: String {
        Self.made.withLock { made in
            if let known = made[usage] { return known }
            let text = discussion
            made[usage] = text
            return text
        }
    }

    /// By the usage, which no two commands share.
    private static let made = Mutex<[String: String]>([:])

    /// What fits into 80 columns without being wrapped again.
    static let width = 78

    /// The text and the examples in lines that fit a terminal.
    var discussion: String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            paragraph.isEmpty ? [""] : Paragraph.lines(String(paragraph), width: Self.width)
        }
        lines += ["", examples.count == 1 ? "EXAMPLE" : "EXAMPLES"]
        for example in examples {
            lines += Self.typed("duewatch \(example.arguments)")
            lines += Paragraph.lines(example.says, indent: "      ", width: Self.width)
        }
        lines += ["", "EXIT STATUS"]
        let all = [(ExitStatus.success, "done")] + statuses + [(.usage, "the arguments were not understood")]
        for (status, meaning) in all.sorted(by: { $0.0.rawValue < $1.0.rawValue }) {
            let number = String(status.rawValue)
            let lead = "  " + number + String(repeating: " ", count: 4 - number.count)
            lines += Paragraph.lines(meaning, indent: "      ", lead: lead, width: Self.width)
        }
        return lines.joined(separator: "\n")
    }

    /// A command line, continued with a backslash before an option where it would not fit.
    private static func typed(_ line: String) -> [String] {
        var lines: [String] = []
        var start = "  "
        for (index, part) in line.split(separator: " --").enumerated() {
            let option = index == 0 ? String(part) : "--\(part)"
            if index > 0, start.count + option.count + 3 > width {
                lines.append(start + "\\")
                start = "    "
            }
            start += option + " "
        }
        return lines + [String(start.dropLast())]
    }
}

/// A command with a lesson.
protocol TaughtCommand: ParsableCommand {
    static var lesson: Lesson { get }
}

extension TaughtCommand {
    static var configuration: CommandConfiguration { lesson.configuration() }
}

extension [(ExitStatus, String)] {
    /// What any command that opens the register can end with.
    static var register: Self {
        [
            (.badData, "the register is not one, or from a later version; or it has no such plan or target"),
            (.noInput, "there is no register or settings file yet"),
            (.tryLater, "another command holds the register"),
            (.noPermission, "the register belongs to somebody else; the message says what to type"),
            (.configuration, "the settings have an error; `duewatch check` lists all of them"),
        ]
    }
}
