// Who answers for a plan, and for the installation, when somebody cannot be told.

import CivilTime
import Testing

@testable import Reminders

@Suite("Administrators")
struct AdministratorsTests {
    private static let ada = Sample.person(1, "Ada")
    private static let away = Sample.person(2, "Robin").away(until: .max)
    private static let robin = Sample.person(2, "Robin")
    private static let sam = Sample.person(3, "Sam")
    private static let mute = Sample.person(3, "Sam", [])

    @Test(
        "of a plan it is its own, or its deputy, or the installation's where neither can be told",
        arguments: [
            (Administrators(robin), "Robin"), (Administrators(robin, deputy: sam), "Robin"),
            (Administrators(away, deputy: sam), "Sam"), (Administrators(away, deputy: mute), "Ada"),
            (Administrators(away), "Ada"),
        ])
    func ofPlan(_ own: Administrators, _ name: String) throws {
        let plain = try Sample.policy()
        let policy = Policy(
            mode: .live, administrators: Administrators(Self.ada), planAdministrators: ["remand-2024": own],
            defaults: plain.defaults, plans: [:], brake: plain.brake, correspondence: plain.correspondence)
        #expect(policy.administrator(of: "remand-2024").name == name)
        #expect(policy.administrator(of: "another").name == "Ada")
        #expect(policy.administrator(of: nil).name == "Ada")
    }
}
