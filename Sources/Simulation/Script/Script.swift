// A script of answers and faults: its lines read and checked, in the order of time. Never plays them.

import CivilTime
import Configuration
import Reminders

public struct Script: Sendable {
    /// By time; those of one instant in the order of the file.
    public let steps: [ScriptStep]

    /// Nothing happens.
    public static let empty = Script(steps: [])

    init(steps: [ScriptStep]) { self.steps = steps }

    /// - Parameters:
    ///   - name: the file, for the problems.
    ///   - days: the simulation's first and last day; each step lies in them.
    ///   - endpoints: the names that the settings give to webhooks.
    ///   - plan: reads a document that an `import` names.
    ///   - settings: reads a settings file that a `reload` names.
    /// - Returns: nil where a problem is an error.
    public static func read(
        _ text: String, name: String, days: ClosedRange<CivilDate>, zone: Zone, endpoints: [String],
        plan: (_ path: String) throws -> ScriptPlan, settings: (_ path: String) -> SettingsFile.Loaded
    ) -> (script: Script?, problems: [Problem]) {
        var steps: [ScriptStep] = []
        var problems: [Problem] = []
        // Swift takes CR LF for one character, so that a file of Windows is cut where its lines end.
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            do throws(ScriptLine.Faults) {
                var reader = ScriptLine(
                    String(line), file: name, number: index + 1, days: days, zone: zone, endpoints: endpoints)
                if let step = try reader.step(plan, settings) { steps.append(step) }
            } catch {
                problems += error.problems
            }
        }
        let sorted = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        return (problems.isEmpty ? Script(steps: sorted.map(\.element)) : nil, problems)
    }
}
