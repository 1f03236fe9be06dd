#!/bin/bash
# Keeps the wordings of tests/shape/words.tsv out of what users read.
# words.sh DAICHO
program=$(realpath "$1")
. "$(dirname "$0")/common.sh"

folder=$(mktemp -d)
trap 'rm -rf "$folder" "$problems"' EXIT

# literals: the string literals of lines "PATH:LINE:CODE", comments left out, as lines "PATH:LINE:TEXT".
literals() {
    perl -ne 'my ($place, $code) = /^([^:]*:\d+):(.*)/ or next;
              next if $code =~ m{^\s*(//|#include|static_assert)};
              print "$place:$1\n" while $code =~ /"((?:[^"\\]|\\.)*)"/g'
}

# help_of [COMMAND...]: its help in both languages.
help_of() {
    local language
    for language in ja en; do
        "$program" --lang "$language" "$@" --help | awk -v name="daicho $* --lang $language" '{print name ":" NR ":" $0}'
    done
}

# commands_of [COMMAND]: those that its help lists.
commands_of() {
    "$program" --lang en "$@" --help | sed -nE '/^Commands/,$s/^  ([a-z]+)  .*/\1/p'
}

pages() {
    find . -maxdepth 1 -name '*.md' ! -name CHANGELOG.md -printf '%P\n'
    find docs -name '*.md' ! -path docs/glossary.md -o -name '*.1'
}

sources | xargs grep -nH '"' | literals >"$folder/texts"
find models registries \( -name '*.gifm' -o -name '*.gift' \) | sort | xargs grep -nH '"' | literals >>"$folder/texts"
grep -E '^(grammars|models|registries)/' "$folder/texts" >"$folder/lower"
{
    help_of
    for command in $(commands_of); do
        help_of "$command"
        for inner in $(commands_of "$command"); do
            help_of "$command" "$inner"
        done
    done
} >"$folder/help"
pages | xargs grep -nH '' | sed 's/\\-/-/g' >"$folder/pages"
find tests/golden -type f \( -name stdout -o -name stderr \) | sort | xargs grep -anH '' >"$folder/golden"
sources | xargs grep -nH '' >"$folder/code"
for area in texts lower help pages golden code; do
    [ "$(wc -l <"$folder/$area")" -ge 500 ] || complain "$area" "too few lines were found to be looked at"
done

exceptions=tests/shape/words_exceptions.txt
# Few lines have any of the words of their area: only those are looked at word by word.
for area in texts lower help pages golden code; do
    any=$(awk -F '\t' -v area="$area" '/^#/ || $1 == "word" {next}
        index(" " $3 " ", " " area " ") || ($3 == "all" && area ~ /^(texts|help|pages|golden)$/) {print $1}' tests/shape/words.tsv | paste -sd '|')
    { grep -aP "^[^:]*:[0-9]+:.*($any)" "$folder/$area" || true; } | { grep -avFf <(grep -v '^#' "$exceptions") || true; } >"$folder/few"
    mv "$folder/few" "$folder/$area"
done
# check WORD INSTEAD AREA: a line of the area that has the word is a problem, unless an exception allows it.
check() {
    { grep -aP "^[^:]*:[0-9]+:.*($1)" "$folder/$3" || true; } |
        while IFS= read -r line; do
            complain "$(cut -d: -f1-2 <<<"$line")" "'$(grep -aoP "$1" <<<"${line#*:*:}" | head -1)': write $2 ($3)"
        done
}

rows=0
while IFS=$'\t' read -r word instead where; do
    [[ $word != '#'* && $word != word ]] || continue
    rows=$((rows + 1))
    for area in ${where/all/texts help pages golden}; do
        check "$word" "$instead" "$area"
    done
done <tests/shape/words.tsv
[ "$rows" -ge 50 ] || complain tests/shape/words.tsv "lists too few words"

finish
