#!/usr/bin/env python3
"""Records that transform writes agree with themselves: addresses_agree.py DAICHO DATA

Each municipal table is transformed into its model by the registry of DAICHO_NATIONWIDE_REGISTRY, and checked before and
after. What the rules of Address find in the result and did not find in the source, transform has brought in. A few
records may differ by forms of characters that the rules do not fold (祢宜 and 禰宜); a town id stands never beside
another name.
"""

import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

FORMS_OF_CHARACTERS = 30  # findings, of 11,000 records


def run(*arguments):
    command = [sys.argv[1], "--registry", os.environ["DAICHO_NATIONWIDE_REGISTRY"], *arguments]
    return subprocess.run(command, capture_output=True, text=True)


def check(path, *options):
    """The model of a table, its records, and the findings of the rules of Address."""
    told = run("validate", str(path), "--format", "json", *options)
    if not told.stdout.startswith("{"):
        return None, 0, collections.Counter()
    table = json.loads(told.stdout)["files"][0]
    found = collections.Counter()
    for rule in table["summary"]["rules"]:
        if rule["rule"].startswith("Address."):
            found[rule["rule"]] += rule["count"]
    return table["model"], table["records"], found


def main():
    if "DAICHO_NATIONWIDE_REGISTRY" not in os.environ:
        sys.exit("DAICHO_NATIONWIDE_REGISTRY names no registry")
    records, brought_in = 0, collections.Counter()
    with tempfile.TemporaryDirectory() as scratch:
        for source in sorted(pathlib.Path(sys.argv[2], "municipal").glob("*.csv")):
            model, count, before = check(source)
            if not model:
                continue
            result = pathlib.Path(scratch, "result.csv")
            name = model.rsplit("/", 1)[-1]
            run("transform", str(source), "--to", name, "--encoding", "UTF-8", "-o", str(result))
            _, _, after = check(result, "--model", name)
            for rule, new in (after - before).items():
                print(f"{source.name}: {rule} {before[rule]} -> {after[rule]}")
                brought_in[rule] += new
            records += count
    print(f"{records} records: {dict(brought_in)}")
    if records < 10_000 or brought_in["Address.town-id-and-name"] or sum(brought_in.values()) > FORMS_OF_CHARACTERS:
        sys.exit("records that contradict themselves were written, or too few were read")


main()
