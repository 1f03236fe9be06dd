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

# tsort names the folders of each circle.
while read -r folder; do
    complain "$folder" "is in a circle of folders; it includes from: $(
        printf '%s\n' "${edges[@]}" | awk -v folder="$folder" '$1 == folder {print $2}' | sort -u | paste -sd ' ')"
done < <(printf '%s\n' "${edges[@]}" | sort -u | tsort 2>&1 >/dev/null | sed -n 's/^tsort: \([a-z].*\)$/\1/p' | grep -v ' ')

finish
