// The register and the service at a glance.

import ActionPlans
import CivilTime
import Register
import Reminders

struct StatusReport {
    let installation: Installation
    /// nil where there is no register yet.
    let status: RegisterStatus?
    /// nil where the relay has no quota.
    let mail: MailUse?
    let holds: [HoldRecord]
    /// Who has not answered their introduction.
    let silent: [SilentNewcomer]
    /// The process that serves.
    let service: Int?

    private var zone: Zone { installation.zone }

    var lines: [String] {
        let first = Mode.lines(installation.settings) + [serviceLine]
        guard let status else {
            return first
                + wrapped("no register yet at \(installation.register): `duewatch import FILE --as NAME` makes it")
        }
        return first + (pauseAndBrake(status) + failing(status)).flatMap(wrapped) + held
            + targets(status).flatMap(wrapped) + toDo(status) + next(status)
    }

    private func wrapped(_ line: String) -> [String] { Paragraph.lines(line, indent: "    ", lead: "") }

    private var serviceLine: String {
        service.map { "the service runs as process \($0)" } ?? Style.alarming("no service is running: nothing is sent")
    }

    private func pauseAndBrake(_ status: RegisterStatus) -> [String] {
        var lines: [String] = []
        if let pause = status.pause {
            lines.append(
                Style.alarming("sending is paused") + " since \(Words.moment(pause.at, zone)) by \(pause.by): "
                    + "\(pause.because); `duewatch resume`")
        }
        for batch in status.batches {
            lines.append(
                Style.alarming("the brake holds \(Words.count(batch.messages, "message"))")
                    + " (batch \(batch.id)): \(batch.because); `duewatch release`")
        }
        if let last = status.lastMode, last != installation.settings.mode {
            lines.append("the service last started in \(last.rawValue) mode: it needs a reload")
        }
        return lines
    }

    private func failing(_ status: RegisterStatus) -> [String] {
        status.channels.map { channel in
            let since = "since \(Words.moment(channel.since, zone)): \(channel.because)"
            switch channel.state {
            case .open(let until, _):
                return Style.alarming("\(channel.channel) fails") + " \(since); the next try of one message is at "
                    + Words.moment(until, zone)
            case .stopped, .closed:
                return Style.alarming("\(channel.channel) is stopped") + " \(since); mend it, then `duewatch resume "
                    + "\(channel.channel)`"
            }
        }
    }

    private var held: [String] {
        holds.flatMap { HoldReport.lines($0, isEnding: installation.isEnding($0)) }
    }

    private func targets(_ status: RegisterStatus) -> [String] {
        [
            Words.count(status.plans, "plan") + ", \(Words.count(status.targets, "target")), \(status.chased) chased, "
                + "\(status.armed) armed"
        ]
            + status.waiting.map { plan in
                "\(Words.count(plan.targets, "target")) of \(plan.plan) "
                    + "\(plan.targets == 1 ? "waits" : "wait") for `duewatch arm \(plan.plan)` since "
                    + Words.moment(plan.since, zone)
            }
            + status.closed.map { "\($0.plan) is closed since \(closed($0.closure))" }
    }

    private func closed(_ closure: PlanClosure) -> String {
        "\(Words.moment(closure.at, zone)) by \(closure.by): \(closure.because)"
    }

    private func toDo(_ status: RegisterStatus) -> [String] {
        var lines: [String] = []
        if status.unresolvedOwners > 0 {
            lines.append(
                "\(Words.count(status.unresolvedOwners, "owner")) without anybody to tell: `duewatch owners --unresolved`"
            )
        }
        if !silent.isEmpty {
            lines.append(
                Words.count(silent.count, "introduction") + " without an answer: `duewatch owners --silent`")
        }
        if !status.proposals.isEmpty {
            lines += wrapped("would climb above a deputy; `duewatch release REFERENCE`, or `duewatch stop REFERENCE`:")
            lines += ProposalReport.lines(status.proposals).map { "  \($0)" }
        }
        if status.doubts > 0 { lines.append("\(Words.count(status.doubts, "doubt")) to settle: `duewatch worklist`") }
        let states = MessageState.allCases.compactMap { state in
            status.messages[state].flatMap { $0 > 0 ? "\($0) \(state.words)" : nil }
        }
        if !states.isEmpty { lines.append("messages: " + states.joined(separator: ", ")) }
        if status.inDoubt > 0 {
            lines.append("\(Words.count(status.inDoubt, "message")) may have arrived, and nobody knows")
        }
        if let mail { lines.append(mail.line) }
        if let horizon = installation.settings.holidayHorizon {
            lines.append("bank holidays are known until \(horizon)")
        }
        return lines
    }

    private func next(_ status: RegisterStatus) -> [String] {
        [("check", status.earliestCheck), ("message", status.earliestMessage)].compactMap { name, instant in
            instant.map { "next \(name): " + ($0 <= installation.now ? "due now" : Words.moment($0, zone)) }
        }
    }

    var json: JSON { .object(running + stops + counts) }

    private var running: [(String, JSON)] {
        let settings = installation.settings
        return [
            ("delivery_mode", .string(settings.mode.rawValue)),
            ("service_running", .bool(service != nil)), ("service_process", service.map(JSON.int) ?? .null),
            ("register", .string(installation.register)), ("register_exists", .bool(status != nil)),
            ("holidays_until", .text(settings.holidayHorizon?.description)),
        ]
    }

    private var stops: [(String, JSON)] {
        [
            ("paused", status?.pause.map(json) ?? .null),
            ("held_batches", .array((status?.batches ?? []).map(json))),
            ("proposals", .array((status?.proposals ?? []).map(\.json))),
            ("failing_channels", .array((status?.channels ?? []).map(json))),
            ("in_doubt", .int(status?.inDoubt ?? 0)), ("mail_quota", mail?.json ?? .null),
            ("holds", .array(holds.map(json))), ("closed_plans", .array((status?.closed ?? []).map(json))),
            ("silent", .array(silent.map(\.json))),
        ]
    }

    private var counts: [(String, JSON)] {
        let states: [(String, JSON)] = MessageState.allCases.map { ($0.rawValue, .int(status?.messages[$0] ?? 0)) }
        return [
            ("plans", .int(status?.plans ?? 0)), ("targets", .int(status?.targets ?? 0)),
            ("chased", .int(status?.chased ?? 0)), ("armed", .int(status?.armed ?? 0)),
            ("waiting", .array((status?.waiting ?? []).map(json))),
            ("unresolved_owners", .int(status?.unresolvedOwners ?? 0)), ("worklist", .int(status?.doubts ?? 0)),
            ("messages", .object(states)),
            ("next_check", .text(status?.earliestCheck?.rfc3339)),
            ("next_message", .text(status?.earliestMessage?.rfc3339)),
        ]
    }

    private func json(_ pause: Pause) -> JSON {
        .object([("at", .string(pause.at.rfc3339)), ("by", .string(pause.by)), ("because", .string(pause.because))])
    }

    private func json(_ channel: ChannelRecord) -> JSON {
        var probe: Instant?
        if case .open(let until, _) = channel.state { probe = until }
        return .object([
            ("channel", .string(channel.channel.description)), ("stopped", .bool(channel.isStopped)),
            ("since", .string(channel.since.rfc3339)), ("because", .string(channel.because)),
            ("probe_at", .text(probe?.rfc3339)),
        ])
    }

    private func json(_ hold: HoldRecord) -> JSON { hold.json(isEnding: installation.isEnding(hold)) }

    private func json(_ plan: ClosedPlan) -> JSON {
        .object([("plan", .string(plan.plan)), ("closed", plan.closure.json)])
    }

    private func json(_ batch: Batch) -> JSON {
        .object([
            ("batch", .int(Int(batch.id.value))), ("messages", .int(batch.messages)),
            ("since", .string(batch.openedAt.rfc3339)), ("because", .string(batch.because)),
        ])
    }

    private func json(_ plan: WaitingPlan) -> JSON {
        .object([
            ("plan", .string(plan.plan)), ("targets", .int(plan.targets)), ("since", .string(plan.since.rfc3339)),
        ])
    }
}
