import Foundation

/// Checks values against a JSON Schema, as far as `report.schema.json` uses it. A keyword that it does
/// not know is an error of the schema, so that none is overlooked.
struct JSONSchema {
  private let root: [String: Any]

  init(_ file: URL) throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    root = object as? [String: Any] ?? [:]
  }

  /// What is wrong, with the place; none where the value is as the schema says.
  func errors(_ value: Any) -> [String] { errors(value, root, at: "$") }

  private func errors(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    var found: [String] = []
    for (keyword, rule) in schema {
      switch keyword {
      case "$schema", "$id", "title", "$defs": break
      case "$ref":
        let name = (rule as? String)?.split(separator: "/").last.map { String($0) } ?? ""
        let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
        guard let target = definitions[name] else { return ["no definition \(name)"] }
        found += errors(value, target, at: place)
      case "type":
        if !Self.isOf(value, rule as? String ?? "") { found.append("\(place): no \(rule)") }
      case "const": if value as? String != rule as? String { found.append("\(place): not \(rule)") }
      case "required":
        guard let object = value as? [String: Any] else { continue }
        for name in rule as? [String] ?? [] where object[name] == nil {
          found.append("\(place): no \(name)")
        }
      case "properties":
        guard let object = value as? [String: Any] else { continue }
        for (name, rule) in rule as? [String: [String: Any]] ?? [:] {
          if let member = object[name] { found += errors(member, rule, at: "\(place).\(name)") }
        }
      case "items":
        for (k, item) in (value as? [Any] ?? []).enumerated() {
          found += errors(item, rule as? [String: Any] ?? [:], at: "\(place)[\(k)]")
        }
      case "minLength":
        if let text = value as? String, text.unicodeScalars.count < rule as? Int ?? 0 {
          found.append("\(place): too short")
        }
      case "minimum":
        if let number = value as? Int, number < rule as? Int ?? 0 {
          found.append("\(place): small")
        }
      case "maximum":
        if let number = value as? Int, number > rule as? Int ?? 0 {
          found.append("\(place): large")
        }
      case "pattern":
        if let text = value as? String, let pattern = rule as? String,
          text.range(of: pattern, options: .regularExpression) == nil
        {
          found.append("\(place): not like \(pattern)")
        }
      default: found.append("\(place): the schema says \(keyword), which is not known here")
      }
    }
    return found
  }

  private static func isOf(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": (value as? NSNumber).map { isBoolean($0) } ?? false
    case "integer": (value as? NSNumber).map { !isBoolean($0) && value is Int } ?? false
    default: false
    }
  }

  /// JSONSerialization gives booleans as numbers of one bit.
  private static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
