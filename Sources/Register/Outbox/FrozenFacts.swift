// The frozen facts of a message as JSON, in the form that `Codable` gives them: a test holds the two to each other.
// Written by hand, because every message is frozen once, and Foundation's encoder takes longer than the rest of a claim.

import ActionPlans
import CivilTime
import Reminders

/// Of what most messages are: neither events nor corrections.
struct FrozenFacts {
    let facts: MessageFacts

    var octets: [UInt8] {
        JSONLine.octets { line in
            line.add("id", facts.id)
            line.add("kind", facts.kind.rawValue)
            add(facts.channel, to: &line)
            line.add("mode", facts.mode.rawValue)
            line.add("date", Int(facts.date.milliseconds))
            line.add("day", facts.day.description)
            line.add("dateHeader", facts.dateHeader)
            line.add("plan", facts.plan, plan)
            line.add("recipient", facts.recipient, party)
            line.add("intended", facts.intended, party)
            line.add("sender", facts.sender, party)
            line.add("replyTo", facts.replyTo)
            line.add("domain", facts.domain)
            line.add("thread", facts.thread)
            line.add("subject", facts.subject)
            line.add("entries", facts.entries, each: entry)
            line.add("paragraphs", facts.paragraphs)
            line.add("marking", facts.marking)
            line.add("isThin", facts.isThin)
            line.add("link", facts.link)
            line.add("heldOver", facts.heldOver) { line, heldOver in
                line.add("reminders", heldOver.reminders)
                line.add("cap", heldOver.cap.map(Int64.init))
            }
        }
    }

    private func add(_ channel: Channel, to line: inout JSONLine) {
        line.addObject("channel") { line in
            switch channel {
            case .email: line.addObject("email") { _ in }
            case .webhook(let endpoint): line.addObject("webhook") { $0.add("endpoint", endpoint) }
            }
        }
    }

    private func plan(_ line: inout JSONLine, _ plan: PlanFacts) {
        line.add("id", plan.id.value)
        line.add("name", plan.name)
        line.add("title", plan.title)
    }

    private func party(_ line: inout JSONLine, _ party: Party) {
        line.add("person", party.person?.value)
        line.add("name", party.name)
        line.add("address", party.address)
    }

    private func entry(_ line: inout JSONLine, _ entry: EntryFacts) {
        line.add("reminder", entry.reminder.value)
        line.add("kind", entry.kind.rawValue)
        line.add("stage", entry.stage)
        line.add("repetition", entry.repetition)
        line.add("reference", entry.reference)
        line.add("recommendation", entry.recommendation)
        line.add("recommendationText", entry.recommendationText)
        line.add("action", entry.action)
        line.add("milestone", entry.milestone)
        line.add("phrase", entry.phrase)
        line.add("due", entry.due?.description)
        line.add("rule", entry.rule)
        line.add("firstDue", entry.firstDue?.description)
        line.add("revision", entry.revision)
        line.add("extensions", entry.extensions)
        line.add("workingDaysLate", entry.workingDaysLate)
        line.add("owner", entry.owner)
        line.add("role", entry.role.rawValue)
        line.add("jointOwners", entry.jointOwners)
        line.add("standIn", entry.standIn?.rawValue)
        line.add("insteadOf", entry.insteadOf)
        line.add("actsAs", entry.actsAs?.rawValue)
        line.add("copy", entry.copy?.rawValue)
        line.add("next", entry.next, step)
        line.add("occurrence", entry.occurrence?.description)
        line.add("merged", entry.merged)
        line.add("startedOn", entry.startedOn?.description)
        line.add("ownerExtensions", entry.ownerExtensions)
        line.add("introduction", entry.introduction, introduction)
    }

    private func step(_ line: inout JSONLine, _ step: NextStep) {
        line.add("role", step.role.rawValue)
        line.add("name", step.name)
        line.add("day", step.day.description)
        line.add("needsRelease", step.needsRelease)
    }

    private func introduction(_ line: inout JSONLine, _ introduction: IntroductionEntry) {
        line.add("firstReminder", introduction.firstReminder?.description)
        line.add("climbsTo", introduction.climbsTo, each: rung)
        line.add("lateFrom", introduction.lateFrom?.description)
    }

    private func rung(_ line: inout JSONLine, _ rung: IntroductionEntry.Rung) {
        line.add("role", rung.role.rawValue)
        line.add("name", rung.name)
        line.add("needsRelease", rung.needsRelease)
    }
}
