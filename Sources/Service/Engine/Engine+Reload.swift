// Taking the settings anew: as a whole or not at all, while messages are under way. Whoever asked for it hears what came
// of it once it is in force, and not before.

import Register

extension Engine {
    /// A command asks for something that only the running service knows or can do.
    func hear(_ asked: Asked) {
        switch asked.request {
        case .settings: asked.answer(rules.source?.text ?? "")
        case .reload where isStopping: asked.answer(ReloadOutcome.stopping.text)
        case .reload:
            askers.append(asked)
            wantsReload = true
        }
    }

    /// Where the register fails on the way, the next turn reads everything again.
    func reload() throws {
        notification.reloading()
        defer { notification.ready() }
        switch try reread() {
        case .faulty(let problems):
            wantsReload = false
            for problem in problems { log.error("configuration.problem", metadata: ["problem": "\(problem)"]) }
            log.error(
                "configuration.kept", metadata: ["because": "the new one has errors; `duewatch check` lists them"])
            tell(.kept(problems: problems))
        case .fresh(let fresh):
            try adopt(fresh)
            wantsReload = false
            log.notice("configuration.reloaded", metadata: ["mode": "\(rules.policy.mode)"])
            warn()
            tell(.applied(file: fresh.source?.file ?? "", warnings: fresh.warnings))
        }
    }

    private func adopt(_ fresh: Rules) throws {
        retire(rules)
        rules = fresh
        watched = fresh.watched
        templateFaults = []
        // What was planned under the old ones counts as due for another look.
        mustLookAgain = true
        braked = nil
        try adoptMode()
        try adoptChannels()
    }

    func tell(_ outcome: ReloadOutcome) {
        for asked in askers { asked.answer(outcome.text) }
        askers = []
    }
}
