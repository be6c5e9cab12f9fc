import Foundation
import Testing

/// The modules' order, checked on the sources themselves: the compiler finds an undeclared import only
/// where nothing else happens to build the module first.
@Suite("Layers")
struct LayersTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Module → what its target names as dependencies, read from the manifest as text.
  static func declared() throws -> [String: Set<String>] {
    let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    var modules: [String: Set<String>] = [:]
    let start = try #require(manifest.range(of: "targets: [", options: .backwards)?.upperBound)
    for piece in manifest[start...].components(separatedBy: "arget(").dropFirst() {
      let names = piece.matches(of: /name: "([A-Za-z0-9]+)"/).map { String($0.1) }
      guard let module = names.first else { continue }
      var dependencies = Set(names.dropFirst())
      if let list = piece.firstMatch(of: /dependencies: \[(?s)(.*?)\](?!\))/) {
        dependencies.formUnion(list.1.matches(of: /"([A-Za-z0-9]+)"/).map { String($0.1) })
      }
      modules[module] = dependencies
    }
    return modules
  }

  static func imports(of module: String) throws -> Set<String> {
    let folder = root.appending(path: "Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var imports: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        if let match = line.firstMatch(
          of: /^\s*(?:@\w+ )*(?:public |package |internal |fileprivate |private )?import (\w+)/)
        {
          imports.insert(String(match.1))
        }
      }
    }
    return imports
  }

  static let system: Set<String> = ["Glibc", "Synchronization"]

  @Test("Every import is declared in the manifest, and stands below the module that imports it")
  func imports() throws {
    let declared = try Self.declared()
    #expect(declared.count >= 9)
    let order = [
      "CMemory", "CArchive", "FileIO", "EventGraph", "CLibXML2", "EventIngest", "Stories",
      "EntityResolution", "CYAML", "OverrideFile", "CSQLite", "GraphStore", "GraphExport",
      "CGraphviz", "GraphDiagram", "weft",
    ]
    for (place, module) in order.enumerated() where !module.hasPrefix("C") {
      let imports = try Self.imports(of: module)
      for name in imports.subtracting(Self.system) {
        #expect(declared[module]?.contains(name) == true, "\(module) imports \(name), undeclared")
        if let other = order.firstIndex(of: name) {
          #expect(other < place, "\(module) imports \(name), which stands above it")
        }
      }
    }
  }

  @Test("The graph model touches no files, and of C only what hints at memory")
  func pureModel() throws {
    #expect(try Self.imports(of: "EventGraph") == ["CMemory"])
  }
}
