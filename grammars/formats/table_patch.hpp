#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/table_writer.hpp"

namespace daicho {

/// A change of one cell that is made only where the cell says what it is expected to say. Texts are UTF-8,
/// without quotation marks.
struct CellEdit {
    std::uint64_t record = 0;  ///< 1 = the first one below the header
    std::string key_field;     ///< header of the column that tells the row
    std::string key;           ///< what stands there, before the change
    std::string field;         ///< header of the column that changes
    std::string before;
    std::string after;
    bool unquoted = false;    ///< quotation marks go as well, where the text does not need them
    bool key_shared = false;  ///< other records have the key as well; not known of a patch that was read
};

/// The edits that undo `edits`, in the order of the records. `unquoted` of each is what `restores_unquoted`
/// says of the edit of the same index.
std::vector<CellEdit> reversed(const std::vector<CellEdit>& edits,
                               const std::vector<bool>& restores_unquoted);

/// The patch as a table for people and for `apply_patch`: record,key_field,key,field,old,new,form.
std::string patch_csv(const std::vector<CellEdit>& edits);
/// The patch as RFC 6902 for the table as an array of objects (what `convert --to jsonl` gives, a line each):
/// in front of the changes of a record stand tests of its key and of what it says.
std::string patch_json(const std::vector<CellEdit>& edits);
/// The patch as SQL, one UPDATE a record, with the key and what it says in WHERE. Records of one key are a
/// comment: WHERE cannot tell which of them the reverse patch means.
std::string patch_sql(const std::vector<CellEdit>& edits, std::string_view table);

/// Reads what `patch_csv` wrote, in the order of the records. Throws Error with the line where that is none,
/// or where a cell is changed twice.
std::vector<CellEdit> read_patch_csv(TableReader& patch, const std::string& name);
/// Reads an RFC 6902 patch for an array of objects, as `patch_json` writes it: `test` and `replace` of the
/// members of an object ("/0/所在地"), each `replace` behind a `test` of its member. What is tested first is
/// the key of the record. Throws Error with the operation that is not so.
std::vector<CellEdit> read_patch_json(std::string_view patch, const std::string& name);

/// Puts edits in the order of their records. `refuse` is called where two change one cell; it throws.
void order_edits(std::vector<CellEdit>& edits, const std::function<void(const CellEdit& twice)>& refuse);

/// An edit that was not made, and what stands in its place.
struct RefusedEdit {
    CellEdit edit;
    enum class Why : std::uint8_t { no_row, other_row, other_value, unwritable } why = Why::no_row;
    std::string found;
};

struct PatchOutcome {
    std::uint64_t made = 0;
    std::uint64_t already = 0;  ///< the cell says so already
    std::vector<RefusedEdit> refused;
};

/// Copies `table` to `out` with the edits made; every other byte stays. `out` has the dialect of the table.
/// The edits of a record are made together or not at all. Throws Error where a column is not there.
PatchOutcome apply_patch(TableReader& table, TableWriter& out, const std::vector<CellEdit>& edits,
                         const std::string& name);

/// The same for a table that is an array of objects or has an object a line (see json_table.hpp): appends it
/// to `out`. Only texts (strings) are changed; they are escaped as the others of the document are. Throws
/// Error where the table is none.
PatchOutcome apply_patch_json(std::string_view table, std::string& out, const std::vector<CellEdit>& edits,
                              const std::string& name);

}  // namespace daicho
