import Delivery
import Foundation
import Reminders
import TestSupport
import Testing

@Suite("Another reader of mail")
struct PythonTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private static let script = """
        import email, email.policy, sys
        m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
        faults = list(m.defects)
        for p in m.walk():
            faults += p.defects
            for v in p.values(): faults += v.defects
        print(len(faults), faults)
        print(m["to"].addresses[0].display_name)
        print(m["subject"])
        print([p.get_content_type() for p in m.iter_parts()])
        sys.stdout.write(m.get_body(("plain",)).get_content())
        """

    @Test("Python's parser finds no defect, and reads what was written", .enabled(if: python != nil))
    func noDefects() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        let odd = Fixtures.message(
            [Fixtures.entry(.overdue, text: random.text(upTo: 400))],
            recipient: Party(
                person: nil, name: "Siân “Skip” Ó Briain, Navigation",
                address: "s@port.example"),
            sender: "Plans, Harbour", subject: "Überprüfung: 漢字 " + random.text(upTo: 150))
        for facts in [odd, Fixtures.letter, Fixtures.receipt, Fixtures.rehearsal, Fixtures.several] {
            let rendered = Renderer().mail(facts)
            let said = try Self.ask(try MailMessage.bytes(facts, rendered)).components(separatedBy: "\n")
            #expect(said[0] == "0 []", "seed \(seed)")
            #expect(said[1] == facts.recipient.name, "seed \(seed)")
            #expect(said[2] == rendered.subject, "seed \(seed)")
            #expect(said[3] == "['text/plain', 'text/html']", "seed \(seed)")
            #expect(said.dropFirst(4).joined(separator: "\n") == rendered.text, "seed \(seed)")
        }
    }

    private static func ask(_ message: [UInt8]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: python ?? "")
        process.arguments = ["-c", script]
        process.environment = ["PYTHONIOENCODING": "utf-8"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(message))
        try input.fileHandleForWriting.close()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }
}
