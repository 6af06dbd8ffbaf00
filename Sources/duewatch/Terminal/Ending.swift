// How a command ends that threw: the one place where an error becomes lines on standard error and an exit status.
// Never prints a stack or the name of a Swift type where a sentence exists.

import ActionPlans
import ArgumentParser
import Configuration
import Delivery
import Documents
import Register
import Service

struct Ending: Hashable {
    let status: Int32
    /// For standard error, each without the program's name before it.
    let lines: [String]

    init(_ error: any Error) {
        switch error {
        case let code as ExitCode: self.init(status: code.rawValue, lines: [])
        case let failure as Failure: self.init(failure.status, failure.description)
        case let error as RegisterError: self.init(status: error.exitCode, lines: Self.lines(error.description))
        case let error as NotAPlan: self.init(.badData, error.description)
        case let error as DocumentError: self.init(.badData, error.description)
        case let error as BadConfiguration: self.init(.configuration, error.description)
        case let error as SecretFault: self.init(.configuration, error.description)
        case let error as CarrierFault: self.init(.configuration, error.description)
        case let error as SystemClock.Unset: self.init(.system, error.description)
        default: self.init(.software, "\(error)")
        }
    }

    private init(_ status: ExitStatus, _ text: String) {
        self.init(status: status.rawValue, lines: Self.lines(text))
    }

    private init(status: Int32, lines: [String]) {
        self.status = status
        self.lines = lines
    }

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
