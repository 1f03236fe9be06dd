#!/bin/bash
# Installs a build into a scratch prefix and builds and runs the consumer against it. consumer/run.sh BUILD CXX FLAGS
set -euo pipefail
build=$1 compiler=$2 flags=${3:-}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$build/consumer
rm -rf "$scratch"
cmake --install "$build" --prefix "$scratch/prefix" >/dev/null
cmake -S "$here" -B "$scratch/build" -DCMAKE_PREFIX_PATH="$scratch/prefix" -DCMAKE_CXX_COMPILER="$compiler" \
    -DCMAKE_CXX_FLAGS="$flags" -DCMAKE_BUILD_TYPE=Debug >/dev/null
cmake --build "$scratch/build"
[ "$("$scratch/build/consumer")" = 2024-04-18 ]
