/// The features that tell what part an entity plays in an event, from its mention in the title.
enum RoleFeatures {
  enum Template: Int, CaseIterable {
    case bias, kind, group, preposition, prepositionGroup, position, voiceGroup, clause, by
    case later, laterGroup, adjective, adjectiveKind, lower, lowerGroup
    case possessive, modifiesName, describesNoun, afterName
    case subordinate, subordinateGroup, ofRole, ofName, heading, first, firstGroup, bracket
    case placeBeforeComma, placeAfterPlace, list, accordingTo, office, verbLeft
    case chain, chainGroup, currency, sayingThat, apposition, ofWhat, listMember
    case ownNoun, ownNounClause, headNoun, prepositionNoun, prepositionVerb
    case prepositionPlace, subject, innerSubject, object, order, depth, mutual
    case possessiveNoun
  }

  static let kinds = KindFeatures.kinds
  /// act: person, organization, group
  static let groups = ["act", "state", "place", "situation", "role", "work", "concept"]
  /// "actor": act and state.
  static let coarse = ["actor", "place", "situation", "role", "work", "concept"]
  static let attachments =
    ClauseWords.Preposition.allCases.map { "\($0)" } + ["none", "break", "verb", "possessive"]
  static let positions = ["noVerb", "before", "after", "afterOther"]
  static let voices = ["active", "passive"]
  static let classes = ClauseWords.VerbClass.allCases.map { "\($0)" }
  static let next = ["name", "noun", "other"]
  static let nouns = ClauseWords.Noun.allCases.map { "\($0)" }
  static let forms = ["third", "past", "gerund", "base", "auxiliary"]
  static let prepositions = ClauseWords.Preposition.allCases.map { "\($0)" }
  static let parts = ["main", "inner"]
  static let verbLefts = classes + ["auxiliary"]

  static let space = FeatureSpace(
    Template.allCases.map { template in
      let name = "\(template)"
      switch template {
      case .bias, .later, .adjective, .lower, .heading, .first, .bracket, .placeBeforeComma,
        .placeAfterPlace, .list, .accordingTo, .currency:
        return .init(name)
      case .kind: return .init(name, kinds)
      case .group, .laterGroup, .lowerGroup, .subordinateGroup, .firstGroup:
        return .init(name, groups)
      case .preposition: return .init(name, attachments)
      case .prepositionGroup: return .init(name, attachments, groups)
      case .position: return .init(name, positions)
      case .voiceGroup: return .init(name, positions, voices, groups)
      case .clause: return .init(name, classes, positions, voices)
      case .by: return .init(name, voices, ["actor", "other"])
      case .adjectiveKind: return .init(name, next)
      case .possessive: return .init(name, positions)
      case .modifiesName: return .init(name, groups, ["person", "role", "other"])
      case .describesNoun: return .init(name, groups, positions)
      case .afterName: return .init(name, groups)
      case .subordinate: return .init(name, ClauseWords.Subordinator.allCases.map { "\($0)" })
      case .ofRole: return .init(name, ["role", "other"])
      case .ofName: return .init(name, kinds, coarse)
      case .office:
        return .init(name, ["beforePerson", "beforeOf", "passive", "other"], ["as", "other"])
      case .verbLeft: return .init(name, verbLefts)
      case .ownNoun: return .init(name, nouns, groups)
      case .ownNounClause: return .init(name, nouns, positions, voices, classes)
      case .headNoun: return .init(name, nouns, positions, groups)
      case .prepositionNoun: return .init(name, prepositions, nouns + ["name", "verb"], coarse)
      case .prepositionVerb: return .init(name, prepositions, classes, coarse)
      case .prepositionPlace: return .init(name, prepositions, positions, coarse)
      case .subject: return .init(name, classes, voices + ["participle"], parts, coarse)
      case .innerSubject: return .init(name, classes, coarse)
      case .object: return .init(name, classes, forms, parts, coarse)
      case .depth: return .init(name, ["0", "1", "2", "more"], coarse)
      case .mutual: return .init(name, ["with", "between", "against"], coarse)
      case .possessiveNoun: return .init(name, nouns, groups)
      case .order: return .init(name, ["first", "second", "later"], coarse)
      case .chain: return .init(name, ["person", "other"])
      case .chainGroup: return .init(name, ["person", "other"], groups)
      case .sayingThat: return .init(name, classes, coarse)
      case .apposition, .listMember: return .init(name, groups)
      case .ofWhat: return .init(name, ["person", "name", "upper", "noun"], groups)
      }
    })

  static let mostDimensions = 5
  /// How many values each dimension of each template has; `mostDimensions` a template.
  static let sizes: [Int] = space.templates.flatMap { template in
    let counts = template.dimensions.map(\.count)
    return counts + Array(repeating: 1, count: mostDimensions - counts.count)
  }

  static func group(of kind: Int) -> Int {
    [0, 0, 0, 1, 2, 3, 5, 4, 6][kind]
  }

  static func isActor(_ kind: Int) -> Bool { coarse(of: group(of: kind)) == 0 }

  static func coarse(of group: Int) -> Int { max(0, group - 1) }
}
