#!/usr/bin/env python3
"""Holds timelines as iCalendar and as TimelineJS against what the formats ask for, and against the
timeline as JSON.

  timeline_formats.py TIMELINE.json TIMELINE.ics TIMELINEJS.json

iCalendar: RFC 5545's lines (3.1: CRLF, at most 75 octets, UTF-8 whole in each), its required and
unique properties (3.6, 3.6.1), its values; then the icalendar package reads it and gives the events
of the JSON back. TimelineJS: timelinejs.schema.json, dates that there are, ids that are unique, text
without markup of its own. Exits with 1 at the first that does not hold.
"""
import datetime, html, json, os, re, sys

import icalendar
import jsonschema

timeline_path, ics_path, js_path = sys.argv[1:4]
timeline = json.load(open(timeline_path, encoding="utf-8"))
events = {event["event"]: event for event in timeline["events"]}


def fail(path, text):
    print(f"timeline_formats: {path}: {text}", file=sys.stderr)
    sys.exit(1)


def span(text):
    """First day of a date and the day after its last; None where that is beyond year 9999."""
    parts = [int(part) for part in text.split("-")]
    first = datetime.date(*(parts + [1, 1])[:3])
    try:
        if len(parts) == 3:
            return first, first + datetime.timedelta(1)
        if len(parts) == 2:
            month = first.month % 12 + 1
            return first, datetime.date(first.year + (month == 1), month, 1)
        return first, datetime.date(first.year + 1, 1, 1)
    except (OverflowError, ValueError):
        return first, None


def lines_of(path):
    """The unfolded content lines (3.1)."""
    data = open(path, "rb").read()
    if not data.endswith(b"\r\n"):
        fail(path, "the last line lacks its end")
    if re.search(rb"[^\r]\n|\r[^\n]", data):
        fail(path, "a line does not end in CRLF")
    physical = data[:-2].split(b"\r\n")
    for number, line in enumerate(physical, 1):
        if len(line) > 75:
            fail(path, f"line {number} has {len(line)} octets, over 75")
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            fail(path, f"line {number} holds a control character")
        line.decode("utf-8")
    return re.sub(rb"\r\n[ \t]", b"", data[:-2]).decode("utf-8").split("\r\n")


def check_ics(path):
    lines = lines_of(path)
    for line in lines:
        if not re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[^:;\"]+)*:.*", line):
            fail(path, f"no content line: {line[:80]!r}")
    if lines[:2] != ["BEGIN:VCALENDAR", "VERSION:2.0"] or lines[-1] != "END:VCALENDAR":
        fail(path, "not one calendar of version 2.0")
    if sum(line.startswith("PRODID:") for line in lines) != 1:
        fail(path, "PRODID must stand once")
    blocks = re.findall(r"BEGIN:VEVENT\n(.*?)\nEND:VEVENT", "\n".join(lines), re.S)
    if not blocks and "BEGIN:VTIMEZONE" not in lines:
        fail(path, "a calendar without any component")
    identifiers = set()
    for block in blocks:
        names = [re.match(r"[A-Z-]+", line)[0] for line in block.split("\n")]
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            if names.count(name) != 1:
                fail(path, f"{name} must stand once in an event:\n{block}")
        for name in ("DTEND", "URL", "TRANSP", "CATEGORIES"):
            if names.count(name) > 1:
                fail(path, f"{name} stands twice:\n{block}")
        if not re.search(r"^DTSTAMP:\d{8}T\d{6}Z$", block, re.M):
            fail(path, f"DTSTAMP is not in UTC:\n{block}")
        text = re.search(r"^SUMMARY:(.*)$", block, re.M)[1]
        if re.search(r"(?<!\\)(?:\\\\)*[,;]|(?<!\\)(?:\\\\)*\\[^\\,;nN]", text):
            fail(path, f"a text that is not escaped: {text[:80]!r}")
        identifiers.add(re.search(r"^UID:(.*)$", block, re.M)[1])
    if len(identifiers) != len(blocks):
        fail(path, "two events have one UID")

    calendar = icalendar.Calendar.from_ical(open(path, "rb").read())
    found = calendar.walk("VEVENT")
    if any(component.errors for component in calendar.walk()):
        fail(path, f"icalendar: {[c.errors for c in calendar.walk() if c.errors][:3]}")
    if len(found) != len(events):
        fail(path, f"icalendar finds {len(found)} of {len(events)} events")
    for component in found:
        event = events[str(component["UID"]).removesuffix("@weft")]
        first, after = span(event["date"])
        if component["DTSTART"].dt != first:
            fail(path, f"{event['event']} begins on {component['DTSTART'].dt}, not {first}")
        if (component["DTEND"].dt if "DTEND" in component else None) != after:
            fail(path, f"{event['event']} does not end before {after}")
        if str(component["SUMMARY"]) != event["title"]:
            fail(path, f"{event['event']}: {component['SUMMARY']!r} is not its title")
    return len(found)


def check_js(path):
    data = json.load(open(path, encoding="utf-8"))
    here = os.path.dirname(os.path.abspath(__file__))
    schema = json.load(open(os.path.join(here, "timelinejs.schema.json"), encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(data):
        fail(path, f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    slides = data["events"]
    if len(slides) != min(len(events), 100):
        fail(path, f"{len(slides)} slides of {len(events)} events; at most 100 are wanted")
    if len({slide["unique_id"] for slide in slides}) != len(slides):
        fail(path, "two slides have one id")
    for slide in slides:
        event = events[slide["unique_id"]]
        date = "-".join(
            f"{slide['start_date'][key]:0{width}}"
            for key, width in (("year", 4), ("month", 2), ("day", 2)) if key in slide["start_date"])
        if date != event["date"]:
            fail(path, f"{event['event']}: {date} is not {event['date']}")
        body = slide["text"]["text"].removeprefix("<p>").removesuffix("</p>")
        if "<" in body or html.unescape(body) != event["title"]:
            fail(path, f"{event['event']}: {body[:80]!r} is not its title")
    left = len(events) - len(slides)
    if left > 0 and f"{len(slides)} of {len(events)}" not in data["title"]["text"]["text"]:
        fail(path, "it is not said how many events are left out")
    return len(slides)


found, slides = check_ics(ics_path), check_js(js_path)
print(f"{timeline['subject'][:60]}: {found} events in iCalendar, {slides} slides in TimelineJS")
