/// How the titles of the archive use an entity's labels, added up.
struct LabelUse: Sendable {
  /// Mentions in titles.
  var titles: UInt32 = 0
  /// … whose label begins with a small letter.
  var lowerCase: UInt32 = 0
  /// … whose label is the adjective of a state.
  var demonym: UInt32 = 0
  /// … whose label is the entity's name.
  var sameAsLabel: UInt32 = 0
  /// Events that are filed or nested under it.
  var topics: UInt32 = 0
  /// Of its first mentions, those behind which a verb of saying or doing follows, or who does it.
  var acts: UInt32 = 0
  /// … that stand behind "in", "near" or "at".
  var located: UInt32 = 0
}
