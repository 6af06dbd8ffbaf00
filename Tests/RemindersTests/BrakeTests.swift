import Reminders
import Testing

@Suite("The brake decides by what would leave")
struct BrakeTests {
    private static let hook = Channel.webhook(endpoint: "case-system")

    @Test(
        "why it holds, or that it lets go",
        arguments: [
            ([], 0, nil, "nothing leaves"),
            ([Leaving(channel: .email, messages: 10, mostForOne: 3)], 0, nil, "as many as it allows, all and for one"),
            (
                [Leaving(channel: .email, messages: 11, mostForOne: 1)], 0,
                "11 messages would leave at once; the brake allows 10", "one more than it allows"
            ),
            (
                [
                    Leaving(channel: .email, messages: 6, mostForOne: 1),
                    Leaving(channel: hook, messages: 5, mostForOne: 1),
                ],
                0, "11 messages would leave at once; the brake allows 10", "all channels count together"
            ),
            ([Leaving(channel: .email, messages: 15, mostForOne: 1)], 5, nil, "what was approved comes on top"),
            (
                [Leaving(channel: .email, messages: 16, mostForOne: 1)], 5,
                "16 messages would leave at once; the brake allows 10 beyond the 5 that were approved",
                "beyond what was approved"
            ),
            (
                [Leaving(channel: .email, messages: 4, mostForOne: 4)], 5,
                "4 mails would leave at once for one person; the brake allows 3",
                "nobody approves that one person drowns in mails"
            ),
            ([Leaving(channel: hook, messages: 9, mostForOne: 9)], 0, nil, "an endpoint takes one message a reminder"),
        ] as [([Leaving], Int, String?, String)])
    func reason(_ leaving: [Leaving], _ approved: Int, _ reason: String?, _ why: String) {
        #expect(Brake(messages: 10, perPerson: 3).reason(toHold: leaving, approved: approved) == reason, "\(why)")
    }
}
