// Asking before something that cannot be taken back. Holds no lock and no open register while it asks.

import ArgumentParser
import Glibc

struct ConfirmationOptions: ParsableArguments {
    @Flag(name: .long, help: "Do it without asking; needed where there is no terminal.")
    var yes = false

    /// Returns where the answer is yes.
    ///
    /// - Parameters:
    ///   - question: without the question mark.
    ///   - again: the command as it would be typed with the answer, for those who cannot be asked.
    /// - Throws: `Failure` of usage where there is nobody to ask, of attention where the answer is no.
    func ask(_ question: String, again: String, terminal: Terminal = .current) throws {
        if yes { return }
        guard terminal.canAsk else {
            throw Failure(
                .usage, "nothing was changed: there is no terminal to ask \"\(question)?\" on",
                "to do it without being asked, run `duewatch \(again) --yes`")
        }
        Output.aside("\(question)? [y/N] ", ending: "")
        let answer = readLine() ?? ""
        guard ["y", "yes"].contains(answer.lowercased()) else { throw Failure(.attention, "nothing was changed") }
    }
}
