"""Sixteen pairs of editions of published tables, cut to what is cheap to compare."""
import csv
import gzip
import io
import re
import zipfile
from dataclasses import dataclass, field

POSTAL = ["code5", "old_postal", "postal", "pref_kana", "city_kana", "town_kana", "pref", "city", "town",
          "several_codes", "koaza_numbered", "has_chome", "several_towns", "updated", "reason"]
OFFICES = ["code5", "kana", "name", "pref", "city", "town", "rest", "postal", "old_postal", "office", "kind",
           "several", "changed"]
CORPORATIONS = ["sequence", "number", "process", "correct", "updated", "changed", "name", "name_image", "kind",
                "pref", "city", "street", "address_image", "pref_code", "city_code", "postal", "abroad",
                "abroad_image", "closed", "close_cause", "successor", "cause", "assigned", "latest", "en_name",
                "en_pref", "en_city", "en_abroad", "furigana", "hidden"]


@dataclass
class Pair:
    """Two editions; `key` names columns of the new one."""
    name: str
    before: bytes
    after: bytes
    key: list
    renamed: dict = field(default_factory=dict)  # new header -> old header
    ignored: list = field(default_factory=list)


def rows_of(data, encoding):
    return list(csv.reader(io.StringIO(data.decode(encoding), newline="")))


def rows_that_begin(data, codes, encoding):
    """Of a file whose records are a line each."""
    begins = b"|".join(code.encode() for code in codes)
    return rows_of(b"".join(re.findall(rb"^(?:" + begins + rb").*\n", data, re.MULTILINE)), encoding)


def table(header, rows, encoding="utf-8"):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([header] + rows)
    return out.getvalue().encode(encoding)


def packed(path):
    if path.endswith(".gz"):
        return gzip.open(path).read()
    with zipfile.ZipFile(path) as archive:
        return archive.read(archive.namelist()[0])


def plain(path):
    with open(path, "rb") as file:
        return file.read()


def postal(data):
    def cut(name, encoding, code, header=POSTAL):
        rows = rows_that_begin(packed(f"{data}/postal/{name}"), [code], encoding)
        return table(header, rows, encoding)
    key = ["code5", "postal", "town"]
    new = "utf_ken_all.zip"
    yield Pair("postal codes of Hokkaido, February and May 2026", cut("utf_ken_all_20260213.zip", "utf-8", "01"),
               cut(new, "utf-8", "01"), key)
    yield Pair("postal codes of Okayama, kana half and full width", cut("ken_all.zip", "cp932", "33"),
               cut(new, "utf-8", "33"), key)
    offices = [cut(name, "cp932", "22", OFFICES) for name in ("JIGYOSYO_20150227_sjis.csv.gz", "jigyosyo.zip")]
    yield Pair("postal codes of offices in Shizuoka, 2015 and 2026", *offices, ["postal", "kind"])


def last_of_each(rows, until):
    """The state that the rows of the daily files give by a day."""
    state = {}
    for row in rows:
        if row[0] <= until:
            state[row[2]] = row[1:]
    return list(state.values())


def corporations(data):
    folder = f"{data}/corporate"
    full = rows_of(packed(f"{folder}/zenken-2020/31_tottori_all_2020.csv.gz"), "utf-8")
    days = rows_of(packed(f"{folder}/diff-rows-2021-2026/31_tottori_diff_rows.csv.gz"), "utf-8")
    changed = {row[1]: row for row in last_of_each(days, "20260821")}
    full = [row for row in full if row[1].endswith(("1", "5", "9"))]
    known = {row[1] for row in full}
    later = [changed.get(row[1], row) for row in full] + [
        row for number, row in changed.items() if number not in known and number.endswith(("1", "5", "9"))]
    yield Pair("corporations of Tottori in part, 2020 and 2026", table(CORPORATIONS, full), table(CORPORATIONS, later),
               ["number"], ignored=["sequence"])
    yield Pair("corporations of Tottori that changed by 2023 and by 2026",
               table(CORPORATIONS, last_of_each(days, "20231231")),
               table(CORPORATIONS, sorted(last_of_each(days, "20260821"), key=lambda row: row[11])), ["number"])


def towns(data):
    folder = f"{data}/address"
    places = (("Wakayama", "30", "wakayama30/mt_town_pref30"), ("Ebino", "45209", "miyazaki45/mt_town_pref45"),
              ("Yakushima", "46505", "yakushima465054/mt_town_all"))
    wanted = ("全国",) + tuple(code for _, code, _ in places)
    old = rows_that_begin(packed(f"{folder}/abr-2022-national/mt_town_all_2022.csv.gz"),
                          wanted, "utf-8")
    for name, code, file in places:
        new = packed(f"{folder}/abr-official/{file}.csv.zip")
        header = rows_of(new, "utf-8")[0]
        # 住居表示 of a lot and its distinction are columns that only the later edition has.
        names = [column for column in header if column != "machiaza_dist"]
        before = table(old[0], [row for row in old[1:] if row[0].startswith(code)])
        yield Pair(f"towns of {name}, 2022 and later", before, new, ["lg_code", "machiaza_id"],
                   dict(zip(names, old[0])))


def municipalities(data):
    folder = f"{data}/municipality"
    cities = packed(f"{data}/address/abr-official/mt_city_all.csv.zip")
    old = plain(f"{data}/address/abr-2022-national/mt_city_all_2022.csv")
    yield Pair("municipalities, 2022 and 2024", old, cities, ["lg_code"],
               dict(zip(rows_of(cities, "utf-8")[0], rows_of(old, "utf-8")[0])))
    yield Pair("municipalities with their addresses, 2017 and 2026",
               plain(f"{folder}/localgovjp/localgovjp-sjis-2017.csv"),
               plain(f"{folder}/localgovjp/localgovjp-utf8.csv"), ["cid"])
    yield Pair("area codes, 1970 and 2024", plain(f"{folder}/haichibungo-estat/areacode_19700401.csv"),
               plain(f"{folder}/haichibungo-estat/areacode_2024.csv"), ["city_code"])


def municipal_files(data):
    def file(name):
        return plain(f"{data}/municipal/{name}.csv")
    yield Pair("households of Shinjuku, July and August 2018", file("shinjuku__2018-07-01_all"),
               file("shinjuku__2018-08-01_jp"), ["町丁名"])
    yield Pair("ages of Imizu, two years", file("imizu__118332jp"), file("imizu__119995jp"), ["年齢"])
    yield Pair("facilities of Yaizu for those who need care, two editions",
               file("yaizu__要配慮者支援施設__yohairyosya"), file("yaizu__要配慮者利用施設__yohairyosya"), ["№"])
    yield Pair("shelters of Kumamoto, as told and with places", file("kumamoto__kumamoto_hinanjyo"),
               file("kumamoto__kumamoto_hinanjyo_r"), ["id"])
    yield Pair("shelters of Kyoto in two encodings", file("kyoto__ShelterModel-2021-09-05_ShiftJIS"),
               file("kyoto__ShelterModel-2021-09-05_utf8"), [])


def all_pairs(data):
    for some in (postal, corporations, towns, municipalities, municipal_files):
        yield from some(data)
