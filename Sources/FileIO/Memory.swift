internal import CAllocator

/// Has the allocator give large arrays memory of their own, which goes back to the system when they
/// are freed. By default it learns from the first large array to keep them among the small ones,
/// where the holes that they leave add a quarter to the peak of a build.
package func separateLargeAllocations() {
  _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
}
