internal import EventGraph

/// The words of the file: its inline context and the declarations of its own terms.
///
/// A property of schema.org stands only where its domain and range fit; everything else is a term of
/// Weft's own vocabulary that says what it means.
enum JSONLDContext {
  static let prefixes: [(name: String, iri: String)] = [
    ("schema", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("weft", "urn:weft:vocabulary#"),
  ]

  /// JSON key, property, and the type that its values are coerced to.
  static let terms: [(name: String, iri: String, type: String?)] = [
    ("identifier", "schema:identifier", nil),
    ("name", "schema:name", nil),
    ("prefLabel", "skos:prefLabel", nil),
    ("inScheme", "skos:inScheme", "@id"),
    ("description", "schema:description", nil),
    ("alternateName", "schema:alternateName", nil),
    ("startDate", "schema:startDate", nil),
    // Literals: an address from the archive that is no valid IRI would silently be dropped.
    ("url", "schema:url", "xsd:anyURI"),
    ("image", "schema:image", "xsd:anyURI"),
    ("sha256", "schema:sha256", nil),
    ("about", "schema:about", "@id"),
    ("location", "schema:location", "@id"),
    ("subjectOf", "schema:subjectOf", "@id"),
    ("publisher", "schema:publisher", "@id"),
    ("mentions", "schema:mentions", "@id"),
    ("covers", "weft:covers", "@id"),
    ("hasPart", "schema:hasPart", "@id"),
    ("creator", "schema:creator", "@id"),
    ("involves", "weft:involves", "@id"),
    ("partOf", "weft:partOf", "@id"),
    ("relatedTo", "weft:relatedTo", "@id"),
    ("memberOf", "weft:memberOf", "@id"),
    ("similarTo", "weft:similarTo", "@id"),
    ("precedes", "weft:precedes", "@id"),
    ("kind", "weft:kind", nil),
    ("entityKind", "weft:entityKind", nil),
    ("kindConfidence", "weft:kindConfidence", "xsd:decimal"),
    ("kindReason", "weft:kindReason", nil),
    ("page", "weft:page", nil),
    ("documentCount", "weft:documentCount", "xsd:integer"),
    ("subject", "rdf:subject", "@id"),
    ("predicate", "rdf:predicate", "@id"),
    ("object", "rdf:object", "@id"),
    ("relation", "weft:relation", nil),
    ("role", "weft:role", nil),
    ("weight", "weft:weight", "xsd:decimal"),
    ("rank", "weft:rank", "xsd:integer"),
    ("derivedFrom", "prov:wasDerivedFrom", "@id"),
    ("quotedFrom", "prov:wasQuotedFrom", "@id"),
    ("quote", "prov:value", nil),
    ("line", "weft:line", "xsd:integer"),
    ("start", "weft:start", "xsd:integer"),
    ("length", "weft:length", "xsd:integer"),
    ("rule", "weft:rule", "@id"),
    ("confidence", "weft:confidence", "xsd:decimal"),
    ("label", "rdfs:label", nil),
    ("comment", "rdfs:comment", nil),
    ("subClassOf", "rdfs:subClassOf", "@id"),
    ("subPropertyOf", "rdfs:subPropertyOf", "@id"),
  ]

  /// Prefixes and terms in lower case: schemes that an IRI of the file must not have.
  static let names: Set<String> = Set(
    (prefixes.map(\.name) + terms.map(\.name)).map { $0.lowercased() })

  /// The file up to its first node.
  static var head: String {
    var lines = prefixes.map { "    \"\($0.name)\": \"\($0.iri)\"" }
    lines += terms.map { term in
      guard let type = term.type else { return "    \"\(term.name)\": \"\(term.iri)\"" }
      return "    \"\(term.name)\": {\"@id\": \"\(term.iri)\", \"@type\": \"\(type)\"}"
    }
    return "{\n  \"@context\": {\n    \"@version\": 1.1,\n" + lines.joined(separator: ",\n")
      + "\n  },\n  \"@graph\": [\n"
  }
}

extension Relation {
  /// The JSON key of the direct triple, a term of the context.
  var jsonTerm: String {
    switch self {
    case .involves: "involves"
    case .hasContext: "about"
    case .takesPlaceIn: "location"
    case .partOf: "partOf"
    case .reportedBy: "subjectOf"
    case .publishedBy: "publisher"
    case .relatedTo: "relatedTo"
    case .memberOf: "memberOf"
    case .similarTo: "similarTo"
    case .precedes: "precedes"
    case .mentions: "mentions"
    case .covers: "covers"
    case .quotes: "hasPart"
    case .saidBy: "creator"
    }
  }

  /// The property, as a compact IRI.
  var property: String {
    JSONLDContext.terms.first { $0.name == jsonTerm }?.iri ?? "weft:\(name)"
  }
}

extension NodeKind {
  /// The value of `@type`, as JSON.
  var jsonType: String {
    switch self {
    case .event: "\"schema:Event\""
    case .actor: "[\"schema:Thing\",\"prov:Agent\"]"
    case .place: "\"schema:Place\""
    case .context: "[\"schema:Thing\",\"skos:Concept\"]"
    case .source, .article: "\"schema:NewsArticle\""
    case .publisher: "\"schema:Organization\""
    case .story, .episode: "\"schema:EventSeries\""
    case .statement: "\"schema:Quotation\""
    }
  }
}

extension EntityKind {
  /// The value of `@type`, as JSON: schema.org's, and SKOS for what events belong to.
  var jsonType: String {
    switch self {
    case .person: "[\"schema:Person\",\"prov:Agent\"]"
    case .organization: "[\"schema:Organization\",\"prov:Agent\"]"
    // A movement or a people is no organization that schema.org means.
    case .group: "[\"schema:Thing\",\"prov:Agent\"]"
    case .state: "[\"schema:Country\",\"prov:Agent\"]"
    case .place: "\"schema:Place\""
    case .situation: "[\"schema:Event\",\"skos:Concept\"]"
    case .work: "[\"schema:CreativeWork\",\"skos:Concept\"]"
    case .role: "[\"schema:Role\",\"skos:Concept\"]"
    case .concept: "[\"schema:Thing\",\"skos:Concept\"]"
    }
  }
}
