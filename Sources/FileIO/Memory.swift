internal import CMemory

/// Has the allocator give large arrays memory of their own, which goes back to the system when they
/// are freed. By default it learns from the first large array to keep them among the small ones,
/// where the holes that they leave add a quarter to the peak of a build.
package func separateLargeAllocations() {
  _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
  // What is freed at the end of a heap is soon wanted again.
  _ = mallopt(M_TRIM_THRESHOLD, 1 << 26)
}

/// Gives memory that was freed back to the system, from all threads' heaps: what one thread has freed is
/// else kept for it, and the largest moment is larger by that.
package func releaseFreedMemory() { malloc_trim(0) }

/// Keeps something large to the end of the process, which gives its memory back at once where freeing it
/// piece by piece would take a while.
package func keepUntilExit(_ value: any Sendable) { _ = Unmanaged.passRetained(Holder(value)) }

private final class Holder: Sendable {
  let value: any Sendable
  init(_ value: any Sendable) { self.value = value }
}
