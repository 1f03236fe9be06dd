#!/bin/bash
# A source reaches by its includes what it names of the project: folders are compiled together, so a compiler does not miss an
# include that a neighbour happens to have. Held for the types and free functions that one header alone declares; a name that
# anything within reach uses for something of its own is passed over.
. "$(dirname "$0")/common.sh"

while read -r place name header; do
    complain "$place" "names $name without an include that leads to \"$header\""
done < <(sources | xargs awk '
    # NAME is declared in this header, at the top.
    function declare(name) {
        if (!(name in home)) home[name] = FILENAME
        else if (home[name] != FILENAME) home[name] = "several"
    }
    # NAME is something of this file: a type, a variable, a parameter, a function.
    function own(name) { owned[FILENAME, name] }

    function own_all(text, pattern,    found) {
        while (match(text, pattern)) {
            found = substr(text, RSTART, RLENGTH)
            text = substr(text, RSTART + RLENGTH - 1)
            sub(/[^A-Za-z_0-9]+$/, "", found)
            sub(/.*[^A-Za-z_0-9]/, "", found)
            own(found)
        }
    }
    function note_uses(text,    name, before, after, used) {
        while (match(text, /[A-Za-z_][A-Za-z0-9_]*/)) {
            name = substr(text, RSTART, RLENGTH)
            before = substr(text, 1, RSTART - 1)
            after = substr(text, RSTART + RLENGTH, 1)
            text = substr(text, RSTART + RLENGTH)
            used = name ~ /^[A-Z]/ || after == "("
            if (used && before !~ /(\.|->|::)$/ && !((FILENAME, name) in line_of)) {
                line_of[FILENAME, name] = FNR
                names[FILENAME] = names[FILENAME] " " name
            }
        }
    }
    function reach(path,    paths, n, i) {
        if (path in reached) return
        reached[path]
        n = split(includes[path], paths, " ")
        for (i = 1; i <= n; ++i) reach(paths[i])
    }
    function is_within_reach(name,    path) {
        for (path in reached) if ((path, name) in owned) return 1
        return 0
    }

    FNR == 1 { files[++count] = FILENAME }
    /^[ \t]*#[ \t]*include[ \t]*"/ { split($0, quoted, "\""); includes[FILENAME] = includes[FILENAME] " " quoted[2]; next }
    { gsub(/"([^"\\]|\\.)*"/, "\"\""); sub(/\/\/.*/, "") }

    FILENAME ~ /\.hpp$/ && /^(template <[^>]*> )?(class|struct|enum|enum class) [A-Z][A-Za-z0-9_]*/ && !/^[^{]*;/ {
        name = $0
        sub(/^(template <[^>]*> )?(enum )?(class|struct|enum) /, "", name)
        sub(/[^A-Za-z0-9_].*/, "", name)
        declare(name)
    }
    FILENAME ~ /\.hpp$/ && /^(using|concept) [A-Z][A-Za-z0-9_]* =/ { declare($2) }
    FILENAME ~ /\.hpp$/ && /^[A-Za-z\[].*[ &*][a-z_0-9]+\(/ && !/^(using|return|static_assert|namespace)/ {
        name = $0
        sub(/\(.*/, "", name)
        sub(/.*[ &*]/, "", name)
        if (name ~ /^[a-z]/) declare(name)
    }
    {
        own_all($0 " ", "(class|struct|enum|using|concept|typename|auto|[.][.][.]) [A-Z][A-Za-z0-9_]*[^A-Za-z0-9_]")
        text = $0
        gsub(/(return|else|throw|case) /, "(", text)
        own_all(text, "[A-Za-z_0-9>]([&*]*| const)[&*]* [&*]*[a-z_][a-z_0-9]*( ?[=:]|[({,);])")
        note_uses($0)
    }
    END {
        for (f = 1; f <= count; ++f) {
            split("", reached)
            reach(files[f])
            n = split(names[files[f]], list, " ")
            for (i = 1; i <= n; ++i) {
                where = list[i] in home ? home[list[i]] : "several"
                if (where != "several" && !(where in reached) && !is_within_reach(list[i]))
                    print files[f] ":" line_of[files[f], list[i]], list[i], where
            }
        }
    }')

finish
