"""Kinds of a graph's entities against a labelled sample: name, tab, kind.

usage: check_kinds.py GRAPH SAMPLE.tsv [--least SHARE] [-v]

The same as `weft show NAME --json` and its `entityKind`, for all names at once.
"""

import collections
import sqlite3
import sys

from linear_fit import confusion

KINDS = "person organization group state place situation work role concept".split()


def main():
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    known = {}
    rows = database.execute(
        "SELECT node.name, aliases, entity_kind.name FROM node"
        " JOIN entity_kind ON entity_kind.number = node.entity_kind"
    )
    for name, aliases, kind in rows:
        for spelling in (aliases or "").splitlines():
            known.setdefault(spelling, kind)
        known[name] = kind
    sample = [line.rstrip("\n").split("\t") for line in open(sys.argv[2], encoding="utf-8")]
    found = [(name, kind, known[name]) for name, kind in sample if name in known]
    for name, kind in sample:
        if name not in known:
            print("  not in the graph:", name)
    right = sum(kind == answer for _, kind, answer in found)
    share = right / len(found)
    common, count = collections.Counter(kind for _, kind, _ in found).most_common(1)[0]
    print(f"  kinds: {right} of {len(found)} = {share:.3f}; always {common} {count / len(found):.3f}")
    if "-v" in sys.argv:
        print(confusion([(kind, answer) for _, kind, answer in found], KINDS))
        for name, kind, answer in found:
            if kind != answer:
                print(f"  {name}: {kind}, answered {answer}")
    least = float(sys.argv[sys.argv.index("--least") + 1]) if "--least" in sys.argv else 0
    sys.exit(0 if share >= least else 1)


if __name__ == "__main__":
    main()
