#!/usr/bin/env python3
"""Writes the code lists of registries/embedded/codes: make_code_lists.py FACTS FOLDER

FACTS holds the tables taken from the documents of 政府相互運用性フレームワーク（GIF）: codes_catalog.tsv (491-2), other_codes.tsv
(441, 451-7, 491-1), poi_codes.tsv and poi_code_mapping.tsv (491-3-1), procurement_item_codes.tsv (451-8). Left out is
what other files of the repository hold: the lists of 438-1, 439, 43A and 43B (models/core), seasons and parts of a month
(grammars/values/tables/calendar_codes.tsv). systems.tsv is written by hand.
"""
import re
import sys

GIF = "政府相互運用性フレームワーク（GIF）, デジタル庁"
COMMIT = "https://github.com/JDA-DM/GIF commit 201a52f (2026-03-24). Licence: CC0-1.0."
ELSEWHERE = {"SeasonCode", "TenDayPeriodCode"}
SCHEME_OF_JSIC = "日本標準産業分類"


def rows(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def clean(cell):
    return re.sub(r" {2,}", " ", cell.replace("\u3000", " ")).strip()


def write(path, about, source, heading, lines):
    with open(path, "w", encoding="utf-8") as file:
        for line in about:
            file.write(f"# {line}\n")
        file.write(f"# Origin: {GIF}: {source},\n# {COMMIT}\n")
        file.write("# Made by tests/support/make_code_lists.py.\n")
        file.write("# " + "\t".join(heading) + "\n")
        for line in lines:
            file.write("\t".join(clean(cell) for cell in line).rstrip("\t") + "\n")


def catalog(facts, folder):
    counts = {}
    lines = []
    for row in rows(facts + "/codes_catalog.tsv"):
        number = counts[row["sheet"]] = counts.get(row["sheet"], 0) + 1
        name = row["code_name"]
        lines.append([f"{row['sheet']}-{number:03}", name, row["class"], row["publisher"], row["region"], row["update"],
                      row["data_status"], row["data_url"] if row["data_status"] == "url" else "", row["format"],
                      row["page_url"], row["short_note"]])
    write(folder + "/catalog.tsv",
          ["コードカタログ: code systems that the state uses, and where their codes are published. The codes are not here.",
           "id: sheet of the catalogue and place in it. status: `url` the codes are at `data`; `unpublished`; `text`, `none`."],
          "491-2 コード一覧 (2024-08-14)",
          ["id", "name", "class", "publisher", "region", "update", "status", "data", "format", "page", "note"], lines)


def lists(facts, folder):
    lines = [[row["list"], row["code_or_group"], row["label"]] for row in rows(facts + "/other_codes.tsv")
             if row["list"] not in ELSEWHERE and not row["list"].startswith("ServiceCatalog")]
    write(folder + "/gif_lists.tsv", ["Code lists of documents of GIF beside those of the core data model."],
          "441 日付及び時刻, 451-7 行政サービス拠点", ["list", "code", "ja"], lines)
    lines = [[row["list"], "", row["label"], row["code_or_group"]] for row in rows(facts + "/other_codes.tsv")
             if row["list"].startswith("ServiceCatalog")]
    write(folder + "/service_catalog.tsv", ["Words of the service catalogue. They have no codes; `group` is the heading above."],
          "491-1 サービスカタログ", ["list", "code", "ja", "group"], lines)


def poi(facts, folder):
    lines = [[row["poi_code"], row["name"], row["category"], row["scope"]] for row in rows(facts + "/poi_codes.tsv")]
    write(folder + "/poi.tsv", ["POI コード: kinds of places. The sheet lost the zeros in front of codes; they are restored."],
          "491-3-1 POI コード", ["code", "ja", "group", "note"], lines)
    lines = []
    for row in rows(facts + "/poi_code_mapping.tsv"):
        if row["poi_code"] and (row["source_code"] or row["source_target"]):
            lines.append(["POI", row["poi_code"], row["source_scheme"], row["source_code"], row["source_target"]])
        if row["poi_code"] and row["jsic_code"]:
            lines.append(["POI", row["poi_code"], SCHEME_OF_JSIC, row["jsic_code"], row["jsic_name"]])
    unique = list(dict.fromkeys(tuple(line) for line in lines))
    write(folder + "/poi_relations.tsv",
          ["What corresponds to POI codes in other classifications: the scheme as the sheet names it, the code there (empty",
           "where it has none) and its words. A row of the sheet without a POI code (観光地点等分類 0101 山岳) is left out."],
          "491-3-1 POI コード, マッピング", ["system", "code", "other", "other_code", "other_ja"], unique)


def procurement(facts, folder):
    systems = (("ProcurementIndustry", "c0", "c1"), ("QualificationItem", "c2", "c3"), ("QualificationItem", "c4", "c5"),
               ("GovernmentProcurementItem", "c6", "c7"))
    codes, relations = {}, {}
    for row in rows(facts + "/procurement_item_codes.tsv"):
        here = [(system, row[code], row[label]) for system, code, label in systems if row[code]]
        codes.update(dict.fromkeys(here))
        for one in here:
            for other in here:
                if one[0] != other[0]:
                    relations[(one[0], one[1], *other)] = None
    order = [system for system, _, _ in systems]
    write(folder + "/procurement.tsv",
          ["Codes for what is bought and sold: industries after 日本標準産業分類, the items of 全省庁統一資格, those of 政府調達."],
          "451-8 調達, 品目コードの比較", ["list", "code", "ja"], sorted(codes, key=lambda one: order.index(one[0])))
    write(folder + "/procurement_relations.tsv", ["Which of these codes stand side by side in the comparison."],
          "451-8 調達, 品目コードの比較", ["system", "code", "other", "other_code", "other_ja"],
          sorted(relations, key=lambda one: order.index(one[0])))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    for write_lists in (catalog, lists, poi, procurement):
        write_lists(*sys.argv[1:])


if __name__ == "__main__":
    main()
