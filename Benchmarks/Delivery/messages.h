// What the plain loops share: the message, the connection, the transaction, and the clocks.
#ifndef MESSAGES_H
#define MESSAGES_H
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

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

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double cpu(void) {
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) + (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

static size_t ignore(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes, (void)context;
    return size * count;
}

#endif
