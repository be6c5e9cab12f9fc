"""Opens what `weft export` wrote with the tools that its users have, and compares.

Every check is one line, `ok` or `FAILED` with what was found; the last line counts them. Exit code
1 where one failed. Files that are not given are not checked.
"""

import argparse
import json
import os
import sys

from lxml import etree

import determinism
import dot_readers
import graphml_readers
import graphml_rules
import jsonld_readers
from report import Report

HERE = os.path.dirname(os.path.abspath(__file__))


def check_graphml(path, stats, report, strict=False):
    name = "graphml-structure.xsd" if strict else "graphml-universal.xsd"
    schema = etree.XMLSchema(etree.parse(os.path.join(HERE, name)))
    result = report.run(
        f"{path} is well-formed and valid by {name}",
        lambda: graphml_rules.read(path, schema, strict))
    if result is None:
        return
    content, findings = result
    for number, rule in graphml_rules.RULES.items():
        report.check(
            f"rule {number}: {rule}", number not in findings.first,
            f"{findings.count[number]} times, first: {findings.first.get(number)}")
    graphml_readers.check_networkx(path, content, report)
    graphml_readers.check_igraph(path, content, report)
    if stats:
        graphml_readers.check_stats(content, stats, report)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graphml", help="universal GraphML of a graph")
    parser.add_argument("--graphml-strict", help="GraphML written with --strict")
    parser.add_argument("--jsonld-month", help="JSON-LD of a part, for all three readers")
    parser.add_argument("--jsonld", help="JSON-LD of the whole graph, for the fast reader")
    parser.add_argument("--dot", help="DOT")
    parser.add_argument(
        "--stats", help='{"nodes": {KIND: COUNT}, "edges": {RELATION: COUNT}} of --graphml')
    parser.add_argument("--weft", help="the program, to export --graph twice")
    parser.add_argument("--graph", help="a graph file")
    arguments = parser.parse_args()
    report = Report()
    stats = None
    if arguments.stats:
        with open(arguments.stats, encoding="utf-8") as file:
            stats = json.load(file)
    if arguments.graphml:
        check_graphml(arguments.graphml, stats, report)
    if arguments.graphml_strict:
        check_graphml(arguments.graphml_strict, None, report, strict=True)
    if arguments.jsonld_month:
        jsonld_readers.check_three(arguments.jsonld_month, report)
    if arguments.jsonld:
        jsonld_readers.check_whole(arguments.jsonld, stats, report)
    if arguments.dot:
        dot_readers.check_dot(arguments.dot, report)
    if arguments.weft and arguments.graph:
        formats = ("graphml", "jsonld", "dot")
        determinism.check_determinism(arguments.weft, arguments.graph, formats, report)
    return report.close()


if __name__ == "__main__":
    sys.exit(main())
