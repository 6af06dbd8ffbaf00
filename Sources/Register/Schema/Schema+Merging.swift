// Posts that were made one, with what each had before, so that they can be made two again.

extension Schema {
    static let merging = """
        CREATE TABLE owner_merge (
            id INTEGER PRIMARY KEY,
            swallowed INTEGER NOT NULL REFERENCES owner,
            stays INTEGER NOT NULL REFERENCES owner,
            replaced TEXT NOT NULL,
            merged_at INTEGER NOT NULL,
            merged_by TEXT NOT NULL,
            undone_at INTEGER,
            undone_by TEXT,
            CHECK (swallowed <> stays),
            CHECK ((undone_at IS NULL) = (undone_by IS NULL))
        ) STRICT;
        CREATE INDEX owner_merge_swallowed ON owner_merge (swallowed) WHERE undone_at IS NULL;
        """
}
