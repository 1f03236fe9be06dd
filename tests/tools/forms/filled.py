#!/usr/bin/env python3
"""The forms of all classes, filled in through the file, are datasets of LV2: filled.py DAICHO.

Each form of `models template` is opened with openpyxl, its example is typed into the row for it, other cells are left as they
are, and the workbook that comes of it is validated; every tenth also goes through LibreOffice. What may be typed into the cells
must be there: a hint for every column. Skipped (77) where openpyxl is missing.
"""

import concurrent.futures
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed")
    sys.exit(77)


def run(*words):
    return subprocess.run([program, *map(str, words)], capture_output=True, text=True)


def classes():
    """The classes that have a header: of others there is no form."""
    models = json.loads(run("models", "list", "--format", "json").stdout)
    return [f"{model['model']}/{one['class']}" for model in models for one in model.get("classes", [])]


def fill(name, number):
    """The filled workbook of a class, and what is wrong with its form; nothing where it has none."""
    form = scratch / f"{number}.xlsx"
    made = run("models", "template", name, "-o", form)
    if made.returncode == 2 and "見出しがない" in made.stderr:
        return None, []
    if made.returncode != 0:
        return None, [f"no form: {made.stderr.strip()}"]
    header, example = csv.reader(io.StringIO(run("models", "template", name, "--as", "csv").stdout.lstrip("\ufeff")))
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    wrong = []
    if [cell.value for cell in sheet[1]] != header:
        wrong.append("its header is not that of the CSV form")
    if len(sheet.data_validations.dataValidation) < len(header):
        wrong.append("columns without a hint")
    for column, value in enumerate(example, 1):
        sheet.cell(2, column).value = value or None
    filled = scratch / f"{number}-filled.xlsx"
    book.save(filled)
    return filled, wrong


def complaints(name, filled):
    result = json.loads(run("validate", filled, "--model", name, "--format", "json").stdout)["files"][0]
    wrong = [f"{one['rule']} {one.get('header')} {one.get('value')}" for one in result["findings"] if one["severity"] != "info"]
    if result["level"] not in ("LV2", "LV2s") or result["records"] != 1:
        wrong.append(f"{result['level']}, {result['records']} records")
    return wrong


def judge(task):
    number, name = task
    filled, wrong = fill(name, number)
    return name, filled, wrong + (complaints(name, filled) if filled else [])


program = sys.argv[1]
scratch = pathlib.Path(tempfile.mkdtemp())
try:
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        judged = list(pool.map(judge, enumerate(classes())))
    forms = [(name, filled) for name, filled, _ in judged if filled]
    office = shutil.which("soffice") or shutil.which("libreoffice")
    some = forms[::10] if office else []
    if some:
        subprocess.run([office, f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "xlsx", "--outdir",
                        scratch / "office", *[filled for _, filled in some]], capture_output=True, check=True)
        judged += [(f"{name} in LibreOffice", None, complaints(name, scratch / "office" / filled.name)) for name, filled in some]
    failed = [(name, wrong) for name, _, wrong in judged if wrong]
    for name, wrong in failed:
        print(f"{name}: {'; '.join(wrong[:5])}")
    print(f"{len(forms)} forms, {len(some)} through LibreOffice, {len(failed)} with something wrong")
    sys.exit(1 if failed or len(forms) < 400 else 0)
finally:
    shutil.rmtree(scratch)
