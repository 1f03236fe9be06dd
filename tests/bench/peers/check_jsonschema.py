#!/usr/bin/env python3
"""Checks each line of a file against a JSON Schema with python3-jsonschema: check_jsonschema.py SCHEMA FILE"""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as text:
    validator = jsonschema.Draft7Validator(json.load(text))
with open(sys.argv[2], encoding="utf-8") as lines:
    bad = sum(not validator.is_valid(json.loads(line)) for line in lines)
print(bad)
