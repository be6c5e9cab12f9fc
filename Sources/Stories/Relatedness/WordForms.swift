/// Brings the forms of an English word together: "earthquakes" and "earthquake", "Syrian" and "Syria".
enum WordForms {
  /// The singular of a plural in -s: "countries" to "country", "clashes" to "clash", "bombs" to "bomb"; other
  /// words as they are.
  static func singular(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 4, word.last == UInt8(ascii: "s"), !word.hasSuffix("ss") else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + [UInt8(ascii: "y")] }
    for ending in ["shes", "ches", "sses", "xes", "zzes"] as [StaticString]
    where word.hasSuffix(ending) { return Array(word.dropLast(2)) }
    return word.dropLast()
  }

  /// What a name of people or a language is made from: "syrian" from "syria", "ukrainian" from
  /// "ukraine". Endings and what stands in their place, most specific first.
  static let endings: [(ending: StaticString, replacement: StaticString)] = [
    ("ians", "ia"), ("ians", ""), ("ian", "ia"), ("ian", ""), ("ian", "e"), ("ian", "y"),
    ("ans", "a"), ("an", "a"), ("ans", ""), ("an", ""), ("ese", "a"), ("ese", ""), ("ish", ""),
    ("is", ""), ("i", ""), ("s", ""),
  ]

  /// The word without one of its endings; nil where it does not end so, or too little is left.
  static func replacing(
    _ ending: StaticString, by replacement: StaticString, in word: [UInt8]
  ) -> [UInt8]? {
    guard word.hasSuffix(ending) else { return nil }
    var stem = Array(word.dropLast(ending.utf8CodeUnitCount))
    replacement.withUTF8Buffer { stem.append(contentsOf: $0) }
    return stem.count > 3 ? stem : nil
  }

  /// Whether a word can count as this stem.
  static func isForm(_ word: [UInt8], of stem: [UInt8]) -> Bool {
    word == stem || singular(word) == stem
      || endings.contains { replacing($0.ending, by: $0.replacement, in: word) == stem }
  }
}

extension [UInt8] {
  func hasSuffix(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard count >= length else { return false }
    return ending.withUTF8Buffer { buffer in
      (0..<length).allSatisfy { self[count - length + $0] == buffer[$0] }
    }
  }
}
