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
    .library(name: "EntityResolution", targets: ["EntityResolution"]),
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
    .systemLibrary(name: "CAllocator"),
    .target(
      name: "FileIO",
      dependencies: ["CAllocator", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: strict),
    .target(name: "EventGraph", swiftSettings: strict),
    .target(
      name: "EventIngest",
      dependencies: ["EventGraph", "FileIO", .product(name: "Crypto", package: "swift-crypto")],
      // Readers hold a Span of the document, so they cannot outlive it.
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .target(
      name: "EntityResolution", dependencies: ["EventGraph", "FileIO", "EventIngest"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
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
        "EventGraph", "FileIO", "EventIngest", "EntityResolution", "GraphStore", "GraphExport",
        "GraphDiagram",
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
    .testTarget(name: "EventGraphTests", dependencies: ["EventGraph"], swiftSettings: strict),
    .testTarget(
      name: "EventIngestTests", dependencies: ["EventGraph", "EventIngest"],
      swiftSettings: strict),
    .testTarget(
      name: "EntityResolutionTests",
      dependencies: ["EventGraph", "EventIngest", "EntityResolution"],
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
