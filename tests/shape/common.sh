#!/bin/bash
# Read by the checks of this folder: lists of files and the way to complain. Run from the root of the repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C.UTF-8

layers=()
for layer in grammars models registries tools; do
    [ ! -d "$layer" ] || layers+=("$layer")
done
problems=$(mktemp)
trap 'rm -f "$problems"' EXIT

# All C++ sources of the layers, headers included.
sources() {
    find "${layers[@]}" -name '*.cpp' -o -name '*.hpp' | sort
}

# complain WHERE WHAT: notes a problem and goes on.
complain() {
    echo "$1: $2" >>"$problems"
}

# To be called last: shows the problems; fails if there are any.
finish() {
    cat "$problems"
    [ ! -s "$problems" ]
}
