"""Holds a graph of the archive against the archive's gold, made by another parser.

Every event of the gold is an event of `weft events`, with its page; every context and every related
link is an edge, or is named in a diagnostic. Pages that tell of one event share it: its date is that
of one of them, and its edges are those of all. Reads the graph as any SQLite client would.
"""
import argparse, collections, json, lzma, sqlite3, subprocess, sys

ap = argparse.ArgumentParser(description=__doc__)
for name in ("weft", "graph", "diagnostics", "gold"):
    ap.add_argument("--" + name, required=True)
a = ap.parse_args()

gold = [json.loads(line) for line in lzma.open(a.gold, "rt", encoding="utf-8")]
listed = subprocess.run([a.weft, "events", "--graph", a.graph], check=True, capture_output=True).stdout
events = [json.loads(line) for line in listed.decode().splitlines()]
pages = collections.Counter(page for event in events for page in event["pages"])

named = collections.defaultdict(list)
for line in open(a.diagnostics, encoding="utf-8"):
    d = json.loads(line)
    folder = d["file"][d["file"].index("/news/"):].rsplit("/", 1)[0]
    named[folder].append(d["message"])

db = sqlite3.connect(f"file:{a.graph}?mode=ro", uri=True)
event_of = dict(db.execute("SELECT path, node FROM page"))
pages_of = collections.Counter(event_of.values())
name_of = dict(db.execute("SELECT number, name FROM node"))
contexts = collections.defaultdict(set)
related = collections.defaultdict(dict)
relation = {name: number for number, name in db.execute("SELECT number, name FROM relation")}
quotes = dict(db.execute("SELECT number, text FROM quote"))
sources = collections.defaultdict(set)
bare = 0
for source, outgoing in db.execute("SELECT node, edges FROM outgoing"):
    for kind, target, role, weight, rank, evidence in json.loads(outgoing):
        bare += not evidence
        if kind == relation["hasContext"]:
            # The label as written: spellings of one name share a node.
            contexts[source].add(name_of[target])
            contexts[source].update(quotes[piece[4]] for piece in evidence)
        elif kind == relation["relatedTo"]:
            related[source][target] = rank
        elif kind == relation["reportedBy"]:
            sources[source].add(name_of[target])
dates = dict(db.execute("SELECT path, date FROM page JOIN node ON node.number = page.node"))

lost = collections.Counter()
shown = collections.Counter()
total = collections.Counter()

def miss(what, where, detail):
    lost[what] += 1
    shown[what] += 1
    if shown[what] <= 5:
        print(f"  {what}: {where}: {detail}")

dates_of = collections.defaultdict(set)
for e in gold:
    dates_of[event_of.get(e["path"])].add(e["date"])
inexact = repeated = 0
for e in gold:
    path = e["path"]
    event = event_of.get(path)
    is_one_of_many = pages_of[event] > 1
    repeated += is_one_of_many
    total["events"] += 1
    if pages[path] != 1:
        miss("event", path, f"{pages[path]} events hold this page")
    if dates.get(path) != (min(dates_of[event]) if is_one_of_many else e["date"]):
        miss("date", path, f"{dates.get(path)} instead of {e['date']}")
    for label in e["contexts"]:
        total["contexts"] += 1
        if label not in contexts[event]:
            inexact += 1
            if not any(label in message for message in named[path.rsplit("/", 1)[0]]):
                miss("context", path, label)
    for rank, other in enumerate(e["related"], 1):
        total["related"] += 1
        target = event_of.get(other)
        found = related[event].get(target)
        if target == event:
            if not any(other in message for message in named[path.rsplit("/", 1)[0]]):
                miss("related to itself", path, other)
        elif found is None or (found != rank and not is_one_of_many and pages_of[target] == 1):
            miss("related", path, other)
    for source in e["sources"]:
        total["sources"] += 1
        if source["url"].strip() not in sources[event]:
            miss("source", path, source["url"])
if sum(pages.values()) != len(gold):
    miss("count", a.graph, f"{sum(pages.values())} pages instead of {len(gold)}")
if bare:
    miss("evidence", a.graph, f"{bare} edges have none")
print("  " + ", ".join(f"{n} {what}" for what, n in total.items())
      + f"; {repeated} pages share an event with another; {inexact} contexts read otherwise and named in a diagnostic; lost: {dict(lost) or 'nothing'}")
sys.exit(1 if lost else 0)
