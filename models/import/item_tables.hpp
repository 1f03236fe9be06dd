#pragma once

#include <string>
#include <utility>
#include <vector>

#include "grammars/workbooks/workbook.hpp"
#include "models/import/imported_model.hpp"

namespace daicho {

/// What a table of items says of one: texts as they are written.
struct ItemLine {
    std::string place;  ///< "個人!C3"
    std::string number, label, name, form, count;
    std::string requirement;            ///< required, recommended or optional, by the words of the table
    std::vector<std::size_t> patterns;  ///< those that require it
    bool extension = false;
};

/// A sheet that defines a class.
struct ItemSheet {
    std::string name;
    std::vector<std::pair<std::string, std::string>> patterns;  ///< name (MP01) and label
    std::vector<ItemLine> items;
};

struct CodeLine {
    std::string code, label;
};

/// A code list of a sheet of code lists.
struct ListedCodes {
    std::string label, name;
    std::vector<CodeLine> codes;
};

/// What a workbook defines.
struct ItemTables {
    std::vector<ItemSheet> sheets;
    std::vector<ListedCodes> lists;
    std::vector<ImportNote> notes;  ///< what was not understood
};

/// Reads the tables of items and of codes of all sheets. A header row names the columns; it may come again.
ItemTables read_item_tables(const Workbook& workbook);

}  // namespace daicho
