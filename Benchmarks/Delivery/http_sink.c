// http_sink PAGE [PORT]: an HTTP/1.1 endpoint on loopback that answers 200 to every request and keeps the connection. Prints
// its port, and counts on PAGE. It reads no header but the length.
#include "sink.h"

static void greet(struct peer *peer) { (void)peer; }

static ssize_t take(struct peer *peer) {
    char *end = strstr(peer->room, "\r\n\r\n");
    if (!end) return 0;
    size_t body = 0;
    char *length = strcasestr(peer->room, "\r\ncontent-length:");
    if (length && length < end) body = strtoul(length + 17, NULL, 10);
    size_t size = (size_t)(end - peer->room) + 4 + body;
    if (peer->used < size) return 0;
    static const char ok[] = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    took_one(body);
    answer(peer->socket, ok, sizeof ok - 1);
    return (ssize_t)size;
}

int main(int count, char **words) {
    if (count < 2) return fprintf(stderr, "usage: http_sink PAGE [PORT]\n"), 64;
    serve(words[1], count > 2 ? words[2] : NULL, greet, take);
}
