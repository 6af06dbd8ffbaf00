// stock REGISTER COUNT TODAY TOLD: fills an empty register with armed targets as a few years of inspections would leave them.
// It never goes by the importer, so that it takes seconds; the register it leaves passes `PRAGMA foreign_key_check`.
// TODAY is a day as YYYY-MM-DD; nothing is to be said for two weeks after it. 1,000 targets have the label `spread-0`, one in
// a thousand. 1,000 others have the label `clumped-0`: they stand together as published plans print them, where 11 or 12 of
// some 45 targets are due at the end of the same month. As many have `spread-1` and `clumped-1`, up to 4. Of a hundred
// targets TOLD have had a reminder, 5 to 90.
// Build: cc -O2 stock.c -lsqlite3
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLANS = 20, OWNERS = 1000, PEOPLE = 2000, KEPT = 1000, CLUMP = 45, SETS = 5 };

static sqlite3 *db;
static uint64_t state = 20261122;

static uint32_t draw(uint32_t below) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    return (uint32_t)(state >> 33) % below;
}

static void must(int code, const char *what) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "stock: %s: %s\n", what, sqlite3_errmsg(db));
    exit(1);
}

static void run(const char *sql) { must(sqlite3_exec(db, sql, 0, 0, 0), sql); }

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    must(sqlite3_prepare_v2(db, sql, -1, &statement, 0), sql);
    return statement;
}

static void number(sqlite3_stmt *s, int at, int64_t value) { must(sqlite3_bind_int64(s, at, value), "bind"); }
static void text(sqlite3_stmt *s, int at, const char *value) {
    must(sqlite3_bind_text(s, at, value, -1, SQLITE_TRANSIENT), "bind");
}
static void step(sqlite3_stmt *s) { must(sqlite3_step(s), sqlite3_sql(s)), sqlite3_reset(s); }

// Days since 1970 to a civil day and back. Source: Howard Hinnant, chrono-compatible low-level date algorithms.
static int64_t days(int64_t y, int m, int d) {
    y -= m <= 2;
    int64_t era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
    int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}
static const char *civil(int64_t z, char out[11]) {
    z += 719468;
    int64_t era = z / 146097, doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    int d = (int)(doy - (153 * mp + 2) / 5 + 1), m = (int)(mp < 10 ? mp + 3 : mp - 9);
    snprintf(out, 11, "%04d-%02d-%02d", (int)(yoe + era * 400 + (m <= 2)), m, d);
    return out;
}
static int weekday(int64_t day) { return (int)((day + 3) % 7); }  // 0 is Monday
static int64_t working(int64_t day) {
    while (weekday(day) > 4) day += 1;
    return day;
}
static int64_t before(int64_t day, int count) {
    while (count > 0) count -= weekday(--day) < 5;
    return day;
}

// Whether a target is kept for a check, and with which label: one in `every` to a set, or those that stand together.
static int keep(int64_t id, int64_t every, char label[16]) {
    static const char *names[] = {"spread", "clumped"};
    static int kept[2][SETS];
    for (int shape = 0; shape < 2; shape += 1) {
        int64_t stretch = shape == 0 ? every : every * 11, apart = stretch / SETS ? stretch / SETS : 1;
        int set = (int)(id % stretch / apart);
        int64_t place = id % stretch % apart;
        int fits = shape == 0 ? place == 0 : place < CLUMP && id % 4 == 1;
        if (!fits || set >= SETS || kept[shape][set] == KEPT) continue;
        kept[shape][set] += 1;
        return snprintf(label, 16, "%s-%d", names[shape], set);
    }
    return 0;
}

int main(int argc, char **argv) {
    int year, month, dayOfMonth;
    int told = argc == 5 ? atoi(argv[4]) : 0;
    if (told < 5 || told > 90 || sscanf(argv[3], "%d-%d-%d", &year, &month, &dayOfMonth) != 3) {
        fprintf(stderr, "usage: stock REGISTER COUNT YYYY-MM-DD TOLD\n");
        return 64;
    }
    int64_t count = atoll(argv[2]), today = days(year, month, dayOfMonth);
    int64_t armed = (today - 60) * 86400000LL + 36000000LL;
    char day[11], other[11], words[512], readings[512];

    must(sqlite3_open(argv[1], &db), "open");
    run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN");

    sqlite3_stmt *s = prepare("INSERT INTO plan (id, name, title, published, adopted_at, armed_at, armed_by)"
                              " VALUES (?1, ?2, ?3, '2026-01-12', ?4, ?4, 'stock')");
    sqlite3_stmt *e = prepare("INSERT INTO edition (id, plan_id, code, label, kind, date, adopted_at)"
                              " VALUES (?1, ?1, '2026-01', 'Action Plan (January 2026)', 'original', '2026-01-12', ?2)");
    for (int plan = 1; plan <= PLANS; plan += 1) {
        snprintf(words, sizeof words, "inspection-%02d", plan);
        number(s, 1, plan), text(s, 2, words), number(s, 4, armed);
        snprintf(words, sizeof words, "An inspection of the works of district %d: action plan", plan);
        text(s, 3, words), step(s);
        number(e, 1, plan), number(e, 2, armed), step(e);
    }
    s = prepare("INSERT INTO person (name, email, created_at) VALUES (?1, ?2, ?3)");
    e = prepare("INSERT INTO person_channel (person_id, channel, position) VALUES (last_insert_rowid(), 'email', 0)");
    int64_t firstPerson = 0;
    for (int person = 0; person < PEOPLE; person += 1) {
        snprintf(words, sizeof words, "Person %d Surname", person), text(s, 1, words);
        snprintf(words, sizeof words, "person.%d@works.example", person), text(s, 2, words), number(s, 3, armed);
        step(s);
        if (person == 0) firstPerson = sqlite3_last_insert_rowid(db);
        step(e);
    }
    s = prepare("INSERT INTO owner (id, post, created_at) VALUES (?1, ?2, ?3)");
    e = prepare("INSERT INTO owner_alias (spelling, owner_id, printed) VALUES (lower(?1), ?2, ?1)");
    sqlite3_stmt *stands = prepare("INSERT INTO standing (owner_id, role, person_id) VALUES (?1, ?2, ?3)");
    static const char *roles[] = {"holder", "deputy", "manager"};
    for (int owner = 1; owner <= OWNERS; owner += 1) {
        snprintf(words, sizeof words, "Deputy Director, Works Unit %d, Ministry of Works", owner);
        number(s, 1, owner), text(s, 2, words), number(s, 3, armed), step(s);
        text(e, 1, words), number(e, 2, owner), step(e);
        for (int role = 0; role < 3; role += 1) {
            number(stands, 1, owner), text(stands, 2, roles[role]);
            // A holder has two posts, a deputy five, a manager twenty.
            static const int posts[] = {2, 5, 20}, from[] = {0, 700, 1200};
            number(stands, 3, firstPerson + from[role] + owner / posts[role]), step(stands);
        }
    }

    sqlite3_stmt *recommendation = prepare(
        "INSERT INTO recommendation (id, plan_id, edition_id, position, number, directed_at, text, response,"
        " response_as_printed, line) VALUES (?1, ?2, ?2, ?3, ?4, 'The Ministry of Works', ?5, 'agreed', 'Agreed', ?3)");
    sqlite3_stmt *target = prepare(
        "INSERT INTO target (id, plan_id, recommendation_id, edition_id, statement, reference, pairing, line, status,"
        " revision, armed_at, next_check) VALUES (?1, ?2, ?3, ?2, ?4, ?5, 'certain', ?6, ?7, ?8, ?9, NULL)");
    sqlite3_stmt *revision = prepare(
        "INSERT INTO date_revision (target_id, number, phrase, kind, from_day, due, precision, rule, readings, cause,"
        " is_extension, edition_id, answer_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'day', ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
    sqlite3_stmt *ties = prepare(
        "INSERT INTO target_owner (target_id, owner_id, position, tie) VALUES (?1, ?2, ?3, 'certain')");
    sqlite3_stmt *action = prepare(
        "INSERT INTO action (target_id, edition_id, position, label, text, pairing) VALUES (?1, ?2, 0, 'a', ?3, 'certain')");
    sqlite3_stmt *label = prepare("INSERT INTO label (target_id, word) VALUES (?1, ?2)");
    sqlite3_stmt *answer = prepare(
        "INSERT INTO answer (kind, text, said_by, said_on, because, recorded_at, recorded_by)"
        " VALUES ('new-date', ?1, 'Head of Works', ?2, 'by letter', ?3, 'stock')");
    sqlite3_stmt *answered = prepare(
        "INSERT INTO answer_target (answer_id, target_id, owner_id, status_before, revision_before)"
        " VALUES (?1, ?2, ?3, 'open', 1)");
    sqlite3_stmt *message = prepare(
        "INSERT INTO message (kind, plan_id, recipient, channel, mode, window_day, not_before, state, wire_id,"
        " created_at, first_attempt_at, attempts, settled_at)"
        " VALUES ('reminders', ?1, ?2, 'email', 'folder', ?3, ?4, 'delivered', ?5, ?4, ?4, 1, ?4)");
    sqlite3_stmt *reminder = prepare(
        "INSERT INTO reminder (target_id, revision, stage, repetition, recipient, channel, mode, kind, owner_id, role,"
        " planned_day, message_id, state, recorded_at, sent_at)"
        " VALUES (?1, 1, 'month-before', 1, ?2, 'email', 'folder', 'lead', ?3, 'holder', ?4, ?5, 'sent', ?6, ?6)");

    int64_t perPlan = (count + PLANS - 1) / PLANS, made = 0, recommended = 0;
    int64_t every = count / KEPT ? count / KEPT : 1;
    for (int plan = 1; plan <= PLANS && made < count; plan += 1) {
        int64_t left = perPlan;
        for (int numbered = 1; left > 0 && made < count; numbered += 1) {
            int statements = 1 + (int)draw(3);
            recommended += 1;
            snprintf(words, sizeof words, "%d", numbered);
            number(recommendation, 1, recommended), number(recommendation, 2, plan), number(recommendation, 3, numbered);
            text(recommendation, 4, words);
            snprintf(words, sizeof words,
                     "Finding %d. The district should put in place, and keep under review, arrangements which make sure "
                     "that works begun under this heading are inspected, recorded and made good within a reasonable "
                     "time, and report what was found to the board at each of its meetings.", numbered);
            text(recommendation, 5, words), step(recommendation);
            for (int statement = 1; statement <= statements && left > 0 && made < count; statement += 1) {
                made += 1, left -= 1;
                int64_t id = made;
                char set[16];
                int isKept = keep(id, every, set);
                int kind = (int)draw(100);  // of a hundred: what is told already, extended, completed, ongoing
                int rest = kind - told;
                int isTold = !isKept && rest < 0, isExtended = !isKept && rest >= 0 && rest < 5;
                int isCompleted = rest >= 5 && rest < 8 && !isKept, isOngoing = rest == 8 && !isKept;
                // Where many were told, they were told of other days, and on other days.
                int spread = told > 5 ? (int)(id % 8) : 0;
                int64_t due = working(isTold ? today + 25 - spread / 2 + draw(3) : today + 75 + draw(1000));
                int64_t owner = 1 + draw(OWNERS);
                number(target, 1, id), number(target, 2, plan), number(target, 3, recommended);
                number(target, 4, statement);
                snprintf(words, sizeof words, "inspection-%02d/%d.%d", plan, numbered, statement);
                text(target, 5, words), number(target, 6, numbered);
                text(target, 7, isCompleted ? "completed" : isOngoing ? "ongoing" : "open");
                number(target, 8, isExtended ? 2 : 1), number(target, 9, armed), step(target);

                number(ties, 1, id), number(ties, 2, owner), number(ties, 3, 0), step(ties);
                if (!isTold && draw(5) == 0) number(ties, 2, owner % OWNERS + 1), number(ties, 3, 1), step(ties);
                if (isKept) number(label, 1, id), text(label, 2, set), step(label);
                if (draw(10) < 7) {
                    number(action, 1, id), number(action, 2, plan);
                    snprintf(words, sizeof words,
                             "The works unit will draw up a list of what was found under heading %d, agree with each site "
                             "who makes it good and by when, and check that it was.", numbered);
                    text(action, 3, words), step(action);
                }
                int64_t said = 0;
                if (isExtended) {
                    text(answer, 1, civil(due, day)), text(answer, 2, civil(today - 20, other));
                    number(answer, 3, (today - 20) * 86400000LL), step(answer);
                    said = sqlite3_last_insert_rowid(db);
                    number(answered, 1, said), number(answered, 2, id), number(answered, 3, owner), step(answered);
                }
                for (int revised = 1; revised <= 1 + isExtended; revised += 1) {
                    civil(revised == 1 && isExtended ? working(due - 60) : due, day);
                    number(revision, 1, id), number(revision, 2, revised), text(revision, 3, isOngoing ? "Ongoing" : day);
                    text(revision, 4, isOngoing ? "ongoing" : "due");
                    if (isOngoing) {
                        must(sqlite3_bind_null(revision, 5), "bind"), must(sqlite3_bind_null(revision, 6), "bind");
                    } else {
                        text(revision, 5, day), text(revision, 6, day);
                    }
                    text(revision, 7, isOngoing ? "ongoing work has no end" : "a day is due on itself");
                    snprintf(readings, sizeof readings,
                             "[{\"kind\": \"due\", \"from\": \"%s\", \"due\": \"%s\", \"precision\": \"day\", \"rule\": "
                             "\"a day is due on itself\", \"milestone\": null}]", day, day);
                    text(revision, 8, readings), text(revision, 9, revised == 1 ? "printed" : "extended");
                    number(revision, 10, revised > 1);
                    revised == 1 ? number(revision, 11, plan) : must(sqlite3_bind_null(revision, 11), "bind");
                    revised > 1 ? number(revision, 12, said) : must(sqlite3_bind_null(revision, 12), "bind");
                    number(revision, 13, armed), step(revision);
                }
                if (isTold) {
                    int64_t holder = firstPerson + owner / 2, on = today - 5 - spread;
                    int64_t at = on * 86400000LL + 36000000LL + (spread ? id % 7200 * 1000 : 0);
                    snprintf(words, sizeof words, "%032lld", (long long)id);
                    number(message, 1, plan), number(message, 2, holder), text(message, 3, civil(on, day));
                    number(message, 4, at), text(message, 5, words), step(message);
                    number(reminder, 1, id), number(reminder, 2, holder), number(reminder, 3, owner);
                    text(reminder, 4, civil(before(on + 2, 1), day));
                    number(reminder, 5, sqlite3_last_insert_rowid(db)), number(reminder, 6, at), step(reminder);
                }
            }
        }
    }
    // What the owners were told of moved dates went out long ago.
    run("DELETE FROM news");
    // Nobody has looked at any of them: the service begins with it.
    run("UPDATE register SET looked_through = 0");
    run("COMMIT; PRAGMA journal_mode = WAL");
    printf("%lld targets under %lld recommendations\n", (long long)made, (long long)recommended);
    for (s = sqlite3_next_stmt(db, 0); s; s = sqlite3_next_stmt(db, 0)) sqlite3_finalize(s);
    return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
