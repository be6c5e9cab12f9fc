"""Roles in a graph of wikitext against a labelled sample (JSONL: path, title, links with role).

usage: check_roles.py GRAPH SAMPLE.jsonl [--least SHARE] [-v]

The same as `weft neighbors EVENT --json` and its `role`, for all events at once.
"""

import collections
import json
import sqlite3
import sys

from linear_fit import confusion

ROLES = "agent target speaker place context mentioned".split()


def main():
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    roles = collections.defaultdict(dict)
    called = {}
    for name, aliases in database.execute("SELECT name, aliases FROM node WHERE aliases IS NOT NULL"):
        called.update((alias, name) for alias in aliases.splitlines())
    sample = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
    for item in sample:
        for name, role in database.execute(
            "SELECT target_name, role FROM edges JOIN page ON page.path = ?1"
            " JOIN node ON node.number = page.node AND node.id = edges.source"
            " WHERE role IS NOT NULL",
            (item["path"],),
        ):
            roles[item["path"]][name] = role
    pairs, missing, wrong = [], 0, []
    for item in sample:
        for link in item["links"]:
            answer = roles[item["path"]].get(called.get(link["target"], link["target"]))
            if answer is None:
                missing += 1
                continue
            pairs.append((link["role"], answer))
            if answer != link["role"]:
                wrong.append((item["title"][:90], link["label"], link["role"], answer))
    right = sum(a == b for a, b in pairs)
    common, count = collections.Counter(a for a, _ in pairs).most_common(1)[0]
    print(
        f"  roles: {right} of {len(pairs)} = {right / len(pairs):.3f}, {missing} links not found;"
        f" always {common} {count / len(pairs):.3f}"
    )
    if "-v" in sys.argv:
        print(confusion(pairs, ROLES))
        for line in wrong:
            print("  ", *line, sep=" | ")
    least = float(sys.argv[sys.argv.index("--least") + 1]) if "--least" in sys.argv else 0
    sys.exit(0 if right / len(pairs) >= least else 1)


if __name__ == "__main__":
    main()
