// The same explanation for a script: each reason by its name.

import ActionPlans
import CivilTime
import Reminders
import Simulation

extension WhyReport {
    var json: JSON {
        .object([
            ("reference", .string(facts.reference)), ("status", .string(facts.status.rawValue)),
            ("phrase", .string(facts.date.phrase)), ("due", .text(facts.date.reading?.due?.description)),
            ("on", .text(on?.description)), ("until", .string(explanation.end.description)),
            ("paused", .text(explanation.pause?.because)),
            (
                "why",
                .text(
                    parts.isEmpty
                        ? ReasonCode.notAnOwner.rawValue : explanation.pause.map { _ in ReasonCode.paused.rawValue })
            ),
            ("owners", .array(parts.map(json))),
            ("uncertain_owners", .array(explanation.uncertain.map { .string($0.post) })),
        ])
    }

    private func json(_ part: Explanation.Part) -> JSON {
        let own = shown(part).filter { happening in
            on.map { zone.date(at: happening.at) == $0 || happening.plannedDay == $0 } ?? true
        }
        let quiet = on.map { own.isEmpty ? explanation.quiet(part, on: $0, zone: zone) : nil } ?? part.quiet
        return .object([
            ("owner", .text(part.owner?.post)), ("schedule", .string(part.choice.schedule.name)),
            ("chosen_by", part.choice.reason.json),
            (
                "quiet",
                quiet.map { .object([("why", .string($0.code.rawValue)), ("words", .string($0.words))]) } ?? .null
            ),
            ("reminders", .array(own.map(json))),
        ])
    }

    private func json(_ happening: Happening) -> JSON {
        .object([
            ("at", .string(happening.at.rfc3339)), ("day", .string(zone.date(at: happening.at).description)),
            ("planned_day", .text(happening.plannedDay?.description)), ("forecast", .bool(happening.isForecast)),
            ("stage", .string(happening.stage)), ("repetition", .int(happening.repetition)),
            ("recipient", .text(happening.recipient)), ("channel", .text(happening.channel?.description)),
            ("why_this_person", .text(happening.person?.code.rawValue)), ("why", .string(happening.code.rawValue)),
            ("words", .string(words(happening))),
        ])
    }
}

extension ScheduleChoice.Reason {
    /// The name of the reason, with the rule's number and line.
    var json: JSON {
        var members: [(String, JSON)] = [("why", .string(code.rawValue))]
        switch self {
        case .rule(let number, let line):
            members += [("rule", .int(number)), ("line", line.map(JSON.int) ?? .null)]
        case .plan(let name): members.append(("plan", .string(name)))
        case .everyPlan: break
        }
        return .object(members)
    }
}
