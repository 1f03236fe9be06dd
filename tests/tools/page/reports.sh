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
node --experimental-websocket "$root/tests/tools/page/reports.mjs" "$browser" "${axe:--}" "${shots:--}" \
    validate.html validate-english.html diff.html diff-english.html nothing.html
