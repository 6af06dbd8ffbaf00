// How much of the relay's quota is used, and what waits for the rest of it.

import ActionPlans
import CivilTime
import Register
import Reminders

struct MailUse {
    let quota: Quota
    let today: Int
    /// Within the latest span of the rate.
    let lately: Int
    let waiting: Int

    /// nil where the relay has none.
    init?(_ register: Store, _ installation: Installation) throws {
        guard let quota = installation.settings.relay?.quota, quota != .none, installation.settings.mode != .folder
        else { return nil }
        let span = quota.rate?.unit.milliseconds ?? 0
        let tried = try register.mailsTried(
            since: installation.zone.startOfDay(installation.today), latest: quota.rate?.count ?? 0,
            since: installation.now.adding(milliseconds: -span))
        self.quota = quota
        today = tried.sinceMidnight
        lately = tried.latest.count
        waiting = try register.mailsWaiting(at: installation.now)
    }

    var line: String {
        let day = quota.perDay.map { "\(today) of \($0) mails of today" }
        let rate = quota.rate.map { "\(lately) of \($0)" }
        let used = Words.list([day, rate].compactMap { $0 })
        return "the relay's quota: \(used) used, \(Words.count(waiting, "mail")) waiting for the rest"
    }

    var json: JSON {
        .object([
            ("per_day", quota.perDay.map(JSON.int) ?? .null), ("today", .int(today)),
            ("rate", .text(quota.rate?.description)), ("lately", .int(lately)), ("waiting", .int(waiting)),
        ])
    }
}
