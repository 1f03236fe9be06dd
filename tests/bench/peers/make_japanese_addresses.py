#!/usr/bin/env python3
"""Writes the towns of a registry as the peer of the address benchmark reads them: make_japanese_addresses.py REGISTRY FOLDER

ja.json has the municipalities of each prefecture, ja/PREFECTURE/MUNICIPALITY.json the towns of one: the folder form of
@geolonia/normalize-japanese-addresses 2, from the table nationwide_town (Geolonia, CC BY 4.0).
"""
import json
import os
import sqlite3
import sys


def main():
    registry, folder = sys.argv[1:]
    rows = sqlite3.connect(f"file:{registry}?immutable=1", uri=True).execute(
        "select pref, city, town, koaza, lat, lng from nationwide_town order by lg_code, pref, city, town, koaza")
    cities, towns = {}, {}
    for pref, city, town, koaza, lat, lng in rows:
        cities.setdefault(pref, {})[city] = True
        towns.setdefault((pref, city), []).append({"town": town, "koaza": koaza, "lat": lat, "lng": lng})
    for (pref, city), entries in towns.items():
        os.makedirs(f"{folder}/ja/{pref}", exist_ok=True)
        with open(f"{folder}/ja/{pref}/{city}.json", "w", encoding="utf-8") as out:
            json.dump(entries, out, ensure_ascii=False)
    with open(f"{folder}/ja.json", "w", encoding="utf-8") as out:
        json.dump({pref: list(names) for pref, names in cities.items()}, out, ensure_ascii=False)


if __name__ == "__main__":
    main()
