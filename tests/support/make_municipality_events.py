#!/usr/bin/env python3
"""Writes registries/embedded/municipality_events.tsv:
make_municipality_events.py EVENTS.csv AREA_1970.csv AREA_2024.csv MERGED_NAMES.csv MUNICIPALITIES.tsv > OUT.tsv

EVENTS and AREA_* are 廃置分合 and 標準地域コード of e-Stat as UchidaMizuki/jpcity has them, MERGED_NAMES the list of Japan
Post that YuukiToriyama/merged-town-names collects, MUNICIPALITIES registries/embedded/municipalities.tsv. Left out is
what is no body: counties and subprefectures. Before anything is written the events are played from the list of 1970;
what comes out must be the list of 2024, or this ends with an error.
"""
import collections
import csv
import gzip
import re
import sys

HEAD = """\
# What happened to municipalities and wards of designated cities: founded, merged, renamed, moved to another county.
# Origin: 統計に用いる標準地域コード 廃置分合等情報 (e-Stat, 総務省), as in UchidaMizuki/jpcity commit 8da2a1b (2024-10-05).
# Licence: that of e-Stat (CC BY 4.0 compatible); the repository MIT. Processed: six digits instead of five, kana as katakana,
# counties and subprefectures left out. Counties of 北海道 and 対馬, for which e-Stat gives the subprefecture: from Japan
# Post, 市町村変更情報, as in YuukiToriyama/merged-town-names commit 2f140a1 (2022-05-05), and from municipalities.tsv;
# empty where these do not say.
# Made by tests/support/make_municipality_events.py, which also plays the events from e-Stat's list of 1970-04-01 and
# compares the outcome with that of 2024-01-01.
# In order of the date. What a type means for the bodies is in municipality_event_types.tsv.
# date	type	from: lg_code	county	city	ward	county_kana	city_kana	ward_kana	to: the same seven
covers	1970-04-01	2024-01-01
"""
KEEPS_FROM = {"分離"}  # the body named first goes on
OLD_TO = {"編入合併"}  # the body named second was there before
NO_BODY = {"郡の廃止"}
NAMES = {"区の新設|郡の新設": "区の新設"}
# The county whose characters were changed (囎唹郡, now 曽於郡) without an event.
SAME_COUNTY = {"囎唹郡": "曽於郡"}

Body = collections.namedtuple("Body", "code county city ward county_kana city_kana ward_kana")


def rows(path):
    """The records of a CSV, packed with gzip or not."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check_digit(code):
    total = sum(int(digit) * weight for digit, weight in zip(code, range(6, 1, -1)))
    return str((11 - total % 11) % 10)


def katakana(text):
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


def body(row, side=""):
    """The body of a row, or None where it is about a county or a subprefecture."""
    group, name = row[side + "city_desig_name"], row[side + "city_name"]
    group_kana, name_kana = (katakana(row[side + key]) for key in ("city_desig_name_kana", "city_name_kana"))
    code = row[side + "city_code"]
    if not code or not (name or group.endswith("市")) or name == "特別区部" or group == "特別区部":
        return None
    code += check_digit(code)
    if group.endswith("市"):
        return Body(code, "", group, name, "", group_kana, name_kana)
    if group.endswith("郡"):
        group = SAME_COUNTY.get(group, group)
        return Body(code, group, name, "", group_kana, name_kana, "")
    return Body(code, "", name, "", "", name_kana, "")  # a city, or a subprefecture in front


class Counties:
    """Counties of bodies for which e-Stat names a subprefecture."""

    def __init__(self, merged_names, municipalities):
        self.of_name = {}
        self.of_code = {}
        self.kana = {}
        for row in rows(merged_names):
            if row["都道府県"] in ("北海道", "長崎県") and "郡" in row["変更前"]:
                county, name = re.fullmatch(r"(.+?郡)(.+)", row["変更前"]).groups()
                self.of_name.setdefault((row["都道府県"], name), county)
        with open(municipalities, encoding="utf-8") as file:
            for line in file:
                if line.startswith("#"):
                    continue
                code, prefecture, county, city, _, _, county_kana = line.split("\t")[:7]
                if county:
                    self.of_code[code] = county
                    self.kana[prefecture, county] = county_kana
                    self.of_name.setdefault((prefecture, city), county)

    def completed(self, prefecture, one, successor):
        """`one` with its county; `successor` is the body of the same name or code that came after it."""
        if one is None or one.county or one.city.endswith(("市", "区")) or prefecture not in ("北海道", "長崎県"):
            return one
        county = self.of_name.get((prefecture, one.city)) or self.of_code.get(one.code)
        if not county and successor and successor.code == one.code:
            county = self.of_name.get((prefecture, successor.city))
        if not county:
            return one
        return one._replace(county=county, county_kana=self.kana.get((prefecture, county), one.county_kana))


def read_events(path, counties):
    events = []
    for row in rows(path):
        if row["type"] in NO_BODY:
            continue
        old, new = body(row, "from_"), body(row, "to_")
        old = counties.completed(row["from_pref_name"], old, new)
        new = counties.completed(row["to_pref_name"], new, None)
        if old or new:
            events.append((row["date"], NAMES.get(row["type"], row["type"]), old, new))
    return sorted(events, key=lambda event: event[0])


def name(one):
    return one.city + one.ward


def play(start, events):
    """The bodies after all events, as pairs of code and name; complains of what does not fit."""
    alive = {(one.code, name(one)) for one in start}
    by_date = collections.defaultdict(list)
    for date, kind, old, new in events:
        by_date[date].append((kind, old and (old.code, name(old)), new and (new.code, name(new))))
    for date, day in sorted(by_date.items()):
        founded = {new for kind, _, new in day if kind not in OLD_TO}
        ended = {old for kind, old, _ in day if old and kind not in KEEPS_FROM}
        into = {new for kind, _, new in day if kind in OLD_TO}
        missing = (ended | into) - alive - founded
        if missing:
            sys.exit(f"{date}: not there: {missing}")
        again = {old for _, old, new in day if old == new}  # a new body of the same code and name
        alive = (alive - ended) | (founded - ended) | (founded & again)
    return alive


def line(event):
    date, kind, old, new = event
    nothing = Body(*[""] * 7)
    return "\t".join([date, kind, *(old or nothing), *(new or nothing)]).rstrip("\t")


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    events_path, start_path, end_path, merged_names, municipalities = sys.argv[1:]
    events = read_events(events_path, Counties(merged_names, municipalities))
    after = play([one for one in map(body, rows(start_path)) if one], events)
    difference = after ^ {(one.code, name(one)) for one in map(body, rows(end_path)) if one}
    if difference:
        sys.exit(f"the events do not lead to {end_path}: {difference}")
    sys.stdout.write(HEAD)
    for event in events:
        print(line(event))


if __name__ == "__main__":
    main()
