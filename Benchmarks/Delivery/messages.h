// What the outboxes of the plain loops share: the message, the connection, and the transaction.
#ifndef MESSAGES_H
#define MESSAGES_H
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { batch = 64 };

struct message {
    sqlite3_int64 id;
    char *body;
    size_t size;
};

static sqlite3 *outbox;

static void check(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(outbox));
    exit(1);
}

static void run(const char *sql) { check(sqlite3_exec(outbox, sql, NULL, NULL, NULL)); }

static int claim_rows(struct message *taken, int most);
static void settle_rows(const sqlite3_int64 *ids, const int *codes, int count);

// Writes down what ended, and claims up to so many, in one transaction. The bodies are the caller's to free.
static int turn(const sqlite3_int64 *ids, const int *codes, int ended, struct message *taken, int most) {
    run("BEGIN IMMEDIATE");
    settle_rows(ids, codes, ended);
    int count = most > 0 ? claim_rows(taken, most) : 0;
    run("COMMIT");
    return count;
}

#endif
