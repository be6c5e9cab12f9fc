internal import EventGraph

/// The weights that decide roles; `RoleWeights` is their table.
enum RoleModel {
  /// The roles by class of the model.
  static let roles: [Role] = [.agent, .target, .speaker, .place, .context, .mentioned]

  static let model = LinearModel(
    RoleFeatures.space, classCount: roles.count, table: RoleWeights.table)

  static func role(of features: [Int32]) -> Role {
    if features.isEmpty { return .mentioned }
    var scores = [Float](repeating: 0, count: roles.count)
    model.addScores(of: features, to: &scores)
    return roles[best(of: scores).place]
  }
}
