#!/bin/bash
# Runs the examples of a page: documented.sh [--update] DAICHO PAGE...
#
# An example is a block ```console of a Markdown page or .EX of a man page: lines "$ command", each followed by what
# it prints, standard error included. The blocks of a page run one after the other in one scratch copy of docs/sample,
# in which `publications` leads to tests/data.
# A command that dies, or ends with more than 2, fails. --update writes what the commands print now into the page.
set -euo pipefail
export NO_COLOR=1 TERM=dumb
LC_ALL=C  # pages are bytes here; the commands get their own
for name in "${!DAICHO_@}"; do unset "$name"; done
export XDG_DATA_HOME=/nonexistent XDG_CACHE_HOME=/dev/null

update=
[ "${1:-}" = --update ] && { update=1; shift; }
program=$(realpath "$1")
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Between the text of a man page and plain text.
plain() { sed -e 's/^\\&//' -e 's/\\-/-/g' -e 's/\\(aq/'"'"'/g' -e 's/\\e/\\/g' <<<"$1"; }
roff() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\([.']\)/\\\\\&\1/"; }

execute() {  # COMMAND: prints what it prints
    local code=0
    (cd "$scratch/work" && LC_ALL=C.UTF-8 PATH=$scratch/bin:$PATH bash -c "$1" </dev/null) >"$scratch/output" 2>&1 || code=$?
    if [ "$code" -gt 2 ]; then
        echo "$page: exit code $code: $1" >&2
        failed=1
    fi
    [ ! -s "$scratch/output" ] || [ -z "$(tail -c 1 "$scratch/output")" ] || echo >>"$scratch/output"
    if [ "$kind" = man ]; then roff <"$scratch/output"; else cat "$scratch/output"; fi
}

# Copies the page to standard output with fresh answers under the commands.
answer() {
    local inside='' line command
    while IFS= read -r line || [ -n "$line" ]; do
        if [ -z "$inside" ]; then
            [ "$line" = '```console' ] || [ "$line" = .EX ] && inside=1
            printf '%s\n' "$line"
        elif [ "$line" = '```' ] || [ "$line" = .EE ]; then
            inside=
            printf '%s\n' "$line"
        elif [[ $line == '$ '* ]]; then
            printf '%s\n' "$line"
            command=${line#'$ '}
            [ "$kind" = man ] && command=$(plain "$command")
            execute "$command"
        fi
    done <"$1"
}

failed=0
for page in "$@"; do
    kind=markdown
    [[ $page == *.md ]] || kind='man'
    rm -rf "${scratch:?}"/*
    mkdir "$scratch/bin"
    ln -s "$program" "$scratch/bin/daicho"
    cp -r "$root/docs/sample" "$scratch/work"
    ln -s "$root/tests/data" "$scratch/work/publications"
    answer "$page" >"$scratch/page"
    if [ -n "$update" ]; then
        cp "$scratch/page" "$page"
    elif ! cmp -s "$page" "$scratch/page"; then
        echo "$page: the examples print something else (- page, + now)"
        diff -a -u --label page --label now "$page" "$scratch/page" || true
        failed=1
    fi
done
exit "$failed"
