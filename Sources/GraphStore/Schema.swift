internal import EventGraph

/// The tables of a graph file; SCHEMA.md explains them to its readers.
enum Schema {
  /// "Weft" in ASCII, at byte 68 of the file, where `file` and other programs look for it.
  static let applicationID = 0x5765_6674
  /// Goes up when a reader of the version before could no longer read the file.
  static let version = 1

  /// Eight KiB: a row of long texts seldom needs an overflow page, and a lookup still reads little.
  static let pageSize = 8192

  static let tables = """
    CREATE TABLE kind(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE relation(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE role(number INTEGER PRIMARY KEY, name TEXT UNIQUE);
    CREATE TABLE rule(
      number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, summary TEXT NOT NULL,
      confidence REAL NOT NULL);
    CREATE TABLE statistic(
      name TEXT NOT NULL, key TEXT NOT NULL, value NOT NULL, PRIMARY KEY(name, key)) WITHOUT ROWID;
    CREATE TABLE document(
      number INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL);
    CREATE TABLE quote(number INTEGER PRIMARY KEY, text TEXT NOT NULL);
    CREATE TABLE kind_reason(number INTEGER PRIMARY KEY, text TEXT NOT NULL);
    CREATE TABLE node(
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL,
      date TEXT, documents INTEGER NOT NULL, kind_reason INTEGER, first_edge INTEGER NOT NULL,
      out_degree INTEGER NOT NULL, in_degree INTEGER NOT NULL, address TEXT, image TEXT,
      summary TEXT, evidence TEXT, incoming TEXT);
    CREATE TABLE name_key(key INTEGER, node INTEGER, PRIMARY KEY(key, node)) WITHOUT ROWID;
    CREATE TABLE page(path TEXT, node INTEGER, PRIMARY KEY(path, node)) WITHOUT ROWID;
    CREATE TABLE edge(
      number INTEGER PRIMARY KEY, source INTEGER NOT NULL, relation INTEGER NOT NULL,
      target INTEGER NOT NULL, role INTEGER NOT NULL, weight REAL NOT NULL, rank INTEGER NOT NULL,
      pieces INTEGER NOT NULL, evidence TEXT NOT NULL);
    CREATE VIRTUAL TABLE node_text USING \(fullText);
    """

  /// Of its own text elsewhere (`content`): the index holds no copy of names and summaries.
  static let fullText = """
    fts5(name, summary, content='node', content_rowid='number', \
    tokenize='unicode61 remove_diacritics 2')
    """

  static let indexes = """
    CREATE UNIQUE INDEX node_id ON node(id);
    CREATE INDEX event_date ON node(date) WHERE kind = 0;
    CREATE INDEX page_node ON page(node);
    """

  static let views = """
    CREATE VIEW nodes AS
      SELECT node.id, kind.name AS kind, node.name, date, nullif(summary, '') AS summary,
        address, image, documents, out_degree + in_degree AS degree, kind_reason.text AS kind_reason
      FROM node JOIN kind ON kind.number = node.kind
        LEFT JOIN kind_reason ON kind_reason.number = node.kind_reason;
    CREATE VIEW edges AS
      SELECT a.id AS source, relation.name AS relation, b.id AS target, role.name AS role, weight,
        nullif(rank, 0) AS rank, pieces AS evidence, a.name AS source_name, b.name AS target_name
      FROM node AS a JOIN edge ON edge.number >= a.first_edge
          AND edge.number < a.first_edge + a.out_degree
        JOIN node AS b ON b.number = edge.target
        JOIN relation ON relation.number = edge.relation JOIN role ON role.number = edge.role;
    CREATE VIEW incoming_edges AS
      SELECT b.id AS target, relation.name AS relation, a.id AS source, role.name AS role, weight,
        nullif(rank, 0) AS rank, pieces AS evidence, b.name AS target_name, a.name AS source_name
      FROM node AS b JOIN json_each(b.incoming) AS place JOIN edge ON edge.number = place.value
        JOIN node AS a ON a.number = edge.source
        JOIN relation ON relation.number = edge.relation JOIN role ON role.number = edge.role;
    CREATE VIEW evidence AS
      SELECT a.id AS source, relation.name AS relation, b.id AS target, role.name AS role,
        document.path AS document, piece.value ->> 1 AS line, piece.value ->> 2 AS start,
        piece.value ->> 3 AS length, quote.text AS quote, rule.name AS rule, rule.confidence
      FROM node AS a JOIN edge ON edge.number >= a.first_edge
          AND edge.number < a.first_edge + a.out_degree
        JOIN node AS b ON b.number = edge.target
        JOIN relation ON relation.number = edge.relation JOIN role ON role.number = edge.role
        JOIN json_each(edge.evidence) AS piece
        JOIN document ON document.number = piece.value ->> 0
        JOIN quote ON quote.number = piece.value ->> 4
        JOIN rule ON rule.number = piece.value ->> 5;
    CREATE VIEW node_evidence AS
      SELECT node.id AS node, document.path AS document, piece.value ->> 1 AS line,
        piece.value ->> 2 AS start, piece.value ->> 3 AS length, quote.text AS quote,
        rule.name AS rule, rule.confidence
      FROM node JOIN json_each(node.evidence) AS piece
        JOIN document ON document.number = piece.value ->> 0
        JOIN quote ON quote.number = piece.value ->> 4
        JOIN rule ON rule.number = piece.value ->> 5;
    CREATE VIEW events AS
      SELECT id AS event, date, name AS title, documents,
        (SELECT json_group_array(path) FROM page WHERE page.node = node.number) AS pages
      FROM node WHERE kind = 0;
    """
}
