"""JSON-LD as PyLD, rdflib and pyoxigraph read it, without a network."""

import collections
import io
import json
import logging
import warnings

import pyoxigraph
import rdflib
from pyld import jsonld

WEFT = "urn:weft:vocabulary#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def refuse_network(url, options):
    raise jsonld.JsonLdError(f"{url} would be fetched", "jsonld.LoadDocumentError")


def read_pyld(path):
    jsonld.set_document_loader(refuse_network)
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    quads = jsonld.to_rdf(document, {"format": "application/n-quads"})
    return {x for x in quads.split("\n") if x}


def read_rdflib(path):
    """The triples, and what was logged or warned of meanwhile."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logger = logging.getLogger()
    logger.addHandler(handler)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", ResourceWarning)
            graph = rdflib.Graph().parse(path, format="json-ld")
    finally:
        logger.removeHandler(handler)
    return graph, said.getvalue() + "".join(str(x.message) for x in caught)


def parse_pyoxigraph(path):
    return pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.JSON_LD)


def check_three(path, report):
    """A file small enough for the slowest reader: all three give the same triples."""
    first = report.run("PyLD reads the JSON-LD offline", lambda: read_pyld(path))
    second = report.run("rdflib reads the JSON-LD offline", lambda: read_rdflib(path))
    third = report.run(
        "pyoxigraph reads the JSON-LD offline",
        lambda: {(x.subject.value, x.predicate.value, x.object.value)
                 for x in parse_pyoxigraph(path)})
    if first is None or second is None or third is None:
        return
    graph, said = second
    report.check("rdflib has nothing to warn of", not said, said[:300])
    counts = {"PyLD": len(first), "rdflib": len(graph), "pyoxigraph": len(third)}
    report.check(
        f"PyLD, rdflib and pyoxigraph read as many triples ({len(third)})",
        len(set(counts.values())) == 1 and len(third) > 0, str(counts))
    mine = {(str(s), str(p), str(o)) for s, p, o in graph}
    report.check(
        "rdflib and pyoxigraph read the same triples", mine == third,
        f"{list(mine - third)[:2]} and {list(third - mine)[:2]}")
    report.check(
        "there are no blank nodes",
        not any(isinstance(x, rdflib.BNode) for triple in graph for x in triple))


def check_whole(path, stats, report):
    """The whole graph, streamed: every relationship is a statement and a triple."""
    kinds = collections.Counter()
    relations = collections.Counter()
    predicates = collections.Counter()
    derived = 0
    count = 0

    def scan():
        nonlocal derived, count
        for quad in parse_pyoxigraph(path):
            count += 1
            predicate = quad.predicate.value
            predicates[predicate] += 1
            if predicate == WEFT + "kind":
                kinds[quad.object.value] += 1
            elif predicate == WEFT + "relation":
                relations[quad.object.value] += 1
        return True

    if not report.run("pyoxigraph reads the whole JSON-LD offline", scan):
        return
    report.check(f"the whole JSON-LD has triples ({count})", count > 0)
    statements = sum(relations.values())
    for part in ("subject", "predicate", "object"):
        found = predicates[RDF + part]
        report.check(
            f"every statement has one {part}", found == statements, f"{found} of {statements}")
    if stats:
        for what, found, expected in (
            ("nodes by kind", kinds, stats["nodesByKind"]),
            ("statements by relation", relations, stats["edgesByRelation"]),
        ):
            expected = collections.Counter({k: v for k, v in expected.items() if v})
            report.check(
                f"JSON-LD and weft stats agree on {what}", found == expected,
                f"{dict(found)} in the file, {dict(expected)} by weft stats")
