// The transcript of a simulation, day by day for a person, and as one JSON value each.

import ActionPlans
import CivilTime
import Simulation

struct TranscriptReport {
    let transcript: [TranscriptLine]

    init(_ transcript: [TranscriptLine]) { self.transcript = transcript }

    var lines: [String] {
        guard !transcript.isEmpty else { return ["nothing happens"] }
        var lines: [String] = []
        var day: CivilDate?
        for line in transcript {
            if line.day != day { lines.append(Style.bold(line.day.inWordsWithWeekday)) }
            day = line.day
            lines += Paragraph.lines(words(line), indent: "         ", lead: "  \(line.time)  ")
        }
        return lines
    }

    private func words(_ line: TranscriptLine) -> String {
        if case .script(let number, let refused) = line.what {
            let end = refused.map { ": not done, because \($0)" } ?? ""
            return "line \(number): \(line.words ?? "")\(end)"
        }
        let stage = line.stage.map { name in
            (line.repetition ?? 1) > 1 ? "\(name) no. \(line.repetition ?? 1)" : name
        }
        let what = [line.name, line.reference, stage, line.words].compactMap { $0 }.joined(separator: " ")
        let why = [line.reason, line.detail].compactMap { $0 }.joined(separator: " ")
        let whom = [line.role, line.standing, line.channel, line.post].compactMap { $0 }
        let all = [why.isEmpty ? nil : why, whom.isEmpty ? nil : whom.joined(separator: ", ")].compactMap { $0 }
        return all.isEmpty ? what : "\(what): \(all.joined(separator: "; "))"
    }
}

extension TranscriptLine {
    var json: JSON {
        let (event, line, refused): (String, Int?, String?) =
            switch what {
            case .event(let event): (event.rawValue, nil, nil)
            case .script(let line, let refused): ("script", line, refused)
            }
        let fields: [(String, JSON)] = [
            ("at", .string(at.rfc3339)), ("day", .string(day.description)), ("time", .string(time.description)),
            ("event", .string(event)), ("reference", .text(reference)), ("stage", .text(stage)),
            ("repetition", repetition.map(JSON.int) ?? .null), ("role", .text(role)), ("standing", .text(standing)),
            ("post", .text(post)), ("channel", .text(channel)), ("reason", .text(reason)), ("detail", .text(detail)),
            ("words", .text(words)), ("line", line.map(JSON.int) ?? .null), ("refused", .text(refused)),
        ]
        // A line says what there is, and leaves the rest out.
        return .object(fields.filter { if case .null = $0.1 { false } else { true } })
    }
}
