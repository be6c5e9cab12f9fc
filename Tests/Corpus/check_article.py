"""Checks what weft reads from the real article: its parts, who says what, and the dates.

With --graph, of wikitext to 2014, also which entities it finds in it.
"""

import argparse
import json
import subprocess
import sys

FOUND = {
    "John Kerry": "John Kerry", "Sergei Lavrov": "Sergey Lavrov", "Mark Toner": "Mark Toner",
    "Toner": "Mark Toner", "Zahran Alloush": "Zahran Alloush", "Jaysh al-Islam": "Jaysh al-Islam",
    "State Department": None, "United Nations": "United Nations", "Russia": "Russia",
    "Syria": "Syria", "Islamic State": None, "Riyadh": "Riyadh",
}


def mentions(arguments):
    run = subprocess.run(
        [arguments.weft, "annotate", "--graph", arguments.graph, arguments.article],
        capture_output=True, check=True)
    found = json.loads(run.stdout)
    names = {m["text"]: m["name"] for m in found["mentions"]}
    problems = [
        f"mention {text!r}: {names.get(text)!r}" for text, name in FOUND.items()
        if text not in names or name is not None and names[text] != name]
    with open(arguments.article, encoding="utf-8") as file:
        headline = file.read().index("US Notes")
    for mention in found["mentions"] + found["candidates"]:
        if mention["start"] < headline:
            problems.append(f"furniture: {mention['text']!r}")
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weft", required=True)
    parser.add_argument("--article", required=True)
    parser.add_argument("--graph")
    arguments = parser.parse_args()
    run = subprocess.run([arguments.weft, "read", arguments.article], capture_output=True, check=False)
    problems = []
    if run.returncode != 0 or run.stderr:
        problems.append(f"weft read: {run.returncode}, {run.stderr.decode()[:200]}")
    lines = run.stdout.decode().splitlines()
    article = json.loads(lines[0]) if lines else {}
    with open(arguments.article, "rb") as file:
        data = file.read()

    def text(fact):
        return fact["text"] if fact else None

    def expect(what, found, wanted):
        if found != wanted:
            problems.append(f"{what}: {found!r}, not {wanted!r}")

    expect("schema", article.get("schema"), "weft.article/1")
    expect("headline", text(article.get("headline")),
           "US Notes 'Troubling' Rise in Civilian Deaths From Russian Airstrikes in Syria")
    roles = {}
    for block in article.get("blocks", []):
        roles.setdefault(block["role"], []).append(text(block["text"]))
    expect("furniture", roles.get("furniture"), ["Accessibility links", "Breaking News"])
    expect("captions", len(roles.get("caption", [])), 1)
    expect("paragraphs", len(roles.get("paragraph", [])), 12)
    expect("last paragraph", roles.get("paragraph", [""])[-1][-25:], "art with little progress.")
    expect("published", article.get("published"), None)
    expect("not before", article.get("notBefore"), "2015-10-03")
    said = [(text(quote.get("name")), text(quote["pieces"][0]["words"])[:21])
            for quote in article.get("quotes", [])]
    expect("quotations", said, [
        ("Obama administration", "marked and troubling"),
        ("Mark Toner", "We've consistently ur"),
        ("Russia", "terrorists"),
        ("Mark Toner", "counterproductive."),
        ("Mark Toner", "When we see these kin"),
    ])
    dates = [(text(date["text"]), date.get("date")) for date in article.get("dates", [])]
    expect("dates", dates, [
        ("Oct. 3, 2015", "2015-10-03"), ("Tuesday", None), ("September", None), ("last week", None),
        ("January 25", None), ("last year", None)])

    def spans(value):
        if isinstance(value, dict):
            if "start" in value and not value.get("isCleaned"):
                yield value
            for inner in value.values():
                yield from spans(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from spans(inner)

    count = 0
    for fact in spans(article):
        count += 1
        words = data[fact["start"]:fact["start"] + fact["length"]].decode()
        line = data[:fact["start"]].count(b"\n") + 1
        if words != fact["text"] or line != fact["line"]:
            problems.append(f"place of {fact['text'][:40]!r}")
    if count < 30:
        problems.append(f"only {count} places")
    if arguments.graph:
        problems += mentions(arguments)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
