#!/bin/bash
# Sources are of a size to be read at one sitting, hold no notes to ourselves and know no machine but the reader's.
. "$(dirname "$0")/common.sh"

while read -r lines file; do
    complain "$file" "$lines lines; past 400 there is a second thing hiding inside"
done < <(sources | xargs wc -l | awk '$1 > 400 && $2 != "total"')

written() {
    find "${layers[@]}" tests docs -type f ! -path 'tests/data/*' ! -path 'tests/golden/*' ! -path 'tests/fuzz/corpus/*' \
        ! -path 'docs/sample/*' ! -path tests/shape/sources.sh
    ls CMakeLists.txt CMakePresets.json ./*.md .ci/run
}
# XXX is no note here: it is the code of an unknown country in GIF.
for pattern in '\b(TODO|FIXME)\b' '(^|[^.[:alnum:]_/-])/(work|home|root|Users)/'; do
    while IFS=: read -r file line _; do
        complain "$file:$line" "must not be here: $pattern"
    done < <(written | xargs grep -nIE "$pattern" /dev/null || true)
done

# What a caller may be asked to do is a command's matter below `tools`: an embedder has no options. Rule pages speak to clerks.
while IFS=: read -r file line _; do
    complain "$file:$line" "names an option of a command: say what is wanted, and let tools/error_text.cpp name the option"
done < <(sources | grep -E '^(grammars|models|registries)/' | grep -vE '^models/rules/|^models/reports/text_parts\.cpp$|/generator/' |
    xargs grep -nE '^[^/]*"([^"]*[^-"a-z])?--[a-z][a-z-]+' || true)

# clang 14 cannot compile these of libstdc++ 12 (they make a std::ranges::subrange or a view).
while IFS=: read -r file line _; do
    complain "$file:$line" "clang 14 cannot compile this; use the algorithm of std, lower_bound and upper_bound, or erase"
done < <(sources | xargs grep -nE 'std::views::|<ranges>|std::ranges::(subrange|equal_range|search|search_n|find_end|unique|remove|remove_if|partition|stable_partition|rotate)\(' || true)

# Two types of one name in one namespace are one to the linker, whichever layers they are in.
while read -r first second name; do
    complain "$second" "the type $name is defined in $first too"
done < <(sources | grep '\.hpp$' | xargs awk '
    FNR == 1 { inside = "" }
    /^namespace [a-z_:]+ \{/ { inside = inside "/" $2 }
    /^\}  \/\/ namespace/ { sub("/[^/]*$", "", inside) }
    /^(struct|class|enum class|enum) [A-Z].*[{]/ {
        name = $2 == "class" ? $3 : $2
        at = inside "/" name
        if (at in seen) print seen[at], FILENAME ":" FNR, name
        else seen[at] = FILENAME ":" FNR
    }')

finish
