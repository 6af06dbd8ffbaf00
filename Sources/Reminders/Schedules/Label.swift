// Words that an administrator gives to targets, so that rules can choose a schedule by them.

public enum Label {
    /// Small letters, digits and hyphens, 1 to 60, beginning with a letter.
    public static func isLabel(_ word: String) -> Bool {
        (1...60).contains(word.utf8.count) && word.first?.isLowercase == true
            && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    }
}
