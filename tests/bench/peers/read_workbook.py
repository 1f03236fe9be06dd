#!/usr/bin/env python3
"""Reads all cells of the first sheet of a workbook with openpyxl, without keeping them: read_workbook.py FILE"""
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
print(sum(len(row) for row in book.active.iter_rows(values_only=True)))
