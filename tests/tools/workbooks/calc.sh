#!/bin/bash
# A workbook of daicho opened by LibreOffice has the same cells: calc.sh DAICHO. Skipped (77) where soffice is missing.
set -euo pipefail
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../../.." && pwd)
office=$(command -v soffice || command -v libreoffice || true)
if [ -z "$office" ]; then
    echo "skipped: soffice is not installed"
    exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

{
    echo 'コード,名称,定員,割合,日付,備考'
    echo '0012,中央公民館,120,12.5,2024-04-01,"二行
の備考"'
    echo '1234567890123,"=SUM(A1)",-3,0.1,令和6年4月1日,"「,」と""を含む"'
    echo '007,𠮷野家,,100%,2024/4/1,1E+5'
    echo '1.10,é è,1,1e3,12:30,TRUE'
} >"$scratch/cells.csv"
for table in "$scratch/cells.csv" "$root/docs/sample/shelters.csv"; do
    name=$(basename "$table" .csv)
    "$program" convert "$table" -o "$scratch/$name.xlsx" >/dev/null 2>"$scratch/office.log"
    # Comma, quotes, UTF-8, all lines; every text in quotes, cells as they are shown.
    "$office" -env:UserInstallation="file://$scratch/profile" --headless --convert-to \
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false' --outdir "$scratch/opened" "$scratch/$name.xlsx" >/dev/null 2>"$scratch/office.log"
    "$program" convert "$table" --to json >"$scratch/expected.json"
    "$program" convert "$scratch/opened/$name.csv" --to json >"$scratch/found.json"
    diff "$scratch/expected.json" "$scratch/found.json"
done
