import EventGraph
import Testing

@testable import Stories

@Suite("Words of addresses")
struct AddressWordsTests {
  private func path(_ address: String) -> String {
    let bytes = Array(address.utf8)
    return String(
      decoding: bytes[AddressWords.path(of: bytes.indices, in: bytes.span)], as: UTF8.self)
  }

  @Test(
    "The path is neither the site's name nor what is asked of it",
    arguments: [
      ("http://www.example.org/world/mali-rebels.html?page=1", "/world/mali-rebels.html"),
      ("https://example.org/a/b#c?d", "/a/b"), ("http://example.org", ""), ("example.org/a", "/a"),
      ("", ""), ("://", ""), ("http:///x", "/x"), ("?", ""),
    ])
  func paths(address: String, expected: String) {
    #expect(path(address) == expected)
  }

  @Test("What holds a digit, is short or very long, or stands in any address is no word")
  func words() {
    let words = [
      "mali", "the", "us", "idusbre91", "2013", "html", "article",
      String(repeating: "x", count: 25),
    ]
    #expect(words.filter { AddressWords.isWord(Array($0.utf8)) } == ["mali", "the"])
  }

  /// Events whose titles share nothing, and whose addresses name one thing.
  private func events(_ addresses: (Int) -> String) -> [TestEvent] {
    let names = ["Otter", "Quill", "Zephyr", "Harbor", "Mango", "Violin", "Copper", "Tundra"]
    return names.enumerated().map { k, name in
      TestEvent(
        date: "2013-01-0\(k + 1)", title: "\(name) wins \(name)burg", contexts: [],
        addresses: [addresses(k)])
    }
  }

  @Test("A word that two addresses share relates their events, and the line that cites it says so")
  func shared() throws {
    let graph = makeGraph(
      events { k in
        k < 2
          ? "http://a\(k).org/2013/dam-collapse-\(k)" : "http://b.org/\(["x", "y", "z"][k % 3])\(k)"
      })
    let set = StorySet(of: graph)
    let found = graph.nodes.indices.filter { graph.nodes[$0].kind == .event }
    let pair = try #require(
      set.reasons(NodeIndex(found[0]), NodeIndex(found[1]), in: graph))
    #expect(Set(pair.reasons.map(\.label)) == ["dam", "collapse"])
    let places = try #require(set.reasonEvidence(in: graph))
    for (k, event) in found.prefix(2).enumerated() {
      let place = try #require(places.place(of: pair.reasons[0], for: NodeIndex(event)))
      #expect(place.quote == "http://a\(k).org/2013/dam-collapse-\(k)")
      #expect(place.evidence.rule == .pageSource)
    }
    var settings = StorySettings()
    settings.without = [.source]
    let without = StorySet(of: graph, settings)
    #expect(
      without.reasons(NodeIndex(found[0]), NodeIndex(found[1]), in: graph)?.reasons.isEmpty == true)
  }

  @Test("Addresses teach nothing about which words are names")
  func capitals() {
    let graph = makeGraph(events { _ in "http://a.org/Norland" })
    let features = EventFeatures(graph, without: [], threads: 1)
    let kinds = features.kinds.indices.filter { features.kinds[$0] != .source }.map {
      features.kinds[$0]
    }
    #expect(kinds == [.word, .word] || kinds == [.word])
  }
}
