// When an administrator is warned that a hold is about to end.

import CivilTime
import Register
import Reminders

extension HoldRecord {
    /// Whether it ends within two working days of `day`, and no other outlasts it.
    ///
    /// - Parameter policy: how a plan is chased; nil stands for none.
    public func isEnding(on day: CivilDate, _ policy: (_ plan: String?) -> PlanPolicy) -> Bool {
        !isOutlasted && until >= day && until <= policy(plan).calendar.adding(workingDays: 2, to: day)
    }
}
