/// Names and numbers of the features of a linear model.
///
/// A feature is a template with a value for each of its dimensions, `head.situation`; the numbers of
/// all features of all templates are dense, so that a weight is one look-up in an array.
struct FeatureSpace: Sendable {
  struct Template: Sendable {
    var name: String
    /// The names of the values, by dimension.
    var dimensions: [[String]]

    init(_ name: String, _ dimensions: [String]...) {
      self.name = name
      self.dimensions = dimensions
    }

    var count: Int { dimensions.reduce(1) { $0 * $1.count } }
  }

  let templates: [Template]
  /// The number of each template's first feature.
  let offsets: [Int]
  let count: Int

  init(_ templates: [Template]) {
    self.templates = templates
    var offsets: [Int] = []
    var next = 0
    for template in templates {
      offsets.append(next)
      next += template.count
    }
    self.offsets = offsets
    count = next
  }

  func name(_ feature: Int) -> String {
    var place = templates.count - 1
    while offsets[place] > feature { place -= 1 }
    var rest = feature - offsets[place]
    var values: [String] = []
    for dimension in templates[place].dimensions.reversed() {
      values.append(dimension[rest % dimension.count])
      rest /= dimension.count
    }
    return ([templates[place].name] + values.reversed()).joined(separator: ".")
  }

  /// The feature of a name that `name(_:)` gives; nil where there is none.
  func feature(_ name: some StringProtocol) -> Int? {
    let parts = name.split(separator: ".")
    guard let first = parts.first,
      let place = templates.firstIndex(where: { $0.name == first })
    else { return nil }
    let dimensions = templates[place].dimensions
    guard dimensions.count == parts.count - 1 else { return nil }
    var number = 0
    for (values, part) in zip(dimensions, parts.dropFirst()) {
      guard let value = values.firstIndex(where: { $0 == part }) else { return nil }
      number = number * values.count + value
    }
    return offsets[place] + number
  }
}
