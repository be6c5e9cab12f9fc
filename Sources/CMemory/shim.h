/* mallopt and malloc_trim, which Swift's Glibc module leaves out; memchr for a module without Glibc. */
#include <malloc.h>
#include <string.h>

/* Asks for the memory at an address to be brought near, without waiting for it; any address will do. */
static inline void weft_prefetch(const void *address) { __builtin_prefetch(address); }
