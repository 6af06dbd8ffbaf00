// A clock that stands still while anything is in flight, and jumps to the next appointment when nothing is.
// So eighteen months pass in seconds, in the same order every time.

import CivilTime
import Service

/// Something that happens at an instant of a simulation: an answer, a fault.
public struct Appointment: Sendable {
    public let at: Instant
    public let happen: @Sendable () -> Void

    public init(at: Instant, happen: @escaping @Sendable () -> Void) {
        self.at = at
        self.happen = happen
    }
}

public final class VirtualClock: ServiceClock, @unchecked Sendable {
    // Unchecked: only the engine's thread reads or moves it once `run` has begun.
    public private(set) var now: Instant
    private let end: Instant
    /// What the engine has not heard of yet.
    private var stepped: Int64 = 0
    /// The next one last.
    private var appointments: [Appointment]

    /// - Parameter end: where the simulation stops; the engine gets `.stop` there.
    public init(from start: Instant, until end: Instant, appointments: [Appointment] = []) {
        now = start
        self.end = end
        self.appointments = []
        for appointment in appointments { add(appointment) }
    }

    /// Adds an appointment, after those of the same instant; while the simulation runs, on the engine's thread only, as
    /// carriers and appointments are called.
    public func add(_ appointment: Appointment) {
        let place = appointments.firstIndex { $0.at <= appointment.at } ?? appointments.endIndex
        appointments.insert(appointment, at: place)
    }

    /// Sets the clock forward or back, as somebody sets a machine's; the engine hears of it after its wait.
    public func step(by milliseconds: Int64) {
        now = now.adding(milliseconds: milliseconds)
        stepped += milliseconds
    }

    public func wait(for inbox: Inbox, until deadline: Instant, inFlight: Int) -> [Event] {
        let waiting = inFlight > 0 ? reports(to: inbox, of: inFlight) : inbox.take(waitingAtMost: 0)
        guard waiting.isEmpty, inFlight == 0 else { return heardOfStep() + waiting }
        if let next = appointments.last, next.at <= min(deadline, end) {
            appointments.removeLast()
            now = max(now, next.at)
            next.happen()
            return heardOfStep()
        }
        now = max(now, min(deadline, end))
        return now >= end ? [.stop] : []
    }

    private func heardOfStep() -> [Event] {
        defer { stepped = 0 }
        return stepped == 0 ? [] : [.clockStepped(by: stepped)]
    }

    /// Waits for every delivery that is under way, and puts the reports in the order of the messages. How many of them come
    /// in together, and in which order, depends on threads: it must not decide what is checked and gathered before what.
    private func reports(to inbox: Inbox, of inFlight: Int) -> [Event] {
        var reports: [(claim: Int64, event: Event)] = []
        var others: [Event] = []
        // A stop or a reload is not kept waiting: a report may come only after it.
        while reports.count < inFlight, others.isEmpty {
            let more = inbox.take(waitingAtMost: Self.longestDelivery)
            if more.isEmpty { break }
            for event in more {
                if case .returned(let claim, _) = event {
                    reports.append((claim, event))
                } else {
                    others.append(event)
                }
            }
        }
        return reports.sorted { $0.claim < $1.claim }.map(\.event) + others
    }

    /// Real milliseconds after which a peer that should have answered is asked about again.
    private static let longestDelivery: Int64 = 60_000
}
