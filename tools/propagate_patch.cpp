#include "tools/propagate_patch.hpp"

#include "grammars/base/error.hpp"

namespace daicho {

std::string patch_text(const std::vector<CellEdit>& edits, std::string_view path,
                       std::string_view sql_table) {
    if (path == "-" || path.ends_with(".csv")) return patch_csv(edits);
    if (path.ends_with(".json")) return patch_json(edits);
    if (!path.ends_with(".sql")) {
        const std::string name(path);
        throw Error{ErrorKind::usage,
                    name + ": パッチのファイル名は .csv・.json・.sql のどれかで終えてください",
                    name + ": let the name of a patch end with .csv, .json or .sql"};
    }
    if (sql_table.empty())
        throw Error{ErrorKind::usage, "SQL には --sql-table で表の名前が要ります",
                    "SQL takes --sql-table, the name of the table"};
    return patch_sql(edits, sql_table);
}

}  // namespace daicho
