#!/usr/bin/env python3
"""Compares editions of published tables twice, with the program and by plain means: editions.py DAICHO DATA
The records that came, went and changed, their cells and the classes of those must be the same; `patch` must make
the records of the later edition, and `undo` give back the bytes of the earlier one."""
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

from pairs import all_pairs, plain, rows_of
from plain_classes import Kanji, Successors, class_of


def read(data):
    for encoding in ("utf-8-sig", "cp932"):
        try:
            header, *rows = [row for row in rows_of(data, encoding) if any(row)]
            return header, rows
        except UnicodeDecodeError:
            pass
    raise SystemExit("neither UTF-8 nor CP932")


class Tables:
    """Both editions, with the columns that they have in common."""

    def __init__(self, pair):
        (self.old_header, self.old), (self.new_header, self.new) = read(pair.before), read(pair.after)
        self.columns = []  # header in the new one, place in the old and in the new one
        for place, header in enumerate(self.new_header):
            old = pair.renamed.get(header, header)
            if old in self.old_header and header not in pair.ignored:
                self.columns.append((header, self.old_header.index(old), place))
        self.key = [header for header, _, _ in self.columns if header in pair.key]

    def old_cells(self, row):
        return tuple(row[old] for _, old, _ in self.columns)

    def new_cells(self, row):
        return tuple(row[new] for _, _, new in self.columns)

    def key_of(self, cells):
        if not self.key:
            return cells
        return tuple(cell.strip() for (header, _, _), cell in zip(self.columns, cells) if header in self.key)


def pairs_of_records(tables):
    """Records of one key: equal ones first, then in their order."""
    old, new = defaultdict(list), defaultdict(list)
    for row in tables.old:
        cells = tables.old_cells(row)
        old[tables.key_of(cells)].append(cells)
    for row in tables.new:
        cells = tables.new_cells(row)
        new[tables.key_of(cells)].append(cells)
    for key in old.keys() | new.keys():
        same = Counter(old[key]) & Counter(new[key])
        was, now = without(old[key], same), without(new[key], same)
        yield from zip(was, now)
        yield from ((cells, None) for cells in was[len(now):])
        yield from ((None, cells) for cells in now[len(was):])


def without(records, same):
    left, rest = Counter(same), []
    for cells in records:
        if left[cells]:
            left[cells] -= 1
        else:
            rest.append(cells)
    return rest


def plain_differences(tables, class_of_cells):
    """Counts of what differs: (op, class), and of each cell that changed."""
    records, cells = Counter(), Counter()
    for was, now in pairs_of_records(tables):
        if was is None or now is None:
            records["added" if was is None else "removed"] += 1
            continue
        records["changed"] += 1
        for (header, _, _), before, after in zip(tables.columns, was, now):
            if before != after:
                cells[header, before, after, class_of_cells(before, after)] += 1
    return records, cells


def told_differences(lines, tables):
    labels = {header for header, _, _ in tables.columns}
    records, cells = Counter(), Counter()
    for line in lines.splitlines():
        told = json.loads(line)
        if told["op"] not in ("added", "removed", "changed"):
            continue
        if told["op"] != "changed":
            records[told["op"]] += 1
            continue
        changed = [item for item in told["items"] if item["item"] in labels and item["class"] != "column"]
        records["changed"] += bool(changed)
        for item in changed:
            before, after = item["before"] or "", item["after"] or ""
            cells[item["item"], before, after, item["class"]] += 1
    return records, cells


def record_texts(data):
    header, rows = read(data)
    order = sorted(range(len(header)), key=lambda i: (header[i], i))
    return sorted(tuple(header[i] for i in order)), Counter(tuple(row[i] for i in order) for row in rows)


class Editions:
    """Runs the program on one pair after the other, in a scratch folder."""

    def __init__(self, daicho, data):
        self.daicho, self.failed = daicho, False
        self.successors = Successors(f"{data}/municipality/haichibungo-estat/haichibungo_1970_2024.csv.gz")
        self.kanji = Kanji(f"{data}/characters/variants")

    def run(self, *arguments):
        done = subprocess.run([self.daicho, *arguments], capture_output=True, check=False)
        if done.returncode == 2:
            raise SystemExit(f"{' '.join(arguments)}: {done.stderr.decode()}")
        return done

    def expect(self, told, expected, what):
        if told == expected:
            return
        self.failed = True
        print(f"  {what}: only the program says {list((told - expected).items())[:8]}, "
              f"only plain means say {list((expected - told).items())[:8]}")

    def class_of(self, before, after):
        return class_of(before, after, self.successors, self.kanji)

    def compare(self, pair):
        tables = Tables(pair)
        by = ["--key", ",".join(pair.key)] if pair.key else ["--no-key"]
        maps = [f"--map={old}={new}" for new, old in pair.renamed.items() if old != new]
        lines = self.run("diff", "old.csv", "new.csv", "--format", "jsonl", "--show-values", *by, *maps).stdout
        told_records, told_cells = told_differences(lines.decode(), tables)
        records, cells = plain_differences(tables, self.class_of)
        self.expect(told_records, records, "records")
        self.expect(told_cells, cells, "cells")
        print(f"{pair.name}: " + ", ".join(f"{count} {op}" for op, count in sorted(records.items())))
        classes = Counter()
        for (_, _, _, kind), count in cells.items():
            classes[kind] += count
        print("   cells: " + ", ".join(f"{count} {kind}" for kind, count in sorted(classes.items())))
        return lines

    def make_and_take_back(self, pair, lines):
        write("changes.jsonl", lines)
        self.run("patch", "old.csv", "changes.jsonl", "-o", "made.csv", "--record", "undo.jsonl")
        (made_columns, made), (columns, wanted) = record_texts(plain("made.csv")), record_texts(pair.after)
        self.expect(Counter(made_columns), Counter(columns), "columns of the patched table")
        self.expect(made, wanted, "records of the patched table")
        self.run("undo", "undo.jsonl", "made.csv", "-o", "back.csv")
        if plain("back.csv") != pair.before:
            self.failed = True
            print("  undo does not give back the bytes")

    def hold(self, pair):
        write("old.csv", pair.before)
        write("new.csv", pair.after)
        self.make_and_take_back(pair, self.compare(pair))
        for name in ("made.csv", "undo.jsonl", "back.csv"):
            os.remove(name)


def write(name, data):
    with open(name, "wb") as file:
        file.write(data)


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    editions = Editions(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
    data = os.path.abspath(sys.argv[2])
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        count = 0
        for count, pair in enumerate(all_pairs(data), 1):
            editions.hold(pair)
    print(f"{count} pairs")
    sys.exit(editions.failed or count < 12)


main()
