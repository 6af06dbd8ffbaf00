// One webhook on its way: the request, and what its callbacks learn. Follows no redirect, uses no proxy but the one that
// is set for it, and connects to no private address unless the endpoint allows it.
// Sources: CURLOPT_OPENSOCKETFUNCTION(3) and CURLOPT_PREREQFUNCTION(3); a reused connection passes only the second.

import CCurl
import Glibc
import Reminders

/// A handle for one endpoint, used for one webhook after another. Belongs to the loop's thread.
final class WebhookTransfer {
    let handle: EasyHandle
    private let peers: PeerPolicy
    private let isProxied: Bool
    private var done: (@Sendable (AttemptReport) -> Void)?
    private var answer: [UInt8] = []
    private var answerCount = 0
    private var refusal: String?
    private var wasRequested = false

    init(to endpoint: WebhookDestination, userAgent: String) throws(CurlFault) {
        handle = try EasyHandle()
        peers = endpoint.peers
        isProxied = endpoint.proxy != nil
        try handle.reset()
        try handle.setBasics(caFile: endpoint.caFile, verifiesTLS: endpoint.verifiesTLS, proxy: endpoint.proxy)
        try handle.set(CURLOPT_URL, endpoint.url.text)
        try handle.set(CURLOPT_PROTOCOLS_STR, endpoint.url.scheme)
        try handle.set(CURLOPT_REDIR_PROTOCOLS_STR, endpoint.url.scheme)
        try handle.set(CURLOPT_FOLLOWLOCATION, 0)
        try handle.set(CURLOPT_USERAGENT, userAgent)
        try handle.set(CURLOPT_POST, 1)
        try handle.set(CURLOPT_TIMEOUT_MS, endpoint.timeoutMilliseconds)
        try handle.set(CURLOPT_CONNECTTIMEOUT_MS, min(10_000, endpoint.timeoutMilliseconds))
        try setCallbacks()
    }

    /// Makes it ready for the next webhook; `done` hears how it ended.
    func load(_ post: WebhookPost, done: @escaping @Sendable (AttemptReport) -> Void) throws(CurlFault) {
        try handle.set(CURLOPT_HTTPHEADER, ["Content-Type: application/json", "Expect:"] + post.headers)
        try handle.set(CURLOPT_POSTFIELDSIZE_LARGE, offset: post.body.count)
        try handle.set(CURLOPT_COPYPOSTFIELDS, bytes: post.body)
        handle.forgetDetail()
        self.done = done
        answer.removeAll(keepingCapacity: true)
        (answerCount, refusal, wasRequested) = (0, nil, false)
    }

    private func setCallbacks() throws(CurlFault) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try handle.set(CURLOPT_WRITEFUNCTION, function: takeAnswer)
        try handle.set(CURLOPT_WRITEDATA, pointer: context)
        guard shim_set_open_socket(handle.pointer, openSocket) == CURLE_OK,
            shim_set_before_request(handle.pointer, beforeRequest) == CURLE_OK
        else { throw CurlFault(description: "libcurl refused the check of addresses") }
        try handle.set(CURLOPT_OPENSOCKETDATA, pointer: context)
        try handle.set(CURLOPT_PREREQDATA, pointer: context)
    }

    /// Reports, once, how it ended. Whether the endpoint answered at all.
    func finish(_ result: CURLcode) -> Bool {
        let what = isProxied ? "the proxy" : "the endpoint"
        let detail = refusal.map { "\(what) leads to \($0); allow it, or private addresses, if that is meant" }
        // What a proxy says of the tunnel is no answer of the endpoint.
        let status = wasRequested ? handle.number(CURLINFO_RESPONSE_CODE) : 0
        let outcome = WebhookOutcome.of(
            status, wasRequested: wasRequested,
            retryAfter: handle.offset(CURLINFO_RETRY_AFTER),
            text: String(PlainLine.of(String(decoding: answer, as: UTF8.self)).prefix(500)),
            detail: detail ?? handle.detail(result))
        report(AttemptReport(outcome: outcome, durationMilliseconds: handle.milliseconds, remote: handle.remote))
        return status != 0
    }

    func report(_ report: AttemptReport) {
        done?(report)
        done = nil
    }

    /// Keeps the beginning of the answer. false once there is more of it than anybody needs.
    fileprivate func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        answerCount += bytes.count
        answer += bytes.prefix(max(0, 2_000 - answer.count))
        return answerCount <= 65_536
    }

    fileprivate func socket(for address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let start = UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(address.pointee.addrlen))
        if let reason = peers.refusal(for: bytes) {
            refusal = reason
            return -1  // CURL_SOCKET_BAD; libcurl goes on to the host's next address
        }
        let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return Glibc.socket(address.pointee.family, kind, address.pointee.protocol)
    }

    fileprivate func mayRequest(from peer: String) -> Bool {
        if let reason = peers.refusal(forText: peer) {
            refusal = reason
            return false
        }
        wasRequested = true
        return true
    }
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> WebhookTransfer? {
    context.map { Unmanaged<WebhookTransfer>.fromOpaque($0).takeUnretainedValue() }
}

private func takeAnswer(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    let isWanted = transfer(context)?.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? false
    return isWanted ? size * count : 0
}

private func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype, _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let address, let transfer = transfer(context) else { return -1 }
    return transfer.socket(for: address)
}

private func beforeRequest(
    _ context: UnsafeMutableRawPointer?, _ peer: UnsafeMutablePointer<CChar>?, _ local: UnsafeMutablePointer<CChar>?,
    _ peerPort: Int32, _ localPort: Int32
) -> Int32 {
    let mayRequest = peer.flatMap { transfer(context)?.mayRequest(from: String(cString: $0)) } ?? false
    return mayRequest ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}
