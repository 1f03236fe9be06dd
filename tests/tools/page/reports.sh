#!/bin/bash
# Reports as HTML in a real browser: reports.sh DAICHO [SHOTS]. Skipped (77) where chromium or node are not installed.
# SHOTS: a folder for screenshots to look at.
set -euo pipefail
program=$(realpath "$1")
shots=${2:+$(realpath "$2")}
root=$(cd "$(dirname "$0")/../../.." && pwd)
. "$root/tests/tools/page/installed.sh"
export XDG_DATA_HOME=/nonexistent XDG_CACHE_HOME=/dev/null
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# report NAME COMMAND...: findings and differences are what the reports are about.
report() {
    local name=$1
    shift
    "$program" "$@" --format html >"$scratch/$name.html" 2>/dev/null || [ $? = 1 ]
}
cp "$root/docs/sample/shelters.csv" "$scratch/shelters.csv"
cp "$scratch/shelters.csv" "$scratch/fixed.csv"
"$program" fix --in-place "$scratch/fixed.csv" >/dev/null 2>&1 || [ $? = 1 ]
cd "$scratch"
report validate validate shelters.csv --model EvacuationSpace
report validate-english --lang en validate shelters.csv fixed.csv --model EvacuationSpace
report diff diff shelters.csv fixed.csv
report diff-english --lang en diff shelters.csv fixed.csv --no-key
report nothing diff shelters.csv shelters.csv
# A repository with a baseline, and with findings that are new, known and fixed; how it went on over three runs.
mkdir repository && cp shelters.csv repository && cd repository
cat >daicho.toml <<'END'
baseline = "baseline.jsonl"
[[path]]
match = "*.csv"
model = "EvacuationSpace"
END
"$program" baseline create >/dev/null 2>&1 || [ $? = 1 ]
gate() { "$program" "$@" --cache off --history history.jsonl >/dev/null 2>&1 || [ $? = 1 ]; }
gate check
sed -i 's/令和/令 和/; 4d' shelters.csv
gate check
sed -i '6s/,[^,]*,/,？,/; 9d' shelters.csv
gate check --report html=../check.html
gate --lang en check --report html=../check-english.html
"$program" report trend history.jsonl --format html >../trend.html
"$program" --lang en report trend history.jsonl --format html >../trend-english.html
cd ..
node --experimental-websocket "$root/tests/tools/page/reports.mjs" "$browser" "${axe:--}" "${shots:--}" \
    validate.html validate-english.html diff.html diff-english.html nothing.html \
    check.html check-english.html trend.html trend-english.html
