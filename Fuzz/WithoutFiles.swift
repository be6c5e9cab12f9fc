/// What the readers name of the part of the module that reads files, which is not fuzzed: the limit
/// that their messages speak of.
enum DocumentStream {
  static let maximumFileSize = 1 << 28
}
