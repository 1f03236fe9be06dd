#include "grammars/workbooks/workbook_writer.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "models/dictionary/sheet_words.hpp"
#include "models/export/export_parts.hpp"

namespace daicho {

std::string export_workbook(const ExportRequest& request);

namespace {

/// Fills a sheet from the top.
class RowWriter {
 public:
    explicit RowWriter(SheetWriter& sheet) : sheet_(sheet) {}

    void row(const Cells& cells, CellLook look = CellLook::plain) {
        for (std::size_t i = 0; i < cells.size(); ++i) sheet_.text(row_, i, cells[i], look);
        columns_ = std::max(columns_, cells.size());
        ++row_;
    }
    /// The header of the table that follows, which stays where it is.
    void header(const Cells& cells) {
        header_ = row_;
        row(cells, CellLook::header);
        sheet_.freeze(row_, 0);
    }
    void finish() {
        if (columns_ > 0 && row_ > header_ + 1) sheet_.filter(header_, row_ - 1, columns_ - 1);
    }

 private:
    SheetWriter& sheet_;
    std::uint64_t row_ = 0, header_ = 0;
    std::size_t columns_ = 0;
};

void write_items_sheet(WorkbookWriter& book, const ExportRequest& request, const SheetWords& words) {
    RowWriter rows(book.add_sheet(words.say("項目", "Items")));
    const SheetTable items = sheet_table(request.sheet, request.language, true);
    rows.header(items.header);
    for (const Cells& cells : items.rows) rows.row(cells);
    rows.finish();
}

void write_rules_sheet(WorkbookWriter& book, const ExportRequest& request, const SheetWords& words) {
    if (request.sheet.rules.empty()) return;
    RowWriter rows(book.add_sheet(words.say("規則", "Rules")));
    rows.header({words.say("名前", "Name"), words.say("重要度", "Severity"),
                 words.say("準拠レベル", "Conformance level"), words.say("メッセージ", "Message"),
                 words.say("条件", "Condition")});
    for (const auto& [tree, rule] : request.sheet.rules)
        rows.row({tree->name.text + "." + rule->slug.text, words.severity(rule->severity),
                  words.level(rule->blocks), std::string(label_in(rule->message, request.language)),
                  words.condition(*rule)});
    rows.finish();
}

void write_codes_sheet(WorkbookWriter& book, const ExportRequest& request, const SheetWords& words) {
    if (request.sheet.code_lists.empty()) return;
    RowWriter rows(book.add_sheet(words.say("コード一覧", "Code lists")));
    rows.header({words.say("コード一覧", "Code list"), words.say("コード", "Code"),
                 words.say("名称", "Label"), words.say("英語名", "English"), words.say("別名", "Also")});
    for (const auto& list : request.sheet.code_lists) {
        for (const auto& code : list.codes)
            rows.row(
                {list.tree->name.text, code.code, code.label.ja, code.label.en, words.aliases(code.aliases)});
    }
    rows.finish();
}

/// What the model is, its required patterns and keys, and what the workbook leaves out.
void write_about_sheet(WorkbookWriter& book, const ExportRequest& request, const SheetWords& words) {
    RowWriter rows(book.add_sheet(words.say("説明", "About")));
    const ClassSheet& sheet = request.sheet;
    rows.row({words.title(sheet.found.tree->label, sheet.found.tree->name.text)}, CellLook::title);
    rows.row({words.model(*sheet.found.source)});
    for (const auto& source : sheet.found.source->tree.sources) rows.row({words.origin(source)});
    for (const std::string& fact : words.facts(*sheet.found.tree)) rows.row({fact});
    for (const auto* pattern : sheet.patterns)
        rows.row({words.say("必須パターン ", "Required pattern ") + pattern->name.text + ": " +
                  words.pattern(*pattern)});
    for (const auto* unique : sheet.uniques) {
        Cells names;
        for (const auto& name : unique->items) names.push_back(name.text);
        rows.row({words.say("一意な項目の組: ", "Unique key: ") + joined_filled(names, " + ")});
    }
    for (const auto* one : sheet.references) rows.row({words.reference(*one)});
    const std::string legend = legend_of(sheet, request.language);
    if (!legend.empty()) rows.row({legend});
    if (request.losses.empty()) return;
    rows.row({losses_title(request.label, request.language)}, CellLook::label);
    for (const ExportLoss& loss : request.losses) rows.row({loss_text(loss, request.language, 20)});
}

}  // namespace

std::string export_workbook(const ExportRequest& request) {
    const SheetWords words(request.language);
    WorkbookWriter book(std::string(request.label));
    write_items_sheet(book, request, words);
    write_codes_sheet(book, request, words);
    write_rules_sheet(book, request, words);
    write_about_sheet(book, request, words);
    std::string bytes;
    book.finish(*memory_sink(bytes));
    return bytes;
}

}  // namespace daicho
