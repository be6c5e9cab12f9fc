internal import EventGraph
internal import FileIO

/// The files that a list of inputs stands for, folder by folder.
struct InputWalk: Sendable {
  /// Files of one folder, to be opened relative to it.
  struct Folder: Sendable {
    var path: String
    /// In byte order, but `index.md` and then its twin `README.md` first.
    var names: [String]
    /// A file that was named itself; a symbolic link to a file is then followed.
    var isSingleFile = false

    /// The file's path as the user would name it.
    func file(_ name: String) -> String { path == "." ? name : path + "/" + name }
  }

  private static let batch = 256

  private(set) var folders: [Folder] = []
  private(set) var fileCount = 0
  /// Files of a tree that have no page's name and were not named one by one.
  private(set) var ignoredCount = 0
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<FileIdentity> = []

  /// Symbolic links inside a tree are not followed, so nothing outside the given roots is read and
  /// no circle can form; an input that is itself a link is.
  init(_ inputs: [String]) {
    for input in inputs {
      if input == "-" {
        addFile(input)
        continue
      }
      do {
        switch try entryKind(of: input) {
        case .folder: addTree(input)
        case .other: noteNoRegularFile(input)
        default: addFile(input)
        }
      } catch {
        diagnostics.append(Diagnostic(.unreadableFile, error))
      }
    }
  }

  private mutating func addFile(_ path: String) {
    let parts = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = parts.map { String(path[..<$0]) } ?? "."
    let name = parts.map { String(path[path.index(after: $0)...]) } ?? path
    folders.append(Folder(path: folder.isEmpty ? "/" : folder, names: [name], isSingleFile: true))
    fileCount += 1
  }

  private mutating func noteNoRegularFile(_ path: String) {
    diagnostics.append(
      Diagnostic(
        .unreadableFile, file: path,
        "no regular file, so it was not read; name a file, or '-' for standard input"))
  }

  private mutating func addTree(_ root: String) {
    var root = root
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    let before = (fileCount, diagnostics.count)
    var open = [root]
    while let path = open.popLast() {
      do {
        let directory = try Directory(path)
        // Two inputs may overlap; each folder is read once.
        guard seen.insert(directory.identity).inserted else { continue }
        addFolder(try directory.entries(), path: path, open: &open)
      } catch {
        diagnostics.append(Diagnostic(.unreadableFile, error))
      }
    }
    if before == (fileCount, diagnostics.count), open.isEmpty {
      diagnostics.append(
        Diagnostic(
          .noPages, file: root,
          "the folder holds no documents (.md, .txt, .html, .htm, .jsonl); name the folder that "
            + "holds news/YYYY/MM/D"))
    }
  }

  /// Whether a tree's file is looked into. What it holds then decides; a file that is no document is
  /// left out, with a diagnostic where its name promised one.
  private func isCandidate(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".md", ".txt", ".html", ".htm", ".jsonl"].contains { name.hasSuffix($0) }
  }

  /// Whether a file is named as only documents are: the archive's pages, and the portal's days
  /// (`2004_May_3.txt`).
  static func promisesDocument(_ name: String) -> Bool {
    name.hasSuffix(".md") || PortalDay.date(fileName: name) != nil
  }

  private mutating func addFolder(
    _ entries: [Directory.Entry], path: String, open: inout [String]
  ) {
    var names: [String] = []
    // Reversed, so that the stack gives the folders in order.
    for entry in entries.reversed() {
      switch entry.kind {
      case .folder: open.append(path + "/" + entry.name)
      case .file where isCandidate(entry.name): names.append(entry.name)
      case .file: ignoredCount += 1
      case .symbolicLink:
        diagnostics.append(
          Diagnostic(
            .symbolicLink, file: path + "/" + entry.name,
            "symbolic links inside a folder are not followed; name its target as an input"))
      case .other where isCandidate(entry.name): noteNoRegularFile(path + "/" + entry.name)
      case .other: ignoredCount += 1
      }
    }
    if names.isEmpty { return }
    names.reverse()
    fileCount += names.count
    let twins = ["index.md", "README.md"].filter(names.contains)
    names = twins + names.filter { !twins.contains($0) }
    // A folder of many files is shared out between the threads.
    for start in stride(from: 0, to: names.count, by: Self.batch) {
      let end = min(start + Self.batch, names.count)
      folders.append(Folder(path: path, names: Array(names[start..<end])))
    }
  }
}

extension Diagnostic {
  init(_ kind: Kind, _ error: FileError) {
    let text = error.description.dropFirst(error.path.count + 2)
    self.init(kind, file: error.path, String(text))
  }
}
