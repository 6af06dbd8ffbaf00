// How far a look through the whole register has come, which follows a change of rules: a service that dies in the middle
// goes on from there.

extension Schema {
    static let look = """
        ALTER TABLE register ADD COLUMN looked_through INTEGER CHECK (looked_through >= 0);
        """
}
