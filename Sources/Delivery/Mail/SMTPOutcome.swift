// What a transfer's end means for the message. A pure function, tested without a network.
// Sources: RFC 5321 sections 4.2.1 and 4.5.3.1.10 (552 is temporary for a recipient); libcurl 7.88.1 as measured: 55 for
// a refused MAIL, RCPT or DATA, 8 for a refused greeting or body, 9 for EHLO, 67 for AUTH, 64 without STARTTLS.

import CCurl
import Reminders

enum SMTPOutcome {
    /// `code` is libcurl's last reply code, 0 without a reply.
    static func of(_ result: CURLcode, _ conversation: SMTPConversation, code: Int, detail: String) -> Outcome {
        let reply = conversation.reply(code)
        // Where an answer came in part or was too long, libcurl names the code of the one before, as the 250 to RCPT.
        let isAccepted = (200...299).contains(reply.code)
        if conversation.hasAnswered(reply.code), conversation.gaveBody || !isAccepted { return afterBody(reply) }
        if conversation.gaveBody { return .noAnswer("the relay took the message and did not answer: \(detail)") }
        if conversation.wasAskedForBody {
            return .localFault("the connection failed while the message was being sent: \(detail)")
        }
        switch result {
        case CURLE_USE_SSL_FAILED:
            return .localFault("the relay offers no STARTTLS, and TLS is required: \(detail)")
        case CURLE_LOGIN_DENIED where (400...599).contains(reply.code):
            return reply.code < 500 ? .refusedForNow(reply, retryAfterSeconds: nil) : .refusedForGood(reply)
        case CURLE_SEND_ERROR where (400...599).contains(reply.code):
            // 552 for a recipient is a want of room that passes, unless the relay says that the message is too big.
            let isForGood = reply.code >= 500 && (reply.code != 552 || reply.enhancedStatus == "5.3.4")
            return isForGood ? .refusedForGood(reply) : .refusedForNow(reply, retryAfterSeconds: nil)
        default:
            // A relay that turns us away before it has heard of the message says nothing about the message.
            guard (400...599).contains(reply.code) else { return .localFault(detail) }
            return .refusedForNow(reply, retryAfterSeconds: nil)
        }
    }

    /// The answer to the whole message.
    private static func afterBody(_ reply: Reply) -> Outcome {
        switch reply.code {
        case 200...299: .accepted(reply)
        case 500...599: .refusedForGood(reply)
        default: .refusedForNow(reply, retryAfterSeconds: nil)
        }
    }
}
