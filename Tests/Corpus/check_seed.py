"""The event page that the project starts from, as `weft neighbors` and `weft draw` give it."""
import argparse, json, subprocess, sys, tempfile, os

ap = argparse.ArgumentParser(description=__doc__)
ap.add_argument("--weft", required=True)
ap.add_argument("--graph", required=True)
a = ap.parse_args()

def weft(*arguments):
    return subprocess.run([a.weft, *arguments, "--graph", a.graph], check=True, capture_output=True).stdout

answer = json.loads(weft("neighbors", "Amnesty International reports", "--format", "json"))
neighbors = answer["neighbors"]

def of(relation, direction="out"):
    return [n for n in neighbors if n["relation"] == relation and n["direction"] == direction]

failures = []
def expect(what, got, wanted):
    if got != wanted:
        failures.append(f"{what}: {got!r} instead of {wanted!r}")

expect("date", answer["node"].get("date"), "2015-12-23")
expect("related dates in order", [n["node"]["date"] for n in of("relatedTo")],
       ["2016-01-09", "2015-12-02", "2015-12-15", "2015-11-09", "2015-10-06"])
expect("contexts", sorted(n["node"]["name"] for n in of("hasContext")),
       ["Russia", "Russian military intervention in the Syrian Civil War", "Syrian Civil War"])
expect("evidence lines of contexts", [sorted({e["line"] for e in n["evidence"]}) for n in of("hasContext")],
       [[15, 16, 17, 18, 19]] * 3)
expect("sources", [n["node"]["name"] for n in of("reportedBy")], ["http://www.bbc.com/news/world-middle-east-35162523"])
shown = json.loads(weft("show", "Amnesty International reports", "--format", "json"))
expect("image", "_87309946_87309943.jpg" in json.dumps(shown), True)
with tempfile.TemporaryDirectory() as folder:
    for ending, start in (("svg", b"<?xml"), ("png", b"\x89PNG\r\n"), ("pdf", b"%PDF")):
        file = os.path.join(folder, "seed." + ending)
        weft("draw", "Amnesty International reports", "-o", file)
        data = open(file, "rb").read()
        expect(ending + " signature", data[: len(start)], start)
        expect(ending + " is a picture", len(data) > 5_000, True)
        if ending == "svg":
            for date in ("2015-12-23", "2016-01-09", "2015-12-02", "2015-12-15", "2015-11-09", "2015-10-06"):
                day = date[-2:].lstrip("0")
                if date not in data.decode() and day not in data.decode():
                    failures.append(f"svg does not show {date}")
print("\n".join("  " + f for f in failures) or "  all as it should be")
sys.exit(1 if failures else 0)
