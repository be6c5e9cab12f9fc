internal import EventGraph

/// The tables of a graph file. SCHEMA.md explains them to users; `version` goes up with each change.
enum Schema {
  /// "Weft" in ASCII, in the file's header, so that `file` and weft itself know a graph file.
  static let applicationID = 0x5765_6674
  static let version = 1

  static let tables = """
    CREATE TABLE kind(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE relation(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE role(id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE rule(
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, summary TEXT NOT NULL, confidence REAL NOT NULL);
    CREATE TABLE statistic(topic TEXT NOT NULL, name TEXT NOT NULL, value, PRIMARY KEY(topic, name))
      WITHOUT ROWID;
    CREATE TABLE document(id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL);
    CREATE TABLE quote(id INTEGER PRIMARY KEY, text TEXT NOT NULL);
    CREATE TABLE node(
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL,
      date TEXT, summary TEXT, address TEXT, image TEXT, kind_reason TEXT,
      documents INTEGER NOT NULL, evidence TEXT);
    CREATE TABLE edge(
      source INTEGER NOT NULL, relation INTEGER NOT NULL, target INTEGER NOT NULL,
      role INTEGER NOT NULL, weight REAL NOT NULL, rank INTEGER NOT NULL, evidence TEXT NOT NULL,
      PRIMARY KEY(source, relation, target, role)) WITHOUT ROWID;
    CREATE TABLE page(path TEXT PRIMARY KEY, node INTEGER NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(
      name, summary, content='node', content_rowid='number',
      tokenize="unicode61 remove_diacritics 2", detail=column);
    """

  static let indexes = """
    CREATE UNIQUE INDEX node_id ON node(id);
    CREATE INDEX edge_target ON edge(target, relation, source);
    CREATE INDEX page_node ON page(node);
    """

  static let views = """
    CREATE VIEW nodes AS
      SELECT node.id, kind.name AS kind, node.name, node.date, node.summary, node.address,
        node.image, node.kind_reason, node.documents
      FROM node JOIN kind ON kind.id = node.kind;
    CREATE VIEW edges AS
      SELECT a.id AS source, relation.name AS relation, b.id AS target, role.name AS role,
        edge.weight, nullif(edge.rank, 0) AS rank, json_array_length(edge.evidence) AS evidence_count
      FROM edge JOIN node a ON a.number = edge.source JOIN node b ON b.number = edge.target
        JOIN relation ON relation.id = edge.relation JOIN role ON role.id = edge.role;
    CREATE VIEW evidence AS
      SELECT a.id AS source, relation.name AS relation, b.id AS target, document.path AS document,
        piece.value ->> 1 AS line, piece.value ->> 2 AS start, piece.value ->> 3 AS length,
        quote.text AS quote, rule.name AS rule, rule.confidence
      FROM edge JOIN node a ON a.number = edge.source JOIN node b ON b.number = edge.target
        JOIN relation ON relation.id = edge.relation, json_each(edge.evidence) piece
        JOIN document ON document.id = piece.value ->> 0
        JOIN quote ON quote.id = piece.value ->> 4 JOIN rule ON rule.id = piece.value ->> 5;
    CREATE VIEW events AS
      SELECT node.id, node.date, node.name AS title, page.path AS page, node.documents
      FROM node JOIN page ON page.node = node.number WHERE node.kind = 0;
    """
}
