// The verbs of a script, one function each.

import ActionPlans
import CivilTime
import Configuration
import Register
import Reminders

extension ScriptLine {
    private static let verbs = [
        "answer", "extend", "amend", "hold", "unhold", "close", "reopen", "arm", "disarm", "absence", "release", "stop",
        "relay", "endpoint", "clock", "kill", "reload", "import",
    ]

    mutating func action(
        _ plan: (String) throws -> ScriptPlan, _ settings: (String) -> SettingsFile.Loaded
    ) throws(Faults) -> ScriptAction {
        let verb = try choice(Self.verbs)
        field = verb
        switch verb {
        case "answer": return try answer()
        case "extend":
            let reference = try reference()
            return .answer(reference: reference, try newDate(), post: try post())
        case "amend": return .amend(reference: try reference())
        case "hold":
            let subject = try subject()
            return .hold(subject, until: try untilDay())
        case "unhold": return .unhold(try subject())
        case "close": return .close(plan: try name("the name of a plan"))
        case "reopen": return .reopen(plan: try name("the name of a plan"))
        case "arm": return .arm(plan: try name("the name of a plan"))
        case "disarm": return .disarm(plan: try name("the name of a plan"))
        case "absence":
            let person = try name("a person's address, or their name in quotation marks")
            return .absence(person: person, until: try untilDay())
        case "release": return .release(reference: try reference())
        case "stop": return .stop(reference: try reference())
        case "relay": return try fault(of: .email)
        case "endpoint": return try fault(of: .webhook(endpoint: endpoint()))
        case "clock": return try clock()
        case "kill":
            guard !words.isEmpty else { return .kill(whileSending: false) }
            _ = try choice(["sending"])
            return .kill(whileSending: true)
        case "import":
            let name = try name("the name of a plan")
            return .edition(plan: name, try edition(plan))
        default: return try reload(settings)
        }
    }

    private mutating func answer() throws(Faults) -> ScriptAction {
        let reference = try reference()
        let said = try choice(["done", "on-track", "new-date", "not-mine", "withdrawn", "reopen", "note"])
        let kind: AnswerKind =
            switch said {
            case "done": .done
            case "on-track": .onTrack(until: try untilDay())
            case "new-date": try newDate()
            case "not-mine": .notMine
            case "withdrawn": .withdrawn
            case "reopen": .reopen
            default: .note(try name("the note in quotation marks"))
            }
        return .answer(reference: reference, kind, post: try post())
    }

    /// What a plan would print: `30 June 2027`, `end of March 2028`.
    private mutating func newDate() throws(Faults) -> AnswerKind {
        let phrase = words.prefix { $0 != "for" }.joined(separator: " ")
        words = words.drop { $0 != "for" }
        guard !phrase.isEmpty else { throw fault("a date as a plan would print it", words.first) }
        let readings = PhraseReader(asOf: day).readings(of: phrase)
        guard Reading.chased(in: readings) != nil else {
            throw fault(
                "a date as a plan would print it", phrase, "`duewatch date --as-of \(day)` shows how phrases are read")
        }
        return .newDate(phrase: phrase, readings: readings)
    }

    private mutating func post() throws(Faults) -> String? {
        guard !words.isEmpty else { return nil }
        _ = try choice(["for"])
        return try name("a post in quotation marks")
    }

    private mutating func subject() throws(Faults) -> HoldSubject {
        let word = try name("a plan, a reference, owner \"POST\" or channel CHANNEL")
        switch word {
        case "owner": return .owner(try name("a post in quotation marks"))
        case "channel":
            let text = try name("email or webhook:NAME")
            guard let channel = Channel(text) else { throw fault("email or webhook:NAME", text) }
            return .channel(channel)
        default: return word.contains("/") ? .target(word) : .plan(word)
        }
    }

    private mutating func endpoint() throws(Faults) -> String {
        guard !endpoints.isEmpty else { throw fault("an endpoint of the settings, which have none", words.first) }
        return try choice(endpoints)
    }

    private mutating func fault(of channel: Channel) throws(Faults) -> ScriptAction {
        switch try choice(["down", "silent", "refuses"]) {
        case "down": return .fault(channel, .down, milliseconds: try span())
        case "silent": return .fault(channel, .silent, milliseconds: try span())
        default:
            let word = try name("a code from 400 to 599")
            guard let code = Int(word), (400...599).contains(code) else { throw fault("a code from 400 to 599", word) }
            return .fault(channel, .refuses(code: code), milliseconds: try span())
        }
    }

    private mutating func clock() throws(Faults) -> ScriptAction {
        let expected = "a step such as +1h or -30min"
        let word = try name(expected)
        guard let sign = word.first, sign == "+" || sign == "-" else { throw fault(expected, word) }
        words = [String(word.dropFirst())] + words
        let span = try span()
        return .clock(milliseconds: sign == "-" ? -span : span)
    }

    private mutating func edition(_ plan: (String) throws -> ScriptPlan) throws(Faults) -> ScriptPlan {
        let path = try name("a plan's document")
        do { return try plan(path) } catch { throw fault("a plan's document", path, "\(error)") }
    }

    private mutating func reload(_ settings: (String) -> SettingsFile.Loaded) throws(Faults) -> ScriptAction {
        let path = try name("a settings file")
        let loaded = settings(path)
        guard let new = loaded.settings else {
            let here = fault("settings without a mistake", path, "each mistake follows")
            throw Faults(problems: here.problems + loaded.errors)
        }
        return .reload(new)
    }
}
