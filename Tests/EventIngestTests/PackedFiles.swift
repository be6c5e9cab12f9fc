import Foundation

/// Packed files made byte by byte, so that they can hold what no packer would put in.
enum PackedFiles {
  struct Entry {
    var path: String
    var text = ""
    /// As tar says it: "0" a file, "1" a hard link, "2" a symbolic link, "3" a device, "5" a folder, "x" records
    /// about the next entry.
    var type: Character = "0"
    var target = ""
    /// What the header says instead of the text's own size.
    var statedSize: Int?
  }

  /// POSIX tar: a header of 512 bytes, the data, both padded; two blocks of zeros at the end.
  static func tar(_ entries: [Entry]) -> Data {
    var out = Data()
    for entry in entries {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, _ offset: Int) {
        for (k, byte) in text.utf8.enumerated() { header[offset + k] = byte }
      }
      func octal(_ number: Int, _ width: Int) -> String {
        let digits = String(number, radix: 8)
        return String(repeating: "0", count: width - digits.count) + digits
      }
      put(entry.path, 0)
      put(octal(0o644, 7), 100)
      put(octal(0, 7), 108)
      put(octal(0, 7), 116)
      let hasData = entry.type == "0" || entry.type == "x"
      put(octal(entry.statedSize ?? (hasData ? entry.text.utf8.count : 0), 11), 124)
      put(octal(1_600_000_000, 11), 136)
      put("        ", 148)
      put(String(entry.type), 156)
      put(entry.target, 157)
      put("ustar\u{0}00", 257)
      put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", 148)
      out.append(contentsOf: header)
      if hasData {
        out.append(contentsOf: entry.text.utf8)
        out.append(Data(count: (512 - entry.text.utf8.count % 512) % 512))
      }
    }
    out.append(Data(count: 1024))
    return out
  }

  /// Zip without compression: local headers with data, then the table of them.
  static func zip(_ entries: [Entry]) -> Data {
    var out = Data()
    var table = Data()
    func number(_ value: Int, _ width: Int, _ data: inout Data) {
      for k in 0..<width { data.append(UInt8(value >> (8 * k) & 255)) }
    }
    for entry in entries {
      let data = Data(entry.text.utf8)
      let offset = out.count
      var common = Data()
      for value in [20, 0, 0, 0, 0x21] { number(value, 2, &common) }
      number(Int(crc32(data)), 4, &common)
      number(data.count, 4, &common)
      number(data.count, 4, &common)
      number(entry.path.utf8.count, 2, &common)
      number(0, 2, &common)
      out.append(contentsOf: [0x50, 0x4B, 3, 4])
      out.append(common)
      out.append(contentsOf: entry.path.utf8)
      out.append(data)
      table.append(contentsOf: [0x50, 0x4B, 1, 2])
      number(20, 2, &table)
      table.append(common)
      for value in [0, 0, 0] { number(value, 2, &table) }
      number(0, 4, &table)
      number(offset, 4, &table)
      table.append(contentsOf: entry.path.utf8)
    }
    let start = out.count
    out.append(table)
    out.append(contentsOf: [0x50, 0x4B, 5, 6])
    for value in [0, 0, entries.count, entries.count] { number(value, 2, &out) }
    number(table.count, 4, &out)
    number(start, 4, &out)
    number(0, 2, &out)
    return out
  }

  private static func crc32(_ data: Data) -> UInt32 {
    var sum: UInt32 = .max
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
