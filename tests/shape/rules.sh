#!/bin/bash
# Every rule that the program knows has a page with an example that is run and that raises the rule, or the reason why there is
# none; every page is of a rule.
# A rule is one name, one row and one page.
# rules.sh [--update] DAICHO
update=
[ "$1" != --update ] || { update=1; shift; }
program=$(realpath "$1")
. "$(dirname "$0")/common.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder" "$problems"' EXIT

rules=$("$program" --lang en rules list | grep -oE '^ *([A-Z][0-9]{3}|[A-Z][A-Za-z]+\.[a-z0-9-]+)' | tr -d ' ' | sort -u)
[ "$(wc -w <<<"$rules")" -ge 20 ] || complain "daicho rules list" "lists too few rules"

# What a page says, with its reason, where an example would be too long to be read.
excuse='No small file raises it'

# Pages whose examples print their rule (but for what `rules explain` prints), and those with an excuse.
declare -A raises excused
while read -r what rule; do
    if [ "$what" = raises ]; then raises[$rule]=1; else excused[$rule]=1; fi
done < <(awk -v excuse="$excuse" '
    FNR == 1 {on = 0; rule = FILENAME; sub(".*/", "", rule); sub("[.]md$", "", rule)}
    index($0, excuse) {print "excused", rule}
    /^```console$/ {on = 1; next} /^```$/ {on = 0}
    on && /^\$ / {skip = /rules explain/; next}
    on && !skip && index($0, rule) {print "raises", rule}' docs/rules/*.md)

for rule in $rules; do
    page=docs/rules/$rule.md
    if [ ! -f "$page" ]; then
        complain "$page" "there is no such page"
    elif [ -n "${raises[$rule]:-}" ]; then
        [ -z "${excused[$rule]:-}" ] || complain "$page" "raises the rule, and says that no small file does"
    elif [ -z "${excused[$rule]:-}" ]; then
        complain "$page" "has no example that raises the rule"
    elif ! grep -rq --include='*_test.cpp' "\"$rule " tests; then
        complain "$page" "says that no small file raises the rule: then a test has to"
    fi
done

# A page says what the row of the rule says, in the same words, so that there is one text to change and one to follow; the
# index lists the pages, and is made of the rows.
for language in ja en; do
    "$program" --lang "$language" rules list --format json >"$folder/$language.json"
done
perl -MJSON::PP -CO - "$folder/ja.json" "$folder/en.json" "$folder/index" >"$folder/texts" <<'END'
    my ($ja, $en) = map { open my $file, "<", $_; local $/; decode_json(<$file>) } @ARGV[0, 1];
    open my $index, ">:utf8", $ARGV[2];
    for my $at (0 .. $#$en) {
        my ($rule, $other) = ($en->[$at], $ja->[$at]);
        print $index "| [$rule->{rule}]($rule->{rule}.md) | $rule->{name} | $rule->{title} | $other->{title} |\n";
        open my $page, "<:utf8", "docs/rules/$rule->{rule}.md" or next;
        my $text = do { local $/; <$page> };
        my $blocks = defined $rule->{level} ? $rule->{level} : "none";
        my @told = ("# $rule->{rule} $rule->{name}: $rule->{title}\n", "\nSeverity: $rule->{severity}. Level it blocks: $blocks.\n");
        for my $wanted (@told, map { ($_->{title}, $_->{why}, $_->{fix}) } $rule, $other) {
            next if index($text, $wanted) >= 0;
            $wanted =~ s/\n//g;
            print "$rule->{rule}\t$wanted\n";
        }
    }
END
while IFS=$'\t' read -r rule text; do
    complain "docs/rules/$rule.md" "does not say: $text"
done <"$folder/texts"
index=docs/rules/README.md
if [ "$update" ]; then
    { sed '/^| \[/d' $index && cat "$folder/index"; } >"$folder/page"
    cp "$folder/page" $index
fi
diff <(grep '^| \[' $index) "$folder/index" >"$folder/differs" ||
    complain $index "is not that of the rules (tests/shape/rules.sh --update DAICHO makes it): $(grep -c '^[<>]' "$folder/differs") lines"

# A rule is declared once, has one row of texts and is found by its name: nothing else says its id.
declared=$(sources | grep '/rule_ids\.hpp$' | xargs cat | tr '\n' ' ' | grep -oE 'RuleId \w+\{ *"[A-Z][0-9]{3}"' | tr -d ' "')
rows=$(grep -hoE '\.id = \{"[A-Z][0-9]{3}"' models/rules/*_rules.cpp | grep -oE '[A-Z][0-9]{3}')
[ "$(wc -l <<<"$declared")" -ge 100 ] || complain "rule_ids.hpp" "too few rules were found to be looked at"
for id in $(sort <<<"$rows" | uniq -d); do
    complain "$id" "has two rows of texts"
done
declare -A named has_row
for name in $(sources | xargs grep -ohE 'rules::\w+' | sort -u); do
    named[$name]=1
done
for id in $rows; do
    has_row[$id]=1
done
for line in $declared; do
    name=${line#RuleId} id=${line#*\{}
    name=${name%\{*}
    [ -n "${has_row[$id]:-}" ] || complain "$id" "has no row in models/rules/FAMILY_rules.cpp"
    unset "has_row[$id]"
    [ -n "${named[rules::$name]:-}" ] || complain "$id" "rules::$name is declared, and nothing finds it"
done
for id in "${!has_row[@]}"; do
    complain "$id" "has texts, and no name in a rule_ids.hpp"
done
sources | grep -v '/rule_ids\.hpp$\|^models/rules/.*_rules\.cpp$' | xargs grep -nE 'RuleId ?\{"' >"$folder/ids" || true
while IFS= read -r line; do
    complain "${line%%:*}" "writes the id of a rule: use its name of rule_ids.hpp"
done <"$folder/ids"

for page in docs/rules/*.md; do
    rule=${page##*/}
    rule=${rule%.md}
    [ "$rule" = README ] || [[ $'\n'$rules$'\n' == *$'\n'"$rule"$'\n'* ]] || complain "$page" "there is no such rule"
done

# A finding in Japanese has no English in it but what is quoted, examples, and names that are written so in either language.
while IFS=: read -r file line text; do
    complain "$file:$line" "English in a Japanese finding: $text"
done < <(grep -nHE '(行目|列目|全体)[^:：「]*: .*。$' docs/rules/*.md docs/*.md tests/golden/*/*/stdout |
    sed -E 's/「[^」]*」//g; s/（例: [^）]*）//g; s/XSDでここに来るもの: [^。]*//g' |
    grep -E '^[^:]*:[0-9]+:.*[^][A-Za-z0-9@./:%_+-][a-z]{2,}([^][A-Za-z0-9@./:%_+-]|$)' |
    grep -vE '[^A-Za-z](km|pivot)[^A-Za-z]' || true)

finish
