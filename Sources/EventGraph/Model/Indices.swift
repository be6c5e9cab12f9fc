/// A node's place in a graph's columns, dense from 0. Stable within one graph only; the node's id
/// is what holds across graphs.
public struct NodeIndex: RawRepresentable, Hashable, Comparable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public init(_ position: Int) { rawValue = UInt32(position) }
  @inlinable public var position: Int { Int(rawValue) }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// An edge's place in a graph's columns, dense from 0.
public struct EdgeIndex: RawRepresentable, Hashable, Comparable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public init(_ position: Int) { rawValue = UInt32(position) }
  @inlinable public var position: Int { Int(rawValue) }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A document's place in a graph's list of documents.
public struct DocumentIndex: RawRepresentable, Hashable, Comparable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public init(_ position: Int) { rawValue = UInt32(position) }
  @inlinable public var position: Int { Int(rawValue) }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A string's place in a `StringTable`. `StringIndex.empty` is the empty string of every table.
public struct StringIndex: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public init(_ position: Int) { rawValue = UInt32(position) }
  @inlinable public var position: Int { Int(rawValue) }
  @inlinable public var isEmpty: Bool { rawValue == 0 }
  public static let empty = StringIndex(rawValue: 0)
}
