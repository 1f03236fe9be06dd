#!/bin/bash
# Makes FOLDER/registry.sqlite of the shared publications, with its index: nationwide.sh DAICHO FOLDER DATA
set -euo pipefail
rm -rf "$2"
mkdir -p "$2"
"$1" build -o "$2/registry.sqlite" "$3"/{address,municipality,postal,corporate,characters} >"$2/report.txt" || [ $? = 1 ]
