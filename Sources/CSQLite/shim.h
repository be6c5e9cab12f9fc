#if !__has_include(<sqlite3.h>)
#error "SQLite headers are missing: run 'apt-get install libsqlite3-dev'"
#endif
#include <sqlite3.h>
