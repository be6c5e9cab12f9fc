internal import EventGraph

extension ByteWriter {
  /// The shortest decimal that reads back as the same `Float`, with a point and without an exponent:
  /// valid as `xsd:decimal`, as XML's double and in DOT. The caller leaves out what is not finite.
  mutating func append(decimal number: Float) {
    if number == number.rounded(), abs(number) < 1e15 {
      append(Int(number))
      append(".0")
      return
    }
    let text = Array(number.description.utf8)
    guard let mark = text.firstIndex(of: UInt8(ascii: "e")) else {
      append(raw: text.span)
      return
    }
    if number < 0 { append(byte: UInt8(ascii: "-")) }
    let mantissa = text[..<mark].filter { $0 != UInt8(ascii: "-") }
    let digits = mantissa.filter(\.isASCIIDigit)
    let whole = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
    let exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
    appendPlaced(digits, pointAt: whole + exponent)
  }

  /// The digits with the decimal point before the digit `point`, zeros where there are no digits.
  private mutating func appendPlaced(_ digits: [UInt8], pointAt point: Int) {
    let zero = UInt8(ascii: "0")
    if point <= 0 { append(byte: zero) }
    for k in min(point, 0)..<max(digits.count, point + 1) {
      if k == point { append(byte: UInt8(ascii: ".")) }
      append(byte: digits.indices.contains(k) ? digits[k] : zero)
    }
  }
}
