#if !__has_include(<sqlite3.h>)
#error "SQLite headers are missing: run 'apt-get install libsqlite3-dev'"
#endif
#include <sqlite3.h>

// sqlite3_config is variadic, which the importer leaves out.
static inline int weft_sqlite3_disable_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
