internal import EventGraph

extension Timeline {
  /// A page that needs nothing else: works from disk, by keyboard and in a screen reader, light and dark.
  /// A field filters the list; without JavaScript all of it stands there.
  package func page() -> [UInt8] {
    var writer = ByteWriter()
    let title = Self.html(title)
    writer.append(
      raw: """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>\(title)</title>
        <style>
        \(Self.pageStyle)
        </style>
        </head>
        <body>
        <header>
        <h1>\(title)</h1>
        <p>\(Self.html(summary))</p>
        </header>
        <main>

        """)
    if !entries.isEmpty {
      writer.append("<figure tabindex=\"0\" aria-label=\"The timeline as a picture\">\n")
      writer.append(raw: TimelinePicture(self, labels: 40).svg(isEmbedded: true).span)
      writer.append("</figure>\n")
    }
    appendTimes(&writer)
    writer.append(
      "<p id=\"search\" hidden><label>Show events with <input id=\"words\" type=\"search\"></label> "
    )
    writer.append("<output id=\"found\" aria-live=\"polite\"></output></p>\n")
    var heading = ""
    for entry in entries {
      let month = String(entry.date.description.prefix(7))
      if month != heading {
        if !heading.isEmpty { writer.append("</ol></section>\n") }
        heading = month
        writer.append(raw: "<section><h2>\(month)</h2><ol>\n")
      }
      append(entry, &writer)
    }
    if !heading.isEmpty { writer.append("</ol></section>\n") }
    writer.append(raw: "</main>\n<script>\n\(Self.pageScript)\n</script>\n</body>\n</html>\n")
    return writer.bytes
  }

  private func appendTimes(_ writer: inout ByteWriter) {
    if bursts.isEmpty, gaps.isEmpty { return }
    writer.append("<ul class=\"times\">\n")
    for burst in bursts {
      writer.append(
        raw: "<li>Busy: \(Self.days(burst.firstDay, burst.lastDay)), "
          + "\(Self.events(burst.count))</li>\n")
    }
    for gap in gaps {
      writer.append(raw: "<li>Quiet: \(Self.days(gap.from, gap.to)), \(gap.days) days</li>\n")
    }
    writer.append("</ul>\n")
  }

  private func append(_ entry: Entry, _ writer: inout ByteWriter) {
    writer.append(raw: "<li id=\"\(Self.html(entry.id))\"\(entry.isKey ? " class=\"key\"" : "")>")
    writer.append(raw: "<time datetime=\"\(entry.date)\">\(entry.date)</time> ")
    writer.append(raw: Self.html(entry.title))
    if !entry.group.isEmpty { writer.append(raw: " <small>\(Self.html(entry.group))</small>") }
    if let related = entry.related.first {
      writer.append(
        raw:
          " <a href=\"#\(Self.html(related.id))\" title=\"\(Self.html(related.title))\">most related: "
          + "\(related.date.map { "\($0)" } ?? "undated")</a>")
    }
    writer.append("</li>\n")
  }

  private static let pageStyle = """
    :root{color-scheme:light dark;--text:#1a1a1a;--faint:#595959;--line:#ddd;--key:#a93226;--paper:#fff}
    @media (prefers-color-scheme:dark){:root{--text:#eee;--faint:#aaa;--line:#333;--key:#ff7b6b;--paper:#15181c}}
    body{font:16px/1.5 system-ui,sans-serif;color:var(--text);background:var(--paper);max-width:76rem;margin:auto;padding:1rem}
    figure{margin:1rem 0;overflow-x:auto}figure svg{min-width:60rem;width:100%;height:auto}
    h1{margin:0}h2{font-size:1rem;border-bottom:1px solid var(--line);margin:1.5rem 0 .5rem}
    ol,ul.times{list-style:none;padding:0;margin:0}li{margin:.3rem 0}li.key time{color:var(--key)}
    ul.times{columns:20rem;font-size:.875rem}ul.times li{margin:0 0 .3rem;break-inside:avoid}
    time{font-variant-numeric:tabular-nums;font-weight:600}small,li a{color:var(--faint);margin-left:.4rem}
    :focus-visible,li:target{outline:2px solid var(--key);outline-offset:2px}
    """

  private static let pageScript = """
    const field=document.getElementById("words"),found=document.getElementById("found");
    document.getElementById("search").hidden=false;
    field.addEventListener("input",()=>{
      const words=field.value.toLowerCase().split(/\\s+/).filter(Boolean);let count=0;
      for(const section of document.querySelectorAll("section")){let any=false;
        for(const item of section.querySelectorAll("li")){
          const text=item.textContent.toLowerCase(),fits=words.every(word=>text.includes(word));
          item.hidden=!fits;if(fits){any=true;count++}}
        section.hidden=!any}
      found.textContent=words.length?count+(count===1?" event":" events"):""});
    """
}
