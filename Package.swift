// swift-tools-version: 6.3
import PackageDescription

// The order of the targets below is the order of the layers: each imports only what stands above
// it in this list (Tests/PackageTests compares every `import` line with it).

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "weft",
  products: [
    .library(name: "EventGraph", targets: ["EventGraph"]),
    .library(name: "EventIngest", targets: ["EventIngest"]),
    .library(name: "Stories", targets: ["Stories"]),
    .library(name: "EntityResolution", targets: ["EntityResolution"]),
    .library(name: "OverrideFile", targets: ["OverrideFile"]),
    .library(name: "GraphStore", targets: ["GraphStore"]),
    .library(name: "GraphExport", targets: ["GraphExport"]),
    .library(name: "GraphDiagram", targets: ["GraphDiagram"]),
    .executable(name: "weft", targets: ["weft"]),
  ],
  traits: [
    .trait(name: "Diagrams", description: "Draw through libgraphviz (EPL-2.0)."),
    .default(enabledTraits: ["Diagrams"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(name: "CMemory"),
    // Headers only: what CArchive and CYAML declare is opened when it is first needed.
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .target(
      name: "FileIO",
      dependencies: [
        "CMemory", "CArchive", .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(name: "EventGraph", dependencies: ["CMemory"], swiftSettings: strict),
    // Types only: HTMLLibrary opens libxml2 when a page of HTML is read, so nothing is linked.
    .systemLibrary(name: "CLibXML2"),
    .target(
      name: "EventIngest",
      dependencies: [
        "EventGraph", "FileIO", "CLibXML2", .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: [
        "ReportJSONL/ARTICLES.md", "ReportJSONL/article.schema.json", "ReportJSONL/SCHEMA.md",
        "ReportJSONL/report.schema.json",
      ],
      // Readers hold a Span of the document, so they cannot outlive it.
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .target(
      name: "Stories", dependencies: ["EventGraph", "FileIO"], swiftSettings: strict),
    .target(
      name: "EntityResolution", dependencies: ["EventGraph", "FileIO", "EventIngest"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .target(
      name: "OverrideFile", dependencies: ["EventGraph", "EntityResolution", "CYAML"],
      swiftSettings: strict + [.strictMemorySafety()]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "GraphStore", dependencies: ["EventGraph", "FileIO", "CSQLite"],
      exclude: ["SCHEMA.md"],
      swiftSettings: strict + [
        .strictMemorySafety(), .enableExperimentalFeature("Lifetimes"),
      ]),
    .target(
      name: "GraphExport", dependencies: ["EventGraph", "FileIO"], swiftSettings: strict),
    // Types only: GraphvizLibrary opens the library when a picture is drawn, so nothing is linked.
    .systemLibrary(name: "CGraphviz", providers: [.apt(["libgraphviz-dev"])]),
    .target(
      name: "GraphDiagram",
      dependencies: [
        "EventGraph", .byName(name: "CGraphviz", condition: .when(traits: ["Diagrams"])),
      ],
      swiftSettings: strict + [.strictMemorySafety()]),
    .executableTarget(
      name: "weft",
      dependencies: [
        "EventGraph", "FileIO", "EventIngest", "EntityResolution", "OverrideFile", "GraphStore",
        "GraphExport", "GraphDiagram", "Stories",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // What Tests/Corpus/fit_kinds.py and fit_roles.py fit weights to.
    .executableTarget(
      name: "fitting", dependencies: ["EntityResolution", "EventIngest", "FileIO"],
      path: "Benchmarks/fitting", swiftSettings: strict),
    .executableTarget(
      name: "Reading", dependencies: ["EventIngest", "EntityResolution", "FileIO"],
      path: "Benchmarks/Reading", swiftSettings: strict),
    .executableTarget(
      name: "leiden-benchmark", dependencies: ["Stories", "FileIO"], path: "Benchmarks/leiden",
      exclude: ["run"], swiftSettings: strict),
    .executableTarget(
      name: "stories-benchmark", dependencies: ["Stories", "EventGraph", "GraphStore", "FileIO"],
      path: "Benchmarks/stories", exclude: ["run"], swiftSettings: strict),
    .testTarget(
      name: "StoriesTests", dependencies: ["Stories", "EventGraph"], swiftSettings: strict),
    .testTarget(name: "FileIOTests", dependencies: ["FileIO"], swiftSettings: strict),
    .testTarget(name: "EventGraphTests", dependencies: ["EventGraph"], swiftSettings: strict),
    .testTarget(
      name: "EventIngestTests", dependencies: ["EventGraph", "EventIngest"],
      swiftSettings: strict),
    .testTarget(
      name: "EntityResolutionTests",
      dependencies: ["EventGraph", "EventIngest", "EntityResolution"],
      swiftSettings: strict),
    .testTarget(
      name: "OverrideFileTests", dependencies: ["EventGraph", "EntityResolution", "OverrideFile"],
      swiftSettings: strict),
    .testTarget(
      name: "GraphStoreTests", dependencies: ["EventGraph", "FileIO", "GraphStore", "CSQLite"],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["weft"], swiftSettings: strict),
    .testTarget(name: "PackageTests", swiftSettings: strict),
    .testTarget(
      name: "GraphExportTests",
      dependencies: [
        "EventGraph", "FileIO", "GraphExport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "GraphDiagramTests", dependencies: ["GraphDiagram", "EventGraph"],
      swiftSettings: strict),
  ]
)
