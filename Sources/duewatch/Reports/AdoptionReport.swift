// What an import did to the register, what is doubtful in it, and what to type next.

import ActionPlans
import Register

struct AdoptionReport {
    let adoption: Adoption
    let draft: PlanDraft

    init(_ adoption: Adoption, draft: PlanDraft) {
        self.adoption = adoption
        self.draft = draft
    }

    var lines: [String] {
        if adoption.outcome == .unchanged {
            return ["\(adoption.name): this file was imported before; nothing was changed"]
        }
        return DraftReport(draft).heading + [""] + counts + changes + worklist + owners + next
    }

    var json: JSON {
        .object([
            ("plan", .string(adoption.name)), ("outcome", .string(adoption.outcome.rawValue)),
            ("new", .int(adoption.new)), ("changed", .int(adoption.changed)), ("kept", .int(adoption.kept)),
            ("doubtful", .int(adoption.doubtful)), ("superseded", .int(adoption.superseded)),
            ("disarmed", .int(adoption.disarmed)), ("waiting", .int(adoption.waiting)),
            ("unresolved_owners", .array(adoption.unresolvedOwners.map(JSON.string))),
            ("changes", DifferenceReport(adoption.difference).json),
            ("worklist", .array(adoption.worklist.map(\.json))),
        ])
    }

    private var counts: [String] {
        var lines = ["\(adoption.name) was \(adoption.outcome == .created ? "taken in" : "brought up to date")"]
        func add(_ number: Int, _ words: String) {
            if number > 0 { lines.append("  \(Words.count(number, "target")) \(words)") }
        }
        add(adoption.new, "new")
        add(adoption.changed, "changed")
        add(adoption.kept, "as before")
        add(adoption.superseded, "superseded")
        add(adoption.doubtful, "with a doubt to settle")
        add(adoption.disarmed, "no longer armed, because something about them changed")
        add(adoption.waiting, "waiting for `duewatch arm`; until then nothing is sent for them")
        return lines
    }

    /// What moved between the editions.
    private var changes: [String] {
        let difference = adoption.difference
        let isNews = difference.isFirst ? !difference.slips.isEmpty : !difference.changes.isEmpty
        return isNews ? DifferenceReport(difference).lines : []
    }

    private var worklist: [String] {
        guard !adoption.worklist.isEmpty else { return [] }
        return ["", Style.bold("\(Words.count(adoption.worklist.count, "doubt")) for a person to settle")]
            + adoption.worklist.flatMap { WorklistReport.lines($0, plan: false) }
    }

    private var owners: [String] {
        guard !adoption.unresolvedOwners.isEmpty else { return [] }
        return ["", Style.bold("\(Words.count(adoption.unresolvedOwners.count, "owner")) without anybody to tell")]
            + adoption.unresolvedOwners.flatMap { Paragraph.lines($0, indent: "    ", lead: "  ") }
    }

    private var next: [String] {
        var steps: [String] = []
        if !adoption.unresolvedOwners.isEmpty {
            steps += [
                "  duewatch owners --unresolved > owners.yaml    then fill it in, and",
                "  duewatch owners import owners.yaml",
            ]
        }
        if !adoption.worklist.isEmpty { steps.append("  duewatch review \(adoption.name)") }
        if adoption.waiting > 0 {
            steps += ["  duewatch forecast \(adoption.name)", "  duewatch arm \(adoption.name)"]
        }
        return steps.isEmpty ? [] : ["", "Next:"] + steps
    }
}
