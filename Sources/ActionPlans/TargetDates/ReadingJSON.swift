// A reading as scripts see it. Keys stand in the order of the contract; what is absent is left out, but for
// "from" and "due", which always stand.

import CivilTime

extension Reading {
    /// The reading as JSON. `includingMilestone` prints `"milestone": null` where there is none.
    public func json(includingMilestone: Bool) -> JSON {
        var members: [(String, JSON)] = [
            ("kind", .string(kind.rawValue)), ("from", .text(from?.description)), ("due", .text(due?.description)),
        ]
        if let precision { members.append(("precision", .string(precision.rawValue))) }
        if let on { members.append(("on", .string(on))) }
        switch recurrence {
        case .every(let period): members.append(("every", .string(period)))
        case .months(let months): members.append(("months", .array(months.map(JSON.int))))
        case .terms: members.append(("terms", .bool(true)))
        case nil: break
        }
        if let after { members.append(("after", .string(after))) }
        if let period { members.append(("period", .string(period))) }
        if let why { members.append(("why", .string(why))) }
        members.append(("rule", .string(rule)))
        if includingMilestone || milestone != nil { members.append(("milestone", .text(milestone))) }
        return .object(members)
    }
}
