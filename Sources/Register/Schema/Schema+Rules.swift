// What stands for the settings that the next checks were worked out under. A service that starts under others looks at
// every target again.

extension Schema {
    static let rules = """
        ALTER TABLE register ADD COLUMN rules_mark TEXT;
        """
}
