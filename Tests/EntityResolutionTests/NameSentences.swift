import EntityResolution
import EventGraph

/// Sentences in the portal's manner, of countries whose presidents and elections share labels.
enum NameSentences {
  static let countries: [(name: String, adjective: String, capital: String, leader: String)] = [
    ("Italy", "Italian", "Rome", "Giorgio Napolitano"),
    ("France", "French", "Paris", "Nicolas Sarkozy"),
    ("Poland", "Polish", "Warsaw", "Bronisław Komorowski"),
    ("Turkey", "Turkish", "Ankara", "Abdullah Gül"),
    ("Ghana", "Ghanaian", "Accra", "John Atta Mills"),
    ("Chile", "Chilean", "Santiago", "Michelle Bachelet"),
  ]

  static func sentence(
    _ date: String, _ parts: [(text: String, target: String?)]
  ) -> NameExample {
    var title = ""
    var links: [NameExample.Link] = []
    for part in parts {
      let start = title.utf8.count
      title += part.text
      if let target = part.target {
        links.append(.init(label: part.text, target: target, range: start..<title.utf8.count))
      }
    }
    guard let date = PartialDate(date) else { preconditionFailure("a date") }
    return NameExample(date: NameDate(date), title: title, links: links)
  }

  /// A name that stands in one sentence only.
  static func guest(_ year: Int, _ k: Int) -> String {
    let first = ["Anna", "Piotr", "Mehmet", "Kofi", "Pablo", "Lucia", "Marc", "Irena"]
    let last = ["Bergström", "Nowicki", "Demir", "Mensah", "Rojas", "Ferrari"]
    return "\(first[(year + k) % 8]) \(last[(year * 5 + k) % 6])\(k == 0 ? "i" : "a")\(year % 10)"
      .filter { !$0.isNumber }
  }

  /// Eight years, a sentence of each kind a country and year.
  static let archive: [NameExample] = {
    var sentences: [NameExample] = []
    for year in 2004...2011 {
      for (k, country) in countries.enumerated() {
        let month = "\(year)-0\(k + 1)"
        sentences.append(
          sentence(
            month + "-03",
            [
              (country.leader, country.leader), (", ", nil),
              ("President", "President of \(country.name)"), (" of ", nil),
              (country.name, country.name), (", meets ", nil),
              (guest(year, k), guest(year, k)), (" in ", nil),
              (country.capital, country.capital), (".", nil),
            ]))
        sentences.append(
          sentence(
            month + "-11",
            [
              ("Voters in ", nil), (country.name, country.name), (" go to the polls in a ", nil),
              ("general election", "\(country.adjective) general election, \(year)"), (".", nil),
            ]))
        sentences.append(
          sentence(
            month + "-19",
            [
              ("A storm hits the ", nil), (country.adjective, country.name),
              (" coast and closes schools near ", nil), (country.capital, country.capital),
              (".", nil),
            ]))
      }
    }
    return sentences
  }()

  static let laterDay: PartialDate = {
    guard let date = PartialDate("2012-05-06") else { preconditionFailure("a date") }
    return date
  }()
  static let later = NameDate(laterDay)
}

/// Failures replay by their seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
