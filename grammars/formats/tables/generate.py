#!/usr/bin/env python3
"""Derives cp932.txt and euc_jp.txt from the charmap files of glibc: generate.py DIRECTORY_WITH_CHARMAPS"""
import gzip
import re
import sys
from pathlib import Path

ORIGIN = """# {title}
# Origin: facts derived by generate.py from the charmap {charmap} of the GNU C Library (2003-07-18), 2026-11.
# Licence of this table: Apache-2.0, as the rest of the repository (code assignments are facts).
# One run of consecutive codes a line: first code (hexadecimal bytes), tab, the characters. Codes follow each other
# by their last byte; what is not listed is not assigned. "-" before the code: read, but never written.
# "U+E000*63" stands for 63 characters from U+E000 on.
"""


def assignments(path):
    """(bytes, character, written) of every code of two bytes and more"""
    for line in gzip.open(path, "rt", encoding="ascii"):
        found = re.match(r"(%IRREVERSIBLE%)?<U([0-9A-F]+)>\s+((?:/x[0-9a-f]{2})+)\s", line)
        if found:
            code = bytes.fromhex(found[3].replace("/x", ""))
            if len(code) > 1:
                yield code, int(found[2], 16), not found[1]


def runs(rows):
    """Joins neighbours: [first code, written, characters]"""
    last, run = None, None
    for code, character, written in sorted(rows):
        private = 0xE000 <= character < 0xF900
        follows = run and last[:-1] == code[:-1] and written == run[1] and private == run[3] and (
            code[-1] == last[-1] + 1 or (code[-1] == 0x80 and last[-1] == 0x7E))
        if not follows:
            run = [code, written, [], private]
            yield run
        run[2].append(character)
        last = code


def write(target, title, source):
    with open(target, "w", encoding="utf-8", newline="\n") as out:
        out.write(ORIGIN.format(title=title, charmap=source.name.removeprefix("glibc_").removesuffix(".charmap.gz")))
        for code, written, characters, private in list(runs(assignments(source))):
            text = "".join(map(chr, characters))
            if private:
                assert characters == list(range(characters[0], characters[0] + len(characters)))
                text = f"U+{characters[0]:04X}*{len(characters)}"
            out.write(f"{'' if written else '-'}{code.hex().upper()}\t{text}\n")


here = Path(__file__).parent
maps = Path(sys.argv[1])
write(here / "cp932.txt", "Windows code page 932 (Windows-31J): codes of two bytes", maps / "glibc_WINDOWS-31J.charmap.gz")
write(here / "euc_jp.txt", "EUC-JP with the characters of Windows (eucJP-ms): codes of two and three bytes",
      maps / "glibc_EUC-JP-MS.charmap.gz")
