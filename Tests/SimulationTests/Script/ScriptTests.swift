import CivilTime
import Configuration
import Register
import Reminders
import Testing

@testable import Simulation

@Suite("Scripts of a simulation")
struct ScriptTests {
    private func read(_ text: String) throws -> (script: Script?, problems: [String]) {
        let zone = try Bench.settings(mode: .live).defaults.calendar.zone
        let first = try #require(CivilDate(iso: "2027-01-01"))
        let result = Script.read(
            text, name: "winter.script", days: first...first.adding(days: 364), zone: zone, endpoints: ["case-system"]
        ) { path in
            guard path == "december.csv" else { throw Missing() }
            return ScriptPlan(draft: .of(["2027-06-30"]), source: SourceDigest(name: path, sha256: ""))
        } settings: { path in
            SettingsFile.parse(
                text: "delivery: {mode: life}", path: path, surroundings: Surroundings(holidayFiles: [], today: nil))
        }
        return (result.script, result.problems.map(\.description))
    }

    private struct Missing: Error, CustomStringConvertible { let description = "there is no such file" }

    @Test(
        "each verb is understood",
        arguments: [
            "2027-03-02 answer remand/6.2 done",
            "2027-03-02 09:30 answer remand/6.2 on-track until 2027-04-01",
            "2027-03-02 answer remand/6.2 new-date end of June 2027 for \"Head of Custody\"",
            "2027-03-02 answer remand/6.2 note \"a word # with a sign\"",
            "2027-03-02 extend remand/6.2 30 June 2027   # a comment",
            "2027-03-02 amend remand/6.2",
            "2027-03-02 hold remand until 2027-04-01",
            "2027-03-02 hold owner \"Head of Custody\" until 2027-04-01",
            "2027-03-02 hold channel webhook:case-system until 2027-04-01",
            "2027-03-02 unhold remand/6.2",
            "2027-03-02 close remand",
            "2027-03-02 reopen remand",
            "2027-03-02 arm remand",
            "2027-03-02 disarm remand",
            "2027-03-02 import remand december.csv",
            "2027-03-02 absence \"Hal 1\" until 2027-03-02",
            "2027-03-02 release remand/6.2",
            "2027-03-02 stop remand/6.2",
            "2027-03-02 relay down 2d",
            "2027-03-02 relay silent 30min",
            "2027-03-02 endpoint case-system refuses 503 4h",
            "2027-03-02 clock -1h",
            "2027-03-02 kill",
            "2027-03-02 kill sending",
        ])
    func understood(_ line: String) throws {
        let (script, problems) = try read(line)
        #expect(problems == [])
        #expect(script?.steps.map(\.line) == [1])
        #expect(script?.steps.first?.day == CivilDate(iso: "2027-03-02"))
    }

    @Test(
        "a line that is wrong is told with its number, what was expected and what was found",
        arguments: [
            ("tomorrow kill", #"1: error: expected a day such as 2027-01-01, found "tomorrow""#),
            ("2028-01-01 kill", #"1: error: expected a day from 2027-01-01 to 2027-12-31, found "2028-01-01""#),
            ("\n\n2027-03-02 holt remand", #"3: error: expected answer, extend, amend, hold"#),
            ("2027-03-02 holt remand", #"found "holt"; did you mean "hold"?"#),
            ("2027-03-02 answer remand/6.2 don", #"answer: expected done, on-track"#),
            ("2027-03-02 answer remand done", #"answer: expected a reference such as remand-2024/6.2, found "remand""#),
            ("2027-03-02 hold remand until 2027-03-01", #"hold: expected a day from 2027-03-02 on"#),
            ("2027-03-02 hold remand", "hold: expected until, found the end of the line"),
            ("2027-03-02 extend a/1.1 whenever", #"expected a date as a plan would print it, found "whenever""#),
            ("2027-03-02 relay refuses 250 1h", #"relay: expected a code from 400 to 599, found "250""#),
            ("2027-03-02 relay down 2w", #"relay: expected a time such as 30min, 4h or 2d, found "2w""#),
            ("2027-03-02 endpoint case-sytem down 1h", #"found "case-sytem"; did you mean "case-system"?"#),
            ("2027-03-02 clock 1h", #"clock: expected a step such as +1h or -30min, found "1h""#),
            ("2027-03-02 kill remand", #"kill: expected sending, found "remand""#),
            ("2027-03-02 amend a/1.1 please", #"amend: expected the end of the line, found "please""#),
            ("2027-03-02 answer a/1.1 done for \"Head", "expected a quotation mark at the end of the name"),
            (
                "2027-03-02 import remand new.csv",
                #"import: expected a plan's document, found "new.csv"; there is no such file"#
            ),
            ("2027-03-02 reload new.yaml", "reload: expected settings without a mistake"),
            ("2027-03-02 reload new.yaml", "new.yaml:1: error: delivery"),
        ])
    func wrong(line: String, told: String) throws {
        let (script, problems) = try read(line)
        #expect(script == nil)
        #expect(problems.contains { $0.contains(told) }, "\(problems)")
    }

    @Test("every wrong line is told at once, and the right ones come in the order of time")
    func order() throws {
        let (_, problems) = try read("x\n2027-03-02 kill\ny\n")
        #expect(problems.count == 2)
        let (script, _) = try read(
            "2027-05-01 kill\r\n2027-03-02 10:00 kill\r\n2027-03-02 09:59 kill sending\r\n2027-03-02 10:00 relay down 1h"
        )
        #expect(script?.steps.map(\.line) == [3, 2, 4, 1])
    }
}
