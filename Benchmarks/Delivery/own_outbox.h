// The outbox as duewatch keeps it, for the same plain loops: in a copy of the very register that the service empties, the
// rows that a message needs by the laws of the design. Claiming freezes its facts, leases it and opens a try; settling
// ends it and its try, tells its reminder, moves its target's next check and writes the ledger. Nothing is read of a
// target, decided, rendered, signed or logged, and no hash is computed: it is what C needs for the rows alone.
#ifndef OWN_OUTBOX_H
#define OWN_OUTBOX_H
#include "messages.h"

// Frozen facts are as long as ours are on average.
enum { facts_size = 1670, most_rows = 1 << 20 };

static sqlite3_stmt *find, *freeze, *claim, *open_try, *settle, *close_try, *find_target, *tell, *move, *note;
static const char *body_text;
static size_t body_size;
static char facts[facts_size];
static sqlite3_int64 seq, plans[most_rows], people[most_rows];

static void prepare(sqlite3_stmt **statement, const char *sql) {
    check(sqlite3_prepare_v3(outbox, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL));
}

// Opens the register, in which so many messages of CHANNEL wait.
static void fill(const char *path, int rows, const char *body, size_t size) {
    if (rows >= most_rows) exit((fprintf(stderr, "at most %d rows\n", most_rows - 1), 64));
    body_text = body, body_size = size;
    memset(facts, 'x', sizeof facts);
    check(sqlite3_open(path, &outbox));
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -49152");
    sqlite3_stmt *last;
    prepare(&last, "SELECT max(seq) FROM ledger");
    check(sqlite3_step(last));
    seq = sqlite3_column_int64(last, 0);
    sqlite3_finalize(last);
    prepare(&find, "SELECT id, plan_id, recipient FROM message WHERE state = 'waiting' AND channel = '" CHANNEL "'"
                   " AND urgency = 0 ORDER BY not_before, id LIMIT ?");
    prepare(&freeze, "INSERT INTO message_facts (message_id, facts) VALUES (?, ?)");
    prepare(&claim, "UPDATE message SET state = 'claimed', lease_token = 1, lease_until = 1900000000000, attempts = 1,"
                    " first_attempt_at = 1800000000000, wire_id = ?, mode = 'live' WHERE id = ? AND state = 'waiting'");
    prepare(&open_try, "INSERT INTO attempt (message_id, number, lease_token, started_at)"
                       " VALUES (?, 1, 1, 1800000000000)");
    prepare(&settle, "UPDATE message SET state = 'delivered', lease_token = NULL, lease_until = NULL,"
                     " settled_at = 1800000000000, because = ? WHERE id = ? AND state = 'claimed' AND lease_token = 1");
    prepare(&close_try, "UPDATE attempt SET ended_at = 1800000000000, duration_ms = 1, outcome = 'accepted', code = ?,"
                        " text = '200', remote = '127.0.0.1:40000', verdict = 'delivered'"
                        " WHERE message_id = ? AND lease_token = 1");
    prepare(&find_target, "SELECT id, target_id FROM reminder WHERE message_id = ? AND state = 'waiting'");
    prepare(&tell, "UPDATE reminder SET state = 'sent', sent_at = 1800000000000 WHERE id = ?");
    prepare(&move, "UPDATE target SET version = version + 1, next_check = 1900000000000 WHERE id = ?");
    prepare(&note, "INSERT INTO ledger (seq, at, event, plan_id, message_id, person_id, detail, prev_hash, hash)"
                   " VALUES (?, 1800000000000, 'message_accepted', ?, ?, ?, '{\"attempt\": 1}', ?, ?)");
}

static void step(sqlite3_stmt *statement) {
    check(sqlite3_step(statement));
    sqlite3_reset(statement);
}

// Inside a transaction, as is all below.
static int claim_rows(struct message *taken, int most) {
    int count = 0;
    sqlite3_bind_int(find, 1, most);
    while (sqlite3_step(find) == SQLITE_ROW) {
        struct message *message = &taken[count++];
        message->id = sqlite3_column_int64(find, 0);
        plans[message->id] = sqlite3_column_int64(find, 1);
        people[message->id] = sqlite3_column_int64(find, 2);
        message->body = memcpy(malloc(body_size), body_text, message->size = body_size);
    }
    sqlite3_reset(find);
    for (int i = 0; i < count; i++) {
        char wire[33];
        // Spread like a hash.
        snprintf(wire, sizeof wire, "%016llx%016llx", (unsigned long long)taken[i].id * 0x9E3779B97F4A7C15ull,
                 (unsigned long long)taken[i].id);
        sqlite3_bind_int64(freeze, 1, taken[i].id);
        sqlite3_bind_text(freeze, 2, facts, facts_size, SQLITE_STATIC);
        step(freeze);
        sqlite3_bind_text(claim, 1, wire, 32, SQLITE_STATIC);
        sqlite3_bind_int64(claim, 2, taken[i].id);
        step(claim);
        sqlite3_bind_int64(open_try, 1, taken[i].id);
        step(open_try);
    }
    return count;
}

static void settle_rows(const sqlite3_int64 *ids, const int *codes, int count) {
    for (int i = 0; i < count; i++) {
        char before[65], hash[65];
        sqlite3_bind_text(settle, 1, "200", 3, SQLITE_STATIC);
        sqlite3_bind_int64(settle, 2, ids[i]);
        step(settle);
        sqlite3_bind_int(close_try, 1, codes[i]);
        sqlite3_bind_int64(close_try, 2, ids[i]);
        step(close_try);
        sqlite3_bind_int64(find_target, 1, ids[i]);
        while (sqlite3_step(find_target) == SQLITE_ROW) {
            sqlite3_bind_int64(tell, 1, sqlite3_column_int64(find_target, 0));
            step(tell);
            sqlite3_bind_int64(move, 1, sqlite3_column_int64(find_target, 1));
            step(move);
        }
        sqlite3_reset(find_target);
        snprintf(before, sizeof before, "%064llx", (unsigned long long)seq++);
        snprintf(hash, sizeof hash, "%064llx", (unsigned long long)seq);
        sqlite3_bind_int64(note, 1, seq);
        sqlite3_bind_int64(note, 2, plans[ids[i]]);
        sqlite3_bind_int64(note, 3, ids[i]);
        sqlite3_bind_int64(note, 4, people[ids[i]]);
        sqlite3_bind_text(note, 5, before, 64, SQLITE_STATIC);
        sqlite3_bind_text(note, 6, hash, 64, SQLITE_STATIC);
        step(note);
    }
}
#endif
