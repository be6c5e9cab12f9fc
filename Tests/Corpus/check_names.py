"""Learns names from the wikitext of years to 2011 and checks on 2012 to 2014, year by year.

--graph is built from the earlier years alone. Questions and answers are the gold's links: which entity
a label means beside the event's other labels and its date, and which entities a title speaks of.
A label is known if the earlier years link it; ambiguous if they link it to several targets. Names
are compared but for the case of the first letter. The floors are a little under what was measured.
"""
import argparse, collections, json, lzma, os, subprocess, sys

ap = argparse.ArgumentParser(description=__doc__)
for name in ("weft", "graph", "gold", "work", "score"):
    ap.add_argument("--" + name, required=True)
ap.add_argument("--learned-to", default="2011-12-31")
a = ap.parse_args()
norm = lambda name: name[:1].upper() + name[1:]

senses = collections.defaultdict(collections.Counter)
events, targets = [], set()
for line in lzma.open(a.gold, "rt", encoding="utf-8"):
    event = json.loads(line)
    if event["date"] <= a.learned_to:
        for link in event["links"]:
            senses[link["label"]][norm(link["target"])] += 1
            targets.add(norm(link["target"]))
    else:
        events.append(event)
commonest = {label: max(sorted(c), key=c.get) for label, c in senses.items()}


def run(command, lines, *arguments):
    source, answer = f"{a.work}/{command}.in", f"{a.work}/{command}.out"
    with open(source, "w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    with open(answer, "w", encoding="utf-8") as out:
        subprocess.run([a.weft, command, "--graph", a.graph, *arguments, source], stdout=out, check=True)
    return [json.loads(l) for l in open(answer, encoding="utf-8")]


failed = False


def hold(what, value, floor):
    global failed
    failed = failed or value < floor
    print(f"  {what}: {value:.4f}, needed {floor}")


questions, gold = [], []
for event in events:
    labels = [link["label"] for link in event["links"]]
    for k, link in enumerate(event["links"]):
        if link["label"] in senses and link["target"]:
            questions.append(dict(label=link["label"], date=event["date"], **{"with": labels[:k] + labels[k + 1:]}))
            gold.append(norm(link["target"]))
answers = run("resolve", questions, "--names")
assert len(answers) == len(questions)
counts = collections.defaultdict(lambda: [0, 0, 0])
for question, target, answer in zip(questions, gold, answers):
    ambiguous = len(senses[question["label"]]) > 1
    for group in {("known", question["date"][:4]), ("known", "all")} | (
            {("ambiguous", question["date"][:4]), ("ambiguous", "all")} if ambiguous else set()):
        counts[group][0] += 1
        counts[group][1] += norm(answer["name"]) == target
        counts[group][2] += commonest[question["label"]] == target
for (what, year), (n, right, base) in sorted(counts.items()):
    print(f"  {what:10}{year:5} {n:6} labels  {right / n:.4f}, always the commonest {base / n:.4f}")
share = lambda what, k: counts[what, "all"][k] / counts[what, "all"][0]
hold("known labels", share("known", 1), 0.83)
hold("gained over the commonest, ambiguous labels", share("ambiguous", 1) - share("ambiguous", 2), 0.03)

run("annotate", [dict(path=e["path"], text=e["title"]) for e in events])
with open(f"{a.work}/known.txt", "w", encoding="utf-8") as out:
    out.write("\n".join(sorted(targets)) + "\n")


def score(*arguments):
    text = subprocess.run([sys.executable, a.score, "links", a.gold, f"{a.work}/annotate.out", *arguments],
                          capture_output=True, text=True, check=True).stdout
    lines = text.strip().split("\n")
    return float(lines[1].split()[-1]), float(lines[3].split()[-1]), text


for first, last in (("2012", "2012"), ("2013", "2013"), ("2014", "2014"), ("2012", "2014")):
    span = ("--from", f"{first}-01-01", "--to", f"{last}-12-31")
    for known in ((), ("--known", f"{a.work}/known.txt")):
        f1, name, _ = score(*span, *known)
        print(f"  titles {first}-{last}{', targets of the earlier years' if known else '':32} F1 {f1:.4f} name {name:.4f}")
f1, name, _ = score("--from", "2012-01-01", "--to", "2014-12-31")
hold("F1 of targets", f1, 0.62)
f1, name, _ = score("--from", "2012-01-01", "--to", "2014-12-31", "--known", f"{a.work}/known.txt")
hold("F1 of targets that the earlier years link", f1, 0.62)
hold("name right where the span is, of such targets", name, 0.88)
sys.exit(failed)
