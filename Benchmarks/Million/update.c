// update REGISTER SHIFT CHUNK CACHE_KB: the baseline. Writes a new next check into every row that has one, as a plain C
// program would who knew them all beforehand: read into memory first and not counted, then UPDATE after UPDATE by id with
// the version as a guard, CHUNK rows a transaction (0: all in one), durable as the register is (WAL, synchronous FULL).
// Prints milliseconds, the log folded back included. Build: cc -O2 update.c -lsqlite3
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static sqlite3 *db;

static void must(int code, const char *what) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "update: %s: %s\n", what, sqlite3_errmsg(db));
    exit(1);
}

static void run(const char *sql) { must(sqlite3_exec(db, sql, 0, 0, 0), sql); }

static double milliseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
    if (argc != 5) {
        fprintf(stderr, "usage: update REGISTER SHIFT_MS CHUNK CACHE_KB\n");
        return 64;
    }
    int64_t shift = atoll(argv[2]), chunk = atoll(argv[3]);
    char pragma[200];
    must(sqlite3_open(argv[1], &db), "open");
    snprintf(pragma, sizeof pragma,
             "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 0;"
             "PRAGMA cache_size = -%s", argv[4]);
    run(pragma);

    sqlite3_stmt *all;
    int64_t room = 0, count = 0, (*rows)[3] = 0;
    must(sqlite3_prepare_v2(db, "SELECT id, version, next_check FROM target WHERE next_check IS NOT NULL ORDER BY id", -1,
                            &all, 0), "select");
    while (sqlite3_step(all) == SQLITE_ROW) {
        if (count == room) rows = realloc(rows, (size_t)(room = room ? room * 2 : 1024) * sizeof *rows);
        if (!rows) return 71;
        for (int column = 0; column < 3; column += 1) rows[count][column] = sqlite3_column_int64(all, column);
        count += 1;
    }
    sqlite3_finalize(all);

    sqlite3_stmt *update;
    must(sqlite3_prepare_v2(
             db, "UPDATE target SET next_check = ?1 WHERE id = ?2 AND version = ?3 AND armed_at IS NOT NULL", -1, &update, 0),
         "update");
    double began = milliseconds(CLOCK_MONOTONIC), worked = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    for (int64_t row = 0; row < count; row += 1) {
        if (row == 0 || (chunk && row % chunk == 0)) run("BEGIN IMMEDIATE");
        sqlite3_bind_int64(update, 1, rows[row][2] + shift);
        sqlite3_bind_int64(update, 2, rows[row][0]);
        sqlite3_bind_int64(update, 3, rows[row][1]);
        must(sqlite3_step(update), "step"), sqlite3_reset(update);
        if (row + 1 == count || (chunk && (row + 1) % chunk == 0)) {
            run("COMMIT");
            if (chunk) run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
    run("PRAGMA wal_checkpoint(TRUNCATE)");
    printf("%lld rows in %.0f ms, %.0f ms of CPU\n", (long long)count, milliseconds(CLOCK_MONOTONIC) - began,
           milliseconds(CLOCK_PROCESS_CPUTIME_ID) - worked);
    sqlite3_finalize(update), free(rows);
    return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
