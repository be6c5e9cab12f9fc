internal import EventGraph
internal import EventIngest

/// What an article says, by sentence.
struct SaidStems {
  private var sentences: [(range: Range<Int>, stems: Set<UInt32>)] = []
  /// Places in `sentences`, by stem.
  private var all: [UInt32: [Int]] = [:]
  /// Sentences of headings and of the first paragraphs.
  private var leads: Set<Int> = []
  /// The first third of the paragraphs, three at most: of a short text the last is no beginning.
  private static let leadParagraphs = 3

  init(_ body: ArticleBody) {
    var paragraphs = 0
    let count = body.blocks.count(where: \.isParagraph)
    let leads = min(Self.leadParagraphs, (count + 2) / 3)
    for block in body.blocks {
      if block.isParagraph { paragraphs += 1 }
      let isLead =
        block.isHeading || block.isParagraph && paragraphs <= leads
      let text = Array(body.text[block.range])
      for sentence in Sentences.ranges(text) {
        var stems: Set<UInt32> = []
        for stem in Stems(text.span.extracting(sentence)).all {
          stems.formUnion([stem.hash, stem.whole, stem.joined])
        }
        stems.remove(0)
        let start = block.range.lowerBound
        sentences.append(
          (start + sentence.lowerBound..<start + sentence.upperBound, stems))
        if isLead { self.leads.insert(sentences.count - 1) }
        for stem in stems { all[stem, default: []].append(sentences.count - 1) }
      }
    }
  }

  /// The sentences that say a word, alone or as one with its neighbour; nil for none.
  func sentences(saying stem: Stems.Stem) -> Set<Int>? {
    var found: Set<Int> = []
    for hash in [stem.hash, stem.whole, stem.joined] where hash != 0 {
      found.formUnion(all[hash] ?? [])
    }
    return found.isEmpty ? nil : found
  }

  func isLead(_ sentences: Set<Int>) -> Bool { !sentences.isDisjoint(with: leads) }

  func range(ofSentence place: Int) -> Range<Int> { sentences[place].range }

  /// The first of the sentences that say most of some words.
  func bestSentence(for stems: [UInt32], weight: (UInt32) -> Int) -> Int {
    var best = (weight: -1, place: 0)
    for (place, sentence) in sentences.enumerated() {
      let said = stems.reduce(0) { $0 + (sentence.stems.contains($1) ? weight($1) : 0) }
      if said > best.weight { best = (said, place) }
    }
    return best.place
  }

  /// What another sentence says of some words, at most; those that the first says as well count a half.
  func weightBeside(_ first: Int, of stems: [UInt32], weight: (UInt32) -> Int) -> Int {
    var most = 0
    for (place, sentence) in sentences.enumerated() where place != first {
      let said = stems.reduce(0) { sum, stem in
        guard sentence.stems.contains(stem) else { return sum }
        return sum + (sentences[first].stems.contains(stem) ? weight(stem) / 2 : weight(stem))
      }
      most = max(most, said)
    }
    return most
  }
}
