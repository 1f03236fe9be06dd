#include "grammars/formats/csv_cell.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "models/dictionary/sheet_words.hpp"
#include "models/dictionary/sheets.hpp"

namespace daicho {

namespace {

std::string csv_line_of(const Cells& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        append_csv_cell(out, cells[i]);
    }
    return out + "\n";
}

}  // namespace

/// The item table alone, nested items by their paths: one line an item, for spreadsheets.
std::string sheet_csv(const ClassSheet& sheet, Language language) {
    const SheetTable table = sheet_table(sheet, language, true);
    std::string out = csv_line_of(table.header);
    for (const Cells& row : table.rows) out += csv_line_of(row);
    return out;
}

std::string codes_csv(const FoundCodes& list, Language language) {
    const SheetWords words(language);
    std::string out = csv_line_of({words.say("コード", "Code"), words.say("名称", "Label"),
                                   words.say("英語名", "English"), words.say("別名", "Also")});
    for (const auto& code : list.codes) {
        out += csv_line_of({code.code, code.label.ja, code.label.en, words.aliases(code.aliases)});
    }
    return out;
}

}  // namespace daicho
