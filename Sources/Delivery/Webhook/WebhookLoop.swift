// The one thread on which all webhooks run side by side, so that a thousand dead endpoints delay nobody else. It
// sleeps in `poll` until something happens. Source: libcurl-multi(3), curl_multi_poll(3), curl_multi_wakeup(3).

import CCurl
import Glibc
import Synchronization

final class WebhookLoop: @unchecked Sendable {
    // Unchecked: `multi` is used by the loop's thread alone, but for `wakeup`, which libcurl allows from any thread.

    private struct State {
        var waiting: [WebhookTransfer] = []
        var isClosed = false
        var thread: pthread_t?
    }

    private let multi: UnsafeMutableRawPointer
    private let state = Mutex(State())

    init() throws(CarrierFault) {
        guard let multi = curl_multi_init() else { throw CarrierFault(description: "libcurl is out of memory") }
        self.multi = multi
    }

    deinit { curl_multi_cleanup(multi) }

    /// Begins the transfer as soon as may be. After `close` it reports a local fault.
    func add(_ transfer: WebhookTransfer) {
        let isTaken = state.withLock { state in
            guard !state.isClosed, state.thread != nil || start(&state) else { return false }
            state.waiting.append(transfer)
            return true
        }
        guard isTaken else { return transfer.report(.closed) }
        curl_multi_wakeup(multi)
    }

    /// Returns when the transfers that had begun are over.
    func close() {
        let (thread, dropped) = state.withLock { state in
            defer { (state.isClosed, state.thread, state.waiting) = (true, nil, []) }
            return (state.thread, state.waiting)
        }
        curl_multi_wakeup(multi)
        for transfer in dropped { transfer.report(.closed) }
        if let thread { pthread_join(thread, nil) }
    }

    private func start(_ state: inout State) -> Bool {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(self)
        guard pthread_create(&thread, nil, { runLoop($0) }, box.toOpaque()) == 0 else {
            box.release()
            return false
        }
        state.thread = thread
        return true
    }

    fileprivate func run() {
        /// By their handles, so that they live until libcurl is done with them.
        var running: [UnsafeMutableRawPointer: WebhookTransfer] = [:]
        while true {
            let (new, isClosed) = state.withLock { state in
                defer { state.waiting = [] }
                return (state.waiting, state.isClosed)
            }
            for transfer in new { begin(transfer, &running) }
            var count: Int32 = 0
            curl_multi_perform(multi, &count)
            finishEnded(&running)
            if running.isEmpty && isClosed { return }
            // libcurl wakes up earlier for its own timeouts; with nothing under way only `wakeup` ends the sleep.
            curl_multi_poll(multi, nil, 0, .max, nil)
        }
    }

    private func begin(_ transfer: WebhookTransfer, _ running: inout [UnsafeMutableRawPointer: WebhookTransfer]) {
        guard curl_multi_add_handle(multi, transfer.handle.pointer) == CURLM_OK else {
            return transfer.report(AttemptReport(outcome: .localFault("libcurl could not begin the transfer")))
        }
        running[transfer.handle.pointer] = transfer
    }

    private func finishEnded(_ running: inout [UnsafeMutableRawPointer: WebhookTransfer]) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let result = shim_result(message)
            curl_multi_remove_handle(multi, handle)
            running.removeValue(forKey: handle)?.finish(result)
        }
    }
}

private func runLoop(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let box { Unmanaged<WebhookLoop>.fromOpaque(box).takeRetainedValue().run() }
    return nil
}
