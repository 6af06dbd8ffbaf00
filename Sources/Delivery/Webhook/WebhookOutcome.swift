// What a transfer's end means for the webhook. A pure function, tested without a network.
// Sources: Standard Webhooks 1.0.0, "Webhook responses"; RFC 9110 section 15.

import CCurl
import Reminders

enum WebhookOutcome {
    /// `status` is 0 without an answer. `wasRequested`: the connection stood and the request was on its way, so it may
    /// have arrived. A status counts even where reading the rest of the answer failed.
    static func of(
        _ status: Int, wasRequested: Bool, retryAfter: Int, text: String, detail: String
    ) -> Outcome {
        let reply = Reply(code: status, enhancedStatus: nil, text: text)
        switch status {
        case 200...299:
            return .accepted(reply)
        case 408, 409, 425, 429, 500...:
            // libcurl gives what was asked for in seconds, 0 for nothing, and a date in the past as less.
            return .refusedForNow(reply, retryAfterSeconds: retryAfter > 0 ? min(retryAfter, 86_400) : nil)
        case 300...499:
            return .refusedForGood(reply)
        default:
            return wasRequested
                ? .noAnswer("the endpoint was reached and did not answer: \(detail)") : .localFault(detail)
        }
    }
}
