// What a peer said to a test message.

import ActionPlans
import Reminders

struct TestReport {
    let channel: Channel
    let outcome: Outcome
    let remote: String?

    init(_ trial: (channel: Channel, outcome: Outcome, remote: String?)) {
        channel = trial.channel
        outcome = trial.outcome
        remote = trial.remote
    }

    var status: ExitStatus {
        switch outcome {
        case .accepted: .success
        case .refusedForNow, .noAnswer: .tryLater
        case .refusedForGood: .unavailable
        case .localFault, .notBegun: .configuration
        }
    }

    var line: String {
        let place = remote.map { " (\($0))" } ?? ""
        switch outcome {
        case .accepted(let reply): return "\(channel)\(place): accepted\(words(reply))"
        case .refusedForNow(let reply, _): return "\(channel)\(place): refused for now\(words(reply))"
        case .refusedForGood(let reply): return "\(channel)\(place): refused for good\(words(reply))"
        case .noAnswer(let why): return "\(channel)\(place): no answer, it may have arrived: \(why)"
        case .localFault(let why), .notBegun(let why): return "\(channel): could not be tried: \(why)"
        }
    }

    var json: JSON {
        .object([
            ("channel", .string(channel.jsonName)), ("endpoint", .text(channel.endpoint)),
            ("outcome", .string(name)), ("remote", .text(remote)),
            ("code", reply.map { .int($0.code) } ?? .null), ("enhanced_status", .text(reply?.enhancedStatus)),
            ("message", .string(reply?.text ?? line)),
        ])
    }

    private var name: String {
        switch outcome {
        case .accepted: "accepted"
        case .refusedForNow: "refused_for_now"
        case .refusedForGood: "refused_for_good"
        case .noAnswer: "no_answer"
        case .localFault: "local_fault"
        case .notBegun: "not_begun"
        }
    }

    private var reply: Reply? {
        switch outcome {
        case .accepted(let reply), .refusedForNow(let reply, _), .refusedForGood(let reply): reply
        case .noAnswer, .localFault, .notBegun: nil
        }
    }

    private func words(_ reply: Reply) -> String {
        reply.words.isEmpty ? "" : ": \(reply.words)"
    }
}
