// The parts of a target's reference: `remand-2024/6.2` is statement 2 of recommendation 6 in the plan remand-2024.

public enum Reference {
    /// The short name of the plan that it lies in; the whole text where it has no slash.
    public static func plan(of reference: String) -> String {
        String(reference.prefix { $0 != "/" })
    }
}
