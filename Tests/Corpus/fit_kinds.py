"""Fits the weights of kinds, and says how well they do on names left out.

usage: fit_kinds.py LINES[,LINES…] SAMPLE.tsv… [KindWeights.swift] [-v] [-q]

LINES is the output of `swift run -c release fitting kinds INPUT…`, of the archive and of the wikitext: a name
is used in another way in each. What neighbours teach depends on the weights of names alone, so after new
features write, build and run twice. Without the last file nothing is written;
-q writes at once, without leaving names out to see how well that does. `kinds-frequent.tsv` are the
names that titles use most.
"""

import collections
import json
import os
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
# How much the names count once more without what neighbours and other names teach: a small archive
# teaches little, and weights fitted on large ones alone would lean on it.
BARE = 0.2


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
    weights = [1.0] * len(rows) + [BARE] * len(plain)
    return fit(rows + plain, labels + labels, len(KINDS), base, PULL, weights=weights, fixed="offset.")


def main():
    lines = []
    for path in sys.argv[1].split(","):
        with open(path, encoding="utf-8") as file:
            lines.append({line["name"]: line for line in map(json.loads, file)})
    sample = []
    for path in (a for a in sys.argv[2:] if a.endswith(".tsv")):
        for text in open(path, encoding="utf-8"):
            name, kind = text.rstrip("\n").split("\t")
            uses = [known[name] for known in lines if name in known]
            sample += [(os.path.basename(path), name, kind, use) for use in uses]
            if not uses:
                print("not in the archive:", name)
    rows = [row(line) for _, _, _, line in sample]
    labels = [KINDS.index(kind) for _, _, kind, _ in sample]
    # Both uses of a name are left out together.
    names = sorted({name for _, name, _, _ in sample})
    parts = [] if "-q" in sys.argv else [{names[k] for k in fold} for fold in folds(len(names))]
    pairs = collections.defaultdict(list)
    bare = collections.defaultdict(list)
    for part in parts:
        fold = [k for k in range(len(sample)) if sample[k][1] in part]
        out = set(fold)
        kept = [k for k in range(len(sample)) if k not in out]
        weights = fit_kinds([rows[k] for k in kept], [labels[k] for k in kept])
        for k in fold:
            answer = KINDS[answer_of(weights, rows[k])]
            pairs[sample[k][0]].append((sample[k][2], answer))
            alone = [(f, v) for f, v in rows[k] if not f.startswith("learned.")]
            bare[sample[k][0]].append(KINDS[answer_of(weights, alone)] == sample[k][2])
            if "-v" in sys.argv and answer != sample[k][2]:
                print(sample[k][:3], answer)
    weights = fit_kinds(rows, labels)
    for part, answers in pairs.items():
        own = [k for k in range(len(sample)) if sample[k][0] == part]
        right = sum(KINDS[answer_of(weights, rows[k])] == sample[k][2] for k in own)
        common = collections.Counter(sample[k][2] for k in own).most_common(1)[0]
        print(
            f"{part}: {len(own)} names, left out {sum(a == b for a, b in answers) / len(own):.3f},"
            f" without what is taught {sum(bare[part]) / len(own):.3f},"
            f" fitted {right / len(own):.3f}, always {common[0]} {common[1] / len(own):.3f}"
        )
    print(confusion([p for a in pairs.values() for p in a], KINDS))
    for path in (a for a in sys.argv[2:] if a.endswith(".swift")):
        kept = {f: w for f, w in weights.items() if not f.startswith("offset.")}
        write_table(path, kept)
        alone = fit_alone(rows, labels)
        write_table(path, alone, "aloneTable")


def answer_of(weights, r):
    plain = [(f, v) for f, v in r if not f.startswith("learned.")]
    for f, v in r:
        if f.startswith("learned."):
            plain.append(("offset." + f.rsplit(".", 1)[1], v))
    return best(weights, plain, len(KINDS))


if __name__ == "__main__":
    main()
