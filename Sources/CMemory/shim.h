/* mallopt and malloc_trim, which Swift's Glibc module leaves out. */
#include <malloc.h>

/* Asks for the memory at an address to be brought near, without waiting for it; any address will do. */
static inline void weft_prefetch(const void *address) { __builtin_prefetch(address); }
