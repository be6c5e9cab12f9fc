internal import EventGraph

extension NameTrie {
  /// A word of the text.
  private struct Token {
    var start = 0
    var end = 0
    var hash: UInt64 = 0
  }

  /// Words that are read before names are sought at them: reads of the table then do not wait for one
  /// another.
  private static var blockWords: Int { 128 }

  /// Calls `body` with matches in the order of their starts, at each start the shorter first.
  ///
  /// - Parameter longestOnly: At each start only the longest, and none within one that was given.
  /// - Complexity: O(bytes), plus the length of what is found.
  @inline(__always)
  package func forEachMatch(
    in text: Span<UInt8>, longestOnly: Bool, _ body: (Match) -> Void
  ) {
    var tokens = InlineArray<128, Token>(repeating: Token())
    // Words that may begin a name, and their slots.
    var places = InlineArray<128, Int>(repeating: 0)
    var entries = InlineArray<128, UInt64>(repeating: 0)
    var heads = InlineArray<128, UInt64>(repeating: 0)
    var goesOn = InlineArray<128, UInt64>(repeating: 0)
    var position = 0
    var free = 0
    while position < text.count {
      let (count, candidates) = read(text, &position, &tokens, &places)
      let block = tokens.span
      let slots = slots.span
      let mask = slots.count - 1
      for k in 0..<candidates {
        entries[k] = slots[Int(truncatingIfNeeded: block[places[k]].hash) & mask]
      }
      for k in 0..<candidates {
        let next = places[k] + 1
        // What stands behind the block is not known yet.
        goesOn[k] =
          next < count
          ? longerNames.bit(Self.path(block[places[k]].hash, block[next].hash)) : 1
      }
      // The records' first words are read here for the same reason.
      let records = records.span.bytes
      for k in 0..<candidates {
        heads[k] = records.word(at: max(0, Int(entries[k] & Self.recordMask) * 4 - 4))
      }
      for k in 0..<candidates {
        let place = places[k]
        if longestOnly, block[place].start < free { continue }
        let hash = block[place].hash
        var (entry, head) = (entries[k], heads[k])
        if entry >> 32 != hash >> 32 {
          entry = self.entry(hash)
          if entry == 0 { continue }
          head = records.word(at: max(0, Int(entry & Self.recordMask) * 4 - 4))
        }
        if longestOnly, entry & Self.longerFlag == 0 || goesOn[k] == 0 {
          if let match = longest(text, block[place].start, block[place].end, entry, head) {
            body(match)
            free = match.range.upperBound
          }
          continue
        }
        free = max(
          free, follow(text, block, place, count, entry, head, longestOnly: longestOnly, body))
      }
    }
  }

  /// Reads words until the block is full.
  @inline(__always)
  private func read(
    _ text: Span<UInt8>, _ position: inout Int, _ tokens: inout InlineArray<128, Token>,
    _ places: inout InlineArray<128, Int>
  ) -> (count: Int, candidates: Int) {
    let classes = classes.span
    var k = position
    var count = 0
    var candidates = 0
    while k < text.count, count < Self.blockWords {
      if classes[Int(text[k])] == 0 {
        k += 1
        continue
      }
      let end: Int
      let hash: UInt64
      if let short = Self.shortWord(text, k) {
        (end, hash) = short
      } else {
        end = wordEnd(text, from: k, classes)
        if end == k {
          k += Words.scalar(text, at: k).length
          continue
        }
        hash = Self.hash(text, k, end)
      }
      tokens[count] = Token(start: k, end: end, hash: hash)
      places[candidates] = count
      candidates += Int(firstWords.bit(hash))
      count += 1
      k = end
    }
    position = k
    return (count, candidates)
  }

  /// The end and the hash of a word of less than eight bytes of ASCII, without a look at each: most words
  /// are such. Nil for others.
  @inline(__always)
  private static func shortWord(_ text: Span<UInt8>, _ start: Int) -> (end: Int, hash: UInt64)? {
    guard start + 8 <= text.count else { return nil }
    let bytes = text.bytes.word(at: start)
    let stops = stops(bytes)
    let bits = stops.trailingZeroBitCount & ~7
    guard stops != 0, bits > 0, bytes >> UInt64(bits) & 0x80 == 0 else { return nil }
    return (start + bits / 8, hash(short: bytes & (1 << UInt64(bits) &- 1)))
  }

  /// The high bit of each byte that is no letter, digit or line of ASCII.
  @inline(__always)
  private static func stops(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    let low = bytes & ~high
    // The high bit of each byte says whether it is in a range, since 7 bits and 7 make no more than 8.
    let folded = low | ones << 5
    let letters = (folded &+ ones &* (0x80 - 0x61)) & ~(folded &+ ones &* (0x80 - 0x7B))
    let digits = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
    let lines = ~((low ^ ones &* 0x5F) &+ ones &* 0x7F)
    return ~((letters | digits | lines) & ~bytes) & high
  }

  @inline(__always)
  private func entry(_ hash: UInt64) -> UInt64 {
    let slots = slots.span
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, slots[slot] >> 32 != hash >> 32 { slot = (slot + 1) & mask }
    return slots[slot]
  }

  /// Walks down from a first word; gives back where the longest match ends, or 0.
  @inline(__always)
  private func follow(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ place: Int, _ count: Int,
    _ firstEntry: UInt64, _ firstHead: UInt64, longestOnly: Bool, _ body: (Match) -> Void
  ) -> Int {
    let start = tokens[place].start
    var token = tokens[place]
    var best = Match(range: start..<start, name: -1)
    if !longestOnly {
      giveAll(text, token.start, token.end, firstEntry, body)
    }
    var entry = firstEntry
    var path = token.hash
    var next = place + 1
    while entry & Self.longerFlag != 0 {
      let end = token.end
      if next < count {
        token = tokens[next]
        next += 1
      } else {
        token = self.token(text, behind: end)
      }
      // Between two words of a name stand few bytes.
      if token.end == 0 || token.start - end > 8 { break }
      path = Self.path(path, token.hash)
      if longerNames.bit(path) == 0 { break }
      entry = self.entry(path)
      if entry == 0 { break }
      if longestOnly {
        if let match = longest(text, start, token.end, entry, nil) { best = match }
      } else {
        giveAll(text, start, token.end, entry, body)
      }
    }
    guard longestOnly else { return 0 }
    if best.name < 0 {
      guard let match = longest(text, start, tokens[place].end, firstEntry, firstHead)
      else { return 0 }
      best = match
    }
    body(best)
    return best.range.upperBound
  }

  /// The word behind the block's last.
  private func token(_ text: Span<UInt8>, behind end: Int) -> Token {
    let classes = classes.span
    var k = end
    while k < text.count, k - end <= 8 {
      let stop = wordEnd(text, from: k, classes)
      if stop > k { return Token(start: k, end: stop, hash: Self.hash(text, k, stop)) }
      k += Words.scalar(text, at: k).length
    }
    return Token()
  }

  @inline(__always)
  private func wordEnd(_ text: Span<UInt8>, from: Int, _ classes: Span<UInt8>) -> Int {
    var k = from
    while k + 8 <= text.count {
      let stops = Self.stops(text.bytes.word(at: k))
      k += stops.trailingZeroBitCount >> 3
      if stops != 0 { break }
    }
    while k < text.count {
      let kind = classes[Int(text[k])]
      if kind == 1 {
        k += 1
      } else if kind == 0 {
        return k
      } else {
        let (value, length) = Words.scalar(text, at: k)
        if !Words.isWord(value) { return k }
        k += length
      }
    }
    return k
  }

  // MARK: Comparing

  private func giveAll(
    _ text: Span<UInt8>, _ start: Int, _ wordEnd: Int, _ entry: UInt64, _ body: (Match) -> Void
  ) {
    var record = Int(entry & Self.recordMask) * 4 - 4
    while record >= 0 {
      let header = records.span.bytes.word(at: record)
      let length = Int(header >> 33)
      if isMatch(text, start, wordEnd, record + 8, length) {
        body(
          Match(range: start..<start + length, name: Int(truncatingIfNeeded: header & 0xFFFF_FFFF)))
      }
      record = header >> 32 & 1 == 0 ? -1 : record + 8 + (length + 3) / 4 * 4
    }
  }

  @inline(__always)
  private func longest(
    _ text: Span<UInt8>, _ start: Int, _ wordEnd: Int, _ entry: UInt64, _ head: UInt64?
  ) -> Match? {
    var known = head
    var record = Int(entry & Self.recordMask) * 4 - 4
    while record >= 0 {
      let header = known ?? records.span.bytes.word(at: record)
      known = nil
      let length = Int(header >> 33)
      if isMatch(text, start, wordEnd, record + 8, length) {
        return Match(
          range: start..<start + length, name: Int(truncatingIfNeeded: header & 0xFFFF_FFFF))
      }
      record = header >> 32 & 1 == 0 ? -1 : record + 8 + (length + 3) / 4 * 4
    }
    return nil
  }

  /// Compares the bytes, and looks for a word boundary behind them.
  @inline(__always)
  private func isMatch(
    _ text: Span<UInt8>, _ start: Int, _ wordEnd: Int, _ record: Int, _ length: Int
  ) -> Bool {
    guard length <= text.count - start else { return false }
    let own = records.span.bytes
    let other = text.bytes
    var k = 0
    while k < length {
      let left = length - k
      if start + k + 8 <= other.byteCount {
        // Behind the last record stand bytes to read.
        let difference = own.word(at: record + k) ^ other.word(at: start + k)
        if left >= 8 ? difference != 0 : difference << UInt64(64 - left * 8) != 0 { return false }
        k += 8
      } else {
        if records[record + k] != text[start + k] { return false }
        k += 1
      }
    }
    // The word that was read ends at its boundary.
    if start + length == wordEnd || start + length == text.count { return true }
    // A name that ends in a sign ends there, whatever follows.
    var last = length - 1
    while last > 0, records[record + last] & 0xC0 == 0x80 { last -= 1 }
    guard Words.isWord(Words.scalar(records.span, at: record + last).value) else { return true }
    return Words.end(text, from: start + length) == start + length
  }
}
