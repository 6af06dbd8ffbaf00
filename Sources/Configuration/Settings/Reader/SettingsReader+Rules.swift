// The rules that choose a schedule. A rule that no target can reach is warned of; one that names nothing is an error.

import ActionPlans
import CivilTime
import Reminders

extension SettingsReader {
    private static let conditions = [
        "plan", "section", "recommendation", "body", "owner", "response", "status", "label",
    ]

    func rules(of schedules: [String: Schedule]) -> [ScheduleRule] {
        let expected = "a list of rules, such as {when: {section: additional}, schedule: gentle}"
        var rules: [ScheduleRule] = []
        for (index, (node, place)) in (root.elements("rules", expecting: expected) ?? []).enumerated() {
            guard let entry = Section(node, at: place, keys: ["when", "schedule"], findings: findings) else { continue }
            entry.require("when", expecting: "what a target has to be, such as {plan: remand-2024}")
            entry.require("schedule", expecting: "the name of a schedule")
            let schedule = self.schedule(in: entry, of: schedules)
            let when = entry.section("when", keys: Self.conditions).flatMap(condition)
            if case .mapping(let mapping) = entry.node("when"), mapping.isEmpty {
                findings.error(
                    at: entry.place(of: "when"), expected: "one of \(listed(Self.conditions))", found: "none",
                    hint: "`schedule:` beside `rules:` is for everything else")
            }
            guard let schedule, let when else { continue }
            let rule = ScheduleRule(number: index + 1, line: place.line, when: when, schedule: schedule)
            if let earlier = rules.first(where: { $0.when.covers(when) }) {
                findings.warning(
                    at: place, expected: "a rule that some target can reach",
                    found:
                        "one that rule \(earlier.number)\(earlier.line.map { " in line \($0)" } ?? "") leaves nothing to",
                    hint: "the first rule that fits is taken: put the narrower one before it")
            }
            rules.append(rule)
        }
        return rules
    }

    /// nil where a value could not be read; a rule with half its conditions would choose too much.
    private func condition(_ section: Section) -> RuleCondition? {
        var when = RuleCondition()
        let plans = words("plan", in: section, expecting: "a plan's name") { $0 }
        let sections = choices("section", ActionPlans.Section.self, in: section)
        let numbers = words("recommendation", in: section, expecting: "a number such as 6, or a3 for an additional one")
        {
            $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") } ? $0 : nil
        }
        let bodies = words("body", in: section, expecting: "a body, as the plan prints it", PostSpelling.normalised)
        let owners = words("owner", in: section, expecting: "a post, in any of its spellings", PostSpelling.normalised)
        let responses = choices("response", Response.self, in: section)
        let statuses = choices("status", Status.self, in: section)
        let labels = words("label", in: section, expecting: "a label of small letters, digits and hyphens") {
            Label.isLabel($0) ? $0 : nil
        }
        guard let plans, let sections, let numbers, let bodies, let owners, let responses, let statuses, let labels
        else { return nil }
        (when.plans, when.sections, when.recommendations, when.bodies) = (plans, sections, numbers, bodies)
        (when.owners, when.responses, when.statuses, when.labels) = (owners, responses, statuses, labels)
        return section.names.allSatisfy(section.isAbsent) ? nil : when
    }

    private func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
        _ key: String, _ type: Choice.Type, in section: Section
    ) -> Set<Choice>? where Choice.RawValue == String {
        let names = type.allCases.map(\.rawValue)
        return words(key, in: section, expecting: listed(names), hint: { MistakenWord.hint(for: $0, in: names) }) {
            Choice(rawValue: $0)
        }
    }

    /// One value or a list of them; empty where there is none, nil with a problem where one cannot be read.
    private func words<Value: Hashable>(
        _ key: String, in section: Section, expecting expected: String, hint: (String) -> String? = { _ in nil },
        _ reading: (String) -> Value?
    ) -> Set<Value>? {
        guard let node = section.node(key) else { return [] }
        guard case .sequence = node else {
            return section.value(key, expecting: expected, hint: hint) { $0.isOneLine ? reading($0) : nil }.map { [$0] }
        }
        var values: Set<Value> = []
        var isWhole = true
        for (node, place) in section.elements(key, expecting: expected) ?? [] {
            if case .scalar(let scalar) = node, scalar.string.isOneLine, let value = reading(scalar.string) {
                values.insert(value)
                continue
            }
            isWhole = false
            var meant: String?
            if case .scalar(let scalar) = node { meant = hint(scalar.string) }
            findings.error(at: place, expected: expected, found: node.shown, hint: meant)
        }
        return isWhole ? values : nil
    }

    /// Reports schedules that nothing chooses, and so can never fire. The standard one is always there.
    func warnOfIdle(_ schedules: [String: Schedule], choosing chosen: [Schedule]) {
        guard !findings.hasErrors, let section = root.names(under: "schedules") else { return }
        let names = Set(chosen.map(\.name))
        for name in section.names
        where schedules[name] != nil && name != Schedule.standard.name && !names.contains(name) {
            findings.warning(
                at: section.place(of: name), expected: "a rule, a plan or `schedule:` that names it", found: "none",
                hint: "it cannot fire")
        }
    }
}
