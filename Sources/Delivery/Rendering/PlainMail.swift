// The words of last resort, made without any template, so that a reminder is never lost to one.

import CivilTime
import Reminders

enum PlainMail {
    static func text(_ facts: MessageFacts) -> String {
        var lines = facts.marking.map { [PlainLine.of($0), ""] } ?? []
        if let intended = facts.intended {
            lines += ["REHEARSAL: in live mode this would go to \(PlainLine.of(intended.name))", ""]
        }
        lines += facts.paragraphs.flatMap { [PlainLine.of($0), ""] }
        for entry in facts.entries {
            guard !facts.isThin else {
                lines += ([entry.reference] + entry.merged).map { "  Reference:     \(PlainLine.of($0))" }
                lines += [WebhookShape(link: facts.link).link(to: entry.reference), ""].compactMap { $0 }
                continue
            }
            let references = ([entry.reference] + entry.merged).map { PlainLine.of($0) }.joined(separator: ", ")
            let wording = Wording(entry: entry, day: facts.day)
            if let standIn = wording.standIn { lines += [standIn, ""] }
            lines += ["\(wording.situation) \(wording.ask)", "", "  Reference:     \(references)"]
            lines += ["  Target date:   \(wording.date)"]
            if let owner = entry.owner { lines += ["  Owner:         \(PlainLine.of(owner))"] }
            lines += [""]
        }
        if !facts.entries.isEmpty {
            lines += ["Please reply to \(PlainLine.of(facts.replyTo)) and quote the reference."]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func html(_ text: String) -> String {
        "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>duewatch</title></head>\n"
            + "<body><pre style=\"white-space: pre-wrap\">\(escaped(text))</pre></body></html>\n"
    }

    /// As the templates escape it.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
