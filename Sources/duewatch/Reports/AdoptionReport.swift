// What an import did to the register, what is doubtful in it, and what to type next.

import ActionPlans
import Register
import Reminders

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
        let heading = ["", Style.bold("\(Words.count(adoption.worklist.count, "doubt")) for a person to settle")]
        guard adoption.worklist.count > Self.most else {
            return heading + adoption.worklist.flatMap { WorklistReport.lines($0, plan: false) }
        }
        return heading + kinds
    }

    /// How many doubts there are of each kind, the most frequent first.
    private var kinds: [String] {
        let counts = Dictionary(grouping: adoption.worklist, by: \.kind).map { ($0.value.count, $0.key.words) }
        let width = counts.map { String($0.0).count }.max() ?? 0
        return counts.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map { count, words in
            "  " + String(repeating: " ", count: width - String(count).count) + "\(count)  \(words)"
        }
    }

    /// More doubts than these are counted, and `duewatch review` shows them: nobody reads hundreds at a glance.
    private static let most = 12

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

extension DoubtKind {
    /// What it is, for a count of several.
    var words: String {
        switch self {
        case .reading: "something odd in the document"
        case .dateUnclear: "a date that gives no day"
        case .dateRelative: "a date that counts from an unknown day"
        case .noDate: "agreed to without a date"
        case .secondDate: "a second date in one phrase"
        case .pairingUnclear: "a date of which it is not certain for which step it is"
        case .ownerUnclear: "several posts, and which one answers is not certain"
        case .noOwner: "no post is printed"
        case .nearOwner: "two posts that may be one"
        case .oneDeliverable: "the same step under two recommendations"
        case .superseded: "an earlier date without a sure successor"
        case .moved: "a recommendation that is probably an earlier one"
        case .notMine: "an owner says that it is not theirs"
        case .contradiction: "an answer and an edition disagree"
        case .unreadable: "a target that could not be checked"
        case .deliveryRefused: "a message that was refused"
        case .deliverySetAside: "a message that was set aside"
        }
    }
}
