// The schedule of a story: stages drawn by chance, as the reference model takes them and as an administrator writes them.

import Reminders

/// The stages of a story's schedule. Every name is its own, so that a day and a name tell a reminder.
struct StorySchedule: Sendable {
    private static let spans: [Span] = [.months(2), .months(1), .days(21), .workingDays(10), .workingDays(5), .days(1)]

    /// By name: `30d`, `2m`, `5wd`.
    var leads: [(name: String, span: Span)] = []
    var tellsTheDay = true
    var overdue: (every: Int, repeats: Int?)?
    /// Working days.
    var deputy: Int?
    var manager: (after: Int, isAutomatic: Bool)?

    init(_ chances: inout Chances) {
        for (index, span) in Self.spans.enumerated() where chances.coin() { leads.append(("lead-\(index)", span)) }
        tellsTheDay = chances.coin()
        if chances.number(0...3) > 0 { overdue = (chances.any(of: [3, 5, 10]), chances.any(of: [nil, nil, 1, 3])) }
        if chances.coin() { deputy = chances.any(of: [1, 3, 10]) }
        if chances.coin() { manager = (chances.any(of: [3, 5, 10]), chances.coin()) }
        // A schedule without any stage is an error of the settings.
        if leads.isEmpty { tellsTheDay = true }
    }

    /// Another administrator's idea of it: stages go, come and move.
    func changed(_ chances: inout Chances) -> StorySchedule {
        var other = StorySchedule(&chances)
        for index in other.leads.indices where chances.number(0...2) == 0 {
            let free = Self.spans.filter { span in !other.leads.contains { $0.span == span } }
            if !free.isEmpty { other.leads[index].span = chances.any(of: free) }
        }
        return other
    }

    var yaml: String {
        var lines = leads.map { "{stage: \($0.name), lead: \($0.span)}" }
        if tellsTheDay { lines.append("{stage: due-day, on: due}") }
        if let overdue {
            let end = overdue.repeats.map { ", until: \($0)" } ?? ""
            lines.append("{stage: late, every: \(overdue.every)wd\(end)}")
        }
        if let deputy { lines.append("{stage: to-deputy, escalate: deputy, after: \(deputy)wd}") }
        if let manager {
            let release = manager.isAutomatic ? ", release: automatic" : ""
            lines.append("{stage: to-manager, escalate: manager, after: \(manager.after)wd\(release)}")
        }
        return lines.map { "    - \($0)" }.joined(separator: "\n")
    }
}
