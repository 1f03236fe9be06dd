#include "models/merging/change_refusals.hpp"

#include "grammars/base/error.hpp"

namespace daicho {

void refuse_missing_columns(const TableChanges& changes, const TargetColumns& columns,
                            const std::string& name) {
    for (std::size_t i = 0; i < changes.columns.size(); ++i) {
        const ChangedColumn& column = changes.columns[i];
        if (column.added || column.ignored || columns.place(i)) continue;
        throw Error{ErrorKind::input, name + ": 差分の列「" + column.old_header + "」が表にありません。",
                    name + ": the table lacks the column '" + column.old_header + "' of the changes"};
    }
}

void refuse_another_table(const TableChanges& changes, const RecordFinder& finder, const std::string& name) {
    if (finder.by_key() || changes.records.empty()) return;
    if (finder.came_before()) {
        throw Error{
            ErrorKind::input,
            name + ": 加えるレコードはすべて、加える場所にもうあります。差分は適用済みではありませんか。",
            name +
                ": all records that come are there already, where they were to come to; were the "
                "changes made before?"};
    }
    if (!finder.is_another_count()) return;
    const std::string was = std::to_string(*changes.old_records), is = std::to_string(finder.count());
    throw Error{
        ErrorKind::input,
        name + ": キーのない差分は、比べたときの表だけに適用できます（比べたとき " + was + "件、この表は " +
            is +
            "件）。適用済みでないか確かめてください。別の表に使うなら、キーを指定して比べ直してください。",
        name + ": changes without a key are for the table that was compared alone (" + was +
            " records then, " + is +
            " now); see whether they were made already, or for another table "
            "compare again with a key"};
}

}  // namespace daicho
