// Whether a person's address may be written to: its syntax, and the domains that the settings allow.

import Reminders

enum AllowedAddress {
    /// What stands against it, as expected, found and what to do; nil where nothing does or there is no address.
    static func fault(of person: PersonEntry, domains: [String]) -> String? {
        guard let email = person.email else { return nil }
        do throws(MailAddress.Fault) {
            let address = try MailAddress(email)
            if address.isAllowed(in: domains) { return nil }
            return "expected an address in \(Words.list(domains)), found \(email); "
                + "correct it, or add its domain to delivery.allowed-domains"
        } catch {
            return "\(email) cannot be written to: \(error)"
        }
    }
}
