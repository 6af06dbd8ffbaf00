// The delivery mode in words: the first thing that `arm`, `status`, `check` and every start have to say.

import Configuration
import Reminders

enum Mode {
    static func lines(_ settings: Settings) -> [String] { Paragraph.lines(words(settings), indent: "    ", lead: "") }

    /// For standard error, where every line begins with the program's name.
    static func words(_ settings: Settings) -> String {
        switch settings.mode {
        case .folder:
            "delivery.mode is \(Style.bold("folder")): messages are written to \(settings.folder); nobody is told"
        case .rehearsal:
            "delivery.mode is \(Style.bold("rehearsal")): all mail goes to \(settings.administrator.name); "
                + "nobody else is told"
        case .live: "delivery.mode is \(Style.bold("live")): owners are told"
        }
    }
}
