// The schedules: what is said when. A stage has one rule; what could never fire, or fire twice, is named here.

import Reminders

extension SettingsReader {
    /// Every schedule by its name; the standard one is always among them.
    func schedules() -> [String: Schedule] {
        var schedules = [Schedule.standard.name: Schedule.standard]
        guard let section = root.names(under: "schedules") else { return schedules }
        for name in section.names {
            guard Self.isName(name) else {
                findings.error(
                    at: section.place(of: name), expected: "a name of small letters, digits and hyphens",
                    found: name.quoted)
                continue
            }
            schedules[name] = schedule(name, in: section)
        }
        return schedules
    }

    /// Stages that could not be read are left out, so that the schedule's name is known in any case.
    private func schedule(_ name: String, in section: Section) -> Schedule {
        let expected = "a list of stages, such as {stage: due-day, on: due}"
        let elements = section.elements(name, expecting: expected)
        if section.isAbsent(name) || elements?.isEmpty == true {
            findings.error(
                at: section.place(of: name), expected: expected, found: "no stage",
                hint: "to say nothing, leave a plan unarmed")
        }
        var stages: [Stage] = []
        var names: Set<String> = []
        for (node, place) in elements ?? [] {
            guard let entry = Section(node, at: place, keys: StageReader.keys, findings: findings) else { continue }
            let (name, stage) = StageReader(entry: entry).read()
            // A name is taken by a stage that cannot be read, too.
            if let name, !names.insert(name).inserted {
                findings.error(
                    at: entry.place(of: "stage"), expected: "a name of its own in the schedule", found: name.quoted,
                    hint: "another stage has it already")
            } else if let stage, check(stage, after: stages, in: entry) {
                stages.append(stage)
            }
        }
        // Half a schedule gives no ground for a warning.
        if stages.count == elements?.count { warn(of: stages, at: section.place(of: name)) }
        return Schedule(name: name, stages: stages)
    }

    private func check(_ stage: Stage, after stages: [Stage], in entry: Section) -> Bool {
        if let twin = stages.first(where: { $0.rule.isTwin(of: stage.rule) }) {
            findings.error(
                at: entry.place, expected: "one stage of this kind in a schedule", found: "a second one",
                hint: "\(twin.name.quoted) is of the same kind")
            return false
        }
        let managers = stages.first { if case .rung(.manager, _) = $0.rule { true } else { false } }
        if let managers, case .rung(.deputy, _) = stage.rule {
            findings.error(
                at: entry.place(of: "escalate"), expected: "the deputy before the manager",
                found: "deputy after \(managers.name.quoted)", hint: "the ladder is climbed in the order of the list")
            return false
        }
        return true
    }

    private func warn(of stages: [Stage], at place: Place) {
        let isRung = { (stage: Stage) in if case .rung = stage.rule { true } else { false } }
        let isOverdue = { (stage: Stage) in if case .overdue = stage.rule { true } else { false } }
        guard let rung = stages.first(where: isRung), !stages.contains(where: isOverdue) else { return }
        findings.warning(
            at: place, expected: "a stage with every: beside the one with escalate:", found: "none",
            hint: "\(rung.name.quoted) counts from the message that says a target is late, and none would be sent")
    }
}

extension Schedule {
    /// What `Config/duewatch.yaml` spells out.
    public static let standard = Schedule(
        name: "standard",
        stages: [
            Stage(name: "month-before", rule: .lead(.months(1))),
            Stage(name: "week-before", rule: .lead(.workingDays(5))),
            Stage(name: "due-day", rule: .onTheDay),
            Stage(name: "overdue", rule: .overdue(everyWorkingDays: 10)),
            Stage(name: "deputy", rule: .rung(.deputy, afterWorkingDays: 10)),
            Stage(name: "manager", rule: .rung(.manager, afterWorkingDays: 10), release: .byHand),
            Stage(name: "start", rule: .start),
            Stage(name: "midpoint", rule: .midpoint),
            Stage(name: "check-in", rule: .checkIn(everyMonths: 12), ending: .repeats(2), askAgain: 20),
            Stage(name: "ask-for-date", rule: .undated(everyMonths: 3)),
            Stage(name: "third-extension", rule: .extensions(3)),
        ])
}

extension StageRule {
    /// Whether the two would say the same at the same time, or could not be told apart.
    fileprivate func isTwin(of other: StageRule) -> Bool {
        switch (self, other) {
        case (.lead(let a), .lead(let b)): a == b
        case (.rung(let a, _), .rung(let b, _)): a == b
        case (.onTheDay, .onTheDay), (.start, .start), (.midpoint, .midpoint), (.overdue, .overdue),
            (.checkIn, .checkIn), (.undated, .undated), (.extensions, .extensions), (.letter, .letter):
            true
        default: false
        }
    }
}
