#!/bin/bash
# A sample of the addresses with a known place, held to least.tsv: run.sh ADDRESS_TRUTH DATA
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
registry=$scratch/registry.sqlite index=$scratch/index
if [ -n "${DAICHO_NATIONWIDE_REGISTRY:-}" ]; then  # one that CTest has made
    registry=$DAICHO_NATIONWIDE_REGISTRY
    index=$(ls "$registry".*.addresses)
fi
"$1" "$registry" "$index" "$2" --every 97 --samples 3 --least "$here/least.tsv"
