#!/bin/bash
# Runs golden cases: golden.sh [--update] DAICHO [CASE...]      (all cases of tests/golden where none is named)
#
# A case is a folder tests/golden/COMMAND/NAME with
#   cmd      a shell line; `daicho` and `loopback_server` are on the PATH; it runs in a scratch copy of the folder, in
#            which `sample` and `data` lead to docs/sample and tests/data and `out` is an empty folder
#   stdout   what it must print, byte for byte; stderr: the same, empty where there is no such file
#   exit     its exit code, 0 where there is no such file
#   out/*    files that it must write below out
# --update writes these from what the command does now; read the difference before you keep it.
set -euo pipefail
export LC_ALL=C.UTF-8 NO_COLOR=1 TERM=dumb
for name in "${!DAICHO_@}"; do unset "$name"; done
export XDG_DATA_HOME=/nonexistent XDG_CACHE_HOME=/dev/null

update=
[ "${1:-}" = --update ] && { update=1; shift; }
program=$(realpath "$1")
server=$(dirname "$program")/tests/loopback_server
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || mapfile -t cases < <(find "$root/tests/golden" -name cmd -printf '%h\n' | sort)
[ $# -gt 0 ] && cases=("$@")

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# run CASE: leaves $scratch/{stdout,stderr,exit} and the folder $scratch/case.
run() {
    rm -rf "${scratch:?}"/*
    mkdir -p "$scratch/case" "$scratch/bin"
    ln -s "$program" "$scratch/bin/daicho"
    [ ! -x "$server" ] || ln -s "$server" "$scratch/bin/loopback_server"
    cp -r "$1"/. "$scratch/case"
    rm -rf "$scratch/case"/{cmd,stdout,stderr,exit,out}
    mkdir "$scratch/case/out"
    ln -s "$root/docs/sample" "$scratch/case/sample"
    ln -s "$root/tests/data" "$scratch/case/data"
    local code=0
    (cd "$scratch/case" && PATH=$scratch/bin:$PATH bash "$1/cmd" </dev/null) \
        >"$scratch/stdout" 2>"$scratch/stderr" || code=$?
    echo "$code" >"$scratch/exit"
}

# keep CASE: makes what was just done the expectation.
keep() {
    cp "$scratch/stdout" "$1/stdout"
    rm -rf "$1"/{stderr,exit,out}
    [ ! -s "$scratch/stderr" ] || cp "$scratch/stderr" "$1/stderr"
    [ "$(cat "$scratch/exit")" = 0 ] || cp "$scratch/exit" "$1/exit"
    [ -z "$(ls "$scratch/case/out")" ] || cp -r "$scratch/case/out" "$1/out"
}

# same CASE NAME EXPECTED FOUND: compares two files, byte for byte.
same() {
    cmp -s "$3" "$4" && return
    echo "$1: $2 is not as expected (- expected, + found)"
    diff -a -u --label "$2" --label "$2" "$3" "$4" || true
    failed=1
}

compare() {
    local one=$1
    echo 0 >"$scratch/zero"
    : >"$scratch/nothing"
    same "$one" "exit code" "$([ -f "$one/exit" ] && echo "$one/exit" || echo "$scratch/zero")" "$scratch/exit"
    same "$one" stdout "$one/stdout" "$scratch/stdout"
    same "$one" stderr "$([ -f "$one/stderr" ] && echo "$one/stderr" || echo "$scratch/nothing")" "$scratch/stderr"
    [ -d "$one/out" ] || mkdir -p "$scratch/empty"
    local expected=$one/out name
    [ -d "$expected" ] || expected=$scratch/empty
    while read -r name; do
        if [ ! -f "$scratch/case/out/$name" ]; then
            echo "$one: out/$name was not written"
            failed=1
        elif [ ! -f "$expected/$name" ]; then
            echo "$one: out/$name was written, and is not expected"
            failed=1
        else
            same "$one" "out/$name" "$expected/$name" "$scratch/case/out/$name"
        fi
    done < <({ (cd "$expected" && find . -type f); (cd "$scratch/case/out" && find . -type f); } | sed 's|^\./||' | sort -u)
}

failed=0
for one in "${cases[@]}"; do
    one=$(realpath "$one")
    run "$one"
    if [ -n "$update" ]; then keep "$one"; else compare "$one"; fi
done
exit "$failed"
