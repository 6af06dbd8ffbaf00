// `duewatch serve`: the service, in the foreground, until SIGTERM.

import ArgumentParser
import FoundationEssentials
import Glibc
import Service

struct ServeCommand: TaughtCommand {
    static let lesson = Lesson(
        "serve", "Send what is due, until SIGTERM.",
        usage: "serve [--config PATH]",
        text: """
            Sleeps until something is due, then sends it. SIGTERM (or control-C) finishes what is being sent and ends; \
            SIGHUP or `duewatch reload` reads the settings again, and keeps the old ones where the new ones have an error. A second service \
            on the same register refuses to start. The log goes to standard error. Under systemd: `systemctl start \
            duewatch`.
            """,
        examples: [
            .init("serve", "as the unit duewatch.service runs it"), .init("serve --config ./duewatch.yaml", "by hand"),
        ],
        statuses: [
            (.badData, "the register is not one, or from a later version"),
            (.tryLater, "another service has the register"),
            (.noPermission, "the register belongs to somebody else"),
            (.configuration, "the settings have an error, or a secret cannot be read"),
        ])

    @OptionGroup var configuration: ConfigurationOption

    func run() throws {
        let now = try SystemClock.checked().now
        let path = configuration.path()
        // Says what is absent or unreadable in the same words as every other command.
        _ = try Installation.load(path, at: now)
        try Serve(
            configuration: Self.absolute(path), surroundings: Installation.surroundings(at: now),
            environment: ProcessInfo.processInfo.environment, processID: getpid(),
            isTerminal: isatty(STDERR_FILENO) == 1
        ).run()
    }

    /// Links are not followed: whoever swaps one for another means the next reload.
    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return "\(String(cString: folder))/\(path)"
    }
}
