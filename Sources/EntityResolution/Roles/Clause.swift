/// The main verb of each sentence of a title.
struct Clause: Sendable {
  /// The token that makes the clause finite ("is"), and the verb that says what is done
  /// ("acquitted"); nil where no verb is found.
  var finite: Int?
  var verb: Int?
  var isPassive = false
  var verbClass = ClauseWords.VerbClass.none

  /// Numbers the sentence of each token, and reads the clause of each sentence.
  static func read(_ tokens: [TitleTokens.Token]) -> (sentences: [Int], clauses: [Clause]) {
    var sentences: [Int] = []
    sentences.reserveCapacity(tokens.count)
    var starts = [0]
    for (k, token) in tokens.enumerated() {
      sentences.append(starts.count - 1)
      let ends =
        token.mention < 0
        && [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";")].contains(
          token.mark)
      if ends, k + 1 < tokens.count, tokens[k + 1].isUpper { starts.append(k + 1) }
    }
    starts.append(tokens.count)
    let clauses = (0..<starts.count - 1).map { k in
      Clause(tokens, starts[k]..<starts[k + 1])
    }
    return (sentences, clauses)
  }

  private init(_ tokens: [TitleTokens.Token], _ range: Range<Int>) {
    guard let found = Self.finite(tokens, range) else {
      self.init()
      return
    }
    self.init(verbAt: found, tokens, end: range.upperBound)
  }

  private init() {}

  /// What a verb at `found`, with the verbs that follow it, says of its subject.
  init(verbAt found: Int, _ tokens: [TitleTokens.Token], end: Int) {
    finite = found
    verb = found
    let word = tokens[found].word
    guard word.isAuxiliary else {
      verbClass = word.verbClass == .none ? .other : word.verbClass
      return
    }
    var hasBe = word.isBe
    var next = found + 1
    // "has been", "will be", "is reportedly"
    while next < end, next - found <= 5 {
      let token = tokens[next]
      if token.word.isBe {
        hasBe = true
      } else if token.word.isVerb {
        verb = next
        isPassive = hasBe && token.word.isPast
        verbClass = token.word.verbClass == .none ? .other : token.word.verbClass
        return
      } else if hasBe, token.isLower, token.endsInED {
        // A participle of a verb that is not among the clause words.
        verb = next
        isPassive = true
        verbClass = .other
        return
      } else if token.mention >= 0, !token.isLower {
        break
      }
      next += 1
    }
    verbClass = hasBe ? .be : .other
  }

  private static func finite(_ tokens: [TitleTokens.Token], _ range: Range<Int>) -> Int? {
    var past: Int?
    var isInner = false
    for k in range {
      let token = tokens[k]
      if token.mention < 0 {
        if token.mark == UInt8(ascii: ",") { isInner = false }
        if token.word.subordinator >= 0 {
          isInner = true
          if token.word.subordinator == 0 { continue }
        }
      }
      guard k > range.lowerBound, token.word.isVerb || token.word.isAuxiliary else { continue }
      let before = tokens[k - 1]
      if token.word.isAuxiliary || token.word.isThird {
        // "attacks", "votes": a noun after an article, a preposition, "and", or before "of"
        if !token.word.isAuxiliary,
          before.word.isDeterminer || before.word.isPreposition || before.word.isAndOr
            || k + 1 < range.upperBound
              && [ClauseWords.Preposition.of.rawValue, ClauseWords.Preposition.between.rawValue]
                .contains(tokens[k + 1].word.preposition)
        {
          continue
        }
        if isInner {
          isInner = false
          continue
        }
        return k
      }
      if isInner || past != nil { continue }
      if token.word.isPast {
        if !before.word.isBe, !before.word.isHave, !before.word.isDeterminer { past = k }
      } else if token.word.isBase, token.mention < 0, !before.word.isDeterminer,
        !before.word.isPreposition, before.mention >= 0 || before.endsInS
      {
        return k
      }
    }
    return past
  }
}
