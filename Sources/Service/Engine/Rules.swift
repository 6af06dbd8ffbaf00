// What a reload replaces as a whole: the policy, and the ways a message can leave.

import Delivery
import Reminders

/// The rules in force and the carriers that go with them.
public struct Rules: Sendable {
    public let policy: Policy
    public let mail: any Carrier
    public let webhook: any Carrier
    /// What a person should know at each start: the delivery mode, and every setting that weakens a protection.
    public let warnings: [String]

    public init(policy: Policy, mail: any Carrier, webhook: any Carrier, warnings: [String] = []) {
        self.policy = policy
        self.mail = mail
        self.webhook = webhook
        self.warnings = warnings
    }

    func carrier(for channel: Channel) -> any Carrier {
        switch channel {
        case .email: mail
        case .webhook: webhook
        }
    }

    /// Returns when nothing is under way any more.
    public func close() {
        mail.close()
        webhook.close()
    }
}
