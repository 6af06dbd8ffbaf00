import CivilTime
import Configuration
import Testing

@testable import duewatch

@Suite("The delivery mode in words")
struct ModeTests {
    private static let folder = "/srv/" + String(repeating: "mail-of-the-board/", count: 3) + "folder"

    private func settings(_ mode: String) throws -> Settings {
        let words = """
            register: /srv/register.sqlite
            delivery: {mode: \(mode), folder: \(Self.folder)}
            administrator: {name: A. Reyes, email: a.reyes@example.gov.uk}
            mail:
              sender: {name: Reminders, address: reminders@example.gov.uk}
              reply-to: answers@example.gov.uk
              relay: {host: mail.example.gov.uk}
            """
        let loaded = SettingsFile.parse(
            text: words, path: "duewatch.yaml",
            surroundings: Installation.surroundings(at: Instant(milliseconds: 1_795_000_000_000)))
        return try #require(loaded.settings)
    }

    @Test("keeps to the width like all else, its path in one piece", arguments: ["folder", "rehearsal", "live"])
    func width(mode: String) throws {
        let settings = try settings(mode)
        let lines = Mode.lines(settings)
        #expect(lines.allSatisfy { Style.width($0) <= Terminal.current.width })
        #expect(lines.first.map { Style.rendered($0, inColour: false) }?.hasPrefix("delivery.mode is \(mode)") == true)
        if mode == "folder" { #expect(lines.contains { $0.contains(Self.folder) }) }
    }

    @Test(
        "is said once after a reload, by the service's warning where it has one",
        arguments: [
            ("folder", ["delivery.mode is folder: messages are written to mail, nobody is told"]), ("live", []),
        ])
    func reload(mode: String, warnings: [String]) throws {
        let lines = ReloadCommand.applied("duewatch.yaml", warnings, try settings(mode))
        #expect(lines.count { $0.contains("delivery.mode") } == 1)
    }
}
