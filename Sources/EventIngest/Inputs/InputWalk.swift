internal import EventGraph
internal import FileIO

/// The files that a list of inputs stands for, in order, found as they are asked for.
struct InputWalk: Sendable {
  /// What is read next.
  enum Step: Sendable {
    /// Files of one folder, to be opened relative to it.
    case folder(Folder)
    /// One file, pipe or `-`.
    case file(String, isInTree: Bool)

    var fileCount: Int {
      switch self {
      case .folder(let folder): folder.names.count
      case .file: 1
      }
    }
  }

  struct Folder: Sendable {
    var path: String
    /// In byte order, but `index.md` and then its twin `README.md` first.
    var names: [String]
    /// Whether it was named as an input, and may then be a symbolic link.
    var isRoot: Bool

    /// The file's path as the user would name it.
    func file(_ name: String) -> String { path == "." ? name : path + "/" + name }
  }

  /// How many files of a folder are one step, so that threads share a large one.
  private static let batch = 256

  /// Files of a tree that have no document's name and were not named one by one.
  private(set) var ignoredCount = 0
  private(set) var diagnostics: [Diagnostic] = []
  /// Last first.
  private var inputs: [String]
  private var open: [(path: String, isRoot: Bool)] = []
  /// Last first.
  private var steps: [Step] = []
  private var seen: Set<FileIdentity> = []
  /// The tree that is walked, until something was found in it.
  private var emptyRoot: String?

  init(_ inputs: [String]) { self.inputs = inputs.reversed() }

  /// Takes in one more input, to be read next.
  mutating func push(_ input: String) { inputs.append(input) }

  /// Whether all of the inputs that were begun are done.
  var isBetweenInputs: Bool { steps.isEmpty && open.isEmpty }

  /// The next files; nil at the end.
  ///
  /// Symbolic links inside a tree are not followed, so nothing outside the given roots is read and
  /// no circle can form; an input that is itself a link is.
  mutating func next() -> Step? {
    while true {
      if let step = steps.popLast() { return step }
      if let folder = open.popLast() {
        list(folder.path, isRoot: folder.isRoot)
      } else if let root = emptyRoot {
        emptyRoot = nil
        diagnostics.append(
          Diagnostic(
            .noPages, file: root,
            "the folder holds no documents (.md, .txt, .html, .htm, .jsonl); name the folder that "
              + "holds news/YYYY/MM/D"))
      } else if let input = inputs.popLast() {
        start(input)
      } else {
        return nil
      }
    }
  }

  private mutating func start(_ input: String) {
    if input == "-" {
      steps.append(.file(input, isInTree: false))
      return
    }
    do {
      switch try entryKind(of: input) {
      case .folder:
        var root = input
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        open.append((root, true))
        emptyRoot = root
      case .other: noteNoRegularFile(input)
      default: steps.append(.file(input, isInTree: false))
      }
    } catch {
      diagnostics.append(Diagnostic(.unreadableFile, error))
    }
  }

  private mutating func noteNoRegularFile(_ path: String) {
    emptyRoot = nil
    diagnostics.append(
      Diagnostic(
        .unreadableFile, file: path,
        "no regular file, so it was not read; name a file, or '-' for standard input"))
  }

  /// Whether a tree's file, or an archive's entry, is looked into. What it holds then decides; a file
  /// that is no document is left out, with a diagnostic where its name promised one.
  static func isCandidate(_ name: String) -> Bool {
    let end = name.utf8.suffix(6)
    guard let point = end.lastIndex(of: UInt8(ascii: ".")) else { return false }
    var ending: UInt64 = 0
    for byte in end[point...].dropFirst() { ending = ending << 8 | UInt64(byte | 32) }
    return endings.contains(ending)
  }

  private static let endings: [UInt64] = ["md", "txt", "html", "htm", "jsonl"].map {
    $0.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether a file is named as only documents are: the archive's pages, the portal's days
  /// (`2004_May_3.txt`), and reports.
  static func promisesDocument(_ name: String) -> Bool {
    name.utf8.suffix(3).elementsEqual(".md".utf8)
      || name.utf8.suffix(6).elementsEqual(".jsonl".utf8) || PortalDay.date(fileName: name) != nil
  }

  private mutating func list(_ path: String, isRoot: Bool) {
    do {
      let directory = try Directory(path, followsLinks: isRoot)
      // Two inputs may overlap; each folder is read once.
      guard seen.insert(directory.identity).inserted else {
        emptyRoot = nil
        return
      }
      add(try directory.entries(), path: path, isRoot: isRoot)
    } catch {
      emptyRoot = nil
      diagnostics.append(Diagnostic(.unreadableFile, error))
    }
  }

  private mutating func add(_ entries: [Directory.Entry], path: String, isRoot: Bool) {
    var names: [String] = []
    var streams: [String] = []
    // Reversed, so that the stack gives the folders in order.
    for entry in entries.reversed() {
      switch entry.kind {
      case .folder: open.append((path + "/" + entry.name, false))
      // Reports may be more than memory holds, so they are read piece by piece.
      case .file where entry.name.hasSuffix(".jsonl"): streams.append(path + "/" + entry.name)
      case .file where Self.isCandidate(entry.name): names.append(entry.name)
      case .file: ignoredCount += 1
      case .symbolicLink:
        emptyRoot = nil
        diagnostics.append(
          Diagnostic(
            .symbolicLink, file: path + "/" + entry.name,
            "symbolic links inside a folder are not followed; name its target as an input"))
      case .other where Self.isCandidate(entry.name): noteNoRegularFile(path + "/" + entry.name)
      case .other: ignoredCount += 1
      }
    }
    if !names.isEmpty || !streams.isEmpty { emptyRoot = nil }
    names.reverse()
    let twins = ["index.md", "README.md"].filter(names.contains)
    names = twins + names.filter { !twins.contains($0) }
    var found: [Step] = []
    for start in stride(from: 0, to: names.count, by: Self.batch) {
      let end = min(start + Self.batch, names.count)
      found.append(
        .folder(Folder(path: path, names: Array(names[start..<end]), isRoot: isRoot)))
    }
    steps = streams.map { .file($0, isInTree: true) } + found.reversed()
  }
}

extension Diagnostic {
  init(_ kind: Kind, _ error: FileError) {
    let text = error.description.dropFirst(error.path.count + 2)
    self.init(kind, file: error.path, String(text))
  }
}
