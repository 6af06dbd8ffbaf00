// due REGISTER: what C needs for the rows of a check alone. Finds the targets that are due, reads the rows that a check goes
// by, and writes a reminder for each holder with its message and ledger row, and the target's next check, in one durable
// transaction. Nothing is decided and no hash is computed. Prints milliseconds. Build: cc -O2 due.c -lsqlite3
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { most = 100000 };

static sqlite3 *db;

static void must(int code, const char *what) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "due: %s: %s\n", what, sqlite3_errmsg(db));
    exit(1);
}

static void run(const char *sql) { must(sqlite3_exec(db, sql, 0, 0, 0), sql); }

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    must(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0), sql);
    return statement;
}

static double milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

// Goes through the rows for one number; returns the first column of the last.
static int64_t read_rows(sqlite3_stmt *statement, int64_t id, int *count) {
    int64_t value = 0;
    int columns = sqlite3_column_count(statement);
    sqlite3_bind_int64(statement, 1, id);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int column = 1; column < columns; column += 1) sqlite3_column_text(statement, column);
        value = sqlite3_column_int64(statement, 0), *count += 1;
    }
    sqlite3_reset(statement);
    return value;
}

int main(int argc, char **argv) {
    if (argc != 2) return fprintf(stderr, "usage: due REGISTER\n"), 64;
    must(sqlite3_open(argv[1], &db), "open");
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 0;"
        "PRAGMA cache_size = -49152");
    int64_t now = (int64_t)(time(0) + 1) * 1000, *due = malloc(most * sizeof *due), seq;
    sqlite3_stmt *find = prepare("SELECT id FROM target WHERE next_check <= ? ORDER BY next_check LIMIT 100000");
    sqlite3_stmt *last = prepare("SELECT max(seq) FROM ledger");
    must(sqlite3_step(last), "ledger"), seq = sqlite3_column_int64(last, 0), sqlite3_reset(last);
    sqlite3_stmt *target = prepare("SELECT plan_id, version, reference, status, armed_at, revision FROM target WHERE id = ?");
    sqlite3_stmt *beside[] = {
        prepare("SELECT number, phrase, kind, from_day, due, readings, cause, at FROM date_revision WHERE target_id = ?"),
        prepare("SELECT id, stage, repetition, recipient, channel, state, planned_day, sent_at FROM reminder"
                " WHERE target_id = ? AND because IS NULL"),
        prepare("SELECT id, owner_id FROM answer_target WHERE target_id = ?"),
        prepare("SELECT id, stage FROM proposal WHERE target_id = ?"),
    };
    sqlite3_stmt *owner = prepare("SELECT owner_id, tie FROM target_owner WHERE target_id = ?");
    sqlite3_stmt *holder = prepare("SELECT person_id FROM standing WHERE owner_id = ? AND role = 'holder'"
                                   " AND until_day IS NULL");
    sqlite3_stmt *gathers = prepare("SELECT id FROM message WHERE recipient = ? AND plan_id = ? AND window_day = '2030-01-01'"
                                    " AND kind = 'reminders' AND state = 'waiting'");
    sqlite3_stmt *message = prepare(
        "INSERT INTO message (kind, plan_id, recipient, channel, mode, window_day, not_before, state, created_at, urgency)"
        " VALUES ('reminders', ?, ?, 'email', 'folder', '2030-01-01', 1900000000000, 'waiting', 1900000000000, 1)");
    sqlite3_stmt *reminder = prepare(
        "INSERT INTO reminder (target_id, revision, stage, repetition, recipient, channel, mode, kind, owner_id, role,"
        " planned_day, message_id, state, recorded_at)"
        " VALUES (?, ?, 'baseline', 1, ?, 'email', 'folder', 'lead', ?, 'holder', '2030-01-01', ?, 'waiting', 1900000000000)");
    sqlite3_stmt *note = prepare(
        "INSERT INTO ledger (seq, at, event, plan_id, target_id, reminder_id, message_id, owner_id, person_id, detail,"
        " prev_hash, hash) VALUES (?, 1900000000000, 'reminder_recorded', ?, ?, ?, ?, ?, ?, '{\"revision\": 1, \"stage\":"
        " \"baseline\", \"repetition\": 1, \"kind\": \"lead\", \"role\": \"holder\", \"stand_in\": null, \"copy\": null,"
        " \"channel\": \"email\", \"mode\": \"folder\", \"planned_day\": \"2030-01-01\"}', ?, ?)");
    sqlite3_stmt *move = prepare("UPDATE target SET version = version + 1, next_check = 1900000000000 WHERE id = ?");

    double began = milliseconds();
    int count = 0, rows = 0, told = 0;
    run("BEGIN IMMEDIATE");
    sqlite3_bind_int64(find, 1, now);
    while (sqlite3_step(find) == SQLITE_ROW) due[count++] = sqlite3_column_int64(find, 0);
    sqlite3_reset(find);
    int64_t(*facts)[4] = calloc((size_t)count + 1, sizeof *facts);
    for (int place = 0; place < count; place += 1) {
        facts[place][0] = read_rows(target, due[place], &rows);
        for (unsigned table = 0; table < sizeof beside / sizeof *beside; table += 1) {
            int64_t value = read_rows(beside[table], due[place], &rows);
            if (table == 0) facts[place][1] = value;
        }
        facts[place][2] = read_rows(owner, due[place], &rows);
        facts[place][3] = read_rows(holder, facts[place][2], &rows);
    }
    double read = milliseconds();
    for (int place = 0; place < count; place += 1) {
        int64_t plan = facts[place][0], person = facts[place][3], letter = 0;
        if (person) {
            char before[65], hash[65];
            sqlite3_bind_int64(gathers, 1, person), sqlite3_bind_int64(gathers, 2, plan);
            if (sqlite3_step(gathers) == SQLITE_ROW) letter = sqlite3_column_int64(gathers, 0);
            sqlite3_reset(gathers);
            if (!letter) {
                sqlite3_bind_int64(message, 1, plan), sqlite3_bind_int64(message, 2, person);
                must(sqlite3_step(message), "message"), sqlite3_reset(message);
                letter = sqlite3_last_insert_rowid(db);
            }
            sqlite3_bind_int64(reminder, 1, due[place]), sqlite3_bind_int64(reminder, 2, facts[place][1]);
            sqlite3_bind_int64(reminder, 3, person), sqlite3_bind_int64(reminder, 4, facts[place][2]);
            sqlite3_bind_int64(reminder, 5, letter);
            must(sqlite3_step(reminder), "reminder"), sqlite3_reset(reminder);
            snprintf(before, sizeof before, "%064llx", (unsigned long long)seq++);
            snprintf(hash, sizeof hash, "%064llx", (unsigned long long)seq);
            int64_t numbers[] = {seq, plan, due[place], sqlite3_last_insert_rowid(db), letter, facts[place][2], person};
            for (int column = 0; column < 7; column += 1) sqlite3_bind_int64(note, column + 1, numbers[column]);
            sqlite3_bind_text(note, 8, before, 64, SQLITE_STATIC), sqlite3_bind_text(note, 9, hash, 64, SQLITE_STATIC);
            must(sqlite3_step(note), "ledger"), sqlite3_reset(note);
            told += 1;
        }
        sqlite3_bind_int64(move, 1, due[place]);
        must(sqlite3_step(move), "target"), sqlite3_reset(move);
    }
    double written = milliseconds();
    run("COMMIT");
    printf("%d due, %d rows read in %.1f ms, %d reminders written in %.1f ms, committed in %.1f ms: %.1f ms\n", count, rows,
           read - began, told, written - read, milliseconds() - written, milliseconds() - began);
    return 0;
}
