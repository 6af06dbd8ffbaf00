// Where a secret lies. A secret that somebody wrote into the file itself is refused and never shown.

import Reminders

extension Section {
    /// The place named by `NAME-file` or `NAME-credential`; nil where neither is there, or both are, with a problem.
    func secret(_ name: String) -> SecretSource? {
        let (file, credential) = ("\(name)-file", "\(name)-credential")
        if !isAbsent(file), !isAbsent(credential) {
            findings.error(at: place(of: credential), expected: "\(file) or \(credential)", found: "both")
            return nil
        }
        let path = value(
            file, expecting: "the absolute path of a file that holds the secret", isSecret: true,
            hint: { _ in "put the secret into a file that only the service may read, and write the path here" },
            reading: { $0.hasPrefix("/") && !$0.unicodeScalars.contains { $0.value < 32 } ? $0 : nil })
        if let path { return .file(path) }
        let known = value(
            credential, expecting: "the name of a systemd credential, such as smtp-password", isSecret: true,
            hint: { _ in "LoadCredential= in the unit gives it its name" }, reading: Self.credentialName)
        return known.map { .credential($0) }
    }

    private static func credentialName(_ text: String) -> String? {
        let isName = text.utf8.allSatisfy { byte in
            switch Unicode.Scalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
            default: false
            }
        }
        let isSecretItself = text.hasPrefix("whsec_")
        return isName && !isSecretItself && (1...100).contains(text.utf8.count) && !text.hasPrefix(".") ? text : nil
    }
}
