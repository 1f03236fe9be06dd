#!/bin/bash
# Addresses a second of CPU, daicho beside @geolonia/normalize-japanese-addresses 2.10.1, on the same lines in the same run:
#   compare_addresses.sh SPEED_BENCH REGISTRY INDEX LINES MODULES
# MODULES is a folder with the package in node_modules (npm install @geolonia/normalize-japanese-addresses@2.10.1).
set -euo pipefail
bench=$1 registry=$2 index=$3 lines=$4 modules=$5
here=$(cd "$(dirname "$0")" && pwd)
towns=$(mktemp -d)
trap 'rm -rf "$towns"' EXIT

python3 "$here/make_japanese_addresses.py" "$registry" "$towns"
peer=$(NODE_PATH=$modules/node_modules node "$here/normalize_addresses.cjs" "$towns" "$lines" 2)
ours=$("$bench" "$index" "$lines" | grep -F "$(basename "$lines")")
echo "$ours"
python3 - "$ours" "$peer" <<'END'
import json
import re
import sys

ours, peer = sys.argv[1], [json.loads(line) for line in sys.argv[2].splitlines()]
first, best = (int(n) for n in re.findall(r"(\d+)/s", ours))
for pass_, (mine, theirs) in enumerate(zip((first, best), peer), 1):
    rate = theirs["lines"] / theirs["cpu"]
    print(f"pass {pass_}: the peer {rate:.0f}/s, {100 * theirs['towns'] / theirs['lines']:.2f} % at a town; "
          f"daicho {mine}/s, {mine / rate:.0f} times as many")
END
