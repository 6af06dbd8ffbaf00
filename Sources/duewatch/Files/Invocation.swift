// The command line as it was typed, for messages that say what to type next.

enum Invocation {
    /// The arguments, quoted for a shell where they need it.
    static var words: String { CommandLine.arguments.dropFirst().map(quoted).joined(separator: " ") }

    /// The command's own name, as other processes that wait for it shall see it.
    static var command: String { CommandLine.arguments.dropFirst().first ?? "" }

    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x40...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte >= 0x80 || Array("-_./:,=+%".utf8).contains(byte)
            }
        return isPlain
            ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
