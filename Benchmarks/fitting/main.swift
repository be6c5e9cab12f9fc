internal import EntityResolution
internal import EventIngest
internal import FileIO

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

// What the weights of kinds and roles are fitted to, as lines of JSON on standard output:
// `fitting kinds INPUT…`, `fitting roles INPUT…`. See Tests/Corpus/fit_kinds.py, fit_roles.py.

let arguments = CommandLine.arguments
guard arguments.count > 2, arguments[1] == "kinds" || arguments[1] == "roles" else {
  try StandardStream.error.write("usage: fitting kinds|roles INPUT…\n")
  exit(64)
}
let threads = availableCores
var collectors = [ReportCollector](repeating: ReportCollector(), count: threads)
_ = DocumentStream(Array(arguments.dropFirst(2))).read(into: &collectors) { $0.add($1) }
try StandardStream.output.write(
  GraphAssembly.fittingLines(of: collectors, kinds: arguments[1] == "kinds", threads: threads))
