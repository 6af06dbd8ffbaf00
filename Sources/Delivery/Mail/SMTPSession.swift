// One thread's connection to the relay, kept open from message to message. It tries a message once.

import CCurl
import Reminders

/// Belongs to the thread that made it: libcurl's SMTP blocks while it waits for an answer.
final class SMTPSession {
    private let route: SMTPRoute
    private var handle: EasyHandle?
    private var mechanism: LoginMechanism
    /// The one that the handle is set for; nil where nothing is set.
    private var isSetFor: LoginMechanism?

    init(route: SMTPRoute) {
        self.route = route
        mechanism = LoginMechanism(route.relay.login)
    }

    func send(_ body: [UInt8], from sender: MailAddress, to recipient: MailAddress) -> AttemptReport {
        do throws(CurlFault) {
            let handle = try openedHandle()
            let first = try attempt(handle, body, from: sender, to: recipient)
            if let better = first.betterLogin {
                mechanism = better
                return try attempt(handle, body, from: sender, to: recipient).report
            }
            // The relay had closed a connection that we kept: it has heard nothing of this message.
            return first.wasStale ? try attempt(handle, body, from: sender, to: recipient).report : first.report
        } catch {
            return AttemptReport(outcome: .localFault(error.description))
        }
    }

    private func openedHandle() throws(CurlFault) -> EasyHandle {
        if let handle { return handle }
        let new = try EasyHandle()
        handle = new
        return new
    }

    /// What stays the same from mail to mail, set once.
    private func prepare(_ handle: EasyHandle) throws(CurlFault) {
        guard isSetFor != mechanism else { return handle.forgetDetail() }
        isSetFor = nil
        try handle.reset()
        try route.set(on: handle, login: mechanism)
        try handle.set(CURLOPT_READFUNCTION, function: giveBody)
        try handle.set(CURLOPT_HEADERFUNCTION, function: takeReply)
        try handle.set(CURLOPT_WRITEFUNCTION, function: discard)
        isSetFor = mechanism
    }

    private func attempt(
        _ handle: EasyHandle, _ body: [UInt8], from sender: MailAddress, to recipient: MailAddress
    ) throws(CurlFault) -> Attempt {
        let conversation = SMTPConversation(body: body)
        try prepare(handle)
        try handle.set(CURLOPT_MAIL_FROM, "\(sender)")
        try handle.set(CURLOPT_MAIL_RCPT, ["\(recipient)"])
        try handle.set(CURLOPT_INFILESIZE_LARGE, offset: body.count)
        let context = Unmanaged.passUnretained(conversation).toOpaque()
        try handle.set(CURLOPT_READDATA, pointer: context)
        try handle.set(CURLOPT_HEADERDATA, pointer: context)
        let result = withExtendedLifetime(conversation) { curl_easy_perform(handle.pointer) }
        let outcome = SMTPOutcome.of(
            result, conversation, code: handle.number(CURLINFO_RESPONSE_CODE), detail: handle.detail(result))
        let isReused = handle.number(CURLINFO_NUM_CONNECTS) == 0
        let wasCut = [CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING].contains(result)
        // libcurl found nothing in common with the relay and said no password: another way may do.
        let better =
            result == CURLE_LOGIN_DENIED && !conversation.hasLoginReply
            ? mechanism.alternative(offered: conversation.offeredLogins, method: route.relay.login) : nil
        return Attempt(
            report: AttemptReport(
                outcome: outcome, durationMilliseconds: handle.milliseconds, remote: handle.remote),
            wasStale: isReused && wasCut && !conversation.hasReply, betterLogin: better)
    }

    private struct Attempt {
        let report: AttemptReport
        let wasStale: Bool
        let betterLogin: LoginMechanism?
    }
}

// C functions capture nothing: the conversation comes back to them as the pointer that libcurl was given.

private func giveBody(
    _ room: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    let conversation = Unmanaged<SMTPConversation>.fromOpaque(context).takeUnretainedValue()
    return conversation.give(into: UnsafeMutableRawBufferPointer(start: room, count: size * count))
}

private func takeReply(
    _ line: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    let conversation = Unmanaged<SMTPConversation>.fromOpaque(context).takeUnretainedValue()
    conversation.take(line: UnsafeRawBufferPointer(start: line, count: size * count))
    return size * count
}

private func discard(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int { size * count }
