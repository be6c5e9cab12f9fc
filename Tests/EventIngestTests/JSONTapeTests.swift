import Testing

@testable import EventIngest

@Suite("JSON tape")
struct JSONTapeTests {
  static func parse(_ text: String) throws(JSONError) -> JSONTape {
    try parse(Array(text.utf8))
  }

  static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONTape {
    var tape = JSONTape()
    try tape.parse(bytes.span)
    return tape
  }

  @Test(
    "Texts that RFC 8259 allows are read",
    arguments: [
      "{}", "[]", " [ 1 , -2.5e+3 , 0 ] ", #"{"a":{"b":[true,false,null]}}"#, "\"\"", "0.0E-7",
      "\"\u{7F}\u{2028}é😀\"", #""\u0000\ud83d\ude00\/""#, "\t{\"\":1}\r\n",
    ])
  func valid(text: String) throws { _ = try Self.parse(text) }

  @Test(
    "Texts that it does not allow are refused",
    arguments: [
      "", " ", "{", "}", "[1,]", "[,1]", "[1 2]", #"{"a" 1}"#, #"{"a":}"#, #"{"a":1,}"#, "{a:1}",
      "'a'", "01", "1.", ".5", "+1", "-", "1e", "nul", "True", "NaN", "\"a", "\"\t\"", #""\x""#,
      #""\u12""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "1 1", "[1]]", "// a\n1",
      "\u{FEFF}1",
    ])
  func invalid(text: String) {
    #expect(throws: JSONError.self) { try Self.parse(text) }
  }

  @Test("What is not UTF-8 is refused where it stands")
  func encoding() {
    #expect(throws: JSONError(offset: 2, message: "not UTF-8 here")) {
      try Self.parse([0x22, 0x61, 0xE9, 0x22])
    }
  }

  @Test("Depth is bounded")
  func depth() throws {
    let deepest = JSONTape.maximumDepth
    func nested(_ count: Int) -> String {
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    _ = try Self.parse(nested(deepest))
    #expect(throws: JSONError.self) { try Self.parse(nested(deepest + 1)) }
    #expect(throws: JSONError.self) { try Self.parse(String(repeating: "[", count: 1_000_000)) }
  }

  @Test("Members are found by name, through escapes as well, and twice is a mistake")
  func members() throws {
    let text = Array(#"{"x":{"a":1},"\u0061":"\n\"","b":null,"c":1,"c":2}"#.utf8)
    let tape = try Self.parse(text)
    let a = try #require(try tape.member("a", of: 0, in: text.span))
    #expect(tape.string(a, of: text.span) == "\n\"")
    #expect(try tape.member("b", of: 0, in: text.span) == nil)
    #expect(try tape.member("d", of: 0, in: text.span) == nil)
    #expect(throws: JSONError.self) { try tape.member("c", of: 0, in: text.span) }
  }

  @Test("Only whole numbers that fit are numbers")
  func numbers() throws {
    let text = Array("[0,12,-1,1.0,1e2,99999999999999999999]".utf8)
    let tape = try Self.parse(text)
    #expect((1...6).map { tape.number($0, of: text.span) } == [0, 12, nil, nil, nil, nil])
  }
}
