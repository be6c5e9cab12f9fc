internal import GraphExport
internal import Testing

@Suite("Loss report")
struct LossReportTests {
  @Test("Nothing lost says nothing")
  func empty() {
    #expect(LossReport().isEmpty)
    #expect(LossReport().description == "")
  }

  @Test("Each kind is a sentence with its count, in one order", arguments: LossReport.Kind.allCases)
  func sentence(kind: LossReport.Kind) {
    var report = LossReport()
    report.add(kind)
    #expect(report.lines.count == 1)
    #expect(report.description.hasPrefix("1 "))
    report.add(kind, 2)
    #expect(report[kind] == 3)
    #expect(report.description.hasPrefix("3 "))
    #expect(report.description.hasSuffix("\n"))
  }
}
