#!/usr/bin/env python3
"""Writes made-up parcels of a prefecture in the official layout: make_parcels.py REGISTRY PREFECTURE COUNT FOLDER [SHARE]

The towns are those of the registry (PREFECTURE: two digits). The numbers are made as those of Wakayama city are: nearly half
of the lots have no branch, the others have a handful, a few have a mark (乙) or a third number. SHARE of the parcels (0.32
as in Wakayama city, if nothing is said) get a point. The same call gives the same bytes.
"""
import os
import random
import sqlite3
import sys

PARCEL = ("lg_code,machiaza_id,prc_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,prc_num1,prc_num2,prc_num3,rsdt_addr_flg,"
          "prc_rec_flg,prc_area_code,efct_date,ablt_date,src_code,remarks,real_prop_num\n")
POINT = ("lg_code,machiaza_id,prc_id,rep_lon,rep_lat,rep_srid,rep_scale,rep_src_code,plygn_fname,plygn_kcode,plygn_fmt,"
         "plygn_srid,plygn_scale,plygn_src_code,moj_map_city_code,moj_map_oaza_code,moj_map_chome_code,moj_map_koaza_code,"
         "moj_map_spare_code,moj_map_brushid\n")


def numbers(count, dice):
    """`count` lots in the order of their numbers: (first, second, third), the second perhaps a mark."""
    made, first = 0, 0
    while made < count:
        first += 1
        branches = 0 if dice.random() < 0.7 else 1 + int(dice.expovariate(0.35))
        for lot in [(first, "", "")] + [(first, branch, "") for branch in range(1, branches + 1)]:
            if made == count:
                return
            made += 1
            yield lot
        if dice.random() < 0.0002 and made < count:
            made += 1
            yield (first, "乙", "")


def prc_id(lot):
    first, second, third = lot
    if second == "乙":
        return f"{first:05}9000100000"
    return f"{first:05}{second or 0:05}{third or 0:05}"


def write_city(folder, lg_code, towns, count, share, dice):
    with open(f"{folder}/mt_parcel_city{lg_code}.csv", "w", encoding="utf-8") as out, \
            open(f"{folder}/mt_parcel_pos_city{lg_code}.csv", "w", encoding="utf-8") as points:
        out.write(PARCEL)
        points.write(POINT)
        for place, (machiaza_id, city, ward, oaza, chome, koaza) in enumerate(towns):
            many = count // len(towns) + (place < count % len(towns))
            x, y = 133.2 + dice.random(), 35.1 + 0.4 * dice.random()
            for lot in numbers(many, dice):
                key = f"{lg_code},{machiaza_id},{prc_id(lot)}"
                out.write(f"{key},{city},{ward},{oaza},{chome},{koaza},,{lot[0]},{lot[1]},{lot[2]},0,1,,1947-04-17,,1,,\n")
                if dice.random() < share:
                    points.write(f"{key},{x + dice.random() / 50:.9f},{y + dice.random() / 50:.9f},"
                                 "EPSG:6668,500,1,,,,EPSG:6668,500,1,,,,,,\n")


def main():
    registry, prefecture, count, folder = sys.argv[1:5]
    share = float(sys.argv[5]) if len(sys.argv) > 5 else 0.32
    dice = random.Random(1)
    rows = sqlite3.connect(f"file:{registry}?immutable=1", uri=True).execute(
        "select lg_code, machiaza_id, coalesce(city, ''), coalesce(ward, ''), coalesce(oaza_cho, ''), coalesce(chome, ''), "
        "coalesce(koaza, '') from town where lg_code between ? and ? and machiaza_type in ('1', '2') "
        "group by lg_code, machiaza_id order by lg_code, machiaza_id", (prefecture, prefecture + "~"))
    cities = {}
    for lg_code, *town in rows:
        cities.setdefault(lg_code, []).append(town)
    os.makedirs(folder, exist_ok=True)
    in_all = sum(len(towns) for towns in cities.values())
    for lg_code, towns in cities.items():
        write_city(folder, lg_code, towns, int(count) * len(towns) // in_all, share, dice)


if __name__ == "__main__":
    main()
