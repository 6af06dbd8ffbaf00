// The outbox of the plain loops: one table, a durable claim of 64, 64 results a commit, `synchronous = FULL`. It has no
// facts, no ledger and no rendering: what is sent lies ready in the row.
#ifndef OUTBOX_H
#define OUTBOX_H
#include "messages.h"

static sqlite3_stmt *find, *claim, *settle;

// Makes the table with so many rows of one body, and opens it.
static void fill(const char *path, int rows, const char *body, size_t size) {
    check(sqlite3_open(path, &outbox));
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    run("CREATE TABLE message (id INTEGER PRIMARY KEY, state INTEGER NOT NULL, not_before INTEGER NOT NULL,"
        " lease INTEGER, attempts INTEGER NOT NULL DEFAULT 0, code INTEGER, settled_at INTEGER, body BLOB NOT NULL) STRICT;"
        "CREATE INDEX message_waiting ON message (not_before) WHERE state = 0");
    sqlite3_stmt *insert;
    check(sqlite3_prepare_v2(outbox, "INSERT INTO message (state, not_before, body) VALUES (0, ?, ?)", -1, &insert, NULL));
    run("BEGIN IMMEDIATE");
    for (int i = 0; i < rows; i++) {
        sqlite3_bind_int(insert, 1, i);
        sqlite3_bind_blob(insert, 2, body, (int)size, SQLITE_STATIC);
        check(sqlite3_step(insert));
        sqlite3_reset(insert);
    }
    run("COMMIT");
    sqlite3_finalize(insert);
    check(sqlite3_prepare_v2(outbox, "SELECT id, body FROM message WHERE state = 0 ORDER BY not_before LIMIT ?", -1, &find, NULL));
    check(sqlite3_prepare_v2(outbox, "UPDATE message SET state = 1, lease = 1, attempts = attempts + 1 WHERE id = ? AND state = 0", -1, &claim, NULL));
    check(sqlite3_prepare_v2(outbox, "UPDATE message SET state = 2, lease = NULL, code = ?, settled_at = 1 WHERE id = ? AND state = 1", -1, &settle, NULL));
}

// Inside a transaction, as is all below.
static int claim_rows(struct message *taken, int most) {
    int count = 0;
    sqlite3_bind_int(find, 1, most);
    while (sqlite3_step(find) == SQLITE_ROW) {
        struct message *message = &taken[count++];
        message->id = sqlite3_column_int64(find, 0);
        message->size = (size_t)sqlite3_column_bytes(find, 1);
        message->body = malloc(message->size);
        memcpy(message->body, sqlite3_column_blob(find, 1), message->size);
    }
    sqlite3_reset(find);
    for (int i = 0; i < count; i++) {
        sqlite3_bind_int64(claim, 1, taken[i].id);
        check(sqlite3_step(claim));
        sqlite3_reset(claim);
    }
    return count;
}

static void settle_rows(const sqlite3_int64 *ids, const int *codes, int count) {
    for (int i = 0; i < count; i++) {
        sqlite3_bind_int(settle, 1, codes[i]);
        sqlite3_bind_int64(settle, 2, ids[i]);
        check(sqlite3_step(settle));
        sqlite3_reset(settle);
    }
}
#endif
