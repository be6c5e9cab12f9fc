extension LeidenLevel {
  /// The graph whose nodes are the parts.
  func aggregated(_ parts: Partition) -> LeidenLevel {
    let groups = bucketed(parts.labels, count: parts.count)
    var newOffsets: [UInt32] = [0]
    newOffsets.reserveCapacity(parts.count + 1)
    var loops = [Float](repeating: 0, count: parts.count)
    var sizes = loops
    let sums = WeightSums(parts.count)
    let (offsets, arcs, labels) = (self.offsets.span, self.arcs.span, parts.labels.span)
    // As many as before at most; pages that are not written to take no memory.
    let newArcs = [Arc](unsafeUninitializedCapacity: arcs.count) { buffer, written in
      for part in 0..<parts.count {
        var (loop, size) = (0.0, 0.0)
        var count = 0
        for k in Int(groups.offsets[part])..<Int(groups.offsets[part + 1]) {
          let node = Int(groups.items[k])
          loop += Double(self.loops[node])
          size += Double(self.sizes[node])
          for a in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1]) {
            let arc = arcs[unchecked: a]
            sums.add(arc.weight, to: labels[unchecked: Int(arc.target)], &count)
          }
        }
        // An edge within the part was met from both its ends.
        loops[part] = Float(loop + Double(sums.remove(UInt32(part))) / 2)
        sizes[part] = Float(size)
        for k in 0..<count {
          let other = sums.touched[k]
          let weight = sums.remove(other)
          if weight == 0 { continue }
          buffer.initializeElement(at: written, to: Arc(target: other, weight: weight))
          written += 1
        }
        newOffsets.append(UInt32(written))
      }
    }
    return LeidenLevel(offsets: newOffsets, arcs: newArcs, loops: loops, sizes: sizes)
  }
}
