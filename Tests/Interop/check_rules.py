"""Breaks each rule of GraphML in a good file and sees that the check finds it.

Usage: check_rules.py GOOD.graphml
"""

import os
import re
import sys
import tempfile

from lxml import etree

import graphml_rules
from report import Report

# Rule, pattern, replacement (the first match is replaced). A parser that refuses the file has found
# it as well.
BREAKS = [
    (1, r'xmlns="http://graphml', r'xmlns:g="http://graphml'),
    (2, r'attr.type="int"', r'attr.type="integer"'),
    (3, r' attr.name="kind"', r""),
    (4, r'for="node"', r'for="all"'),
    (5, r'id="e_label"', r'id="n_label"'),
    (6, r'attr.name="name"', r'attr.name="label"'),
    (7, r'id="n_name"', r'id="x"'),
    (8, r'attr.name="kind_reason"', r'attr.name="color"'),
    (9, r'<data key="n_name">[^<]*</data>', r""),
    (10, r'<data key="e_interaction">[^<]*</data>', r""),
    (11, r'(<edge id=")([^"]*)(".*</edge>)\n', r"\1\2\3\n\1again\3\n"),
    (12, r'edgedefault="directed"', r'edgedefault="undirected"'),
    (12, r"<edge id", r'<edge directed="true" id'),
    (13, r'target="', r'target="nobody'),
    (14, r"(<node .*</node>)\n", r'\1\n<data key="n_name">late</data>\n'),
    (15, r'<node id="', r'<node id="a b'),
    (16, r'attr.name="url"', r'attr.name="id"'),
    (16, r'<data key="e_edge_id">', r'<data key="e_edge_id">x'),
    (17, r'(<key [^>]*)/>', r"\1><default>0</default></key>"),
    (18, r"(<node [^>]*>)", r"\1<desc>text</desc>"),
    (19, r"(<node [^>]*>)", r'\1<graph edgedefault="directed"/>'),
    (20, r"(<node [^>]*>)", r'\1<y:x xmlns:y="urn:y"/>'),
    (21, r'<data key="e_symmetric">false', r'<data key="e_symmetric">no'),
    (21, r'<data key="e_symmetric">false</data>', r""),
    (22, r'<data key="e_evidence_count">1', r'<data key="e_evidence_count">1.0'),
    (24, r'<data key="e_weight">1.0', r'<data key="e_weight">NaN'),
    (25, r'<data key="n_start_epoch_day">', r'<data key="n_start_epoch_day">1'),
    (25, r'<data key="n_start_date">', r'<data key="n_start_date">about '),
    (26, r'<data key="n_page">', r'<data key="n_page">['),
    (27, r'<data key="n_name">', r'<data key="n_name">&#1;'),
    (28, r"^", "\ufeff"),
    (28, r"\n", '\n<!DOCTYPE graphml SYSTEM "x">\n'),
    (29, r'<data key="n_name">', r'<data key="n_name">&quot;'),
    (30, r'<data key="n_r">', r'<data key="n_r">9'),
    (31, r"<node id", r'<node labels=":Event" id'),
]


def main(path):
    report = Report()
    with open(path, encoding="utf-8") as file:
        good = file.read()
    with tempfile.TemporaryDirectory() as folder:
        broken = os.path.join(folder, "broken.graphml")
        for rule, pattern, replacement in BREAKS:
            text = re.sub(pattern, replacement, good, count=1)
            with open(broken, "w", encoding="utf-8") as file:
                file.write(text)
            try:
                found = set(graphml_rules.read(broken, None, False)[1].first)
            except etree.XMLSyntaxError:
                found = {rule}
            report.check(
                f"a file that breaks rule {rule} is found out ({pattern})",
                text != good and rule in found, f"changed: {text != good}, found: {found}")
    return report.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
