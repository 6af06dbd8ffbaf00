// smtp_sink PAGE [PORT]: a mail relay on loopback that takes everything. Prints its port, and counts mails on PAGE.
#include "sink.h"

enum { commands, body };

static void say(struct peer *peer, const char *text) { answer(peer->socket, text, strlen(text)); }

static void greet(struct peer *peer) { say(peer, "220 sink ESMTP\r\n"); }

static ssize_t take(struct peer *peer) {
    if (peer->state == body) {
        char *end = peer->used < 5 ? NULL : strstr(peer->room, "\r\n.\r\n");
        if (!end) return 0;
        peer->state = commands;
        took_one((size_t)(end - peer->room));
        say(peer, "250 2.0.0 taken\r\n");
        return end - peer->room + 5;
    }
    char *end = strstr(peer->room, "\r\n");
    if (!end) return 0;
    if (!strncasecmp(peer->room, "EHLO", 4)) {
        say(peer, "250-sink\r\n250-SIZE 10485760\r\n250 8BITMIME\r\n");
    } else if (!strncasecmp(peer->room, "DATA", 4)) {
        peer->state = body;
        say(peer, "354 go on\r\n");
    } else if (!strncasecmp(peer->room, "QUIT", 4)) {
        say(peer, "221 bye\r\n");
        return -1;
    } else {
        say(peer, "250 2.1.0 ok\r\n");
    }
    return end - peer->room + 2;
}

int main(int count, char **words) {
    if (count < 2) return fprintf(stderr, "usage: smtp_sink PAGE [PORT]\n"), 64;
    serve(words[1], count > 2 ? words[2] : NULL, greet, take);
}
