#!/usr/bin/env python3
"""A repository of the 147 municipal files with a baseline of what is wrong in them: municipal.py DAICHO DATA
What is done to every file at once must come to what one expects: nothing new where records change places or safe
repairs are made, a new finding in each file that an error is put into, and each renamed column told."""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

CONTROL = "\x07"
HEADER = re.compile("#property,|,?避難先名称")
HEAD = re.compile("\ufeff?#|,?避難先名称")  # what stands above the records of some files


def read(name):
    with open(name, "rb") as file:
        data = file.read()
    for encoding in ("utf-8", "cp932"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            pass
    raise SystemExit(f"{name}: neither UTF-8 nor CP932")


class Table:
    """The text of a table, by records; `head` stand above those of the table, `header` is one of them."""

    def __init__(self, name):
        self.name = name
        text, self.encoding = read(name)
        self.records = re.findall(r'(?:"(?:[^"]|"")*"|[^"\n])*\n|(?:"(?:[^"]|"")*"|[^"\n])+$', text)
        self.head = max((row + 1 for row, record in enumerate(self.records[:12]) if HEAD.match(record)), default=1)
        self.header = next((row for row in range(self.head) if HEADER.match(self.records[row])), self.head - 1)

    def write(self):
        with open(self.name, "wb") as file:
            file.write("".join(self.records).encode(self.encoding))

    def turn_over(self):
        """The records in the other order; the end of the file stays as it is."""
        body = self.records[self.head:]
        ended = [record.rstrip("\r\n") for record in body]
        ends = [record[len(text):] for record, text in zip(body, ended)]
        self.records[self.head:] = [text + end for text, end in zip(reversed(ended), ends)]

    def spoil(self):
        """Puts a control character into the first cell of the last record."""
        self.records[-1] = re.sub('^("?)', r"\1x" + CONTROL, self.records[-1], count=1)

    def rename(self):
        """Gives the first column that has a name another one."""
        row = self.header
        self.records[row] = re.sub('^(\ufeff?,*"?)', r"\1別の", self.records[row], count=1)


class Repository:
    """The files, with settings and a baseline that were made of them, in the folder that this runs in."""

    def __init__(self, daicho, data):
        self.daicho, self.originals, self.failed = daicho, f"{data}/municipal", False
        self.restore()
        self.run("init")
        self.run("baseline", "create")
        self.known = self.check()[1]["known"]

    def restore(self):
        shutil.rmtree("tables", ignore_errors=True)
        shutil.copytree(self.originals, "tables", copy_function=shutil.copyfile, ignore=lambda *_: ["manifest.csv"])
        os.chmod("tables", 0o755)
        self.names = sorted(glob.glob("tables/*.csv"))

    def change(self, names, change):
        self.restore()
        for name in names:
            table = Table(name)
            change(table)
            table.write()

    def run(self, *arguments):
        done = subprocess.run([self.daicho, "--lang", "en", *arguments], capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(arguments)}: {done.stderr.decode()}")
        return done

    def check(self, *arguments):
        """The exit code, the counts, and the new findings."""
        done = self.run("check", "--format", "jsonl", *arguments)
        lines = (json.loads(line) for line in done.stdout.decode().splitlines())
        counts = {word: int(count) for word, count in re.findall("(records|errors|warnings|infos|known|fixed) ([0-9]+)",
                                                                  done.stderr.decode().replace(":", ""))}
        return done.returncode, counts, [line for line in lines if "rule" in line]

    def expect(self, what, holds, findings=()):
        print(f"{what}: {'as expected' if holds else 'NOT AS EXPECTED'}")
        if not holds:
            self.failed = True
            for finding in findings[:40]:
                print("  ", finding["file"], finding["rule"], finding["header"], finding["value"])


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    daicho, data = map(os.path.abspath, sys.argv[1:])
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        os.environ["XDG_CACHE_HOME"] = f"{scratch}/home"
        hold(Repository(daicho, data))


def hold(repository):
    code, counts, new = repository.check()
    repository.expect("nothing changed", code == 0 and not new and counts["fixed"] == 0, new)

    repository.change(repository.names, Table.turn_over)
    code, counts, new = repository.check()
    repository.expect("records in another order", code == 0 and not new and counts["known"] == repository.known, new)

    spoilt, fixed, renamed = (repository.names[first::3] for first in range(3))  # the others are as they were
    repository.change(spoilt, Table.spoil)
    code, counts, new = repository.check()
    told = {finding["file"] for finding in new}
    marks = [finding["file"] for finding in new if finding["rule"] == "F005"]
    repository.expect("an error more in some files", code == 1 and told == set(spoilt) and sorted(marks) == spoilt, new)

    repository.restore()
    for name in fixed:
        repository.run("fix", name, "--in-place")
    code, counts, new = repository.check()
    # An address that can be read now shows what contradicts it: that is new.
    shown = [finding for finding in new if finding["rule"].startswith("Address.")]
    repository.expect(f"safe repairs, {counts['fixed']} findings gone and {len(new)} shown by them",
                      counts["fixed"] > 5000 and new == shown and len(new) < 20, new)

    repository.change(renamed, Table.rename)
    code, counts, new = repository.check("--keep-columns", "true", "--select", "P")
    told = [(finding["rule"], finding["file"]) for finding in new]
    repository.expect("a column renamed in some files", code == 1 and told == [("P705", name) for name in renamed], new)
    sys.exit(repository.failed)


main()
