internal import EventGraph

/// The features that tell a kind: of the name itself, and of how titles use it.
enum KindFeatures {
  enum Template: Int, CaseIterable {
    case bias, bracket, state, subdivision, demonym, comma, preposition, prepositionState, year
    case head, headForm, headOnly, noHead, first, listOfRoles, lateHead, anyWord, shape
    case ending, lowerEnding, lowerCase, adjective, sameAsLabel, count, topic, unused
    case deeds
  }

  static let kinds = EntityKind.allCases.map(\.name)
  static let bracketGeo = kinds.count
  static let bracketYear = kinds.count + 1
  static let bracketOther = kinds.count + 2

  static let prepositions = ["of", "in", "for", "against", "and", "on", "at", "other"]
  static let firsts = [
    "role", "title", "demonym", "the", "list", "situation", "work", "place", "group",
    "organization",
  ]
  enum Shape: Int, CaseIterable {
    case personLike, twoWords, threeWords, fourWords, particle, oneWord, lowerWord, firstUpperOnly
    case long, initial, allUpper, digits, number, date, dashPair, flight
    /// Capitals within a word: "WikiLeaks".
    case camel
  }
  static let endings = [
    "ism", "ist", "ity", "ion", "ing", "ment", "logy", "ness", "ship", "er", "s", "ia", "land",
    "stan", "burg", "ville", "ese", "an", "ics", "ry",
  ]
  static let lowerEndings = ["ism", "ity", "tion", "ing", "ment", "logy", "ness", "ship"]

  static let space = FeatureSpace(
    Template.allCases.map { template in
      let name = "\(template)"
      switch template {
      case .bias, .state, .subdivision, .demonym, .listOfRoles, .lateHead, .adjective, .unused:
        return .init(name)
      case .bracket: return .init(name, kinds + ["geo", "year", "other"])
      case .comma: return .init(name, ["year", "geo", "other"])
      case .preposition: return .init(name, prepositions)
      case .prepositionState: return .init(name, ["of", "in", "other"])
      case .year: return .init(name, ["first", "last", "any"])
      case .head, .headOnly, .anyWord: return .init(name, kinds)
      case .headForm: return .init(name, kinds, ["one", "lower", "upper"])
      case .noHead: return .init(name, ["any", "lower"])
      case .first: return .init(name, firsts)
      case .shape: return .init(name, Shape.allCases.map { "\($0)" })
      case .ending: return .init(name, endings)
      case .lowerEnding: return .init(name, lowerEndings)
      case .lowerCase: return .init(name, ["never", "seldom", "often", "always", "surely"])
      case .sameAsLabel: return .init(name, ["never", "seldom", "often"])
      case .count: return .init(name, ["one", "few", "some", "many"])
      case .topic: return .init(name, ["some", "most"])
      case .deeds: return .init(name, ["placeWord", "oneWord"])
      }
    })

  @inline(__always)
  static func number(_ template: Template, _ value: Int = 0) -> Int32 {
    Int32(space.offsets[template.rawValue] + value)
  }

  /// Mentions of a name that are looked at closely: the first in the order of the events.
  static let mostMentions = 64
  /// Whether titles have a name say and do things that looks like a place's: what "State" is within a
  /// name cannot tell, "the Islamic State claims" and "in New York State" do.
  ///
  /// - Parameter features: Of the name itself.
  private static func appendDeeds(of use: LabelUse, to features: inout [Int32]) {
    let mentions = min(use.titles, UInt32(mostMentions))
    guard use.acts > 1, use.acts * 5 >= mentions, use.located * 4 < mentions else { return }
    func holds(_ template: Template, _ value: Int = 0) -> Bool {
      features.contains(number(template, value))
    }
    if holds(.head, Int(EntityKind.place.rawValue)), !holds(.state), !holds(.subdivision) {
      features.append(number(.deeds))
    }
    if holds(.shape, Shape.oneWord.rawValue) { features.append(number(.deeds, 1)) }
  }

  /// How titles use a name.
  static func append(_ use: LabelUse, to features: inout [Int32]) {
    features.append(number(.bias))
    if use.topics > 0 { features.append(number(.topic)) }
    if use.topics > use.titles, use.titles > 0 { features.append(number(.topic, 1)) }
    guard use.titles > 0 else {
      features.append(number(.unused))
      return
    }
    let lower = Float(use.lowerCase) / Float(use.titles)
    features.append(
      number(.lowerCase, lower == 0 ? 0 : lower < 0.34 ? 1 : lower < 0.8 ? 2 : 3))
    if lower >= 0.8, use.titles >= 3 { features.append(number(.lowerCase, 4)) }
    if use.demonym * 10 > use.titles { features.append(number(.adjective)) }
    appendDeeds(of: use, to: &features)
    let same = Float(use.sameAsLabel) / Float(use.titles)
    features.append(number(.sameAsLabel, same == 0 ? 0 : same < 0.7 ? 1 : 2))
    features.append(
      number(.count, use.titles == 1 ? 0 : use.titles < 5 ? 1 : use.titles < 50 ? 2 : 3))
  }
}
