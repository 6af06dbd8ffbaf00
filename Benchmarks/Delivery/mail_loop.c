// mail_loop REGISTER ROWS URL BODY SESSIONS: what plain libcurl makes of an outbox by mail: a thread with an easy handle
// for each session, and one that claims and settles. Prints seconds and seconds of CPU.
// With CHANNEL defined, the outbox is our register's own, and a session takes its next mail when its last is settled.
#ifdef CHANNEL
#include "own_outbox.h"
#else
#include "outbox.h"
#endif
#include <curl/curl.h>
#include <pthread.h>

enum { most = 64 };

// Given to the sessions, and back from them; all under the lock.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work = PTHREAD_COND_INITIALIZER, news = PTHREAD_COND_INITIALIZER;
static struct message waiting[batch];
static int waiting_count, results, is_over, codes[4 * batch];
static sqlite3_int64 ids[4 * batch];
static const char *url;

static size_t give(char *room, size_t size, size_t count, void *context) {
    struct message *message = context;
    size_t part = size * count < message->size ? size * count : message->size;
    memcpy(room, message->body, part);
    message->body += part;
    message->size -= part;
    return part;
}

static void *session(void *context) {
    (void)context;
    CURL *handle = curl_easy_init();
    struct curl_slist *to = curl_slist_append(NULL, "<owner@example.org>");
    curl_easy_setopt(handle, CURLOPT_URL, url);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, "<sender@example.org>");
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, ignore);
    curl_easy_setopt(handle, CURLOPT_UPLOAD_BUFFERSIZE, 16384L);
    for (;;) {
        pthread_mutex_lock(&lock);
        while (waiting_count == 0 && !is_over) pthread_cond_wait(&work, &lock);
        if (waiting_count == 0) return pthread_mutex_unlock(&lock), curl_easy_cleanup(handle), NULL;
        struct message message = waiting[--waiting_count];
        pthread_mutex_unlock(&lock);
        char *body = message.body;
        curl_easy_setopt(handle, CURLOPT_READDATA, &message);
        curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)message.size);
        CURLcode code = curl_easy_perform(handle);
        if (code != CURLE_OK) return fprintf(stderr, "%s\n", curl_easy_strerror(code)), exit(1), NULL;
        free(body);
        pthread_mutex_lock(&lock);
        ids[results] = message.id;
        codes[results++] = 250;
        pthread_cond_signal(&news);
        pthread_mutex_unlock(&lock);
    }
}

// Whether there is enough to write down, or to claim. Called under the lock.
static int is_turn(int out, int is_empty) {
#ifdef CHANNEL
    (void)is_empty;
    return results >= (out + 1) / 2;
#else
    return results >= batch || results == out || (waiting_count == 0 && !is_empty);
#endif
}

int main(int count, char **words) {
    if (count != 6) return fprintf(stderr, "usage: mail_loop REGISTER ROWS URL BODY SESSIONS\n"), 64;
    static char text[65536];
    FILE *file = fopen(words[4], "rb");
    size_t size = file ? fread(text, 1, sizeof text, file) : 0;
    fill(words[1], atoi(words[2]), text, size);
    url = words[3];
    curl_global_init(CURL_GLOBAL_ALL);
    int sessions = atoi(words[5]) < most ? atoi(words[5]) : most, out = 0, is_empty = 0;
    pthread_t threads[most];
    double begun = now(), worked = cpu();
    for (int i = 0; i < sessions; i++) pthread_create(&threads[i], NULL, session, NULL);
    static struct message taken[batch];
    for (int claimed = 0; !is_empty || out > 0; claimed = 0) {
        sqlite3_int64 done[4 * batch];
        int said[4 * batch];
        pthread_mutex_lock(&lock);
        while (!is_turn(out, is_empty)) pthread_cond_wait(&news, &lock);
        int ended = results, ahead = waiting_count;
        memcpy(done, ids, sizeof done);
        memcpy(said, codes, sizeof said);
        results = 0;
        pthread_mutex_unlock(&lock);
        out -= ended;
#ifdef CHANNEL
        (void)ahead;
        claimed = turn(done, said, ended, taken, is_empty ? 0 : sessions - out);
        is_empty = claimed == 0;
#else
        if (ahead == 0 && !is_empty) is_empty = (claimed = turn(NULL, NULL, 0, taken, batch)) == 0;
#endif
        out += claimed;
        pthread_mutex_lock(&lock);
        memcpy(waiting + waiting_count, taken, sizeof(struct message) * (size_t)claimed);
        waiting_count += claimed;
        pthread_cond_broadcast(&work);
        pthread_mutex_unlock(&lock);
#ifndef CHANNEL
        if (ended > 0) turn(done, said, ended, NULL, 0);
#endif
    }
    pthread_mutex_lock(&lock);
    is_over = 1;
    pthread_cond_broadcast(&work);
    pthread_mutex_unlock(&lock);
    for (int i = 0; i < sessions; i++) pthread_join(threads[i], NULL);
    printf("%.4f %.4f\n", now() - begun, cpu() - worked);
    return 0;
}
