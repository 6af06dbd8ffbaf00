import Delivery
import Foundation
import Reminders
import Testing

@Suite("Secrets")
struct SecretTests {
    @Test("a secret is dots wherever it is printed")
    func prints() {
        let secret = Secret("open sesame")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])", "\(Optional(secret) as Any)"] {
            #expect(!text.contains("sesame"))
        }
        #expect("\(secret)" == "•••")
    }

    @Test(
        "one line end after it is no part of it",
        arguments: [
            ("word", "word"), ("word\n", "word"), ("word\r\n", "word"), ("word\n\n", "word\n"), (" a b ", " a b "),
        ])
    func trims(_ content: String, _ wanted: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Data(content.utf8), as: "secret")
        #expect(try SecretSource.file(path).read(environment: [:]) == Secret(wanted))
    }

    @Test("a credential lies in the folder that systemd names")
    func credential() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(Data("word\n".utf8), as: "smtp-password")
        let source = SecretSource.credential("smtp-password")
        #expect(try source.read(environment: ["CREDENTIALS_DIRECTORY": folder.path]) == Secret("word"))
    }

    struct Fault: Sendable {
        let source: SecretSource
        let says: [String]
    }

    @Test(
        "what cannot be read is told with its place",
        arguments: [
            Fault(source: .file("/nonexistent/x"), says: ["/nonexistent/x", "No such file"]),
            Fault(source: .file("/"), says: ["/", "directory"]),
            Fault(source: .credential("a"), says: ["CREDENTIALS_DIRECTORY is not set", "LoadCredential=a"]),
            Fault(source: .credential("../a"), says: ["../a", "name of a file"]),
            Fault(source: .credential(""), says: ["name of a file"]),
        ])
    func faults(_ row: Fault) {
        let error = #expect(throws: SecretFault.self) { try row.source.read(environment: [:]) }
        for phrase in row.says { #expect(error?.description.contains(phrase) == true, "\(error?.description ?? "")") }
    }

    @Test(
        "a file that holds no secret is refused without being quoted",
        arguments: [
            (Data(), "empty"), (Data("\n".utf8), "empty"), (Data([0x61, 0xFF, 0xFE]), "UTF-8"),
            (Data("a\0b".utf8), "UTF-8"), (Data(repeating: 0x61, count: 65_537), "64 KiB"),
        ])
    func badFiles(_ content: Data, _ says: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(content, as: "secret")
        let error = #expect(throws: SecretFault.self) { try SecretSource.file(path).read(environment: [:]) }
        #expect(error?.description.contains(says) == true)
        #expect(error?.description.contains(path) == true)
        #expect(error?.description.contains("aaaa") == false)
    }
}
