// What endpoints that asked for it are still to hear: answers, answers undone, changed dates. Triggers write it with the
// change itself, whoever makes the change; the service takes it out again. Like the outbox, no part of the ledger.

extension Schema {
    static let news = """
        CREATE TABLE news (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            target_id INTEGER NOT NULL REFERENCES target,
            answer_id INTEGER REFERENCES answer,
            is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
            revision INTEGER,
            CHECK ((answer_id IS NULL) <> (revision IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX news_answer ON news (answer_id, target_id, is_undone) WHERE answer_id IS NOT NULL;
        CREATE INDEX news_target ON news (target_id);
        CREATE TRIGGER answer_is_news AFTER INSERT ON answer_target
            BEGIN
                INSERT OR IGNORE INTO news (at, target_id, answer_id)
                SELECT recorded_at, NEW.target_id, NEW.answer_id FROM answer WHERE id = NEW.answer_id;
            END;
        CREATE TRIGGER undone_answer_is_news AFTER UPDATE OF undone_at ON answer
            WHEN NEW.undone_at IS NOT NULL AND OLD.undone_at IS NULL
            BEGIN
                INSERT OR IGNORE INTO news (at, target_id, answer_id, is_undone)
                SELECT DISTINCT NEW.undone_at, target_id, NEW.id, 1 FROM answer_target WHERE answer_id = NEW.id;
            END;
        CREATE TRIGGER date_is_news AFTER INSERT ON date_revision WHEN NEW.number > 1
            BEGIN
                INSERT INTO news (at, target_id, revision) VALUES (NEW.at, NEW.target_id, NEW.number);
            END;
        """
}
