"""The rules of GraphML that loads everywhere, checked on the file itself in one streaming pass.

A rule is here when a file can break it: each stands for what some reader (Gephi, NetworkX, igraph,
Cytoscape, yEd, Neo4j's APOC) refuses, drops or misreads. What only a reader shows is not here.
"""

import collections
import datetime
import json
import math
import re

from lxml import etree

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
TYPES = {"boolean", "int", "long", "float", "double", "string"}
# Key ids and names that Gephi takes for properties of its own.
GEPHI_PROPERTIES = {
    "x", "y", "z", "r", "g", "b", "size", "color", "label", "nodelabel", "weight", "edgelabel",
    "xpos", "ypos",
}
CONSUMED_ON_PURPOSE = {"label", "size", "r", "g", "b", "weight"}
RESERVED_NAMES = {"id", "key", "source", "target", "SUID", "selected", "shared name"}
TOKEN = re.compile(r"[A-Za-z0-9._:-]+\Z")
INTEGER = re.compile(r"-?(0|[1-9][0-9]*)\Z")
DATE = {
    "year": re.compile(r"[0-9]{4}\Z"),
    "month": re.compile(r"[0-9]{4}-[0-9]{2}\Z"),
    "day": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z"),
}


class Findings:
    """The first break of each rule, and how many there are."""

    def __init__(self):
        self.first = {}
        self.count = collections.Counter()

    def broken(self, rule, detail):
        self.first.setdefault(rule, detail)
        self.count[rule] += 1

    def expect(self, rule, condition, detail):
        if not condition:
            self.broken(rule, detail)


class Content:
    """What the file says, to compare readers with."""

    def __init__(self):
        self.nodes = {}  # id: (label, kind, start_date)
        self.edges = {}  # id: (source, target, relation)
        self.kinds = collections.Counter()
        self.relations = collections.Counter()


RULES = {
    1: "GraphML's namespace is the default one, within the first 20 lines, without prefixes",
    2: "attribute types are boolean, int, long, float, double or string",
    3: "every key has id, for, attr.name and attr.type",
    4: "every key is for nodes, edges or the graph, never for all",
    5: "key ids are unique over nodes and edges",
    6: "attribute names are unique within nodes and within edges",
    7: "no key id is a property of Gephi",
    8: "attributes that Gephi consumes are only those meant for it",
    9: "every node has a label and a name",
    10: "every edge tells its relation as label, relation, interaction and XML label",
    11: "parallel edges of one relation differ in their role",
    12: "all edges are directed by default, symmetry is an attribute",
    13: "nodes stand before edges, edges have both ends, no id is empty",
    14: "data of the graph stand first in it",
    15: "ids are name tokens of letters, digits and . - _ :",
    16: "ids are unique in the file, edges repeat theirs as edge_id, no name is reserved",
    17: "there is no default",
    18: "there is no desc",
    19: "there are no nested graphs, ports or hyperedges",
    20: "there is nothing of other namespaces",
    21: "booleans are true or false and stand on every element",
    22: "ints are plain and within 32 bits",
    23: "there is no long beyond 2^53",
    24: "doubles are finite",
    25: "dates are ISO 8601 as precise as known, with a day number that agrees",
    26: "lists are joined or JSON, never a language's own notation",
    27: "there are no characters that XML forbids, nor references to them",
    28: "the file is UTF-8 without a byte order mark and without a DOCTYPE",
    29: "texts have no CDATA sections and no needless entity references",
    30: "colours are r, g, b from 0 to 255 and the same as fill_hex",
    31: "no node carries the labels of the Neo4j flavour",
}


def check_bytes(path, findings):
    """Rules that a parser hides, on the raw bytes."""
    forbidden = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|&#(?!13;)")
    entities = re.compile(rb"<!\[CDATA\[|&quot;|&apos;|&#39;")
    with open(path, "rb") as file:
        head = file.read(4096)
        findings.expect(28, not head.startswith(b"\xef\xbb\xbf"), "starts with a byte order mark")
        findings.expect(
            28, head.startswith(b'<?xml version="1.0" encoding="UTF-8"?>'), "no UTF-8 declaration")
        lines = head.split(b"\n")[:20]
        findings.expect(
            1, any(b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"' in x for x in lines),
            "no such root in the first 20 lines")
        file.seek(0)
        tail = b""
        while chunk := file.read(1 << 24):
            text = tail + chunk
            for rule, pattern in ((27, forbidden), (29, entities), (28, re.compile(b"<!DOCTYPE"))):
                if match := pattern.search(text):
                    findings.broken(rule, repr(text[max(0, match.start() - 40):match.end() + 20]))
            tail = text[-16:]


class Keys:
    def __init__(self, findings):
        self.findings = findings
        self.by_id = {}
        self.names = {"node": {}, "edge": {}, "graph": {}}

    def add(self, element):
        expect = self.findings.expect
        values = [element.get(x) for x in ("id", "for", "attr.name", "attr.type")]
        expect(3, all(values), str(dict(element.attrib)))
        identifier, target, name, kind = values
        expect(2, kind in TYPES, f"{identifier} is {kind}")
        expect(4, target in self.names, f"{identifier} is for {target}")
        expect(5, identifier not in self.by_id, f"{identifier} twice")
        expect(7, identifier not in GEPHI_PROPERTIES, identifier)
        expect(16, name not in RESERVED_NAMES, name)
        expect(
            8, name not in GEPHI_PROPERTIES or name in CONSUMED_ON_PURPOSE, f"{identifier}: {name}")
        self.by_id[identifier] = (target, name, kind)
        if target in self.names:
            expect(6, name not in self.names[target], f"{target} {name} twice")
            self.names[target][name] = kind


def read_data(element, target, keys, findings):
    """The element's values by attribute name, each checked against its type."""
    values = {}
    where = element.get("id")
    for child in element:
        key = keys.by_id.get(child.get("key"))
        if key is None or key[0] != target:
            findings.broken(3, f"{where}: {child.get('key')} is not declared for a {target}")
            continue
        _, name, kind = key
        text = child.text or ""
        if kind == "boolean":
            findings.expect(21, text in ("true", "false"), f"{where} {name}: {text!r}")
        elif kind in ("int", "long"):
            plain = INTEGER.match(text) is not None
            findings.expect(22, plain, f"{where} {name}: {text!r}")
            if plain and kind == "int":
                findings.expect(22, -(2**31) <= int(text) < 2**31, f"{where} {name}: {text}")
            elif plain:
                findings.expect(23, abs(int(text)) <= 2**53, f"{where} {name}: {text}")
        elif kind in ("float", "double"):
            try:
                findings.expect(24, math.isfinite(float(text)), f"{where} {name}: {text}")
            except ValueError:
                findings.broken(24, f"{where} {name}: {text!r}")
        if name == "evidence_all":
            try:
                findings.expect(26, isinstance(json.loads(text), list), f"{where} {name}")
            except ValueError:
                findings.broken(26, f"{where} {name}: {text[:60]!r}")
        if name == "page":
            findings.expect(26, not text.startswith(("[", "(", "{")), f"{where} {name}: {text[:60]!r}")
        values[name] = text
    for name, kind in keys.names[target].items():
        if kind == "boolean":
            findings.expect(21, name in values, f"{where} has no {name}")
    return values


def check_date(where, values, findings):
    if "start_date" not in values:
        return
    text = values["start_date"]
    pattern = DATE.get(values.get("date_precision"))
    if pattern is None or not pattern.match(text):
        findings.broken(25, f"{where}: {text!r} is no {values.get('date_precision')}")
        return
    first = datetime.date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)
    number = str((first - datetime.date(1970, 1, 1)).days)
    findings.expect(
        25, values.get("start_epoch_day") == number,
        f"{where}: {text} is day {number}, not {values.get('start_epoch_day')}")


def check_node(element, keys, content, findings):
    identifier = element.get("id") or ""
    values = read_data(element, "node", keys, findings)
    findings.expect(13, identifier and not content.edges, f"node {identifier!r} after an edge")
    findings.expect(15, TOKEN.match(identifier), repr(identifier))
    findings.expect(16, identifier not in content.nodes, f"{identifier} twice")
    findings.expect(9, values.get("label") and values.get("name"), identifier)
    findings.expect(31, element.get("labels") is None, identifier)
    check_date(identifier, values, findings)
    colors = [values.get(x, "") for x in "rgb"]
    if any(colors):
        numbers = [int(x) if x.isdigit() else -1 for x in colors]
        findings.expect(30, all(0 <= x <= 255 for x in numbers), f"{identifier}: {colors}")
        expected = "#%02X%02X%02X" % tuple(max(x, 0) for x in numbers)
        findings.expect(30, values.get("fill_hex") == expected, f"{identifier}: {expected}")
    content.nodes[identifier] = (
        values.get("label", ""), values.get("kind", ""), values.get("start_date", ""))
    content.kinds[values.get("kind")] += 1


def check_edge(element, keys, content, parallel, strict, findings):
    identifier, source, target = (element.get(x) or "" for x in ("id", "source", "target"))
    values = read_data(element, "edge", keys, findings)
    relation = values.get("relation", "")
    for end in (source, target):
        findings.expect(13, end in content.nodes, f"edge {identifier} to {end!r}")
    findings.expect(15, TOKEN.match(identifier), repr(identifier))
    findings.expect(
        16, identifier not in content.edges and identifier not in content.nodes,
        f"{identifier} twice")
    findings.expect(16, values.get("edge_id") == identifier, f"{identifier} has another edge_id")
    names = {relation, values.get("label"), values.get("interaction")}
    if not strict:
        names.add(element.get("label"))
    findings.expect(10, relation and len(names) == 1, f"{identifier}: {names}")
    findings.expect(12, element.get("directed") is None, f"{identifier} has directed=")
    findings.expect(12, "symmetric" in values, f"{identifier} has no symmetric")
    key = (source, target, relation, values.get("role"))
    findings.expect(11, key not in parallel, f"{identifier} repeats {key}")
    parallel.add(key)
    content.edges[identifier] = (source, target, relation)
    content.relations[relation] += 1


def read(path, schema, strict):
    """Content of the file and the broken rules; raises where it is not well-formed or not valid."""
    findings = Findings()
    content = Content()
    check_bytes(path, findings)
    keys = Keys(findings)
    parallel = set()
    depth = 0
    # A parser that resolves nothing and loads nothing: the file is judged as it stands.
    events = etree.iterparse(
        path, events=("start", "end"), schema=schema, huge_tree=True, resolve_entities=False,
        load_dtd=False, no_network=True)
    for event, element in events:
        if not isinstance(element.tag, str) or not element.tag.startswith(NAMESPACE):
            findings.broken(20, str(element.tag))
            continue
        tag = element.tag[len(NAMESPACE):]
        if event == "start":
            findings.expect(1, element.prefix is None, f"prefix {element.prefix}")
            if tag == "graph":
                depth += 1
                findings.expect(19, depth == 1, "a graph in a graph")
                findings.expect(12, element.get("edgedefault") == "directed", "edgedefault")
            continue
        if tag in ("default", "desc"):
            findings.broken(17 if tag == "default" else 18, tag)
        elif tag in ("port", "hyperedge", "endpoint"):
            findings.broken(19, tag)
        elif tag == "key":
            keys.add(element)
        elif tag == "node":
            check_node(element, keys, content, findings)
            release(element)
        elif tag == "edge":
            check_edge(element, keys, content, parallel, strict, findings)
            release(element)
        elif tag == "data" and element.getparent().tag == NAMESPACE + "graph":
            findings.expect(14, not content.nodes, "data of the graph after a node")
    return content, findings


def release(element):
    """Frees an element that has been read, and those before it."""
    element.clear()
    parent = element.getparent()
    while element.getprevious() is not None:
        del parent[0]
