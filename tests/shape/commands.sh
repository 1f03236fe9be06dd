#!/bin/bash
# Every command has a page, a golden case and a row in docs/commands.md; every option is on the page of its command and
# every option of a page exists. A subcommand of `characters` has a page of its own. commands.sh DAICHO
program=$(realpath "$1")
. "$(dirname "$0")/common.sh"

commands=$("$program" --lang en --help | awk '/^[A-Z][A-Za-z]*:? *$/ {on = /ommands/} on && /^  [a-z]/ {print $1}')
[ "$(wc -w <<<"$commands")" -ge 6 ] || complain "daicho --help" "lists too few commands: $commands"

# Options as a help text names them: the first column of its list.
options_of_help() {
    grep -oE '^ +(-[A-Za-z0-9],? *)?--[a-z][a-z0-9-]*|,--[a-z][a-z0-9-]*' | grep -oE -- '--[a-z][a-z0-9-]*' |
        grep -vx -- --help | sort -u
}
# Options as a page names them: the heading of an entry.
options_of_page() {
    awk 'heading {print} {heading = /^\.TP/}' "$1" | sed 's/\\-/-/g' | grep -oE -- '--[a-z][a-z0-9-]*' | sort -u
}

compare_options() {  # COMMAND-LINE PAGE
    [ -f "$2" ] || { complain "$2" "there is no such page"; return; }
    local missing extra
    missing=$(comm -23 <($1 --help | options_of_help) <(options_of_page "$2"))
    extra=$(comm -13 <($1 --help | options_of_help) <(options_of_page "$2"))
    [ -z "$missing" ] || complain "$2" "lacks ${missing//$'\n'/ }"
    [ -z "$extra" ] || complain "$2" "has what the command has not: ${extra//$'\n'/ }"
}

compare_options "$program --lang en" docs/man/daicho.1
for command in $commands; do
    compare_options "$program --lang en $command" "docs/man/daicho-$command.1"
    [ -n "$(find "tests/golden/$command" -name cmd 2>/dev/null)" ] || complain "tests/golden/$command" "no golden case"
    for readme in docs/commands.md; do
        grep -q "\`$command\`" "$readme" || complain "$readme" "does not name \`$command\`"
    done
done
subcommands=$("$program" --lang en characters --help | awk '/^[A-Z][A-Za-z]*:? *$/ {on = /ommands/} on && /^  [a-z]/ {print $1}')
for subcommand in $subcommands; do
    page=docs/man/daicho-characters-$subcommand.1
    compare_options "$program --lang en characters $subcommand" "$page"
    [ -n "$(find "tests/golden/characters" -path "*/$subcommand*/cmd")" ] || complain "tests/golden/characters" "no case of $subcommand"
    grep -q "daicho..characters..$subcommand" docs/man/daicho-characters.1 || complain docs/man/daicho-characters.1 "does not name $subcommand"
    commands+=$'\n'characters-$subcommand
done
for page in docs/man/daicho-*.1; do
    name=${page#docs/man/daicho-}
    grep -qx "${name%.1}" <<<"$commands" || complain "$page" "there is no such command"
done
if command -v groff >/dev/null; then
    for page in docs/man/*.1; do
        groff -man -Kutf8 -Tutf8 -ww -z "$page" 2>&1 | sed "s|^|$page: |" >>"$problems"
    done
fi

finish
