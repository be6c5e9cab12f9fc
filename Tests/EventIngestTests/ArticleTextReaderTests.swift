import EventGraph
import Testing

@testable import EventIngest

@Suite("News articles as plain text")
struct ArticleTextReaderTests {
  /// The parts of a real article that tell something, with its furniture.
  private static let seed = """
    Accessibility links

    Breaking News

    US Notes 'Troubling' Rise in Civilian Deaths From Russian Airstrikes in Syria

    FILE - Russian military support crew attach a satellite-guided bomb to an SU-34 jet fighter at Hmeimim airbase in Syria, Oct. 3, 2015.

    The Obama administration said Tuesday that there had been a "marked and troubling" increase in civilian casualties in Syria since Russia began airstrikes in September.

    State Department spokesman Mark Toner said Secretary of State John Kerry brought up the matter in a telephone call with Russian Foreign Minister Sergei Lavrov.

    "We've consistently urged all sides of the conflict to take all feasible precautions," Toner said.

    Russia has denied causing civilian deaths in Syria. It says its airstrikes against what it calls "terrorists" are carefully coordinated.

    Toner called such killings "counterproductive."

    "When we see these kinds of actions ... it is our hope that it does not send a discouraging message to the opposition who have gone to Riyadh," he said.

    The United Nations is looking to convene international talks on Syria on January 25.
    """

  @Test("The headline is told from the furniture, and neither it nor the caption is a paragraph")
  func parts() {
    let sample = ArticleSample(Self.seed)
    #expect(sample.reading.format == .articleText)
    #expect(sample.reading.diagnostics.isEmpty)
    #expect(
      sample.string(sample.article?.headline)
        == "US Notes 'Troubling' Rise in Civilian Deaths From Russian Airstrikes in Syria")
    #expect(sample.strings(.furniture) == ["Accessibility links", "Breaking News"])
    #expect(sample.strings(.caption).map { String($0.prefix(14)) } == ["FILE - Russian"])
    #expect(sample.strings(.paragraph).count == 7)
    #expect(sample.article?.date == nil)
    #expect(sample.article?.notBefore == PartialDate("2015-10-03"))
  }

  @Test("Quotations and times beyond the bounds are kept as text, and said to be left out")
  func bounds() {
    let quotes = (0..<250).map { "\"We shall see about number \($0),\" said Toner." }
    let times = (0..<120).map { "Rain fell in Syria on October \($0 % 28 + 1), 2015." }
    for (text, what) in [(quotes, "quotations"), (times, "times")] {
      let paragraph = text.joined(separator: " ")
      let sample = ArticleSample(
        Self.seed.replacing("Russia has denied", with: paragraph + "\n\nRussia has denied"))
      let told = sample.reading.diagnostics.filter { $0.kind == .listCut }
      #expect(told.count == 1)
      #expect(told.first?.line == 15)
      #expect(told.first?.message.hasPrefix(what) == true, "\(told)")
      #expect(sample.strings(.paragraph).contains(paragraph))
    }
  }

  @Test("Every quotation has its speaker: a surname, a pronoun, an administration")
  func quotes() {
    let sample = ArticleSample(Self.seed)
    #expect(
      sample.quotes.map { String($0.prefix(60)) }
        == [
          "The Obama administration|Obama administration: marked and troubling",
          "Toner|Mark Toner: We've consistently urged all sides of the conflict",
          "it|Russia: terrorists",
          "Toner|Mark Toner: counterproductive.",
          "he|Mark Toner: When we see these kinds of actions ... it is our hope",
        ].map { String($0.prefix(60)) })
    #expect(
      sample.article?.quotes.map(\.reference)
        == [.asWritten, .surname, .pronoun, .surname, .pronoun])
    #expect(sample.article?.quotes.map(\.isPhrase) == [true, false, true, true, false])
  }

  @Test("A weekday is not guessed where the day of publication is not known")
  func unresolved() {
    let sample = ArticleSample(Self.seed)
    #expect(
      sample.dates == [
        "Oct. 3, 2015 = 2015-10-03", "Tuesday = ?", "September = ?", "January 25 = ?",
      ])
    #expect(
      sample.article?.dates.map(\.derivation) == [.stated, .unresolved, .unresolved, .unresolved])
  }

  @Test("Against a known day of publication it is counted from there, and says so")
  func resolved() {
    let dated = Self.seed.split(separator: "\n\n").map(String.init)
    let text = (dated[..<3] + ["Published December 29, 2015, 4:05 PM"] + dated[3...])
      .joined(separator: "\n\n")
    let sample = ArticleSample(text)
    #expect(sample.article?.date?.date == PartialDate("2015-12-29"))
    #expect(sample.article?.date?.origin == .text)
    #expect(
      sample.dates == [
        "Oct. 3, 2015 = 2015-10-03", "Tuesday = 2015-12-29", "September = 2015-09",
        "January 25 = 2016-01-25",
      ])
    #expect(
      sample.article?.dates.map(\.derivation)
        == [.stated, .fromPublication, .fromPublication, .nearestToPublication])
    #expect(sample.article?.notBefore == nil)
  }

  @Test("Facts stand where they say, whatever the line ends, the wrapping or the encoding")
  func spans() {
    let crlf = Self.seed.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let wrapped = Self.seed.split(separator: "\n\n").map { block in
      block.split(separator: " ").reduce(into: [""]) { lines, word in
        if lines[lines.count - 1].count + word.count > 70 { lines.append("") }
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }.joined(separator: "\n")
    }.joined(separator: "\n\n")
    for text in [Self.seed, crlf, wrapped, Self.seed + "\n"] {
      let sample = ArticleSample(text)
      #expect(sample.quotes == ArticleSample(Self.seed).quotes)
      #expect(sample.facts.count > 20)
      for fact in sample.facts {
        #expect(Int(fact.span.line) == sample.line(fact.span.start))
        let words = sample.span(fact).split { $0.isWhitespace }.joined(separator: " ")
        #expect(words == sample.string(fact))
      }
    }
  }

  @Test("Marks of Windows-1252 are quotation marks, and the bytes are named")
  func windows1252() {
    let text =
      "A storm reaches the coast of Norway\n\nNorway closed its coast roads as the storm came.\n\n"
    let quote: [UInt8] =
      [0x93] + Array("The coast is closed,".utf8) + [0x94] + Array(" Kari Nordmann said.".utf8)
    let sample = ArticleSample(Array(text.utf8) + quote)
    #expect(sample.quotes == ["Kari Nordmann|Kari Nordmann: The coast is closed"])
    #expect(sample.reading.diagnostics.map(\.kind) == [.notUTF8])
  }

  private static let shell = (
    head: "Storm closes coast roads\n\nThe storm closed roads along the coast of Norway.\n\n",
    tail: "\n\nThe coast roads were opened again after the storm."
  )

  @Test(
    "Who says what",
    arguments: [
      (
        "\"It is over,\" said Anna Berg, a spokeswoman for the coast guard.",
        "Anna Berg|Anna Berg: It is over"
      ),
      (
        "\"It is over,\" Berg told reporters. \"We can go home.\"",
        "Berg|Berg: It is over / We can go home."
      ),
      ("Anna Berg said: \"It is over.\"", "Anna Berg|Anna Berg: It is over."),
      ("In a statement, the ministry said it was \"over\".", "the ministry|-: over"),
      ("The road is \"closed\" and \"flooded\", Berg said.", "Berg|Berg: closed"),
      ("“It is over,” according to Anna Berg.", "Anna Berg|Anna Berg: It is over"),
      ("Nobody knows who painted \"Go home\" on the wall.", "-|-: Go home"),
      (
        "Mark Toner, a spokesman for the State Department, called it \"grave\".",
        "Mark Toner, a spokesman for the State Department|Mark Toner: grave"
      ),
      ("\"It is over\", Anna Berg, the mayor, said.", "Anna Berg, the mayor|Anna Berg: It is over"),
      (
        "\"It is over,\" the mayor, Anna Berg, said.", "the mayor, Anna Berg|Anna Berg: It is over"
      ),
      (
        "\"It is over,\" the mayor of Oslo, Anna Berg, said.",
        "the mayor of Oslo, Anna Berg|Anna Berg: It is over"
      ),
      ("\"It is over,\" said the mayor, Anna Berg.", "the mayor, Anna Berg|Anna Berg: It is over"),
      (
        "The mayor, Anna Berg, said: \"It is over.\"", "The mayor, Anna Berg|Anna Berg: It is over."
      ),
      ("The mayor of Oslo said: \"It is over.\"", "The mayor of Oslo|-: It is over."),
      ("Anna Berg said it was not \"over\".", "Anna Berg|Anna Berg: over"),
      (
        "The mayor, who did not come, said it was \"over\".",
        "The mayor, who did not come|-: over"
      ),
    ])
  func speakers(_ sentence: String, _ expected: String) {
    let sample = ArticleSample(Self.shell.head + sentence + Self.shell.tail)
    #expect(sample.quotes.first == expected)
  }

  @Test(
    "What nobody said is no statement",
    arguments: [
      "The mayor did not say \"it is over\".", "Anna Berg didn’t say \"it is over\".",
      "Anna Berg never called it \"over\".", "Anna Berg denied saying \"it is over\".",
      "Anna Berg refused to call it \"over\".", "\"It is over\", Anna Berg did not say.",
    ])
  func denied(_ sentence: String) {
    let sample = ArticleSample(Self.shell.head + sentence + Self.shell.tail)
    #expect(sample.quotes.isEmpty)
  }

  @Test(
    "A word that the writer keeps away from, or a name in marks, is no statement",
    arguments: [
      "The \"rebels\" came back to the coast.", "\"Rebels\" were seen on the road.",
      "Anna Berg said the so-called \"evidence\" was lost.",
      "Anna Berg said the \"rebels\" of the coast had left.",
      "Anna Berg spoke of a song entitled \"Over the Sea\".",
      "Jack \"Tiny\" Berg lives by the sea.",
    ])
  func scareQuotes(_ sentence: String) {
    let sample = ArticleSample(Self.shell.head + sentence + Self.shell.tail)
    #expect(sample.quotes.isEmpty)
  }

  @Test(
    "One word that somebody says is a statement",
    arguments: [
      ("Anna Berg called it \"useless\".", "useless"), ("\"Never!\" said Anna Berg.", "Never!"),
      ("\"Yes,\" Anna Berg said.", "Yes"),
      ("It is what Anna Berg calls \"terrorists\".", "terrorists"),
    ])
  func oneWord(_ sentence: String, _ words: String) {
    let sample = ArticleSample(Self.shell.head + sentence + Self.shell.tail)
    #expect(sample.quotes == ["Anna Berg|Anna Berg: \(words)"])
  }

  @Test(
    "No statement ends in the comma of the sentence around it",
    arguments: [
      "\"It is over,\" Berg said.", "\"It is over ,\" Berg said.", "“It is over,, ” Berg said.",
    ])
  func commas(_ sentence: String) {
    let sample = ArticleSample(Self.shell.head + sentence + Self.shell.tail)
    #expect(sample.quotes == ["Berg|Berg: It is over"])
    let piece = sample.article?.quotes.first?.pieces.first
    #expect(piece.map { sample.span($0) } == "It is over")
  }

  @Test(
    "Who declines to be named, or did not do something else, has said it",
    arguments: [
      "An official who declined to be named said the plan was \"dead on arrival\".",
      "A spokesman who declined to be identified said: \"The plan is dead.\"",
      "The minister who refused to resign said: \"I am staying.\"",
      "Anna Berg did not hesitate to say \"it is over\".",
      "Anna Berg not only said \"it is over\" but left.",
      "Anna Berg did not respond to critics calling her \"corrupt and weak\".",
      "Moscow denied reports calling the raid \"a crime\".",
      "Asked why he did not resign Anna Berg said: \"I was never asked.\"",
    ])
  func notDenied(_ sentence: String) {
    let sample = ArticleSample(Self.shell.head + sentence + Self.shell.tail)
    #expect(sample.quotes.count == 1)
  }

  @Test(
    "What a comma names besides an office does not speak",
    arguments: [
      ("\"It is over,\" said the governor of the state, New York police reported.", "New York"),
      ("The hospital in the capital, Addis Ababa, said: \"It is over.\"", "Addis Ababa"),
      ("\"It is over,\" said the company, Wall Street Journal reported.", "Wall Street Journal"),
      ("The president of the country, South Sudan, said: \"It is over.\"", "South Sudan"),
      ("\"It is over,\" said the mayor of the capital, San Salvador.", "San Salvador"),
      ("\"It is over,\" said the president, Vladimir Putin's ally.", "Vladimir Putin's"),
      ("The mother of the victim, John Smith, said: \"It is over.\"", "John Smith"),
      ("The Mayor of Basel said: \"It is over.\"", "Basel"),
      ("Officials in Washington said: \"It is over.\"", "Washington"),
      ("The Bank of England said: \"It is over.\"", "England"),
    ])
  func otherSpeakers(_ sentence: String, _ wrong: String) {
    let sample = ArticleSample(Self.shell.head + sentence + Self.shell.tail)
    #expect(sample.quotes.count == 1)
    #expect(sample.quotes.first?.contains("|\(wrong):") == false)
  }

  @Test("A pronoun stays one where the sentence before names two, or no one")
  func uncertainPronouns() {
    let texts = [
      "Anna Berg met Ola Nordmann.\n\n\"It is over,\" he said.",
      "Roads were closed along the coast.\n\n\"It is over,\" she said.",
    ]
    for text in texts {
      let sample = ArticleSample(Self.shell.head + text + Self.shell.tail)
      #expect(sample.article?.quotes.first?.name == nil)
      #expect(sample.article?.quotes.first?.reference == .unknown)
    }
  }

  @Test("A surname that two names share is no one's")
  func sharedSurname() {
    let text = "Anna Berg and her brother came.\n\nOle Berg stayed.\n\n\"It is over,\" Berg said."
    let sample = ArticleSample(Self.shell.head + text + Self.shell.tail)
    #expect(sample.quotes == ["Berg|Berg: It is over"])
    #expect(sample.article?.quotes.first?.reference == .asWritten)
  }

  @Test("Byline, house, agency and rights are read from their forms")
  func bylines() {
    let text = """
      By Jane Doe and Ola Nordmann, Coast News

      Storm closes coast roads

      3 May 2015

      BERGEN (NTB) — The storm closed roads along the coast on Friday, police said.

      The roads were opened again after the storm.

      © 2015 Coast Media. All rights reserved.
      """
    let sample = ArticleSample(text)
    #expect(sample.string(sample.article?.byline) == "Jane Doe and Ola Nordmann")
    #expect(sample.string(sample.article?.publisher) == "Coast News")
    #expect(sample.article?.date?.date == PartialDate("2015-05-03"))
    #expect(sample.dates == ["Friday = 2015-05-01"])
    #expect(sample.string(sample.article?.headline) == "Storm closes coast roads")
    let agency = ArticleSample(text.split(separator: "\n").dropFirst().joined(separator: "\n\n"))
    #expect(agency.string(agency.article?.publisher) == "NTB")
  }

  @Test("Notices to the reader are furniture, also as whole sentences")
  func notices() {
    let notice = "We use cookies on this website to make your visit better. Please accept them."
    let sample = ArticleSample(
      notice + "\n\n" + Self.shell.head + "Nothing else happened." + Self.shell.tail
        + "\n\nSign up for our newsletter and get it in your inbox.")
    #expect(sample.strings(.furniture).count == 2)
    #expect(sample.strings(.paragraph).count == 3)
    #expect(sample.string(sample.article?.headline) == "Storm closes coast roads")
  }

  @Test(
    "Neither pages of the archive nor records, lists or binary data are articles",
    arguments: [
      "# A title\n\nA sentence that says something. And one more of them.",
      "{\"a\": \"A sentence that says something. And one more of them.\"}",
      "one\ntwo\nthree", "", "A \0 sentence that says something. And one more of them.",
    ])
  func refused(_ text: String) {
    #expect(ArticleSample(text).reading.article == nil)
  }

  @Test("A text cut at any byte is read as far as it goes")
  func cut() {
    let bytes = Array(Self.seed.utf8)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      let sample = ArticleSample(Array(bytes[..<length]))
      for fact in sample.facts { #expect(fact.span.range.upperBound <= length) }
    }
  }

  @Test("A line of 10 MB is kept, named and not searched; thousands of quotations are bounded")
  func hostile() {
    let line = ArticleSample(Self.shell.head + String(repeating: "word ", count: 2_000_000))
    #expect(line.strings(.paragraph).count == 2)
    #expect(line.reading.diagnostics.map(\.kind) == [.textTooLong])
    let quotes = ArticleSample(
      Self.shell.head + String(repeating: "\"It is over,\" Berg said of it.\n\n", count: 8_000))
    #expect((4_000...4_200).contains(quotes.article?.quotes.count ?? 0))
  }
}
