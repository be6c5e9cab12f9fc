"""Fits the weights of kinds, and says how well they do on names left out.

usage: fit_kinds.py LINES DEV.tsv OURS.tsv [KindWeights.swift]

LINES is the output of `swift run -c release fitting kinds INPUT…`. What neighbours teach depends on
the weights of names alone, so after new features write, build and run twice. Without the last
argument nothing is written.
"""

import collections
import json
import sys

from linear_fit import best, confusion, fit, folds, write_table

KINDS = "person organization group state place situation work role concept".split()
# What the features mean, before any name is seen.
PRIOR = {
    ("state", "state"): 4, ("subdivision", "place"): 2.5, ("comma.year", "situation"): 2.5,
    ("comma.geo", "place"): 3.5, ("year.first", "situation"): 2, ("listOfRoles", "role"): 3,
    ("shape.date", "concept"): 3, ("first.title", "person"): 2, ("demonym", "group"): 2,
    ("shape.personLike", "person"): 1, ("lowerCase.always", "concept"): 1.5,
    ("first.situation", "situation"): 3, ("first.work", "work"): 2, ("first.place", "place"): 2,
    ("first.organization", "organization"): 2, ("shape.camel", "organization"): 1,
    ("deeds.placeWord", "organization"): 2, ("deeds.placeWord", "place"): -2,
    ("deeds.oneWord", "place"): -1, ("shape.flight", "situation"): 4, ("bracket.geo", "place"): 0.5,
}
for kind in KINDS:
    PRIOR["bracket." + kind, kind] = 3
    PRIOR["headOnly." + kind, kind] = 1.5
    PRIOR["head." + kind, kind] = 1
    PRIOR["learned.beside." + kind, kind] = 1
    PRIOR["learned.words." + kind, kind] = 1
PULL = 0.8


def row(line):
    out = [(f, 1.0) for f in line["features"]]
    for part in ("beside", "words"):
        out += [(f"learned.{part}.{k}", v) for k, v in zip(KINDS, line[part])]
    return out


def fit_kinds(rows, labels):
    prior = {(f, KINDS.index(k)): v for (f, k), v in PRIOR.items()}
    # What is learned for a kind speaks for that kind only.
    split = [[(f, v) for f, v in r if not f.startswith("learned.")] for r in rows]
    own = [[(f, v) for f, v in r if f.startswith("learned.")] for r in rows]
    return fit_with_diagonal(split, own, labels, prior)


def fit_alone(rows, labels):
    prior = {
        (f, KINDS.index(k)): v for (f, k), v in PRIOR.items() if not f.startswith("learned.")
    }
    plain = [[(f, v) for f, v in r if not f.startswith("learned.")] for r in rows]
    return fit(plain, labels, len(KINDS), prior, PULL)


def fit_with_diagonal(plain, own, labels, prior):
    base = {k: v for k, v in prior.items() if not k[0].startswith("learned.")}
    # Offsets of the learned scores with weight 1; their weights stay 1.
    rows = []
    for p, o in zip(plain, own):
        offsets = [0.0] * len(KINDS)
        for f, v in o:
            offsets[KINDS.index(f.rsplit(".", 1)[1])] += v
        rows.append(p + [(f"offset.{k}", v) for k, v in zip(KINDS, offsets)])
    base.update({(f"offset.{k}", KINDS.index(k)): 1.0 for k in KINDS})
    return fit(rows, labels, len(KINDS), base, PULL, fixed="offset.")


def main():
    lines = {}
    for text in open(sys.argv[1], encoding="utf-8"):
        line = json.loads(text)
        lines[line["name"]] = line
    sample = []
    for part, path in (("dev", sys.argv[2]), ("ours", sys.argv[3])):
        for text in open(path, encoding="utf-8"):
            name, kind = text.rstrip("\n").split("\t")
            if name in lines:
                sample.append((part, name, kind))
            else:
                print("not in the archive:", name)
    rows = [row(lines[name]) for _, name, _ in sample]
    labels = [KINDS.index(kind) for _, _, kind in sample]
    pairs = collections.defaultdict(list)
    for fold in folds(len(sample)):
        out = set(fold)
        kept = [k for k in range(len(sample)) if k not in out]
        weights = fit_kinds([rows[k] for k in kept], [labels[k] for k in kept])
        for k in fold:
            answer = KINDS[answer_of(weights, rows[k])]
            pairs[sample[k][0]].append((sample[k][2], answer))
            if "-v" in sys.argv and answer != sample[k][2]:
                print(sample[k], answer)
    weights = fit_kinds(rows, labels)
    for part, answers in pairs.items():
        own = [k for k in range(len(sample)) if sample[k][0] == part]
        right = sum(KINDS[answer_of(weights, rows[k])] == sample[k][2] for k in own)
        common = collections.Counter(sample[k][2] for k in own).most_common(1)[0]
        print(
            f"{part}: {len(own)} names, left out {sum(a == b for a, b in answers) / len(own):.3f},"
            f" fitted {right / len(own):.3f}, always {common[0]} {common[1] / len(own):.3f}"
        )
    print(confusion([p for a in pairs.values() for p in a], KINDS))
    if len(sys.argv) > 4 and sys.argv[4].endswith(".swift"):
        kept = {f: w for f, w in weights.items() if not f.startswith("offset.")}
        write_table(sys.argv[4], kept)
        alone = fit_alone(rows, labels)
        write_table(sys.argv[4], alone, "aloneTable")


def answer_of(weights, r):
    plain = [(f, v) for f, v in r if not f.startswith("learned.")]
    for f, v in r:
        if f.startswith("learned."):
            plain.append(("offset." + f.rsplit(".", 1)[1], v))
    return best(weights, plain, len(KINDS))


if __name__ == "__main__":
    main()
