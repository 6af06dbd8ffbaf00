// The files of the demo: what an administrator would have written. They stay in the demo's folder, so that a newcomer can
// go on with them.

import ActionPlans
import CivilTime
import Configuration
import FoundationEssentials
import Reminders
import Service

struct DemoFiles {
    /// A week after the plan was published.
    static let armedOn = CivilDate(dayNumber: 20_472)  // 2026-01-19
    static let planName = "harbour"
    static let signingKey = Array("duewatch's demo signs with this key, and only it.".utf8.prefix(32))

    let folder: String
    let endpoint: String

    /// Writes them.
    init(folder: String, endpoint: String) throws {
        self.folder = folder
        self.endpoint = endpoint
        try put("plan.txt", Self.plan)
        try put("webhook-secret", "whsec_" + Data(Self.signingKey).base64EncodedString() + "\n")
        try put("duewatch.yaml", configuration)
    }

    /// The plan as it was published.
    static var plan: String { String(decoding: PackageResources.demo_plan_txt, as: UTF8.self) }

    func put(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"), options: .atomic)
    }

    func settings(executable: String) throws -> Settings {
        let loaded = SettingsFile.load(
            path: "\(folder)/duewatch.yaml", surroundings: .of(executable: executable, today: nil))
        guard let settings = loaded.settings else { throw BadConfiguration(problems: loaded.errors) }
        return settings
    }

    private var configuration: String {
        """
        # The configuration of the demo. Every key is explained in Config/duewatch.yaml.
        register: \(folder)/register.sqlite
        delivery:
          mode: folder
          folder: \(folder)/mail
          allowed-domains: [northmere.example]
        administrator:
          name: Petra Voss
          email: petra.voss@northmere.example
        mail:
          sender:
            name: Northmere action plans
            address: action-plans@northmere.example
          reply-to: action-plans@northmere.example
        webhooks:
          case-system:
            url: \(endpoint)
            secret-file: \(folder)/webhook-secret
            allow-http: true
            allow-private-addresses: true
        schedules:
          northmere:
            - {stage: month-before, lead: 1m}
            - {stage: week-before, lead: 5wd}
            - {stage: due-day, on: due}
            - {stage: overdue, every: 10wd}
            - {stage: deputy, escalate: deputy, after: 10wd}
            # The harbour's director is told without a word from the administrator.
            - {stage: manager, escalate: manager, after: 10wd, release: automatic}
            - {stage: check-in, check-in: 12m}
        schedule: northmere

        """
    }
}
