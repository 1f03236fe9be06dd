#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "grammars/base/os.hpp"
#include "grammars/formats/json_table.hpp"
#include "grammars/formats/table_patch.hpp"
#include "registries/store/database.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

/// The bytes of a table after a patch of which nothing may be refused.
inline std::string patched_table(const std::string& bytes, const std::vector<CellEdit>& edits, bool json) {
    PatchOutcome outcome;
    std::string patched;
    if (json) {
        outcome = apply_patch_json(bytes, patched, edits, "table");
    } else {
        const ScratchFolder folder;
        const auto table = read_table(bytes);
        Dialect dialect = table->text()->dialect();
        dialect.newline = Newline::mixed;
        outcome =
            apply_patch(*table, *create_table(folder / "out", dialect, dialect.encoding), edits, "table");
        patched = read_file(folder / "out");
    }
    CHECK(outcome.refused.empty());
    CHECK(outcome.made + outcome.already == edits.size());
    return patched;
}

/// The edits as they come back from the two forms of a patch that are read.
inline std::vector<CellEdit> through_csv(const std::vector<CellEdit>& edits) {
    const auto table = read_table(patch_csv(edits));
    return read_patch_csv(*table, "patch.csv");
}
inline std::vector<CellEdit> through_json(const std::vector<CellEdit>& edits) {
    return read_patch_json(patch_json(edits), "patch.json");
}

/// A table in SQLite, for patches that are SQL.
class SqlTable {
 public:
    explicit SqlTable(TableReader& table) : database_(Database::open_private(folder_ / "t.sqlite")) {
        std::string columns, values;
        for (const std::string& header : table.header()) {
            columns += (columns.empty() ? "" : ", ") + ('"' + header + '"');
            values += values.empty() ? "?" : ", ?";
        }
        database_.run("CREATE TABLE \"表\" (" + columns + "); BEGIN");
        Statement insert = database_.prepare("INSERT INTO \"表\" VALUES (" + values + ")");
        for (Batch batch; table.next(batch);) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                for (std::size_t c = 0; c < table.header().size(); ++c) {
                    insert.bind(static_cast<int>(c), batch.cell(i, c));
                }
                insert.run();
            }
        }
        database_.run("COMMIT");
    }

    void patch(const std::vector<CellEdit>& edits) {
        database_.run("BEGIN;" + patch_sql(edits, "表") + "COMMIT");
    }

    /// All cells, those of a row behind one another.
    std::vector<std::string> cells() const {
        std::vector<std::string> all;
        Statement rows = database_.prepare("SELECT * FROM \"表\" ORDER BY rowid");
        while (rows.step()) {
            for (int c = 0; c < rows.columns(); ++c) all.emplace_back(rows.text(c));
        }
        return all;
    }

 private:
    ScratchFolder folder_;
    Database database_;
};

/// The cells of a table in memory, as `SqlTable::cells`.
inline std::vector<std::string> cells_of(TableReader& table) {
    std::vector<std::string> all;
    for (Batch batch; table.next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            for (std::size_t c = 0; c < table.header().size(); ++c) all.emplace_back(batch.cell(i, c));
        }
    }
    return all;
}

}  // namespace daicho
