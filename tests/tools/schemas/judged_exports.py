#!/usr/bin/python3
"""LinkML and CSVW that daicho exports of every class, against what these say of themselves:
judged_exports.py DAICHO REFERENCE

REFERENCE has linkml/meta.schema.json, the metamodel of LinkML as JSON Schema, and schemas/csvw/csvw.jsonld, the context of
CSV on the Web, for which there is no schema: properties must be those that Metadata Vocabulary for Tabular Data (W3C, 2015)
gives to the object that they are in, or begin with a prefix of the context. Skipped (77) where python3-jsonschema,
python3-yaml or REFERENCE is missing.
"""
import json
import os
import re
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError:
    print("skipped: python3-jsonschema or python3-yaml is not installed")
    sys.exit(77)

# Sections 5.4 to 5.11: the properties of a kind of object, but for the common ones (with a prefix).
INHERITED = {"aboutUrl", "datatype", "default", "lang", "null", "ordered", "propertyUrl", "required", "separator",
             "textDirection", "valueUrl"}
TABLE = INHERITED | {"@context", "@id", "@type", "url", "dialect", "notes", "suppressOutput", "tableDirection",
                     "tableSchema", "transformations"}
SCHEMA = INHERITED | {"@id", "@type", "columns", "foreignKeys", "primaryKey", "rowTitles"}
COLUMN = INHERITED | {"@id", "@type", "name", "suppressOutput", "titles", "virtual"}
DATATYPE = {"@id", "@type", "base", "format", "length", "minLength", "maxLength", "minimum", "maximum", "minInclusive",
            "maxInclusive", "minExclusive", "maxExclusive"}
DIALECT = {"@id", "@type", "commentPrefix", "delimiter", "doubleQuote", "encoding", "header", "headerRowCount",
           "lineTerminators", "quoteChar", "skipBlankRows", "skipColumns", "skipInitialSpace", "skipRows", "trim"}
BASES = set("""any anyAtomicType anyURI base64Binary binary boolean byte date dateTime dateTimeStamp datetime dayTimeDuration
decimal double duration float gDay gMonth gMonthDay gYear gYearMonth hexBinary html int integer json language long Name
NMTOKEN negativeInteger nonNegativeInteger nonPositiveInteger normalizedString number positiveInteger QName short string
time token unsignedByte unsignedInt unsignedLong unsignedShort xml yearMonthDuration""".split())
NUMBERS = BASES & set("""byte decimal double float int integer long negativeInteger nonNegativeInteger nonPositiveInteger number
positiveInteger short unsignedByte unsignedInt unsignedLong unsignedShort""".split())
TIMES = {"date", "dateTime", "datetime", "dateTimeStamp", "time", "duration", "dayTimeDuration", "yearMonthDuration"}


class CsvwJudge:
    def __init__(self, prefixes):
        self.prefixes = prefixes
        self.faults = []

    def require(self, holds, what):
        if not holds:
            self.faults.append(what)

    def known(self, thing, properties, where):
        for name in thing:
            common = ":" in name and name.split(":")[0] in self.prefixes
            self.require(name in properties or common, f"{where}: {name} is no property of it")

    def judge(self, table):
        context = table.get("@context")
        csvw = "http://www.w3.org/ns/csvw"
        self.require(context == csvw or (isinstance(context, list) and context[0] == csvw), "@context")
        if isinstance(context, list) and len(context) > 1:
            self.require(set(context[1]) <= {"@base", "@language"}, "@context: only @base and @language")
        self.known(table, TABLE, "table")
        self.require(isinstance(table.get("url"), str), "table: url is required")
        self.known(table.get("dialect", {}), DIALECT, "dialect")
        schema = table["tableSchema"]
        self.known(schema, SCHEMA, "tableSchema")
        names = [column.get("name") for column in schema["columns"]]
        self.require(len(set(names)) == len(names), "names of columns come twice")
        for key in [schema.get("primaryKey", [])]:
            for name in [key] if isinstance(key, str) else key:
                self.require(name in names, f"primaryKey: there is no column {name}")
        for column in schema["columns"]:
            self.judge_column(column)

    def judge_column(self, column):
        name = column.get("name", "?")
        self.known(column, COLUMN, name)
        # 5.6: as variables of URI templates (RFC 6570), and not beginning with "_".
        self.require(re.fullmatch(r"(?!_)(\w|%[0-9A-Fa-f]{2})(\.?(\w|%[0-9A-Fa-f]{2}))*", name, re.ASCII), f"{name}: name")
        self.require(isinstance(column.get("required", False), bool), f"{name}: required")
        titles = column.get("titles", {})
        for language, title in titles.items() if isinstance(titles, dict) else []:
            texts = title if isinstance(title, list) else [title]
            self.require(texts and all(isinstance(text, str) and text for text in texts), f"{name}: titles {language}")
        datatype = column.get("datatype", "string")
        if isinstance(datatype, str):
            datatype = {"base": datatype}
        self.known(datatype, DATATYPE, f"{name}: datatype")
        base = datatype.get("base", "string")
        self.require(base in BASES, f"{name}: there is no datatype {base}")
        ranges = {"minimum", "maximum", "minInclusive", "maxInclusive", "minExclusive", "maxExclusive"} & set(datatype)
        self.require(not ranges or base in NUMBERS | TIMES, f"{name}: {base} has no {ranges}")
        lengths = {"length", "minLength", "maxLength"} & set(datatype)
        self.require(not lengths or base not in NUMBERS | TIMES, f"{name}: {base} has no {lengths}")
        if "format" in datatype and base not in NUMBERS | TIMES | {"boolean"}:
            re.compile(datatype["format"])


def export(daicho, name, form):
    done = subprocess.run([daicho, "models", "export", name, "--as", form], capture_output=True, text=True, check=True)
    return done.stdout


def main():
    daicho, reference = os.path.realpath(sys.argv[1]), sys.argv[2]
    meta, context = os.path.join(reference, "linkml/meta.schema.json"), os.path.join(reference, "schemas/csvw/csvw.jsonld")
    if not (os.path.exists(meta) and os.path.exists(context)):
        print(f"skipped: {meta} or {context} is not there")
        return 77
    with open(meta) as file:
        schema = json.load(file)
    linkml = jsonschema.validators.validator_for(schema)(schema)
    with open(context) as file:
        prefixes = {name for name, iri in json.load(file)["@context"].items() if isinstance(iri, str)}
    listed = subprocess.run([daicho, "models", "list", "--format", "json"], capture_output=True, text=True, check=True)
    classes = [f"{model['model']}/{one['class']}" for model in json.loads(listed.stdout) for one in model.get("classes", [])]
    faults = 0
    for name in classes:
        found = [f"LinkML: {'/'.join(map(str, error.path))}: {error.message[:200]}"
                 for error in linkml.iter_errors(yaml.safe_load(export(daicho, name, "linkml")))]
        judge = CsvwJudge(prefixes)
        judge.judge(json.loads(export(daicho, name, "csvw")))
        found += [f"CSVW: {fault}" for fault in judge.faults]
        for fault in found[:5]:
            print(f"{name}: {fault}")
        faults += len(found)
    print(f"{len(classes)} classes, {faults} faults")
    return 1 if faults or len(classes) < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
