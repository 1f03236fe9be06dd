#!/bin/bash
# docs/hard-cases.md has a row for each of the 35 cases, docs/hard-cases-corporate.md for each of its 13; what they name exists; a
# case without a test says what it waits for.
. "$(dirname "$0")/common.sh"

# The names of a file's cases; the formatter puts long ones on a line of their own. A file is read once.
declare -A cases_of
read_cases() {
    [ -n "${cases_of[$1]:-}" ] || cases_of[$1]=$(awk -F '"' '/^TEST_CASE\("/ || (open && /^ +"/) {print $2} {open = /^TEST_CASE\($/}' "$1")
}

# check_page PAGE TOTAL: all rows of a page.
check_page() {
    local page=$1 total=$2
    rows=$(grep -cE '^\| [0-9]+ \|' "$page" || true)
    [ "$rows" = "$total" ] || complain "$page" "has $rows rows, not $total"

    for number in $(seq "$total"); do
        row=$(grep -E "^\| $number \|" "$page" || true)
        if [ -z "$row" ]; then
            complain "$page" "has no row $number"
            continue
        fi
        IFS='|' read -r _ _ _ tests waits _ <<<"$row"
        if [ -z "${tests// /}" ]; then
            [ -n "${waits// /}" ] || complain "$page" "row $number has neither a test nor what it waits for"
            continue
        fi
        while read -r golden; do
            [ -f "$golden/cmd" ] || complain "$page" "row $number: there is no golden case $golden"
        done < <(grep -oE '`tests/golden/[^`]+`' <<<"$tests" | tr -d '`')
        while IFS='"' read -r file name _; do
            file=${file//[\` ]/}
            if [ ! -f "$file" ]; then
                complain "$page" "row $number: there is no $file"
                continue
            fi
            read_cases "$file"
            if [[ $'\n'${cases_of[$file]} != *$'\n'"$name"* ]]; then
                complain "$page" "row $number: $file has no case that begins with \"$name\""
            fi
        done < <(grep -oE '`tests/[^`]+_test\.cpp` "[^"]+"' <<<"$tests")
        # Nothing else may stand between the commas: a test that is named otherwise would not be looked for.
        left=$(sed -E 's/`tests\/golden\/[^`]+`//g; s/`tests\/[^`]+_test\.cpp` "[^"]+"//g; s/[ ,]//g' <<<"$tests")
        [ -z "$left" ] || complain "$page" "row $number: cannot look for $left"
    done
}

check_page docs/hard-cases.md 35
check_page docs/hard-cases-corporate.md 13

# Every test that bears the number of a case is in the row of that case.
page=docs/hard-cases.md
for file in tests/models/hard_cases_*_test.cpp; do
    read_cases "$file"
    for number in $(grep <<<"${cases_of[$file]}" -oE '^hard case [0-9]+' | grep -oE '[0-9]+' | sort -un); do
        grep -E "^\| $number \|" "$page" | grep -qF "\`$file\` \"hard case $number:" ||
            complain "$file" "case $number is not in row $number of $page"
    done
done

finish
