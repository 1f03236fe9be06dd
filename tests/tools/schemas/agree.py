#!/usr/bin/python3
"""daicho and the JSON Schema that it exports judge the same documents the same way: agree.py DAICHO [CLASS...]

Documents are the examples that daicho makes of a class, and the same with one thing changed each. Each is judged by
`validate` and by python3-jsonschema with the schema of `models export`, and by ajv where that is installed (npm install -g
ajv): the two must say the same. What a schema cannot say (check digits, rules)
may be wrong for daicho alone. What daicho reads although it is not as the schema says (a number for a text, an array of
one) it must write as the schema says. Skipped (77) where python3-jsonschema is missing.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

CLASSES = """Person LegalEntity Address Facility Event Building Land Equipment ContactPoint
EvacuationSpace AedLocation CareService FoodBusiness PublicFacility LocalEvent RegionalPopulation
gif.disaster.shelter/Shelter Pupil Certificate Programme""".split()
DOCUMENTS = 50  # of each class
SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ajv.cjs")


def node_modules():
    """Where node looks for the packages of npm."""
    try:
        known = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        known = ""
    return {**os.environ, "NODE_PATH": os.environ.get("NODE_PATH") or known}


ENVIRONMENT = node_modules()


def ajv(asked):
    done = subprocess.run(["node", SCRIPT], input=asked, capture_output=True, text=True, env=ENVIRONMENT, check=True)
    return json.loads(done.stdout)


def ajv_is_there():
    try:
        return subprocess.run(["node", "-e", 'require("ajv/dist/2020")'], capture_output=True, env=ENVIRONMENT,
                              check=False).returncode == 0
    except FileNotFoundError:
        return False


AJV = ajv_is_there()


class Judges:
    def __init__(self, daicho, folder, name):
        self.daicho, self.folder, self.name = daicho, folder, name
        self.schema = json.loads(self.run("models", "export", name, "--as", "json-schema"))
        jsonschema.Draft202012Validator.check_schema(self.schema)
        self.validator = jsonschema.Draft202012Validator(self.schema)
        items = json.loads(self.run("models", "show", name, "--depth", "9", "--all", "--format", "json"))["items"]
        self.items = {item["item"]: item for item in items}
        self.example = json.loads(self.run("models", "template", name, "--as", "json", "--names", "en"))[0]

    def run(self, *words):
        done = subprocess.run([self.daicho, "--lang", "en", *words], capture_output=True, cwd=self.folder)
        if done.returncode == 2:
            sys.exit(f"{words}: {done.stderr.decode()}")
        return done.stdout.decode()

    def of_schema(self, document):
        return self.validator.is_valid([document])

    def of_ajv(self, documents):
        """Whether each is valid; None where ajv is not installed."""
        asked = {"schema": self.schema, "documents": [[document] for document in documents]}
        return ajv(json.dumps(asked)) if AJV else None

    def of_daicho(self, documents):
        """The errors and the warnings of each document."""
        names = [f"{number}.json" for number in range(len(documents))]
        for name, document in zip(names, documents):
            self.write(name, [document])
        lines = self.run("validate", *names, "--model", self.name, "--format", "jsonl", "--addresses", "off")
        findings = {name: ([], []) for name in names}
        for line in map(json.loads, lines.splitlines()):
            if line.get("severity") in ("error", "warning"):
                findings[line["file"]][line["severity"] == "warning"].append((line["rule"], line["item"], line["value"]))
        return [findings[name] for name in names]

    def rewritten(self, documents):
        """As daicho writes them."""
        self.write("read.json", documents)
        self.run("transform", "read.json", "--to", self.name, "--names", "en", "--addresses", "off", "-o", "written.json")
        with open(os.path.join(self.folder, "written.json"), encoding="utf-8") as file:
            return json.load(file)

    def write(self, name, documents):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            json.dump(documents, file, ensure_ascii=False)

    def beyond_schemas(self, error):
        """An error that no schema says: of a value beyond the pattern of its kind, of characters, of an item whose column
        has to be there, of one that the required pattern asks for that daicho chose."""
        rule, path, _ = error
        item = self.items.get(path, {"type": {}, "required": {}})
        kind = item["type"]
        if rule in ("R400", "R401"):
            return path in self.items and set(item["required"].values()) != {"required"}
        limited = kind.get("minimum") is not None or kind.get("maximum") is not None
        return rule[0] in "TC" and kind.get("kind") != "code" and not (rule == "T255" and limited)


def places(value, way=()):
    """Each value within a document with the way to it."""
    yield way, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inside:
        yield from places(one, (*way, step))


def changed(value, way, to):
    """A copy with another value there."""
    if not way:
        return to
    copied = value.copy()
    if to is LEFT_OUT and len(way) == 1:
        del copied[way[0]]
    else:
        copied[way[0]] = changed(value[way[0]], way[1:], to)
    return copied


LEFT_OUT = object()


def other_values(value, item):
    """What might stand there instead, good or bad."""
    yield from (LEFT_OUT, None, "")
    if isinstance(value, dict):
        yield from ({}, "text", 1, [value], [value, value], {**value, "ownMember": "x"})
        return
    if isinstance(value, list):
        yield from ([], {}, "text", value * 2, value * 3)
        return
    text = str(value)
    yield from (1, -1, 2.5, 10**9, True, {}, {"a": "b"}, [], [value], [value, value], [[value]], text + "x", " " + text)
    yield from ("x", "０", text[:-1], "1", "-1", "2.5")
    if text.isdecimal():
        yield int(text)
    kind = item["type"] if item else {}
    for limit in ("minimum", "maximum"):
        if kind.get(limit) is not None:
            number = float(kind[limit])
            yield from (number, number - 1, number + 1)
    if kind.get("kind") == "code":
        yield from ("no such code", 987654, {"code": value}, {"code": value, "value": "label"}, {"value": "label"})
        yield from ({"code": "no such code"}, {"code": value, "ownMember": "x"}, {"コード": value, "名称": "label"})
    yield from (item or {}).get("unknowns", ())


def documents(judges):
    """(what was changed, document)"""
    changes = []
    for way, value in places(judges.example):
        item = judges.items.get(".".join(step for step in way if isinstance(step, str)))
        changes += [(way, other) for other in other_values(value, item)] if way else []
    random.Random(judges.name).shuffle(changes)
    made = [("nothing", judges.example), ("own column", {**judges.example, "ownMember": "x"})]
    for way, other in changes[:DOCUMENTS - 2]:
        what = "left out" if other is LEFT_OUT else json.dumps(other, ensure_ascii=False)[:60]
        made.append((f"{'/'.join(map(str, way))}: {what}", changed(judges.example, way, other)))
    return made


def differences(judges):
    """How many documents were judged, and those on which the two differ."""
    cases, tolerated, differ = documents(judges), [], []
    for (what, document), valid in zip(cases, judges.of_ajv([document for _, document in cases]) or ()):
        if valid != judges.of_schema(document):
            differ.append(f"{what}: ajv {'takes' if valid else 'refuses'} it, jsonschema does not")
    for (what, document), (errors, warnings) in zip(cases, judges.of_daicho([document for _, document in cases])):
        refused = not judges.of_schema(document)
        if errors and not refused and not all(map(judges.beyond_schemas, errors)):
            differ.append(f"{what}: daicho finds {errors}")
        if refused and not errors and not warnings:
            tolerated.append((what, document))
    written = judges.rewritten([document for _, document in tolerated]) if tolerated else []
    for (what, _), document in zip(tolerated, written):
        if not judges.of_schema(document):
            messages = [error.message[:200] for error in judges.validator.iter_errors([document])]
            differ.append(f"{what}: the schema says {messages}")
    return len(cases), differ


def main():
    daicho, classes = os.path.abspath(sys.argv[1]), sys.argv[2:] or CLASSES
    judged = different = 0
    for name in classes:
        with tempfile.TemporaryDirectory() as folder:
            count, differ = differences(Judges(daicho, folder, name))
        judged += count
        different += len(differ)
        for one in differ:
            print(f"{name}: {one}")
    print(f"{judged} documents, {different} differences ({'ajv and jsonschema' if AJV else 'jsonschema alone'})")
    sys.exit(1 if different else 0)


main()
