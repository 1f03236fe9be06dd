#!/bin/bash
# Every rule that the program knows has a page with an example that is run and that raises the rule, or the reason why there is
# none; every page is of a rule.
# A rule is one name, one row and one page.
# rules.sh DAICHO
program=$(realpath "$1")
. "$(dirname "$0")/common.sh"

rules=$("$program" --lang en rules list | grep -oE '^ *([A-Z][0-9]{3}|[A-Z][A-Za-z]+\.[a-z0-9-]+)' | tr -d ' ' | sort -u)
[ "$(wc -w <<<"$rules")" -ge 20 ] || complain "daicho rules list" "lists too few rules"

# What a page says, with its reason, where an example would be too long to be read.
excuse='No small file raises it'

# What the examples of a page print, but for what `rules explain` prints.
printed() {
    awk '/^```console$/ {on = 1; next} /^```$/ {on = 0}
        on && /^\$ / {skip = /rules explain/; next} on && !skip' "$1"
}

for rule in $rules; do
    page=docs/rules/$rule.md
    if [ ! -f "$page" ]; then
        complain "$page" "there is no such page"
    elif printed "$page" | grep -q "$rule"; then
        ! grep -q "$excuse" "$page" || complain "$page" "raises the rule, and says that no small file does"
    elif ! grep -q "$excuse" "$page"; then
        complain "$page" "has no example that raises the rule"
    elif ! grep -rq --include='*_test.cpp' "\"$rule " tests; then
        complain "$page" "says that no small file raises the rule: then a test has to"
    fi
done

# A page says what the row of the rule says, in the same words, so that there is one text to change and one to follow.
for language in ja en; do
    "$program" --lang "$language" rules list --format json |
        perl -MJSON::PP -CO -0777 -ne 'for my $rule (@{decode_json($_)}) {
            open my $page, "<:utf8", "docs/rules/$rule->{rule}.md" or next;
            my $text = <$page>;
            for my $key (qw(title why fix)) {
                print "$rule->{rule}\t$key\t$rule->{$key}\n" if index($text, $rule->{$key}) < 0;
            }
        }' >"$problems.texts"
    while IFS=$'\t' read -r rule key text; do
        complain "docs/rules/$rule.md" "does not say the $key of the rule: $text"
    done <"$problems.texts"
    rm -f "$problems.texts"
done

# A rule is declared once, has one row of texts and is found by its name: nothing else says its id.
declared=$(sources | grep '/rule_ids\.hpp$' | xargs cat | tr '\n' ' ' | grep -oE 'RuleId \w+\{ *"[A-Z][0-9]{3}"' | tr -d ' "')
rows=$(grep -hoE '\.id = \{"[A-Z][0-9]{3}"' models/rules/*_rules.cpp | grep -oE '[A-Z][0-9]{3}')
[ "$(wc -l <<<"$declared")" -ge 100 ] || complain "rule_ids.hpp" "too few rules were found to be looked at"
for id in $(sort <<<"$rows" | uniq -d); do
    complain "$id" "has two rows of texts"
done
for line in $declared; do
    name=${line#RuleId} id=${line#*\{}
    name=${name%\{*}
    grep -qx "$id" <<<"$rows" || complain "$id" "has no row in models/rules/FAMILY_rules.cpp"
    rows=$(grep -vx "$id" <<<"$rows" || true)
    sources | xargs grep -qE "rules::$name\b" || complain "$id" "rules::$name is declared, and nothing finds it"
done
for id in $rows; do
    complain "$id" "has texts, and no name in a rule_ids.hpp"
done
sources | grep -v '/rule_ids\.hpp$\|^models/rules/.*_rules\.cpp$' | xargs grep -nE 'RuleId ?\{"' >"$problems.ids" || true
while IFS= read -r line; do
    complain "${line%%:*}" "writes the id of a rule: use its name of rule_ids.hpp"
done <"$problems.ids"
rm -f "$problems.ids"

for page in docs/rules/*.md; do
    rule=$(basename "$page" .md)
    [ ! -f "$page" ] || [ "$rule" = README ] || grep -qx "$rule" <<<"$rules" || complain "$page" "there is no such rule"
done

finish
