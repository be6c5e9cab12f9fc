/// The weights that decide kinds; `KindWeights` is their table.
enum KindModel {
  static let model = LinearModel(
    KindFeatures.space, classCount: KindFeatures.kinds.count, table: KindWeights.table)

  /// The same without what is learned: it chooses the names that teach, so it must stand alone.
  static let alone = LinearModel(
    KindFeatures.space, classCount: KindFeatures.kinds.count, table: KindWeights.aloneTable)

  /// A name this sure of its kind teaches what stands beside it.
  static let sureLikelihood: Float = 0.85

  static var neighborWeights: [Float] { KindWeights.neighbors }
  static var wordWeights: [Float] { KindWeights.words }
}
