internal import EventGraph

/// A page of HTML as UTF-8, and where each of its bytes stands in the file.
///
/// A file that is valid UTF-8 is taken for that, whatever it declares: by chance no other text is.
/// One that declares Latin-1 or Windows-1252 is read as the latter, as browsers do. Any other is
/// UTF-8 with single bytes of Windows-1252 in it.
struct HTMLSource: Sendable {
  /// Valid UTF-8 without zero bytes.
  private(set) var bytes: [UInt8]
  /// Whether the file's bytes are these, one for one.
  let isIdentical: Bool
  /// The encoding that the page declares and that is not one that is read; nil for none.
  private(set) var unknownEncoding: String?
  /// Bytes of `bytes` behind which the file is shorter, and by how many it is so from there on.
  private var expansions: [(end: Int, surplus: Int)] = []

  init(_ file: Span<UInt8>) {
    bytes = []
    bytes.reserveCapacity(file.count)
    if UTF8Bytes.isValid(file) {
      bytes.append(span: file)
      isIdentical = true
    } else {
      isIdentical = false
      let declared = Self.declaredEncoding(file)
      let isSingleByte = declared.map { Self.singleByteNames.contains($0) } ?? false
      if let declared, !isSingleByte, declared != "utf-8", declared != "utf8" {
        unknownEncoding = declared
      }
      decode(file, isSingleByte: isSingleByte)
    }
    // The parser would take a zero byte for the end, or the page for UTF-16.
    for k in bytes.indices where bytes[k] == 0 { bytes[k] = 32 }
  }

  private mutating func decode(_ file: Span<UInt8>, isSingleByte: Bool) {
    var surplus = 0
    var k = 0
    while k < file.count {
      let byte = file[k]
      let length =
        byte < 0x80 ? 1 : isSingleByte ? 0 : UTF8Bytes.validLength(file, at: k, limit: file.count)
      if length > 0 {
        bytes.append(span: file.extracting(k..<k + length))
        k += length
      } else {
        let scalar = String(UTF8Bytes.windows1252(byte)).utf8
        bytes.append(contentsOf: scalar)
        surplus += scalar.count - 1
        expansions.append((bytes.count, surplus))
        k += 1
      }
    }
  }

  /// Where a byte of `bytes` stands in the file.
  func fileOffset(_ offset: Int) -> Int {
    if expansions.isEmpty { return offset }
    var (low, high) = (0, expansions.count)
    while low < high {
      let middle = (low + high) / 2
      if expansions[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? offset : offset - expansions[low - 1].surplus
  }

  private static let singleByteNames: Set<String> = [
    "iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252", "us-ascii", "ascii",
    "iso-8859-15",
  ]

  /// What stands behind "charset=" or the XML declaration's "encoding=" near the page's start, in
  /// lower case.
  private static func declaredEncoding(_ file: Span<UInt8>) -> String? {
    let limit = min(file.count, 4_096)
    for k in 0..<limit {
      let byte = file[k] | 32
      let length: Int
      if byte == UInt8(ascii: "c"), file.equalsFoldingCase(k, "charset=", limit) {
        length = 8
      } else if byte == UInt8(ascii: "e"), file.equalsFoldingCase(k, "encoding=", limit) {
        length = 9
      } else {
        continue
      }
      var start = k + length
      while start < limit, file[start] == 34 || file[start] == 39 || file[start] == 32 {
        start += 1
      }
      var name: [UInt8] = []
      while start < limit, name.count < 40,
        file[start].isASCIIAlphanumeric || file[start] == UInt8(ascii: "-")
          || file[start] == UInt8(ascii: "_")
      {
        name.append(file[start].isASCIIUpper ? file[start] | 32 : file[start])
        start += 1
      }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}

extension Span<UInt8> {
  fileprivate func equalsFoldingCase(_ start: Int, _ word: StaticString, _ limit: Int) -> Bool {
    let end = start + word.utf8CodeUnitCount
    return end <= limit && equalsFoldingCase(start..<end, word)
  }
}
