// What a decision put aside, and that it was taken back. A decision is never removed: who took it back, and why, stands
// beside who took it. A superseded target names the edition that did it.

extension Schema {
    static let undoing = """
        ALTER TABLE decision ADD COLUMN replaced TEXT;
        ALTER TABLE decision ADD COLUMN undone_at INTEGER;
        ALTER TABLE decision ADD COLUMN undone_by TEXT CHECK ((undone_by IS NULL) = (undone_at IS NULL));
        ALTER TABLE decision ADD COLUMN undone_because TEXT CHECK ((undone_because IS NULL) = (undone_at IS NULL));
        ALTER TABLE decision ADD COLUMN undone_recorded_by TEXT
            CHECK ((undone_recorded_by IS NULL) = (undone_at IS NULL));
        ALTER TABLE target ADD COLUMN superseded_in INTEGER REFERENCES edition;
        CREATE INDEX worklist_decision ON worklist (decision_id) WHERE decision_id IS NOT NULL;
        """
}
