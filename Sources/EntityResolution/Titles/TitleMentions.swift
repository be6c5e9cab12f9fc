internal import EventGraph
internal import FileIO

/// An entity named in an event's title.
struct TitleMention: Sendable {
  /// Bytes of the title.
  var start: UInt32
  var end: UInt32
  /// The name of the entity.
  var entity: StringIndex
  var label: StringIndex

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// Where the titles of all events name their entities.
///
/// A link of wikitext says where it stands; other labels are looked for, the longest first, so
/// that "Iraq" is not found inside "Iraq War".
struct TitleMentions: Sendable {
  private var mentions: [TitleMention] = []
  /// Where each event's mentions start; `eventCount + 1`.
  private var starts: [UInt32] = [0]

  var count: Int { mentions.count }

  /// An event's mentions in the order of the title; none lies in another.
  subscript(event: Int) -> ArraySlice<TitleMention> {
    mentions[Int(starts[event])..<Int(starts[event + 1])]
  }

  init(
    _ events: EventTable, _ labels: EventLabels, _ linked: LinkedLabels, _ strings: StringTable,
    threads: Int
  ) {
    let parts = mapWorkers(threads) { worker in
      var found: (mentions: [TitleMention], ends: [UInt32]) = ([], [])
      for number in share(events.events.count, of: worker, among: threads) {
        found.mentions += Self.find(number, events, labels, linked, strings)
        found.ends.append(UInt32(found.mentions.count))
      }
      return found
    }
    mentions.reserveCapacity(parts.reduce(0) { $0 + $1.mentions.count })
    starts.reserveCapacity(events.events.count + 1)
    for part in parts {
      let shift = UInt32(mentions.count)
      mentions += part.mentions
      starts += part.ends.lazy.map { $0 + shift }
    }
  }

  /// An endless title is read to here, and for so many names.
  private static let longestTitle = 8192
  private static let mostMentions = 256

  private static func find(
    _ number: Int, _ events: EventTable, _ labels: EventLabels, _ linked: LinkedLabels,
    _ strings: StringTable
  ) -> [TitleMention] {
    let bytes = strings.bytes.span
    let whole = strings.range(of: events.events[number].title)
    let title = bytes.extracting(whole.prefix(longestTitle))
    var found: [TitleMention] = []
    func isFree(_ range: Range<Int>) -> Bool {
      !found.contains { Int($0.start) < range.upperBound && range.lowerBound < Int($0.end) }
    }
    func isKnown(_ name: EventLabels.NamedLabel) -> Bool {
      found.contains { $0.entity == name.entity && $0.label == name.label }
    }
    for fact in linked.inTitle(of: number, strings) where found.count < mostMentions {
      let range = Int(fact.titleStart)..<Int(fact.titleEnd)
      let label = bytes.extracting(strings.range(of: fact.label))
      guard range.upperBound <= title.count, label.count <= range.count,
        title.extracting(range.lowerBound..<range.lowerBound + label.count).equals(label),
        isFree(range)
      else { continue }
      found.append(
        TitleMention(
          start: fact.titleStart, end: fact.titleEnd, entity: fact.entity, label: fact.label))
    }
    let names = labels.named[number].filter { !isKnown($0) }.sorted { a, b in
      let (x, y) = (strings.range(of: a.label).count, strings.range(of: b.label).count)
      return x != y
        ? x > y
        : a.label != b.label ? strings.isLess(a.label, b.label) : strings.isLess(a.entity, b.entity)
    }
    for name in names where found.count < mostMentions {
      let label = bytes.extracting(strings.range(of: name.label))
      if label.isEmpty { continue }
      var from = 0
      while let start = title.firstWord(label, from: from) {
        let range = start..<start + label.count
        if isFree(range) {
          found.append(
            TitleMention(
              start: UInt32(range.lowerBound), end: UInt32(range.upperBound), entity: name.entity,
              label: name.label))
          break
        }
        from = range.upperBound
      }
    }
    return found.sorted { $0.start < $1.start }
  }
}
