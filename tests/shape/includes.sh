#!/bin/bash
# An include points to the right only: tools -> registries -> models -> grammars, and folders form no circle. Paths start at
# the root.
. "$(dirname "$0")/common.sh"

declare -A may=(
    [grammars]="grammars"
    [models]="models grammars"
    [registries]="registries models grammars"
    [tools]="tools registries models grammars"
)

edges=()  # "FOLDER OF THE FILE, FOLDER OF WHAT IT INCLUDES"
while IFS=: read -r file line include; do
    path=${include#*\"}
    path=${path%%\"*}
    layer=${file%%/*}
    target=${path%%/*}
    case " ${may[$layer]} " in
        *" $target "*) ;;
        *) complain "$file:$line" "$layer must not include \"$path\"" ;;
    esac
    [ -f "$path" ] || complain "$file:$line" "no such file from the root of the repository: \"$path\""
    if [[ ( $path == grammars/parts/* || $path == grammars/*_parts.hpp ) &&
        ! ( $file == grammars/*.cpp || $file == grammars/parts/* || $file == grammars/*_parts.hpp ) ]]; then
        complain "$file:$line" "fragments are for .cpp files of grammars: \"$path\""
    fi
    [ "${file%/*}" = "${path%/*}" ] || edges+=("${file%/*} ${path%/*}")
done < <(sources | xargs grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' /dev/null)

# A header includes what it names of the standard library: a build that precompiles those would not notice.
declare -A home=(
    [string]="string" [string_view]="string_view string" [vector]="vector" [span]="span" [optional]="optional"
    [nullopt]="optional" [unique_ptr]="memory" [shared_ptr]="memory" [make_unique]="memory"
    [make_unique_for_overwrite]="memory" [function]="functional" [less]="functional map set" [array]="array"
    [map]="map" [set]="set" [unordered_map]="unordered_map" [unordered_set]="unordered_set" [deque]="deque"
    [pair]="utility map" [exchange]="utility" [variant]="variant" [monostate]="variant" [mutex]="mutex"
    [ostream]="ostream iosfwd" [uint8_t]="cstdint" [uint16_t]="cstdint" [uint32_t]="cstdint" [uint64_t]="cstdint"
    [int32_t]="cstdint" [int64_t]="cstdint" [thread]="thread" [chrono]="chrono" [memcpy]="cstring" [memset]="cstring"
    [from_chars]="charconv" [snprintf]="cstdio" [bitset]="bitset" [min]="algorithm" [max]="algorithm"
    [initializer_list]="initializer_list" [condition_variable]="condition_variable" [floor]="cmath"
    [runtime_error]="stdexcept" [lower_bound]="algorithm" [countr_zero]="bit" [popcount]="bit" [endian]="bit"
    [atomic]="atomic" [filesystem]="filesystem"
)
homes=$(for name in "${!home[@]}"; do echo "$name ${home[$name]}"; done)
while read -r header name first; do
    complain "$header" "names std::$name without #include <$first>"
done < <(sources | grep '\.hpp$' | homes=$homes xargs awk '
    BEGIN { count = split(ENVIRON["homes"], lines, "\n")
            for (i = 1; i <= count; ++i) { split(lines[i], words, " "); home[words[1]] = substr(lines[i], length(words[1]) + 2) } }
    function report(    key, parts, choices, n, i, found) {
        for (key in named) {
            n = split(home[key], choices, " ")
            found = 0
            for (i = 1; i <= n; ++i) found = found || (choices[i] in included)
            if (!found) print header, key, choices[1]
        }
        split("", named); split("", included)
    }
    FNR == 1 { report(); header = FILENAME }
    /^#include </ { path = $2; gsub(/[<>]/, "", path); included[path] }
    { sub("//.*", "")
      while (match($0, /std::[a-z_0-9]+/)) {
          name = substr($0, RSTART + 5, RLENGTH - 5)
          if (name in home) named[name]
          $0 = substr($0, RSTART + RLENGTH)
      } }
    END { report() }')

# tsort names the folders of each circle.
while read -r folder; do
    complain "$folder" "is in a circle of folders; it includes from: $(
        printf '%s\n' "${edges[@]}" | awk -v folder="$folder" '$1 == folder {print $2}' | sort -u | paste -sd ' ')"
done < <(printf '%s\n' "${edges[@]}" | sort -u | tsort 2>&1 >/dev/null | sed -n 's/^tsort: \([a-z].*\)$/\1/p' | grep -v ' ')

finish
