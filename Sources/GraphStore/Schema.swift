internal import EventGraph

/// The tables of a graph file; SCHEMA.md explains them to its readers.
enum Schema {
  /// "Weft" in ASCII, at byte 68 of the file, where `file` and other programs look for it.
  static let applicationID = 0x5765_6674
  /// Goes up when a reader of the version before could no longer read the file.
  static let version = 6

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
      date TEXT, documents INTEGER NOT NULL, kind_reason INTEGER, address TEXT, image TEXT,
      summary TEXT, evidence TEXT, entity_kind INTEGER, kind_confidence REAL, aliases TEXT);
    CREATE TABLE entity_kind(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE outgoing(node INTEGER PRIMARY KEY, degree INTEGER NOT NULL, edges TEXT NOT NULL);
    CREATE TABLE incoming(node INTEGER PRIMARY KEY, degree INTEGER NOT NULL, sources TEXT NOT NULL);
    CREATE TABLE name_key(key INTEGER, node INTEGER, PRIMARY KEY(key, node)) WITHOUT ROWID;
    CREATE TABLE page(node INTEGER, path TEXT, PRIMARY KEY(node, path)) WITHOUT ROWID;
    CREATE TABLE origin(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE decision(
      number INTEGER PRIMARY KEY, subject TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL,
      same INTEGER NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL, evidence TEXT NOT NULL);
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
    """

  static let views = """
    CREATE VIEW nodes AS
      SELECT node.id, kind.name AS kind, node.name, date, nullif(summary, '') AS summary,
        address, image, documents, ifnull(a.degree, 0) + ifnull(b.degree, 0) AS degree,
        kind_reason.text AS kind_reason, entity_kind.name AS entity_kind, kind_confidence, aliases
      FROM node JOIN kind ON kind.number = node.kind
        LEFT JOIN outgoing AS a ON a.node = node.number
        LEFT JOIN incoming AS b ON b.node = node.number
        LEFT JOIN kind_reason ON kind_reason.number = node.kind_reason
        LEFT JOIN entity_kind ON entity_kind.number = node.entity_kind;
    CREATE VIEW edges AS
      SELECT a.id AS source, relation.name AS relation, b.id AS target, role.name AS role,
        CAST(edge.value ->> 3 AS REAL) AS weight, nullif(edge.value ->> 4, 0) AS rank,
        json_array_length(edge.value, '$[5]') AS evidence, a.name AS source_name,
        b.name AS target_name
      FROM node AS a CROSS JOIN outgoing ON outgoing.node = a.number
        CROSS JOIN json_each(outgoing.edges) AS edge
        CROSS JOIN node AS b ON b.number = edge.value ->> 1
        CROSS JOIN relation ON relation.number = edge.value ->> 0
        CROSS JOIN role ON role.number = edge.value ->> 2;
    CREATE VIEW incoming_edges AS
      SELECT b.id AS target, relation.name AS relation, a.id AS source, role.name AS role,
        CAST(edge.value ->> 3 AS REAL) AS weight, nullif(edge.value ->> 4, 0) AS rank,
        json_array_length(edge.value, '$[5]') AS evidence, b.name AS target_name,
        a.name AS source_name
      FROM node AS b CROSS JOIN incoming ON incoming.node = b.number
        CROSS JOIN json_each(incoming.sources) AS place
        CROSS JOIN node AS a ON a.number = place.value
        CROSS JOIN outgoing ON outgoing.node = a.number
        CROSS JOIN json_each(outgoing.edges) AS edge ON edge.value ->> 1 = b.number
        CROSS JOIN relation ON relation.number = edge.value ->> 0
        CROSS JOIN role ON role.number = edge.value ->> 2;
    CREATE VIEW evidence AS
      SELECT a.id AS source, relation.name AS relation, b.id AS target, role.name AS role,
        document.path AS document, piece.value ->> 1 AS line, piece.value ->> 2 AS start,
        piece.value ->> 3 AS length, quote.text AS quote, rule.name AS rule, rule.confidence
      FROM node AS a CROSS JOIN outgoing ON outgoing.node = a.number
        CROSS JOIN json_each(outgoing.edges) AS edge
        CROSS JOIN node AS b ON b.number = edge.value ->> 1
        CROSS JOIN relation ON relation.number = edge.value ->> 0
        CROSS JOIN role ON role.number = edge.value ->> 2
        CROSS JOIN json_each(edge.value, '$[5]') AS piece
        CROSS JOIN document ON document.number = piece.value ->> 0
        CROSS JOIN quote ON quote.number = piece.value ->> 4
        CROSS JOIN rule ON rule.number = piece.value ->> 5;
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

  /// Of files with stories alone, so that others are as they were.
  static let storyViews = """
    CREATE VIEW story_events AS
      SELECT source AS event, source_name AS title, target AS story, target_name AS label,
        weight AS strength, rank AS key_event
      FROM edges WHERE relation = 'memberOf';
    CREATE VIEW reasons AS
      SELECT a.id AS source, b.id AS target, CAST(edge.value ->> 3 AS REAL) AS score,
        rule.name AS rule, quote.text AS quote, piece.value ->> 6 AS share,
        document.path AS document, piece.value ->> 1 AS line, piece.value ->> 2 AS start,
        piece.value ->> 3 AS length
      FROM node AS a CROSS JOIN outgoing ON outgoing.node = a.number
        CROSS JOIN json_each(outgoing.edges) AS edge
          ON edge.value ->> 0 = (SELECT number FROM relation WHERE name = 'similarTo')
        CROSS JOIN node AS b ON b.number = edge.value ->> 1
        CROSS JOIN json_each(edge.value, '$[5]') AS piece
        CROSS JOIN document ON document.number = piece.value ->> 0
        CROSS JOIN quote ON quote.number = piece.value ->> 4
        CROSS JOIN rule ON rule.number = piece.value ->> 5;
    """
}
