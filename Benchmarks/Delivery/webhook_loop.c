// webhook_loop REGISTER ROWS URL BODY: what a plain loop of libcurl makes of an outbox. One thread, libcurl multi, 64
// under way over kept connections. Prints seconds and seconds of CPU from the first claim to the last commit.
// With CHANNEL defined, the outbox is our register's own.
#ifdef CHANNEL
#include "own_outbox.h"
#else
#include "outbox.h"
#endif
#include <curl/curl.h>

struct transfer {
    CURL *handle;
    sqlite3_int64 id;
    char *body;
};

int main(int count, char **words) {
    if (count != 5) return fprintf(stderr, "usage: webhook_loop REGISTER ROWS URL BODY\n"), 64;
    static char text[65536];
    FILE *file = fopen(words[4], "rb");
    size_t size = file ? fread(text, 1, sizeof text, file) : 0;
    fill(words[1], atoi(words[2]), text, size);
    curl_global_init(CURL_GLOBAL_ALL);
    CURLM *multi = curl_multi_init();
    struct curl_slist *headers = NULL;
    headers = curl_slist_append(headers, "Content-Type: application/json");
    headers = curl_slist_append(headers, "Expect:");
    headers = curl_slist_append(headers, "webhook-id: msg_0123456789abcdef0123456789abcdef");
    headers = curl_slist_append(headers, "webhook-timestamp: 1715931090");
    headers = curl_slist_append(headers, "webhook-signature: v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    struct transfer transfers[batch], *idle[batch];
    int free_ones = 0;
    for (int i = 0; i < batch; i++) {
        CURL *handle = transfers[i].handle = curl_easy_init();
        curl_easy_setopt(handle, CURLOPT_URL, words[3]);
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, ignore);
        curl_easy_setopt(handle, CURLOPT_PRIVATE, &transfers[i]);
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, 30000L);
        idle[free_ones++] = &transfers[i];
    }
    static struct message taken[batch];
    int ready = 0, given = 0, running = 0, results = 0, codes[2 * batch];
    sqlite3_int64 ids[2 * batch];
    double begun = now(), worked = cpu();
    for (;;) {
        while (free_ones > 0) {
            if (given == ready) {
                given = 0;
                if ((ready = turn(NULL, NULL, 0, taken, batch)) == 0) break;
            }
            struct transfer *transfer = idle[--free_ones];
            transfer->id = taken[given].id;
            transfer->body = taken[given].body;
            curl_easy_setopt(transfer->handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)taken[given].size);
            curl_easy_setopt(transfer->handle, CURLOPT_POSTFIELDS, taken[given].body);
            given++;
            curl_multi_add_handle(multi, transfer->handle);
        }
        curl_multi_perform(multi, &running);
        int left;
        for (CURLMsg *message; (message = curl_multi_info_read(multi, &left));) {
            if (message->msg != CURLMSG_DONE) continue;
            CURL *handle = message->easy_handle;
            struct transfer *transfer;
            long code = 0;
            if (message->data.result != CURLE_OK) return fprintf(stderr, "%s\n", curl_easy_strerror(message->data.result)), 1;
            curl_easy_getinfo(handle, CURLINFO_PRIVATE, &transfer);
            curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
            curl_multi_remove_handle(multi, handle);
            ids[results] = transfer->id;
            codes[results++] = (int)code;
            free(transfer->body);
            idle[free_ones++] = transfer;
            if (results == batch) turn(ids, codes, results, NULL, 0), results = 0;
        }
        if (free_ones == batch && ready == 0) break;
        if (free_ones == 0 || ready == 0) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
    turn(ids, codes, results, NULL, 0);
    printf("%.4f %.4f\n", now() - begun, cpu() - worked);
    return 0;
}
