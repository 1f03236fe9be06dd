#!/bin/bash
# An include points to the right only: tools -> registries -> models -> grammars. Paths start at the root.
. "$(dirname "$0")/common.sh"

declare -A may=(
    [grammars]="grammars"
    [models]="models grammars"
    [registries]="registries models grammars"
    [tools]="tools registries models grammars"
)

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
    if [[ $path == grammars/parts/* && ! ( $file == grammars/*.cpp || $file == grammars/parts/* ) ]]; then
        complain "$file:$line" "fragments are for .cpp files of grammars: \"$path\""
    fi
done < <(sources | xargs grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' /dev/null)

finish
