internal import EventGraph

extension RoleReading {
  /// A mention in its clause.
  struct Mention {
    var number: Int
    var first: Int
    var last: Int
    /// Where its list begins.
    var head: Int
    /// Into `RoleFeatures.positions`.
    var position: Int
    var voice: Int
    var coarse: Int
    var group: Int
    /// Into `RoleFeatures.attachments`, and the token that governs.
    var attachment: Int
    var governor: Int
    /// The last verb before it.
    var nearestVerb: Int?
  }

  /// Adds what the nouns and verbs around a mention say of it: the noun that it describes or is, the
  /// noun or verb before its preposition, and the verb that it is the subject or object of.
  func addPhrase(_ mention: Mention, _ clause: Clause, to out: inout [Int32]) {
    let (position, coarse) = (mention.position, mention.coarse)
    let verbClass = clause.verbClass.rawValue
    let own = tokens[mention.last].noun
    if own != .other, tokens[mention.last].isLower {
      out.append(number(.ownNoun, own.rawValue, mention.group))
      out.append(number(.ownNounClause, own.rawValue, position, mention.voice, verbClass))
    }
    var end = mention.last
    if let (noun, last) = headNoun(after: mention.last, clause) {
      end = last
      out.append(number(.headNoun, noun.rawValue, position, mention.group))
      if isPossessive(tokens[mention.last + 1]) {
        out.append(number(.possessiveNoun, noun.rawValue, mention.group))
      }
    }
    let prepositions = F.prepositions.count
    if mention.attachment < prepositions, mention.governor > 0 {
      let before = tokens[mention.governor - 1]
      let noun =
        before.mention >= 0 && before.isUpper
        ? F.nouns.count
        : before.noun == .other && before.word.isVerb ? F.nouns.count + 1 : before.noun.rawValue
      out.append(number(.prepositionNoun, mention.attachment, noun, coarse))
      out.append(number(.prepositionPlace, mention.attachment, position, coarse))
      if let verb = mention.nearestVerb {
        out.append(
          number(
            .prepositionVerb, mention.attachment, tokens[verb].word.verbClass.rawValue, coarse))
      }
      addMutual(mention, to: &out)
    } else if mention.attachment == Self.verb {
      let word = tokens[mention.governor].word
      let isMain = mention.governor == clause.verb || mention.governor == clause.finite
      out.append(
        number(.object, word.verbClass.rawValue, Self.form(word), isMain ? 0 : 1, coarse))
    }
    if mention.attachment >= prepositions, mention.attachment != Self.verb,
      let verb = predicate(after: end)
    {
      let isMain = verb == clause.finite
      let inner = Clause(verbAt: verb, tokens, end: tokens.count)
      let isParticiple = !isMain && tokens[verb].word.isPast && !tokens[verb].word.isAuxiliary
      out.append(
        number(
          .subject, inner.verbClass.rawValue, isParticiple ? 2 : inner.isPassive ? 1 : 0,
          isMain ? 0 : 1, coarse))
      if !isMain { out.append(number(.innerSubject, verbClass, coarse)) }
    }
    if let verb = clause.verb, verb < mention.head {
      let depth = (verb + 1..<mention.head).count {
        tokens[$0].mention < 0 && tokens[$0].word.isVerb
      }
      out.append(number(.depth, min(3, depth), coarse))
    }
    let earlier = kinds[0..<mention.number].count { F.coarse(of: F.group(of: $0)) == coarse }
    out.append(number(.order, min(2, earlier), coarse))
  }

  /// "clashes with", "talks between"
  private func addMutual(_ mention: Mention, to out: inout [Int32]) {
    let place =
      switch ClauseWords.Preposition(rawValue: mention.attachment) {
      case .with: 0
      case .between: 1
      case .against: 2
      default: -1
      }
    guard place >= 0 else { return }
    let isMutual =
      tokens[mention.governor - 1].word.isMutual
      || mention.nearestVerb.map { tokens[$0].word.isMutual } ?? false
    if isMutual { out.append(number(.mutual, place, mention.coarse)) }
  }

  private static func form(_ word: ClauseLexicon.Word) -> Int {
    word.isAuxiliary ? 4 : word.isThird ? 0 : word.isPast ? 1 : word.isGerund ? 2 : 3
  }

  /// The last noun of the phrase that goes on after a name: "Pakistani security **forces**".
  private func headNoun(after last: Int, _ clause: Clause) -> (ClauseWords.Noun, Int)? {
    var found: (ClauseWords.Noun, Int)?
    var k = last + 1
    while k < tokens.count, k <= last + 6, k != clause.finite, k != clause.verb {
      let token = tokens[k]
      if isPossessive(token) || token.mark == UInt8(ascii: "-") && k == last + 1 {
        k += 1
        continue
      }
      guard token.mark == 0, token.isLower || token.noun != .other, !token.word.isPreposition,
        !token.word.isDeterminer, !token.word.isAndOr, token.word.subordinator < 0,
        !token.word.isNotNoun, !token.word.isAuxiliary,
        !token.word.isVerbForm || token.noun != .other || token.endsInED
      else { break }
      found = (token.noun, k)
      k += 1
    }
    return found
  }

  /// The verb whose subject a phrase is that ends at a token: it stands next to it, or after a list,
  /// a bracket, an insertion between commas, or an adverb.
  func predicate(after last: Int) -> Int? {
    var k = last + 1
    var adverbs = 0
    let sentence = sentences[last]
    func isComma(_ k: Int) -> Bool { tokens[k].mark == UInt8(ascii: ",") }
    while k < tokens.count, k <= last + 24, sentences[k] == sentence {
      let token = tokens[k]
      if token.mention < 0, token.word.isVerb || token.word.isAuxiliary {
        return token.word.isGerund ? nil : k
      }
      if token.mark == UInt8(ascii: "("),
        let end = (k..<min(tokens.count, k + 12)).first(where: {
          tokens[$0].mark == UInt8(ascii: ")")
        })
      {
        k = end + 1
      } else if token.word.isAndOr || isComma(k),
        let next = (k + 1..<min(tokens.count, k + 3)).first(where: { tokens[$0].mention >= 0 }),
        let place = reader.places[tokens[next].mention]
      {
        k = place.upperBound + 1
      } else if isComma(k),
        let end = (k + 1..<min(tokens.count, k + 14)).first(where: isComma)
      {
        k = end + 1
      } else if token.isLower, token.mention < 0, token.noun == .other, adverbs < 2,
        !token.word.isPreposition, !token.word.isDeterminer, token.word.subordinator < 0
      {
        adverbs += 1
        k += 1
      } else {
        return nil
      }
    }
    return nil
  }
}
