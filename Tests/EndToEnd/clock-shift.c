// Moves the wall clock of one process by CLOCK_SHIFT seconds (LD_PRELOAD), so that the real service can be driven on a
// weekday morning whenever the tests run. Never touches the monotonic clocks: every wait lasts as long as it should.
// Why not libfaketime: it also rewrites timerfds on CLOCK_BOOTTIME, and the Swift runtime's sleeps then never end.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>

// Uptimes stay below this and wall clocks have been above it since 2001: it tells the two apart where no clock id is given.
static const time_t wall_clock_from = 1000000000;

static time_t shift(void) {
    const char *seconds = getenv("CLOCK_SHIFT");
    return seconds ? atol(seconds) : 0;
}

static struct timespec unshifted(const struct timespec *until) {
    struct timespec real = *until;
    if (real.tv_sec >= wall_clock_from) real.tv_sec -= shift();
    return real;
}

static void *next(const char *name, const char *version) {
    void *symbol = version ? dlvsym(RTLD_NEXT, name, version) : NULL;
    return symbol ? symbol : dlsym(RTLD_NEXT, name);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = next("clock_gettime", NULL);
    int result = real(clock, now);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += shift();
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    (void)zone;
    struct timespec precise;
    int result = clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return result;
}

time_t time(time_t *copy) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    if (copy) *copy = now.tv_sec;
    return now.tv_sec;
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict until) {
    static int (*real)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
    if (!real) real = next("pthread_cond_timedwait", "GLIBC_2.3.2");
    struct timespec end = unshifted(until);
    return real(condition, mutex, &end);
}

int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock,
                           const struct timespec *until) {
    static int (*real)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
    if (!real) real = next("pthread_cond_clockwait", NULL);
    struct timespec end = unshifted(until);
    return real(condition, mutex, clock, &end);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
    static int (*real)(sem_t *, const struct timespec *);
    if (!real) real = next("sem_timedwait", NULL);
    struct timespec end = unshifted(until);
    return real(semaphore, &end);
}

int timerfd_settime(int timer, int flags, const struct itimerspec *new, struct itimerspec *old) {
    static int (*real)(int, int, const struct itimerspec *, struct itimerspec *);
    if (!real) real = next("timerfd_settime", NULL);
    struct itimerspec end = *new;
    if (flags & TFD_TIMER_ABSTIME) end.it_value = unshifted(&new->it_value);
    return real(timer, flags, &end, old);
}
