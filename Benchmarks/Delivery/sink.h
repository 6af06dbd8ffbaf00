// What both sinks share: a listening socket on loopback, epoll, and a page of memory on which the driver
// reads how far they are. A sink never judges what it is sent, and never stores it.
#ifndef SINK_H
#define SINK_H
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// In a file that the driver maps too.
struct tally {
    uint64_t count;
    uint64_t first_ns, last_ns;  // CLOCK_MONOTONIC
    uint64_t octets;             // of the bodies
};

// One connection. A message longer than the room is no message of ours.
struct peer {
    int socket, state;
    size_t used;
    char room[65536];
};

static struct tally *tally;

static void die(const char *what) {
    perror(what);
    exit(1);
}

static void took_one(size_t octets) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    uint64_t ns = (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
    if (tally->count == 0) tally->first_ns = ns;
    tally->last_ns = ns;
    tally->octets += octets;
    __atomic_store_n(&tally->count, tally->count + 1, __ATOMIC_RELEASE);
}

// Answers in one write; what loopback does not take at once is too slow a reader to be measured.
static void answer(int socket, const char *text, size_t size) {
    if (write(socket, text, size) != (ssize_t)size) die("answer");
}

// Gives each connection's octets to `take`, which returns how many of them it is done with, or -1 to hang up.
_Noreturn static void serve(const char *page, const char *port, void (*greet)(struct peer *), ssize_t (*take)(struct peer *)) {
    int file = open(page, O_RDWR | O_CREAT, 0600);
    if (file < 0 || ftruncate(file, sizeof *tally) != 0) die(page);
    tally = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (tally == MAP_FAILED) die("mmap");
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
                                  .sin_port = htons(port ? (uint16_t)atoi(port) : 0)};
    int reuse = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof reuse);
    socklen_t size = sizeof address;
    if (bind(listener, (void *)&address, size) || listen(listener, 1024) || getsockname(listener, (void *)&address, &size))
        die("listen");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    int poll = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL}, events[64];
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        int ready = epoll_wait(poll, events, 64, -1);
        if (ready < 0 && errno != EINTR) die("epoll_wait");
        for (int i = 0; i < ready; i++) {
            struct peer *peer = events[i].data.ptr;
            if (!peer) {
                int socket = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
                if (socket < 0) continue;
                int yes = 1;
                setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                peer = malloc(sizeof *peer);
                if (!peer) die("malloc");
                peer->socket = socket;
                peer->state = 0;
                peer->used = 0;
                event.data.ptr = peer;
                epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event);
                greet(peer);
                continue;
            }
            ssize_t got = read(peer->socket, peer->room + peer->used, sizeof peer->room - 1 - peer->used);
            ssize_t done = -1;
            if (got > 0) {
                peer->used += (size_t)got;
                peer->room[peer->used] = 0;
                done = 0;
                size_t all = 0;
                // Several may have come together.
                while (peer->used > 0 && (done = take(peer)) > 0) {
                    all += (size_t)done;
                    memmove(peer->room, peer->room + done, peer->used - (size_t)done);
                    peer->used -= (size_t)done;
                }
            }
            if (done < 0 || peer->used == sizeof peer->room - 1) {
                close(peer->socket);
                free(peer);
            }
        }
    }
}
#endif
