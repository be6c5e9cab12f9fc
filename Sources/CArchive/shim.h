#ifndef WEFT_CARCHIVE
#define WEFT_CARCHIVE
#if !__has_include(<archive.h>)
#error "libarchive's headers are missing: run 'apt-get install libarchive-dev'"
#endif
#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>

// libarchive brings libxml2, ICU and a dozen more libraries. Linking it would load them at the start of
// every command, half of the time of `weft neighbors`; so it is opened when the first packed file is
// read. Each function below is libarchive's own, found by its name.

static inline void *weft_archive_symbol(const char *name) {
  static void *library;
  if (!library) library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libarchive.so", RTLD_NOW | RTLD_LOCAL);
  return library ? dlsym(library, name) : 0;
}

#define WEFT_ARCHIVE(result, name, parameters, arguments) \
  static inline result weft_##name parameters {           \
    static result(*function) parameters;                  \
    if (!function) *(void **)&function = weft_archive_symbol(#name); \
    return function arguments;                            \
  }

WEFT_ARCHIVE(struct archive *, archive_read_new, (void), ())
WEFT_ARCHIVE(int, archive_read_free, (struct archive *a), (a))
WEFT_ARCHIVE(int, archive_read_support_filter_gzip, (struct archive *a), (a))
WEFT_ARCHIVE(int, archive_read_support_filter_xz, (struct archive *a), (a))
WEFT_ARCHIVE(int, archive_read_support_filter_bzip2, (struct archive *a), (a))
WEFT_ARCHIVE(int, archive_read_support_filter_zstd, (struct archive *a), (a))
WEFT_ARCHIVE(int, archive_read_support_format_tar, (struct archive *a), (a))
WEFT_ARCHIVE(int, archive_read_support_format_zip, (struct archive *a), (a))
WEFT_ARCHIVE(int, archive_read_support_format_raw, (struct archive *a), (a))
WEFT_ARCHIVE(int, archive_read_open_fd, (struct archive *a, int fd, size_t block), (a, fd, block))
WEFT_ARCHIVE(
  int, archive_read_open,
  (struct archive *a, void *data, archive_open_callback *open, archive_read_callback *read,
   archive_close_callback *close),
  (a, data, open, read, close))
WEFT_ARCHIVE(int, archive_format, (struct archive *a), (a))
WEFT_ARCHIVE(int, archive_filter_count, (struct archive *a), (a))
WEFT_ARCHIVE(la_int64_t, archive_filter_bytes, (struct archive *a, int filter), (a, filter))
WEFT_ARCHIVE(
  int, archive_read_next_header, (struct archive *a, struct archive_entry **entry), (a, entry))
WEFT_ARCHIVE(
  int, archive_read_data_block,
  (struct archive *a, const void **start, size_t *size, la_int64_t *offset),
  (a, start, size, offset))
WEFT_ARCHIVE(const char *, archive_error_string, (struct archive *a), (a))
WEFT_ARCHIVE(const char *, archive_entry_hardlink, (struct archive_entry *e), (e))
WEFT_ARCHIVE(mode_t, archive_entry_filetype, (struct archive_entry *e), (e))
WEFT_ARCHIVE(const char *, archive_entry_pathname, (struct archive_entry *e), (e))
WEFT_ARCHIVE(const char *, archive_entry_pathname_utf8, (struct archive_entry *e), (e))
WEFT_ARCHIVE(int, archive_entry_size_is_set, (struct archive_entry *e), (e))
WEFT_ARCHIVE(la_int64_t, archive_entry_size, (struct archive_entry *e), (e))

// Whether the library is there with the youngest of these functions.
static inline int weft_archive_is_available(void) {
  return weft_archive_symbol("archive_read_new") && weft_archive_symbol("archive_read_support_filter_zstd");
}
#endif
