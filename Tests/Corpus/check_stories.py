#!/usr/bin/env python3
"""Stories of the corpus are the same whatever the order of the input, the threads and the process: the
same partition, ids, labels and all else that `weft stories` writes; and the graph with stories in it is
the same bytes.

  check_stories.py --weft WEFT --reports REPORTS.jsonl --work FOLDER [--shuffles 20]

REPORTS: what `weft read` wrote. Its lines are shuffled with seeds 1, 2, …; builds take 1, 2 and 4 threads
in turn. Then a day is added: at most 1 % of the older events may change the id of their story. Standard
library only.
"""
import argparse, hashlib, json, os, random, subprocess, sys

parser = argparse.ArgumentParser()
for name in ("weft", "reports", "work"):
    parser.add_argument("--" + name, required=True)
parser.add_argument("--shuffles", type=int, default=20)
args = parser.parse_args()
os.makedirs(args.work, exist_ok=True)
failures = 0


def fail(text):
    global failures
    failures += 1
    print(f"check_stories: {text}")


def build(lines, name, *options):
    """The graph of some lines, in the order in which they are given."""
    graph = os.path.join(args.work, name)
    done = subprocess.run(
        [args.weft, "build", "-", "-o", graph, *options], input=b"".join(lines),
        stderr=subprocess.PIPE)
    if done.returncode not in (0, 2):
        sys.exit(f"check_stories: build {name} ended with {done.returncode}: {done.stderr[-400:]!r}")
    return graph


def listing(graph, *options):
    return subprocess.run(
        [args.weft, "stories", "--graph", graph, *options], stdout=subprocess.PIPE, check=True).stdout


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


lines = open(args.reports, "rb").readlines()
if lines and not lines[-1].endswith(b"\n"):
    lines[-1] += b"\n"
graph = build(lines, "first.weft", "--stories", "--threads", "1")
first = digest(graph)
stories = listing(graph)
plain = build(lines, "plain.weft")
if listing(plain) != stories:
    fail("stories of the file are not those that are computed from a graph without them")
count = stories.count(b"\n")
if count < 1000:
    fail(f"only {count} stories")
for shuffle in range(1, args.shuffles + 1):
    mixed = lines[:]
    random.Random(shuffle).shuffle(mixed)
    threads = ("1", "2", "4")[shuffle % 3]
    other = build(mixed, "other.weft", "--stories", "--threads", threads)
    if digest(other) != first:
        same = "but the same stories" if listing(other) == stories else "and other stories"
        fail(f"shuffle {shuffle} on {threads} threads: other bytes, {same}")

# A day more: the last that many lines tell of.
days = {}
for line in lines:
    date = json.loads(line).get("date")
    if date:
        days[date] = days.get(date, 0) + 1
last = max(date for date, number in days.items() if number >= 5)
earlier = [line for line in lines if json.loads(line).get("date", "") < last]
before = build(earlier, "earlier.weft", "--stories")
after = build(lines, "later.weft", "--stories", "--stories-since", before)
ids = {}
for graph, which in ((before, 0), (after, 1)):
    for line in listing(graph).splitlines():
        story = json.loads(line)
        for event in story["events"]:
            ids.setdefault(event, [None, None])[which] = story["story"]
old = [pair for pair in ids.values() if pair[0]]
changed = sum(pair[0] != pair[1] for pair in old)
print(f"{count} stories, {args.shuffles} shuffles; a day more ({last}) changes the story of "
      f"{changed} of {len(old)} events")
if changed > 0.01 * len(old):
    fail("that is more than 1 %")
sys.exit(1 if failures else 0)
