#!/bin/bash
# "Where to add" of docs/architecture.md is true: the files that it names are there, and a thing that comes in kinds takes at most four
# of them, its page included (what tests hold is made with them, and not counted). That a rule takes no more is held by rules.sh, a
# command by commands.sh, a format by formats_test.cpp.
. "$(dirname "$0")/common.sh"

page=docs/architecture.md
rows=$(awk '/^## / {on = ($0 == "## Where to add")} on && /^\| / && !/^\| (what|---)/' $page)
[ "$(wc -l <<<"$rows")" -ge 20 ] || complain $page "too few rows were found to be looked at"

# Names of files in a row, without those of tests: `models/rules/FAMILY_rules.cpp`, `value_types.cpp`, `NAME.hpp/.cpp`.
files_of() {
    grep -oE '`[^` ]+`' <<<"$1" | tr -d '`' | sed -E 's|^(.*)\.hpp/\.cpp$|\1.hpp\n\1.cpp|' |
        grep -E '/|\.[a-z0-9]+$' | grep -vE '^tests/|_test\.cpp$|^least\.tsv$|^main\.cpp$' | sort -u
}

while IFS= read -r row; do
    what=$(cut -d'|' -f2 <<<"$row")
    files=$(files_of "$row" || true)
    [ "$(grep -c . <<<"$files" || true)" -le 4 ] || complain "$page:$what" "takes more than four files: ${files//$'\n'/ }"
    for file in $files; do
        case $file in
            *[A-Z][A-Z]*) pattern=$(sed -E 's/[A-Z]{2,}/*/g' <<<"$file") ;;
            .*) pattern=*$file ;;
            *) pattern=$file ;;
        esac
        compgen -G "$pattern*" >/dev/null || [ -n "$(find "${layers[@]}" tests docs/man -name "${pattern##*/}*" -print -quit)" ] ||
            complain "$page:$what" "there is no $file"
    done
done <<<"$rows"

finish
