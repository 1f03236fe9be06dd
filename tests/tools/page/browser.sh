#!/bin/bash
# The page in a real browser: browser.sh DAICHO SCRATCH. Skipped (77) where chromium or node are not installed.
set -euo pipefail
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../../.." && pwd)
. "$root/tests/tools/page/installed.sh"
export XDG_DATA_HOME=/nonexistent XDG_CACHE_HOME=/dev/null
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT

"$program" build -o "$scratch/registry.sqlite" "$root/tests/data/digital-agency" >/dev/null
cp "$root/docs/sample/shelters.csv" "$scratch/shelters.csv"
cp "$scratch/shelters.csv" "$scratch/fixed.csv"
"$program" --registry "$scratch/registry.sqlite" fix --in-place "$scratch/fixed.csv" >/dev/null 2>&1 || [ $? = 1 ]
"$program" convert "$scratch/shelters.csv" -o "$scratch/shelters.xlsx" >/dev/null 2>&1
"$program" --registry "$scratch/registry.sqlite" serve --listen 127.0.0.1:0 --port-file "$scratch/port" >/dev/null &
server=$!
for _ in $(seq 200); do
    [ -s "$scratch/port" ] && break
    sleep 0.05
done
node --experimental-websocket "$root/tests/tools/page/browser.mjs" "$browser" "http://127.0.0.1:$(cat "$scratch/port")" \
    "$scratch/shelters.csv" "$scratch/fixed.csv" "$scratch/shelters.xlsx" ${axe:+"$axe"}
