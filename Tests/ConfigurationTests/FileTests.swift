// Files that are no settings at all, and texts that were made to do harm: always a problem, never a trap, never long.

import CivilTime
import Configuration
import FoundationEssentials
import TestSupport
import Testing

struct FileTests {
    @Test("a file that is not there, or a folder, is one problem without a line", arguments: ["absent.yaml", ""])
    func absent(_ name: String) throws {
        let folder = try TemporaryFolder()
        let loaded = SettingsFile.load(path: "\(folder.path)/\(name)", surroundings: Fixture.surroundings)
        #expect(loaded.settings == nil)
        #expect(loaded.problems.map(\.line) == [nil])
        #expect(loaded.problems.map(\.found) == [name.isEmpty ? "a folder" : "no such file"])
    }

    struct Contents: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let line: Int?
        let says: String

        init(_ sentence: String, _ bytes: [UInt8], line: Int?, says: String) {
            testDescription = sentence
            self.bytes = bytes
            self.line = line
            self.says = says
        }
    }

    @Test(
        "a file that cannot be settings says why",
        arguments: [
            Contents("an empty file", [], line: nil, says: "found an empty file"),
            Contents("comments only", Array("# nothing\n".utf8), line: nil, says: "found an empty file"),
            Contents("a binary file", [0x7F, 0x45, 0x4C, 0x46, 0x0A, 0], line: 2, says: "a zero byte"),
            Contents("Latin 1", Array("a: b\nname: Ren".utf8) + [0xE9, 0x0A], line: 2, says: "save the file as UTF-8"),
            Contents("a large file", [UInt8](repeating: 0x20, count: 1 << 20 + 1), line: nil, says: "at most 1 MB"),
            Contents("a word", Array("hello\n".utf8), line: nil, says: "found \"hello\""),
            Contents("a list", Array("- a\n".utf8), line: nil, says: "found a list"),
            Contents("a bell", Array("a: \u{7}\n".utf8), line: nil, says: "control characters are not allowed"),
        ])
    func contents(_ contents: Contents) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(contents.bytes, to: "duewatch.yaml")
        let loaded = SettingsFile.load(path: path, surroundings: Fixture.surroundings)
        #expect(loaded.settings == nil)
        #expect(loaded.problems.count == 1, "\(loaded.problems.map(\.description))")
        #expect(loaded.problems.first?.line == contents.line)
        #expect(loaded.problems.first?.description.contains(contents.says) == true, "\(loaded.problems)")
        #expect(loaded.problems.first?.file == path)
    }

    @Test("a byte order mark and line ends of another system do no harm")
    func foreign() throws {
        let folder = try TemporaryFolder()
        let text = "\u{FEFF}" + Fixture.text.replacing("\n", with: "\r\n")
        let path = try folder.write(Array(text.utf8), to: "duewatch.yaml")
        let loaded = SettingsFile.load(path: path, surroundings: Fixture.surroundings)
        #expect(loaded.problems.map(\.description) == [])
        #expect(loaded.settings != nil)
    }

    @Test("a small file that aliases would make huge is refused before it grows")
    func aliases() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let nine = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(nine)]\n"
        }
        bomb += "? *a12\n: x\n"
        let loaded = Fixture.parse(bomb)
        #expect(loaded.problems.map(\.found) == ["many of them (&name, *name)"])
    }

    @Test("values nested without end are refused", arguments: ["[", "{a: ", "- ", "? "])
    func nested(_ opening: String) {
        for depth in [40, 900, 5_000] {
            let loaded = Fixture.parse("log: " + String(repeating: opening, count: depth))
            #expect(loaded.settings == nil)
            #expect(loaded.problems.count == 1, "\(depth) times \(opening)")
        }
    }

    @Test("levels that close are refused as well when they are too many")
    func closed() {
        let text = "log: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        #expect(Fixture.parse(text).problems.map(\.found) == ["more"])
    }

    @Test("whatever becomes of a file by mutation, it gives settings or errors and never traps")
    func mutations() throws {
        let seed: UInt64 = 20_261_122
        print("mutations of the settings: seed \(seed)")
        // Few holidays, so that the time goes into the settings.
        let folder = try TemporaryFolder()
        let days = Division.allCases.map {
            "\"\($0.rawValue)\": {\"events\": [{\"title\": \"X\", \"date\": \"2028-12-25\"}]}"
        }
        let path = try folder.write(Array("{\(days.joined(separator: ", "))}".utf8), to: "holidays.json")
        let surroundings = Surroundings(holidayFiles: [path], today: Fixture.surroundings.today)
        var random = SplitMix64(seed: seed)
        let lines = Fixture.text.split(separator: "\n").map { Array($0.utf8) }
        let marks = Array(":#&*!|>%@`\"'{}[],?-~\t\n 0é\u{0}\u{7F}".utf8)
        for _ in 0..<1_000 {
            var mutated = lines
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let at = Int.random(in: 0..<mutated.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: mutated.remove(at: at)
                case 1: mutated.insert(lines[Int.random(in: 0..<lines.count, using: &random)], at: at)
                case 2: mutated[at] = Array(mutated[at].drop { $0 == 0x20 })
                case 3: mutated[at] = mutated[at].dropLast(Int.random(in: 0...mutated[at].count, using: &random))
                default:
                    let place = Int.random(in: 0...mutated[at].count, using: &random)
                    mutated[at].insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: place)
                }
            }
            let text = String(decoding: Array(mutated.joined(separator: [0x0A])), as: UTF8.self)
            let loaded = Fixture.parse(text, in: surroundings)
            #expect((loaded.settings == nil) == !loaded.errors.isEmpty, "\(text)")
            let count = text.utf8.count { $0 == 0x0A } + 2
            #expect(loaded.problems.allSatisfy { ($0.line ?? 1) <= count }, "\(text)")
        }
    }
}
