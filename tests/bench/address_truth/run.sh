#!/bin/bash
# A sample of the addresses with a known place, held to least.tsv: run.sh ADDRESS_TRUTH DATA
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$1" "$scratch/registry.sqlite" "$scratch/index" "$2" --every 97 --samples 3 --least "$here/least.tsv"
