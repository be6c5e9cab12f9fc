internal import EventGraph

/// The declarations of Weft's own terms, as nodes of the file: a reader needs nothing else.
enum JSONLDVocabulary {
  private struct Term {
    var name: String
    var comment: String
    /// The term that this one is a kind of, as a compact IRI.
    var parent: String?

    init(_ name: String, _ comment: String, parent: String? = nil) {
      self.name = name
      self.comment = comment
      self.parent = parent
    }
  }

  private static let properties = [
    Term("involves", "An event involves an actor: someone who acts or is acted on."),
    Term(
      "partOf", "The archive files the event under this larger happening.",
      parent: "dcterms:isPartOf"),
    Term(
      "relatedTo", "The archive lists the other event as related.", parent: "dcterms:relation"),
    Term(
      "memberOf", "The event belongs to the story or episode, which was computed.",
      parent: "dcterms:isPartOf"),
    Term(
      "similarTo", "The two events share much; computed, meant both ways, kept once.",
      parent: "dcterms:relation"),
    Term("precedes", "The other event comes next in the same story."),
    Term("covers", "An article tells of the event.", parent: "schema:about"),
    Term(
      "kind",
      "What the node is: event, actor, place, context, source, publisher, article, statement, story or episode."
    ),
    Term(
      "entityKind",
      "What an entity is: person, organization, group, state, place, situation, work, role or concept."
    ),
    Term("kindConfidence", "How sure the entity's kind is, from 0 to 1."),
    Term("kindReason", "Why the node has its kind, in words."),
    Term("page", "Path of a page of the archive that stands for the event."),
    Term(
      "documentCount",
      "How many documents were read that tell of the node; 0 for one that is only pointed at."),
    Term("relation", "Name of the relationship that the statement makes."),
    Term("role", "The part that the object plays in the event."),
    Term("weight", "Strength of the relationship, 0 or more."),
    Term("rank", "Place in the archive's list, from 1."),
    Term("line", "Line of the document, from 1."),
    Term("start", "Byte offset from the start of the document."),
    Term("length", "Length in bytes."),
    Term("rule", "The rule that read the passage."),
    Term("confidence", "How sure a fact read by the rule is, from 0 to 1."),
  ]

  private static let classes = [
    Term("Evidence", "A passage of a document, read by a rule.", parent: "prov:Entity"),
    Term("Rule", "How a fact was read from a document."),
  ]

  /// One node a line; neither a comma nor a line break after the last.
  static func append(to out: inout ByteWriter) {
    var rows = classes.map { row($0, type: "rdfs:Class", parentKey: "subClassOf") }
    rows += properties.map { row($0, type: "rdf:Property", parentKey: "subPropertyOf") }
    let scheme = Term("contexts", "What the events of the archive belong to.")
    rows.append(row(scheme, type: "skos:ConceptScheme", parentKey: ""))
    rows += Rule.allCases.map { rule in
      row(Term(rule.name, rule.summary), type: "weft:Rule", parentKey: "", of: rule)
    }
    for (k, row) in rows.enumerated() {
      if k > 0 { out.append(",\n") }
      out.append(bytes: row.bytes)
    }
  }

  private static func row(
    _ term: Term, type: StaticString, parentKey: StaticString, of rule: Rule? = nil
  ) -> ByteWriter {
    var out = ByteWriter(capacity: 256)
    out.append("    {\"@id\":\"weft:")
    out.append(raw: term.name)
    out.append("\",\"@type\":\"")
    out.append(type)
    out.append("\",\"label\":")
    out.append(jsonString: term.name)
    out.append(",\"comment\":")
    out.append(jsonString: term.comment)
    if let parent = term.parent {
      out.append(",\"")
      out.append(parentKey)
      out.append("\":")
      out.append(jsonString: parent)
    }
    if let rule {
      out.append(",\"confidence\":\"")
      out.append(decimal: Float(rule.confidence))
      out.append("\"")
    }
    out.append("}")
    return out
  }
}
