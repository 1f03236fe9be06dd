#include "models/import/item_tables.hpp"

#include <algorithm>
#include <map>

#include "grammars/base/record_place.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/spaces.hpp"
#include "models/import/import_words.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_section = 200;  // bytes of the line above items: more is prose

using Columns = std::map<std::size_t, std::string>;  // what is in each column

/// "必須\nパターン1\n推奨:高" -> MP01 and 推奨:高.
/// Where it has no number, the one of its place among them.
std::pair<std::string, std::string> pattern_of(std::string_view original, std::size_t place) {
    const Narrow narrow(original);
    const std::string_view header = narrow.text();
    const std::size_t digits = header.find_first_of("0123456789");
    if (digits == std::string_view::npos)
        return {"MP" + std::string(place < 10 ? "0" : "") + std::to_string(place), {}};
    const std::size_t end = std::min(header.find_first_not_of("0123456789", digits), header.size());
    const std::string number(header.substr(digits, end - digits));
    std::string label(without_spaces(header.substr(end)));
    std::ranges::replace(label, '\n', ' ');
    return {(number.size() < 2 ? "MP0" : "MP") + number, label};
}

/// Reads one sheet from the top.
class SheetReader {
 public:
    SheetReader(const std::string& name, ItemTables& out) : out_(out) { sheet_.name = name; }

    void read(const SheetRow& row) {
        if (take_header(row) || take_section(row)) return;
        const std::map<std::string, std::string> cells = cells_of(row);
        const auto has = [&](const char* what) { return cells.contains(what); };
        if (has_items_ && has("label") && (has("form") || has("name"))) add_item(row, cells);
        if (has_codes_) add_code(cells);
    }

    void finish() {
        if (!sheet_.items.empty()) out_.sheets.push_back(std::move(sheet_));
    }

 private:
    /// A row that names the columns: of items by their name and form, of codes by code and label.
    bool take_header(const SheetRow& row) {
        Columns columns;
        std::map<std::string_view, std::size_t> known;
        for (const auto& cell : row.cells) {
            const std::string_view text = row.text_of(cell);
            std::string_view means = import_word("column", text);
            if (means.empty()) means = import_word_starting("column-start", text);
            if (means.empty()) continue;
            columns.emplace(cell.column, means);
            ++known[means];
        }
        const bool items = known["label"] == 1 && (known["form"] == 1 || known["name"] == 1);
        const bool codes = known["code"] == 1 && known["code-label"] == 1;
        if (!items && !codes) return false;
        columns_ = std::move(columns);
        has_items_ = items;
        has_codes_ = codes;
        patterns_.clear();
        for (const auto& [column, means] : columns_) {
            if (means == "pattern") take_pattern(row, column);
        }
        return true;
    }

    void take_pattern(const SheetRow& row, std::size_t column) {
        for (const auto& cell : row.cells) {
            if (cell.column != column) continue;
            auto pattern = pattern_of(row.text_of(cell), patterns_.size() + 1);
            const auto same = std::ranges::find(sheet_.patterns, pattern.first,
                                                &std::pair<std::string, std::string>::first);
            patterns_[column] = static_cast<std::size_t>(same - sheet_.patterns.begin());
            if (same == sheet_.patterns.end()) sheet_.patterns.push_back(std::move(pattern));
        }
    }

    /// 基礎項目, 拡張項目（…）
    bool take_section(const SheetRow& row) {
        if (row.cells.empty() || row.cells.front().size > longest_section) return false;
        const std::string_view means = import_word_starting("section", row.text_of(row.cells.front()));
        const bool alone = row.cells.front().column == 0 || row.cells.size() == 1;
        if (means.empty() || !alone || means_label(row)) return false;
        extension_ = means == "extension";
        return true;
    }

    /// Whether the row has text in the column of labels: it is an item that is called so.
    bool means_label(const SheetRow& row) const {
        return std::ranges::any_of(row.cells, [&](const auto& cell) {
            const auto column = columns_.find(cell.column);
            return column != columns_.end() && column->second == "label";
        });
    }

    std::map<std::string, std::string> cells_of(const SheetRow& row) const {
        std::map<std::string, std::string> cells;
        for (const auto& cell : row.cells) {
            const auto column = columns_.find(cell.column);
            const std::string_view text = without_spaces(row.text_of(cell));
            if (column != columns_.end() && !text.empty()) cells.emplace(column->second, text);
        }
        return cells;
    }

    void add_item(const SheetRow& row, const std::map<std::string, std::string>& cells) {
        const auto get = [&](const char* what) {
            const auto found = cells.find(what);
            return found == cells.end() ? std::string() : found->second;
        };
        ItemLine item;
        item.number = get("number");
        item.label = without_note(get("label"));
        std::ranges::replace(item.label, '\n', ' ');
        item.name = without_note(get("name"));
        item.form = get("form");
        item.count = get("count");
        item.extension = extension_;
        for (const auto& cell : row.cells) {
            const auto column = columns_.find(cell.column);
            if (column == columns_.end()) continue;
            if (column->second == "label") item.place = place_of(row, cell.column);
            add_requirement(row, cell, column->second, item);
        }
        sheet_.items.push_back(std::move(item));
    }

    void add_requirement(const SheetRow& row, const SheetRow::Cell& cell, const std::string& column,
                         ItemLine& item) {
        const bool pattern = column == "pattern";
        if (!pattern && column != "mark" && column != "grade") return;
        const std::string_view text = without_spaces(row.text_of(cell));
        if (text.empty()) return;
        const std::string_view means = import_word(pattern ? "mark" : column, text);
        if (means.empty()) {
            const std::string sign(text);
            out_.notes.push_back(
                {place_of(row, cell.column),
                 {"「" + sign + "」が必須かどうか分かりません。任意としました。",
                  "it is not known whether '" + sign + "' means required; taken as optional"}});
        } else if (!pattern) {
            item.requirement = means;
        } else if (means == "required" && patterns_.contains(cell.column)) {
            item.patterns.push_back(patterns_.at(cell.column));
        }
    }

    void add_code(const std::map<std::string, std::string>& cells) {
        const auto list = cells.find("list-label");
        if (list != cells.end()) {
            const auto name = cells.find("list-name");
            out_.lists.push_back({list->second, name == cells.end() ? "" : name->second, {}});
        }
        const auto code = cells.find("code");
        const auto label = cells.find("code-label");
        if (code == cells.end()) return;
        if (out_.lists.empty()) out_.lists.push_back({sheet_.name, "", {}});
        out_.lists.back().codes.push_back({code->second, label == cells.end() ? "" : label->second});
    }

    std::string place_of(const SheetRow& row, std::size_t column) const {
        return sheet_.name + "!" + column_letters(column) + std::to_string(row.number);
    }

    ItemTables& out_;
    ItemSheet sheet_;
    Columns columns_;
    std::map<std::size_t, std::size_t> patterns_;  // column -> pattern of the sheet
    bool has_items_ = false, has_codes_ = false, extension_ = false;
};

}  // namespace

ItemTables read_item_tables(const Workbook& workbook) {
    ItemTables out;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        SheetReader reader(workbook.sheets()[i].name, out);
        const auto rows = workbook.rows(i);
        SheetRow row;
        while (rows->next(row)) reader.read(row);
        reader.finish();
    }
    return out;
}

}  // namespace daicho
