"""Fits the weights of roles, and says how well they do on titles left out.

usage: fit_roles.py LINES DEV.jsonl OURS.jsonl MORE.jsonl [RoleWeights.swift]

LINES is the output of `swift run -c release fitting roles INPUT…`; it depends on the kinds, so fit
those first. Without the last argument nothing is written.
"""

import collections
import json
import sys

from linear_fit import best, confusion, fit, folds, write_table

ROLES = "agent target speaker place context mentioned".split()
# What the features mean, before any title is seen.
PRIOR = {
    ("group.place", "place"): 1, ("group.concept", "context"): 1.5,
    ("group.situation", "context"): 1.5, ("group.role", "mentioned"): 1.5,
    ("heading", "context"): 1.5, ("later", "mentioned"): 0.7, ("by.passive.actor", "agent"): 2.5,
    ("by.active.actor", "agent"): 1, ("accordingTo", "speaker"): 3,
    ("placeAfterPlace", "place"): 1.5, ("adjectiveKind.name", "mentioned"): 2,
    ("chain.person", "mentioned"): 2,
    ("chain.other", "mentioned"): 1.5, ("currency", "mentioned"): 3,
    ("ownNoun.happening.concept", "context"): 0.5, ("ownNoun.thing.concept", "context"): 0.3,
    ("sayingThat.announce.actor", "speaker"): 1, ("ofName.person.actor", "mentioned"): 1.5,
}
for preposition in ("in", "near", "at"):
    for group in ("place", "state"):
        PRIOR[f"prepositionGroup.{preposition}.{group}", "place"] = 2
for group in ("act", "state"):
    PRIOR[f"voiceGroup.before.active.{group}", "agent"] = 1
    PRIOR[f"voiceGroup.before.passive.{group}", "target"] = 1
    PRIOR[f"modifiesName.{group}.person", "mentioned"] = 1.5
    PRIOR[f"subordinateGroup.{group}", "mentioned"] = 0.5
    for word, role, weight in (
        ("of", "mentioned", 0.7), ("against", "target", 2), ("between", "agent", 1),
        ("with", "agent", 0.7), ("after", "mentioned", 0.5),
    ):
        PRIOR[f"prepositionGroup.{word}.{group}", role] = weight
for part in ("main", "inner"):
    for group in ("actor", "role"):
        for verb, role, weight in (
            ("other", "agent", 0.6), ("announce", "agent", 0.6), ("harm", "agent", 0.8),
            ("speak", "speaker", 0.8), ("undergo", "target", 0.8),
        ):
            PRIOR[f"subject.{verb}.active.{part}.{group}", role] = weight
            PRIOR[f"subject.{verb}.passive.{part}.{group}", "target"] = 0.8
        PRIOR[f"subject.harm.participle.{part}.{group}", "target"] = 0.8
    for group, weight in (("work", 0.5), ("concept", 0.5), ("place", 0.6)):
        PRIOR[f"subject.harm.passive.{part}.{group}", "target"] = weight
    for form in ("third", "past", "gerund", "base"):
        for verb, weight in (("harm", 0.8), ("other", 0.5), ("speak", 0.5), ("announce", 0.5)):
            PRIOR[f"object.{verb}.{form}.{part}.actor", "target"] = weight
for noun in ("people", "person", "body"):
    for verb in ("none", "be", "speak", "announce", "harm", "undergo", "other"):
        PRIOR[f"ownNounClause.{noun}.before.passive.{verb}", "target"] = 1
        if verb in ("harm", "other", "announce"):
            PRIOR[f"ownNounClause.{noun}.before.active.{verb}", "agent"] = 1
    if noun != "body":
        PRIOR[f"ownNounClause.{noun}.before.active.speak", "speaker"] = 0.2
for group in ("act", "state", "place"):
    for position in ("before", "after", "afterOther", "noVerb"):
        PRIOR[f"headNoun.person.{position}.{group}", "mentioned"] = 0.7
        PRIOR[f"headNoun.place.{position}.{group}", "place"] = 0.7
for group in ("act", "place", "concept"):
    PRIOR[f"ownNoun.place.{group}", "place"] = 1
for group in ("actor", "place"):
    PRIOR[f"prepositionNoun.of.person.{group}", "mentioned"] = 0.8
    PRIOR[f"prepositionNoun.of.place.{group}", "place"] = 0.8
    PRIOR[f"prepositionNoun.for.person.{group}", "mentioned"] = 0.6
PRIOR["prepositionNoun.of.happening.actor", "target"] = 0.4
for word in ("with", "between", "against"):
    for group in ("actor", "place", "situation", "role", "work", "concept"):
        PRIOR[f"mutual.{word}.{group}", "agent"] = 0.8 if group == "actor" else 0.3
for group in ("act", "state", "place", "role"):
    PRIOR[f"apposition.{group}", "mentioned"] = 1.5
for group in ("act", "state", "place"):
    PRIOR[f"ofWhat.person.{group}", "mentioned"] = 1
    PRIOR[f"ofWhat.upper.{group}", "mentioned"] = 0.5
PRIOR["ofWhat.noun.place", "place"] = 0.5
PULL = 8
# The agreed sample says what the conventions mean.
DEV_WEIGHT = 2


def titles(path, lines):
    """[(features of a mention, role, words)] by title; how many mentions the lines do not have."""
    out, missing = [], 0
    for text in open(path, encoding="utf-8"):
        item = json.loads(text)
        known = collections.defaultdict(list)
        for mention in lines.get(item["path"], []):
            known[mention["entity"]].append(mention)
        rows = []
        for link in item["links"]:
            found = known[link["target"]]
            if not found:
                missing += 1
                continue
            # One target may be linked twice.
            mention = next((m for m in found if m["label"] == link["label"]), found[0])
            rows.append(([(f, 1.0) for f in mention["features"]], link["role"], link["label"]))
        out.append((item["title"], rows))
    return out, missing


def main():
    lines = {}
    for text in open(sys.argv[1], encoding="utf-8"):
        line = json.loads(text)
        lines[line["path"]] = line["mentions"]
    sample = []
    for part, path in (("dev", sys.argv[2]), ("ours", sys.argv[3]), ("more", sys.argv[4])):
        found, missing = titles(path, lines)
        print(f"{part}: {missing} links not found")
        sample += [(part, title, rows) for title, rows in found]
    prior = {(f, ROLES.index(r)): w for (f, r), w in PRIOR.items()}

    def fitted(parts):
        rows = [r for _, _, t in parts for r, _, _ in t]
        roles = [ROLES.index(role) for _, _, t in parts for _, role, _ in t]
        weights = [DEV_WEIGHT if part == "dev" else 1.0 for part, _, t in parts for _ in t]
        return fit(rows, roles, len(ROLES), prior, PULL, weights=weights)

    pairs = collections.defaultdict(list)
    for fold in folds(len(sample)):
        out = set(fold)
        weights = fitted([sample[k] for k in range(len(sample)) if k not in out])
        for k in fold:
            for features, role, words in sample[k][2]:
                answer = ROLES[best(weights, features, len(ROLES))]
                pairs[sample[k][0]].append((role, answer))
                if "-v" in sys.argv and answer != role:
                    print(sample[k][1][:100], "|", words, role, answer)
    weights = fitted(sample)
    for part, answers in pairs.items():
        own = [m for p, _, t in sample if p == part for m in t]
        right = sum(ROLES[best(weights, f, len(ROLES))] == r for f, r, _ in own)
        common = collections.Counter(r for _, r, _ in own).most_common(1)[0]
        print(
            f"{part}: {len(own)} links, left out {sum(a == b for a, b in answers) / len(own):.3f},"
            f" fitted {right / len(own):.3f}, always {common[0]} {common[1] / len(own):.3f}"
        )
    print(confusion([p for a in pairs.values() for p in a], ROLES))
    if len(sys.argv) > 5 and sys.argv[5].endswith(".swift"):
        write_table(sys.argv[5], weights, least=0.08)


if __name__ == "__main__":
    main()
