#!/bin/bash
# Installs a build into a scratch prefix, holds its headers against the list of the public ones, and builds and runs the
# consumers against it. consumer/run.sh BUILD CXX
set -euo pipefail
build=$1 compiler=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
list=$root/tools/cmake/public_headers.txt
scratch=$build/consumer
export LC_ALL=C.UTF-8 XDG_DATA_HOME=/nonexistent XDG_CACHE_HOME=/dev/null
rm -rf "$scratch"
cmake --install "$build" --prefix "$scratch/prefix" >/dev/null

echo "installed headers are those of the list:"
diff <(grep '^[a-z]' "$list" | cut -d' ' -f1 | sort) \
    <(cd "$scratch/prefix/include/daicho" && find . -type f | sed 's|^\./||' | sort)

echo "the programs of docs/embedding.md are validate_memory.cpp and look_up_and_transform.cpp:"
diff <(sed -n '/^```cpp$/,/^```$/p' "$root/docs/embedding.md" | grep -v '^```') \
    <(cat "$here"/{validate_memory,look_up_and_transform}.cpp)
[ "$(wc -l <"$here/validate_memory.cpp")" -lt 40 ]

echo "docs/embedding.md says what each header is for:"
diff <(grep '^[a-z]' "$list" | sed -E 's/^([^ ]+) +(.*)$/| `\1` | \2 |/') \
    <(sed -n '/^## Public headers/,$p' "$root/docs/embedding.md" | grep '^| `')

cmake -S "$here" -B "$scratch/build" -DCMAKE_PREFIX_PATH="$scratch/prefix" -DCMAKE_CXX_COMPILER="$compiler" \
    -DCMAKE_BUILD_TYPE=Debug -DPUBLIC_HEADERS="$list" >/dev/null
cmake --build "$scratch/build" -j2

echo "what the consumers print:"
"$scratch/prefix/bin/daicho" build -o "$scratch/registry.sqlite" "$root/tests/data/nta" "$root/tests/data/digital-agency" \
    --despite-gaps >/dev/null
printed() {
    "$scratch/build/consumer" "$scratch/registry.sqlite"
    { "$scratch/build/validate_memory" || echo "exit $?"; } | cut -d: -f1  # messages are tested elsewhere
    "$scratch/build/look_up_and_transform" | cut -d, -f1-4
}
if [ "${UPDATE:-}" ]; then printed >"$here/expected.txt"; fi
diff "$here/expected.txt" <(printed)
