"""Holds graphs of the portal's wikitext against its gold, made by another parser from the same bytes.

--graph is of the wikitext alone: events, topic paths, categories, links and sources are compared one
by one; pages that tell of one event share what it holds, and a name stands for its other spellings.
--both is of wikitext and archive pages together: an event that both hold must be one event.
Every disagreement goes to --list, by its class; WIKITEXT.md says who is right in each.
"""
import argparse, collections, json, lzma, sqlite3, sys

ap = argparse.ArgumentParser(description=__doc__)
for name in ("graph", "both", "gold"):
    ap.add_argument("--" + name, required=True)
ap.add_argument("--list", help="write every disagreement to this file, one JSON object a line")
a = ap.parse_args()
Counter = collections.Counter

# White space is compared as one space: the gold keeps the no-break spaces and double spaces of names.
plain = lambda text: " ".join(text.split())

gold = {}
for line in lzma.open(a.gold, "rt", encoding="utf-8"):
    event = json.loads(line)
    if event["origin"].startswith("nixworks/wiki-raw:"):
        gold[event["path"]] = event


def edges(db):
    for source, outgoing in db.execute("SELECT node, edges FROM outgoing"):
        for relation, target, _, _, _, evidence in json.loads(outgoing):
            yield source, relation, target, evidence


def read(path):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    pages = collections.defaultdict(list)
    for page, node in db.execute("SELECT path, node FROM page"):
        pages[node].append(page)
    text = dict(db.execute("SELECT number, text FROM quote"))
    rule = dict(db.execute("SELECT number, name FROM rule"))
    relation = dict(db.execute("SELECT number, name FROM relation"))
    names, rules_of_event, category, called = {}, {}, {}, {}
    events, event_of = {}, {}
    for number, name, aliases, evidence in db.execute("SELECT number, name, aliases, evidence FROM node"):
        names[number] = name
        called.update((plain(alias), plain(name)) for alias in (aliases or "").splitlines())
        if number not in pages:
            continue
        event_of[number] = dict(links=Counter(), topics=set(), inner=set(), urls=Counter(),
                                pages=pages[number])
        pieces = json.loads(evidence or "[]")
        for page in pages[number]:
            events[page] = event_of[number]
            rules_of_event[page] = {rule[p[5]] for p in pieces}
            for p in pieces:
                if rule[p[5]] == "wikitext.category":
                    category[page] = text[p[4]]
    parents, publishers = set(), collections.defaultdict(set)
    bare = 0
    for source, kind, target, pieces in edges(db):
        bare += not pieces
        kind = relation[kind]
        event = event_of.get(source)
        if event is None:
            if kind == "partOf":
                parents.add((plain(names[source]), plain(names[target])))
            elif kind == "publishedBy":
                publishers[names[source]].add(plain(names[target]))
            continue
        for p in pieces:
            name = rule[p[5]]
            if kind == "hasContext" and name == "wikitext.link":
                event["links"][plain(text[p[4]]), plain(names[target])] += 1
            elif kind == "hasContext" and name == "wikitext.topic":
                event["topics"].add(plain(names[target]))
            elif kind == "partOf" and name == "wikitext.topic":
                event["inner"].add(plain(names[target]))
            elif kind == "reportedBy" and name == "wikitext.source":
                event["urls"][names[target]] += 1
    return dict(events=events, rules=rules_of_event, category=category, parents=parents,
                publishers=publishers, names=names, called=called, bare=bare)


ours = read(a.graph)
spelled = lambda name: ours["called"].get(plain(name), plain(name))
total, agreed, listed = Counter(), Counter(), []


def differ(what, page, theirs, mine):
    listed.append(dict(what=what, page=page, gold=theirs, ours=mine))


spellings = collections.defaultdict(Counter)
for page, e in gold.items():
    total["events"] += 1
    total["links"] += len(e["links"])
    total["sources"] += len(e["sources"])
    total["topics"] += 1
    total["categories"] += 1
    mine = ours["events"].get(page)
    if mine is None:
        differ("event", page, e["title"], None)
        continue
    agreed["events"] += 1
    links = Counter((plain(l["label"]), spelled(l["target"])) for l in e["links"] if l["target"])
    total["links"] -= sum(not l["target"] for l in e["links"])
    agreed["links"] += sum((links & mine["links"]).values())
    others = Counter(
        (plain(l["label"]), spelled(l["target"]))
        for other in mine["pages"] if other != page and other in gold for l in gold[other]["links"])
    if links - mine["links"] or mine["links"] - links - others:
        differ("links", page, sorted(links - mine["links"]), sorted(mine["links"] - links))
    sources = Counter()
    for s in e["sources"]:
        sources[s["url"].strip()] += 1
        named = plain(s["label"]) in ours["publishers"][s["url"].strip()]
        if named and mine["urls"][s["url"].strip()]:
            agreed["sources"] += 1
        else:
            differ("sources", page, [s["label"], s["url"]], sorted(ours["publishers"].get(s["url"].strip(), [])))
    others = {s["url"].strip() for other in mine["pages"] if other in gold for s in gold[other]["sources"]}
    for url in mine["urls"]:
        if url not in sources and url not in others:
            differ("more sources", page, None, url)
    # A topic that is no link, or more than links, is named by its words.
    path = [({spelled(t) for t in topic["targets"]}, spelled(topic["label"])) for topic in e["topics"]]
    fits = all(targets & mine["topics"] or label in mine["topics"] for targets, label in path)
    if path:
        targets, label = path[-1]
        inner = mine["inner"]
        fits = fits and (inner == targets or inner == {label}
                         or len(mine["pages"]) > 1 and (targets <= inner or label in inner))
    for (outer, outer_label), (inner, inner_label) in zip(path, path[1:]):
        above, below = outer | {outer_label}, inner | {inner_label}
        same = above & below
        fits = fits and (bool(same) or any((x, y) in ours["parents"] for x in below for y in above))
    fits = fits and (bool(path) == bool(mine["topics"]) or len(mine["pages"]) > 1)
    agreed["topics"] += fits
    if not fits:
        differ("topics", page, e["topics"], [sorted(mine["topics"]), sorted(mine["inner"])])
    spellings[e["category"]][ours["category"].get(page, "")] += 1
for page in ours["events"].keys() - gold.keys():
    differ("more events", page, None, page)
# Every spelling has one name, and a heading is named where, and only where, there is one.
for spelling, names in spellings.items():
    best = names.most_common(1)[0][1] if bool(spelling) == bool(names.most_common(1)[0][0]) else 0
    agreed["categories"] += best
    if len(names) > 1 or not best:
        differ("categories", None, spelling, dict(names))

both = read(a.both)
for page in gold:
    total["one event of both"] += 1
    if {"page.title", "wikitext.event"} <= both["rules"].get(page, set()):
        agreed["one event of both"] += 1
    else:
        differ("one event of both", page, page, sorted(both["rules"].get(page, [])))

needed = {"events": 99, "links": 99, "sources": 98, "topics": 99, "categories": 99, "one event of both": 99}
failed = False
for what, least in needed.items():
    share = 100 * agreed[what] / total[what]
    failed = failed or share < least
    print(f"  {what:18} {agreed[what]:>7} of {total[what]:>7}  {share:.2f} %, needed {least}")
names = Counter(name for counts in spellings.values() for name in counts if name)
print(f"  {len(spellings) - 1} spellings of headings under {len(names)} names; disagreements: "
      + ", ".join(f"{n} {what}" for what, n in sorted(Counter(d["what"] for d in listed).items())))
if ours["bare"] or both["bare"]:
    print(f"  {ours['bare'] + both['bare']} edges have no evidence")
    failed = True
if a.list:
    with open(a.list, "w", encoding="utf-8") as out:
        for d in listed:
            out.write(json.dumps(d, ensure_ascii=False) + "\n")
sys.exit(failed)
