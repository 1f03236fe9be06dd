#!/bin/bash
# Every rule that the program knows has a page with an example that is run; every page is of a rule.
# rules.sh DAICHO
program=$(realpath "$1")
. "$(dirname "$0")/common.sh"

rules=$("$program" --lang en rules list | grep -oE '^ *([A-Z][0-9]{3}|[A-Z][A-Za-z]+\.[a-z0-9-]+)' | tr -d ' ' | sort -u)
[ "$(wc -w <<<"$rules")" -ge 20 ] || complain "daicho rules list" "lists too few rules"

for rule in $rules; do
    page=docs/rules/$rule.md
    if [ ! -f "$page" ]; then
        complain "$page" "there is no such page"
    elif ! grep -q '^```console$' "$page"; then
        complain "$page" "has no example that is run"
    fi
done
for page in docs/rules/*.md; do
    rule=$(basename "$page" .md)
    [ ! -f "$page" ] || [ "$rule" = README ] || grep -qx "$rule" <<<"$rules" || complain "$page" "there is no such rule"
done

finish
