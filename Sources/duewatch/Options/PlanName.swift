// The short name of a plan: it begins every reference, is said on the telephone and typed in shells.

import ArgumentParser

enum PlanName {
    static let longest = 40

    /// Small letters, digits and single hyphens between them, beginning with a letter.
    static func read(_ text: String) throws -> String {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isSound =
            text.utf8.count <= longest && text.first.map { ("a"..."z").contains($0) } ?? false
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
            }
        guard isSound else {
            throw ValidationError(
                "expected a short name as remand-2024: small letters, digits and hyphens, at most \(longest), "
                    + "beginning with a letter")
        }
        return text
    }
}
