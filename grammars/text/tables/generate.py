#!/usr/bin/env python3
"""Derives the tables of character sets beside it: generate.py DIRECTORY_WITH_PUBLICATIONS"""
import csv
import gzip
import re
import sys
from pathlib import Path

here = Path(__file__).parent
source = Path(sys.argv[1])

JIS = """# JIS X 0213:2004 and, within it, JIS X 0208: positions and the characters of Unicode
# Origin: facts derived by generate.py from jisx0213-2004-8bit-std.txt (Project X0213, 3 May 2009, "You can use,
# modify, distribute this table freely"), 2026-11. Licence of this table: Apache-2.0, as the rest of the repository.
# One run of neighbours a line: first position (plane-row-cell), tab, edition, tab, the characters.
# Edition: the year whose edition brought the characters; 1978, 1983 and 1990 are JIS X 0208, 2000 and 2004 are
# JIS X 0213. "full-width" and "windows" are other characters that stand for the position in files of Windows.
# A line of its own, as U+XXXX or U+XXXX+XXXX: sequences, and characters that cannot be seen or read alone.
"""
SETS = """# {title}
# Origin: {origin}
# Licence of this table: {licence}
# Characters in the order of their code points; a line with U+XXXX, or U+XXXX..XXXX for a range, is about what cannot
# be seen or would be taken for something else.
"""
MIT = "MIT, (c) 2019 ZZO(@68B09): LICENSE-character_sets.txt beside this file."


def is_plain(code):
    """Whether a character can be read in a line of the table."""
    marks = 0x300 <= code < 0x370 or 0x3099 <= code <= 0x309A or 0x20D0 <= code < 0x2100
    return code > 0x20 and code != 0x23 and not 0x7F <= code <= 0xA0 and code != 0xAD and not marks and not 0x2000 <= code <= 0x200F


def positions():
    """((plane, row, cell), edition, [code points]) of the table of Project X0213"""
    for line in open(source / "jisx0213-2004-8bit-std.txt", encoding="ascii"):
        fields = line.rstrip("\n").split("\t")
        if fields[0].startswith("#") or "<reserved>" in line:
            continue
        code = int(fields[0], 16)
        place = (2 if code & 0x80 else 1, (code >> 8 & 0x7F) - 0x20, (code & 0x7F) - 0x20)
        edition = re.search(r"\[(1983|1990|2000|2004)\]", line)
        yield place, edition[1] if edition else "1978", [int(c, 16) for c in fields[1][2:].split("+")]
        other = re.search(r"(Fullwidth|Windows): U\+([0-9A-F]+)", line)
        if other:
            yield place, "full-width" if other[1] == "Fullwidth" else "windows", [int(other[2], 16)]


def write_jis():
    runs, last = [], None
    for place, edition, codes in sorted(positions(), key=lambda row: (not row[1][0].isdigit(), row)):
        alone = len(codes) > 1 or not is_plain(codes[0])
        follows = last and last[0][:2] == place[:2] and last[0][2] + 1 == place[2] and last[1] == edition
        if not follows or alone or last[2]:
            runs.append((place, edition, []))
        runs[-1][2].append("U+" + "+".join(f"{c:04X}" for c in codes) if alone else chr(codes[0]))
        last = place, edition, alone
    with open(here / "jis_x0213.txt", "w", encoding="utf-8", newline="\n") as out:
        out.write(JIS)
        for (plane, row, cell), edition, characters in runs:
            out.write(f"{plane}-{row:02}-{cell:02}\t{edition}\t{''.join(characters)}\n")


def write_set(name, title, origin, licence, codes):
    lines, codes = [], sorted(codes)
    for place, code in enumerate(codes):
        if not is_plain(code):
            if lines and lines[-1].startswith("U+") and codes[place - 1] == code - 1:
                lines[-1] = f"{lines[-1].split('..')[0]}..{code:04X}"
            else:
                lines.append(f"U+{code:04X}")
        elif lines and not lines[-1].startswith("U+") and len(lines[-1]) < 56:
            lines[-1] += chr(code)
        else:
            lines.append(chr(code))
    with open(here / name, "w", encoding="utf-8", newline="\n") as out:
        out.write(SETS.format(title=title, origin=origin, licence=licence.rstrip("\n")))
        out.writelines(line + "\n" for line in lines)


def sets():
    """(code point, row) of the table of sets"""
    with open(source / "character_sets.tsv", encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            if "+" not in row["ucs"][2:]:  # no set but JIS X 0213 has sequences
                yield int(row["ucs"][2:], 16), row


def glyphs(cmap):
    """The glyph of Adobe-Japan1 (CID) of each code point, by the CMap of that name."""
    found, column = {}, None
    with gzip.open(source / "jis" / "adobe-japan1-7_cid2code.txt.gz", "rt", encoding="ascii") as table:
        for line in table:
            fields = line.rstrip("\n").split("\t")
            if fields[0] == "CID":
                column = fields.index(cmap)
            elif column and line[0] != "#" and fields[column] != "*":
                found.update((int(code, 16), fields[0]) for code in fields[column].split(",") if code[-1] != "v")
    return found


def changed_shapes():
    """Ideographs of JIS X 0208 whose glyph fonts changed with the examples of JIS X 0213:2004"""
    before, after = glyphs("UniJIS-UTF32"), glyphs("UniJIS2004-UTF32")
    older = {codes[0] for _, edition, codes in positions() if edition in ("1978", "1983", "1990")}
    fonts = {code for code in older if before.get(code) != after.get(code)}
    return fonts - {ord("摯")} | set(map(ord, "屡棘橙牽祟膏蟹靄"))


write_jis()
ZZO = "character_sets.tsv of ZZO(@68B09)'s CharacterInformation, by generate.py, 2026-11; the counts are those published."
write_set("joyo.txt", "常用漢字表 (内閣告示第2号 of 2010): 2,136 kanji", ZZO, MIT,
          [code for code, row in sets() if row["joyo_jinmei"] == "1"])
write_set("jinmei.txt", "人名用漢字 (戸籍法施行規則 別表第二): 651 kanji and 212 variants", ZZO, MIT,
          [code for code, row in sets() if row["joyo_jinmei"] in "23" and row["joyo_jinmei"]])
write_set("etax.txt", "Characters that e-Tax takes: 7,415", ZZO, MIT, [code for code, row in sets() if row["etax"]])
write_set("eltax.txt", "Characters that eLTAX takes: 23,973", ZZO, MIT, [code for code, row in sets() if row["eltax"]])
write_set("changed_shapes.txt", "Ideographs whose example shape JIS X 0213:2004 changed: 168",
          "facts derived by generate.py from cid2code.txt of Adobe-Japan1-7 (30 July 2019), 2026-11: the glyphs of\n"
          "# UniJIS-UTF32 and UniJIS2004-UTF32 differ. 摯, which fonts changed alone, is left out; 屡棘橙牽祟膏蟹靄, of which the\n"
          "# standard changed a detail that Adobe-Japan1 tells not apart, are added.",
          "Apache-2.0, as the rest of the repository (facts).", changed_shapes())
