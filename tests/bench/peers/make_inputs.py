#!/usr/bin/env python3
"""Writes what the peers of the benchmark need, from the table that daicho is given: make_inputs.py TABLE.csv FOLDER

records.jsonl and records.xml hold the same records, schema.json and schema.xsd ask the same of them as
records.gifm does, as far as the languages can say it: patterns, code lists and required items. Rules between
columns, check digits and unique keys are beyond both (XSD could say the key, xmllint --stream does not check it).
"""
import csv
import json
import sys
from xml.sax.saxutils import escape

DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
PHONE = r"(\([0-9]{2,5}\)[0-9]{1,4}-[0-9]{4}|0[0-9]{2}-[0-9]{4}-[0-9]{4})"
LATITUDE = r"-?[0-9]{1,2}(\.[0-9]+)?"
LONGITUDE = r"-?[0-9]{1,3}(\.[0-9]+)?"
NAME = r"[^ ]+( [^ ]+)+"
KANA = "[ァ-ヺー]+( [ァ-ヺー]+)*"
TEXT = r"[^ ].*"
PATTERNS = (
    [TEXT] * 6 + ["[0-9]{6}", "[0-9]{6}", "[0-9]{7}", "[0-9]{13}", "[0-9]{2}", None] + [DATE] * 4 + [PHONE] * 3
    + ["[0-9]{7}"] * 3 + [LATITUDE, LONGITUDE] * 2 + [NAME, KANA, "[01]", "1?", "[0-9]{8}"]
)
KINDS = ["1", "2", "3"]
REQUIRED = [0, 1, 6, 7, 8, 9, 12, 13, 16, 19, 22, 23, 26, 27, 30]


def main():
    table, folder = sys.argv[1:]
    with open(table, encoding="utf-8") as source:
        rows = csv.reader(source)
        width = len(next(rows))
        keys = [f"c{i}" for i in range(width)]
        properties = {
            key: {"type": "string", "pattern": f"^{pattern}$"} if pattern else {"enum": KINDS}
            for key, pattern in zip(keys, PATTERNS)
        }
        with open(f"{folder}/schema.json", "w", encoding="utf-8") as out:
            json.dump({"type": "object", "properties": properties, "required": [keys[i] for i in REQUIRED]}, out)
        with open(f"{folder}/schema.xsd", "w", encoding="utf-8") as out:
            out.write('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="records"><xs:complexType>'
                      '<xs:sequence><xs:element name="r" maxOccurs="unbounded"><xs:complexType><xs:sequence>')
            for key, pattern in zip(keys, PATTERNS):
                facets = (f'<xs:pattern value="{escape(pattern)}"/>' if pattern
                          else "".join(f'<xs:enumeration value="{kind}"/>' for kind in KINDS))
                out.write(f'<xs:element name="{key}"><xs:simpleType><xs:restriction base="xs:string">{facets}'
                          "</xs:restriction></xs:simpleType></xs:element>")
            out.write("</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>")
        with open(f"{folder}/records.jsonl", "w", encoding="utf-8") as lines, \
                open(f"{folder}/records.xml", "w", encoding="utf-8") as xml:
            xml.write("<records>\n")
            for row in rows:
                lines.write(json.dumps(dict(zip(keys, row)), ensure_ascii=False) + "\n")
                xml.write("<r>" + "".join(f"<{k}>{escape(v)}</{k}>" for k, v in zip(keys, row)) + "</r>\n")
            xml.write("</records>\n")


if __name__ == "__main__":
    main()
