#if !__has_include(<archive.h>)
#error "libarchive's headers are missing: run 'apt-get install libarchive-dev'"
#endif
#include <archive.h>
#include <archive_entry.h>
