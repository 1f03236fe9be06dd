#!/bin/bash
# Table Schemas and Data Packages in programs of others: table_peers.sh DAICHO [CLASS...]. Skipped (77) where node or the npm
# packages tableschema and datapackage are not installed (npm install -g tableschema datapackage).
set -euo pipefail
program=$(realpath "$1")
shift
NODE_PATH=${NODE_PATH:-$(npm root -g 2>/dev/null || true)}
export NODE_PATH
if ! node -e 'require("tableschema"); require("datapackage")' 2>/dev/null; then
    echo "skipped: node, tableschema or datapackage is not installed"
    exit 77
fi
classes=("$@")
[ ${#classes[@]} -gt 0 ] || classes=(Person LegalEntity Address Facility Building Land Equipment EvacuationSpace AedLocation
    CareService LocalEvent RegionalPopulation gif.disaster.shelter/Shelter Pupil Programme)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
node "$(dirname "$0")/table_peers.cjs" "$program" "$scratch" "${classes[@]}"
