/* SQLite's variadic call for what holds in the whole process, which Swift cannot call. Nothing here decides anything.
   Source: sqlite.org/c3ref/config.html. */
#ifndef DUEWATCH_CSQLITE_SHIM_H
#define DUEWATCH_CSQLITE_SHIM_H

#include <sqlite3.h>

/* Only before the first connection of the process; SQLITE_MISUSE after it. */
static inline int shim_keep_memory_statistics(int keeps) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, keeps); }

#endif
