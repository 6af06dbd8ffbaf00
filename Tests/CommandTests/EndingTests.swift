// Every error ends with the status that scripts rely on, and with a sentence.

import ActionPlans
import ArgumentParser
import CivilTime
import Configuration
import Delivery
import Documents
import Register
import Testing

@testable import Service
@testable import duewatch

struct EndingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let error: any Error
        let status: Int32
        let words: String

        init(_ sentence: String, _ error: any Error, _ status: Int32, _ words: String) {
            self.sentence = sentence
            self.error = error
            self.status = status
            self.words = words
        }

        var testDescription: String { sentence }
    }

    private static let problem = Problem(
        severity: .error, file: "duewatch.yaml", line: 4, field: "delivery.mode", expected: "folder, rehearsal or live",
        found: "\"life\"", hint: nil)

    static let cases = [
        Case("no register", RegisterError.absent(path: "/r"), 66, "/r"),
        Case("a register of a later version", RegisterError.newer(path: "/r", found: 9, known: 1), 65, "later version"),
        Case("a full disk", RegisterError.full(path: "/r"), 74, "no space left"),
        Case("another holder of the lock", RegisterError.locked(path: "/r", holder: "process 7"), 75, "process 7"),
        Case(
            "somebody else's file", RegisterError.permission(path: "/r", owner: "duewatch", command: "arm a"), 77,
            "sudo -u duewatch"),
        Case("a read-only file system", RegisterError.readOnly(path: "/r"), 77, "read-only"),
        Case("a plan that is not there", RegisterError.noSuchPlan(name: "a", didYouMean: "b"), 65, "did you mean b"),
        Case("no plan's table", NotAPlan(expected: "a table", found: "prose", advice: "Look."), 65, "expected a table"),
        Case("an empty document", DocumentError(name: "plan.txt", fault: .empty), 65, "plan.txt"),
        Case("a wrong setting", BadConfiguration(problems: [problem]), 78, "duewatch.yaml:4"),
        Case("a clock that was never set", SystemClock.Unset(now: Instant(milliseconds: 0)), 71, "1970-01-01"),
        Case("a failure with its own status", Failure(.noInput, "x: there is no such file"), 66, "no such file"),
        Case("a status without words", ExitCode(1), 1, ""),
        Case("what nobody foresaw", Unforeseen(), 70, "unforeseen"),
    ]

    @Test("an error's status", arguments: cases)
    func status(_ one: Case) {
        let ending = Ending(one.error)
        #expect(ending.status == one.status)
        let text = ending.lines.joined(separator: "\n")
        #expect(one.words.isEmpty ? text.isEmpty : text.contains(one.words), "\(text)")
    }

    @Test("every problem of a settings file is a line of its own")
    func problems() {
        #expect(Ending(BadConfiguration(problems: [Self.problem, Self.problem])).lines.count == 2)
    }

    @Test("every status of the register's errors is one that the help explains")
    func register() {
        for one in Self.cases {
            #expect(ExitStatus(rawValue: Ending(one.error).status) != nil, "\(one.sentence)")
        }
    }
}

private struct Unforeseen: Error, CustomStringConvertible {
    var description: String { "something unforeseen" }
}
