"""Validates lines of 'weft read' on standard input against the JSON Schema files that describe them.

Also that the schemas refuse what is none of it: each kind of line with a required member taken away,
and with a member of another type.

    weft read INPUT… | python read_schema.py [--least N]
"""

import argparse
import copy
import json
import pathlib
import sys

import jsonschema

from report import Report

FOLDER = pathlib.Path(__file__).parent.parent.parent / "Sources/EventIngest/ReportJSONL"


def schema_name(schema):
    return schema["properties"]["schema"]["const"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--least", type=int, default=1, help="lines that there must be")
    arguments = arguments.parse_args()
    report = Report()
    validators = {}
    for path in sorted(FOLDER.glob("*.schema.json")):
        schema = json.loads(path.read_text())
        report.run(f"{path.name} is a schema", lambda: jsonschema.Draft202012Validator.check_schema(schema))
        validators[schema_name(schema)] = jsonschema.Draft202012Validator(schema)

    counts = {name: 0 for name in validators}
    samples, wrong = {}, []
    for number, line in enumerate(sys.stdin, 1):
        value = json.loads(line)
        validator = validators.get(value.get("schema"))
        if validator is None:
            wrong.append(f"line {number}: no schema is called {value.get('schema')!r}")
            continue
        counts[value["schema"]] += 1
        samples.setdefault(value["schema"], value)
        for error in validator.iter_errors(value):
            wrong.append(f"line {number}: {error.json_path}: {error.message[:200]}")
            break
    report.check(f"every line is what its schema says ({counts})", not wrong, "; ".join(wrong[:3]))
    report.check(f"at least {arguments.least} lines", sum(counts.values()) >= arguments.least)
    for name, sample in samples.items():
        validator = validators[name]
        for member in validator.schema["required"]:
            less = copy.deepcopy(sample)
            del less[member]
            report.check(f"{name} without '{member}' is refused", not validator.is_valid(less))
            other = copy.deepcopy(sample)
            other[member] = [1]
            report.check(f"{name} with a list for '{member}' is refused", not validator.is_valid(other))
    return report.close()


sys.exit(main())
