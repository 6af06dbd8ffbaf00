// The one thread on which all webhooks run side by side, so that a thousand dead endpoints delay nobody else. It
// sleeps in `poll` until something happens. Source: libcurl-multi(3), curl_multi_poll(3), curl_multi_wakeup(3).

import CCurl
import Glibc
import Synchronization

final class WebhookLoop: @unchecked Sendable {
    // Unchecked: `multi` is used by the loop's thread alone, but for `wakeup`, which libcurl allows from any thread.

    private struct State {
        var waiting: [WebhookJob] = []
        var isClosed = false
        var thread: pthread_t?
    }

    private let multi: UnsafeMutableRawPointer
    private let renderer: Renderer
    private let userAgent: String
    private let state = Mutex(State())

    init(renderer: Renderer, userAgent: String) throws(CarrierFault) {
        guard let multi = curl_multi_init() else { throw CarrierFault(description: "libcurl is out of memory") }
        self.multi = multi
        self.renderer = renderer
        self.userAgent = userAgent
    }

    deinit { curl_multi_cleanup(multi) }

    /// Begins the request as soon as may be. After `close` it reports that it did not.
    func add(_ job: WebhookJob) {
        let (isTaken, isFirst) = state.withLock { state in
            guard !state.isClosed, state.thread != nil || start(&state) else { return (false, false) }
            state.waiting.append(job)
            return (true, state.waiting.count == 1)
        }
        guard isTaken else { return job.done(.closed) }
        // Whoever wakes up for the first finds the others too.
        if isFirst { curl_multi_wakeup(multi) }
    }

    /// Returns when the requests that had begun are over.
    func close() {
        let (thread, dropped) = state.withLock { state in
            defer { (state.isClosed, state.thread, state.waiting) = (true, nil, []) }
            return (state.thread, state.waiting)
        }
        curl_multi_wakeup(multi)
        for job in dropped { job.done(.closed) }
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
        var traffic = Traffic()
        while true {
            let (new, isClosed) = state.withLock { state in
                defer { state.waiting = [] }
                return (state.waiting, state.isClosed)
            }
            for job in new { traffic.lanes[job.destination.name, default: WebhookLane()].waiting.append(job) }
            if isClosed { traffic.close() }
            for name in Set(new.map(\.destination.name)) { beginWaiting(in: name, &traffic) }
            var count: Int32 = 0
            curl_multi_perform(multi, &count)
            finishEnded(&traffic)
            if traffic.running.isEmpty && isClosed { return }
            // libcurl wakes up earlier for its own timeouts; with nothing under way only `wakeup` ends the sleep.
            curl_multi_poll(multi, nil, 0, .max, nil)
        }
    }

    /// What the thread knows of what is under way.
    private struct Traffic {
        var lanes: [String: WebhookLane] = [:]
        /// By their handles, so that they live until libcurl is done with them.
        var running: [UnsafeMutableRawPointer: (transfer: WebhookTransfer, lane: String)] = [:]

        /// What has not begun never will.
        mutating func close() {
            for name in lanes.keys { drop(in: name, because: .closed) }
        }

        mutating func drop(in lane: String, because report: AttemptReport) {
            guard let dropped = lanes[lane]?.drop() else { return }
            for job in dropped { job.done(report) }
        }
    }

    private func beginWaiting(in name: String, _ traffic: inout Traffic) {
        while let job = traffic.lanes[name]?.next() { begin(job, in: name, &traffic) }
        traffic.lanes[name]?.forgetTaken()
        if traffic.lanes[name]?.isEmpty == true { traffic.lanes[name] = nil }
    }

    private func begin(_ job: WebhookJob, in name: String, _ traffic: inout Traffic) {
        do {
            let transfer =
                try traffic.lanes[name]?.idle.popLast()
                ?? WebhookTransfer(to: job.destination, userAgent: userAgent)
            try transfer.load(try job.post(renderer), done: job.done)
            guard curl_multi_add_handle(multi, transfer.handle.pointer) == CURLM_OK else {
                return transfer.report(AttemptReport(outcome: .localFault("libcurl could not begin the transfer")))
            }
            traffic.running[transfer.handle.pointer] = (transfer, name)
            traffic.lanes[name]?.running += 1
        } catch {
            job.done(AttemptReport(outcome: .localFault("\(error)")))
        }
    }

    private func finishEnded(_ traffic: inout Traffic) {
        var left: Int32 = 0
        var names: Set<String> = []
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let result = shim_result(message)
            curl_multi_remove_handle(multi, handle)
            guard let (transfer, name) = traffic.running.removeValue(forKey: handle) else { continue }
            let hasAnswered = transfer.finish(result)
            names.insert(name)
            traffic.lanes[name]?.running -= 1
            if hasAnswered {
                traffic.lanes[name]?.idle.append(transfer)
            } else {
                traffic.drop(in: name, because: .behindSilence)
            }
        }
        for name in names { beginWaiting(in: name, &traffic) }
    }
}

extension AttemptReport {
    fileprivate static var behindSilence: AttemptReport {
        AttemptReport(outcome: .notBegun("the endpoint gave no answer to a message before it"))
    }
}

private func runLoop(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let box { Unmanaged<WebhookLoop>.fromOpaque(box).takeRetainedValue().run() }
    return nil
}
