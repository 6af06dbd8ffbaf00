// What a hold is on: a plan or a target as an argument, a post or a channel as an option; exactly one of them.

import ArgumentParser
import Register
import Reminders

struct HoldOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("A plan's name or a reference.", valueName: "plan-or-reference"))
    var name: String?

    @Option(help: ArgumentHelp("All that this post answers for.", valueName: "post"), transform: Required.read)
    var owner: String?

    @Option(
        help: ArgumentHelp("All that goes by email, or by webhook:NAME.", valueName: "channel"),
        transform: Self.readChannel)
    var channel: Channel?

    func validate() throws {
        let given = [("a plan or reference", name != nil), ("--owner", owner != nil), ("--channel", channel != nil)]
            .filter(\.1).map(\.0)
        guard given.count == 1 else {
            throw ValidationError(
                "expected one of a plan, a reference, --owner and --channel, found "
                    + (given.isEmpty ? "none" : Words.list(given)))
        }
    }

    var subject: HoldSubject {
        if let owner { return .owner(owner) }
        if let channel { return .channel(channel) }
        let name = name ?? ""
        return name.contains("/") ? .target(name) : .plan(name)
    }

    static func readChannel(_ text: String) throws -> Channel {
        guard let channel = Channel(text) else { throw ValidationError("expected email or webhook:NAME") }
        return channel
    }
}
