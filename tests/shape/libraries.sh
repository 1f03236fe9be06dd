#!/bin/bash
# Each outside library stays in its home, so that no public header and no other layer knows it.
. "$(dirname "$0")/common.sh"

# library | what its includes begin with | files that may have them
homes='
Boost.Asio   | boost/(asio|beast|system)|boost/none          | ^tools/server/listener[^/]*\.[ch]pp$
Boost.Spirit | boost/[^abns]|boost/spirit                    | ^grammars/.*\.cpp$|^grammars/parts/[^/]*\.hpp$|^grammars/.*_parts\.hpp$
libxml2      | libxml/                                       | ^grammars/formats/[^/]*\.cpp$
libzip       | zip\.h                                        | ^grammars/formats/[^/]*\.cpp$
libxlsxwriter| xlsxwriter                                    | ^grammars/workbooks/workbook_writer\.cpp$
zlib         | zlib\.h                                       | ^grammars/formats/[^/]*\.cpp$
zstd         | zstd\.h                                       | ^grammars/formats/zstd_frame\.cpp$
nettle       | nettle/                                       | ^grammars/base/digest\.cpp$
JSON parsers | nlohmann/|rapidjson/|simdjson|yyjson|json/    | ^grammars/formats/json_reader\.cpp$
RE2          | re2/                                          | ^models/engine/[^/]*\.cpp$|^grammars/text/[^/]*\.cpp$
SQLite       | sqlite3                                       | ^registries/store/
libcurl      | curl/                                         | ^registries/fetch
FreeType     | ft2build|freetype                             | ^registries/sources/font_(face\.hpp|face\.cpp|file\.cpp|shapes\.cpp)$
CLI11        | CLI/                                          | ^tools/command_line\.cpp$
toml++       | toml\+\+/                                      | ^tools/gate/toml_file\.cpp$
POSIX        | unistd\.h|fcntl\.h|termios\.h|pthread\.h|dlfcn\.h|sys/ | ^grammars/base/os[^/]*\.cpp$|^tools/server/listener\.cpp$
'
while IFS= read -r home; do
    [ -n "$home" ] || continue
    library=$(sed -E 's/ *\|.*//' <<<"$home")
    includes=$(sed -E 's/^[^|]*\| *//; s/ +\| \^.*//' <<<"$home")
    allowed=$(sed -E 's/^.* \| \^/^/' <<<"$home")
    while IFS=: read -r file line _; do
        [[ $file =~ $allowed ]] || complain "$file:$line" "$library has no home here (tests/shape/libraries.sh)"
    done < <(sources | xargs grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($includes)" /dev/null)
done <<<"$homes"

finish
