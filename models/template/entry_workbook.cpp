#include <algorithm>
#include <map>

#include "grammars/base/error.hpp"
#include "grammars/text/width.hpp"
#include "grammars/workbooks/workbook_writer.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/template/entry_form.hpp"
#include "models/template/entry_values.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t entry_rows = 1000;
constexpr std::size_t longest_list = 250;  // of Excel, 255 with its commas
constexpr std::size_t shown_codes = 12;    // of a list that is in a hint as a whole

/// A code list of the form, as a sheet has it: where the codes stand.
struct ListColumn {
    std::size_t column = 0;
    std::size_t size = 0;
};

class FormWriter {
 public:
    FormWriter(const EntryForm& form, Language language) : form_(form), language_(language) {}

    std::string write() {
        WorkbookWriter book(form_.model->class_name);
        const bool japanese = language_ == Language::ja || form_.model->label.en.empty();
        SheetWriter& entries = book.add_sheet(japanese ? form_.model->label.ja : form_.model->label.en);
        SheetWriter& guide = book.add_sheet(say("記入のしかた", "How to fill in"));
        write_lists(book);
        write_entries(entries);
        write_guide(guide);
        std::string bytes;
        book.finish(*memory_sink(bytes));
        return bytes;
    }

 private:
    std::string say(std::string_view ja, std::string_view en) const {
        return std::string(Text{ja, en}.in(language_));
    }

    void write_lists(WorkbookWriter& book);
    void write_entries(SheetWriter& sheet) const;
    void write_guide(SheetWriter& sheet) const;
    CellEntry entry_of(const EntryColumn& column) const;
    void add_choices(const Slot& slot, CellEntry& entry) const;
    std::string need_in_words(const EntryColumn& column) const;
    std::string form_in_words(const EntryColumn& column) const;
    std::string hint_of(const EntryColumn& column) const;
    std::string codes_in_words(const Slot& slot) const;

    const EntryForm& form_;
    Language language_;
    const SheetWriter* lists_ = nullptr;
    std::map<const CodeList*, ListColumn> list_columns_;
};

/// What a cell holds of a code of the list of `slot`.
std::string choice_of(const Slot& slot, std::size_t i) {
    const bool label = slot.form == syntax::CodeForm::label;
    return std::string(label ? slot.codes->label(i) : slot.codes->code(i));
}

/// Whether the choices fit into the rule itself; a comma would part one.
bool fits_rule(const std::vector<std::string>& choices) {
    std::size_t size = 0;
    for (const std::string& choice : choices) {
        size += choice.size() + 1;
        if (choice.find(',') != choice.npos) return false;
    }
    return size <= longest_list;
}

std::vector<std::string> choices_of(const Slot& slot) {
    if (slot.codes == nullptr) return kind_choices(slot);
    std::vector<std::string> choices;
    if (!slot.separator.empty()) return choices;
    for (std::size_t i = 0; i < slot.codes->size(); ++i) choices.push_back(choice_of(slot, i));
    return choices;
}

/// All lists side by side, so that a cell can be chosen of one and a person can read what a code means.
void FormWriter::write_lists(WorkbookWriter& book) {
    std::vector<const Slot*> slots;
    for (const EntryColumn& column : form_.columns) {
        const Slot& slot = form_.slot_of(column);
        if (slot.codes == nullptr || slot.codes->size() == 0 || list_columns_.contains(slot.codes)) continue;
        list_columns_[slot.codes] = {slots.size() * 3, slot.codes->size()};
        slots.push_back(&slot);
    }
    if (slots.empty()) return;
    SheetWriter& sheet = book.add_sheet(say("コード一覧", "Code lists"));
    lists_ = &sheet;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        sheet.text(0, i * 3, slots[i]->codes->name(), CellLook::header);
        sheet.text(0, i * 3 + 1, say("意味", "Meaning"), CellLook::header);
        longest = std::max(longest, slots[i]->codes->size());
    }
    for (std::size_t row = 0; row < longest; ++row) {
        for (std::size_t i = 0; i < slots.size(); ++i) {
            if (row >= slots[i]->codes->size()) continue;
            sheet.text(row + 1, i * 3, choice_of(*slots[i], row));
            sheet.text(row + 1, i * 3 + 1, slots[i]->codes->label(row));
        }
    }
    sheet.freeze(1, 0);
    sheet.print_on_its_side();
}

std::string FormWriter::need_in_words(const EntryColumn& column) const {
    switch (column.need) {
        case EntryNeed::required:
            return say("必須", "required");
        case EntryNeed::may_be_empty:
            return say("必須（列は必要。該当がなければ空欄）", "required column; may be empty");
        case EntryNeed::one_of_group:
            return say("必須（同じまとまりの項目のどれか）", "required: one item of its group");
        case EntryNeed::when_assigned:
            return say("ある場合は必須", "required where there is one");
        case EntryNeed::recommended:
            return say("推奨", "recommended");
        case EntryNeed::optional:
            break;
    }
    return say("任意", "optional");
}

std::string FormWriter::codes_in_words(const Slot& slot) const {
    if (slot.codes->size() > shown_codes)
        return say("コード一覧のシートから選んでください", "one of those on the sheet of code lists");
    std::string text;
    for (std::size_t i = 0; i < slot.codes->size(); ++i) {
        text += text.empty() ? "" : say("、", ", ");
        text += choice_of(slot, i);
        if (slot.form != syntax::CodeForm::label) text.append(" ").append(slot.codes->label(i));
    }
    return text;
}

/// How a value is written: 日付（YYYY-MM-DD）; of codes, what they mean.
std::string FormWriter::form_in_words(const EntryColumn& column) const {
    const Slot& slot = form_.slot_of(column);
    if (slot.codes != nullptr) return codes_in_words(slot);
    const std::string kind(language_ == Language::ja ? slot.kind->name_ja : slot.kind->name);
    const bool says_more = slot.expected != column.example && slot.expected != kind;
    return says_more ? kind + say("（", " (") + slot.expected + say("）", ")") : kind;
}

std::string FormWriter::hint_of(const EntryColumn& column) const {
    const Slot& slot = form_.slot_of(column);
    const std::string form = form_in_words(column);
    std::string hint = need_in_words(column) + say("。", ".");
    if (!form.empty()) hint += "\n" + say("書き方: ", "Form: ") + form;
    if (!slot.separator.empty())
        hint += "\n" + say("複数あるときは「" + slot.separator + "」で区切ってください。",
                           "Separate several values with '" + slot.separator + "'.");
    if (!column.example.empty() && slot.codes == nullptr)
        hint += "\n" + say("例: ", "Example: ") + column.example;
    return hint;
}

void FormWriter::add_choices(const Slot& slot, CellEntry& entry) const {
    std::vector<std::string> choices = choices_of(slot);
    if (choices.empty()) return;
    entry.refuse =
        slot.codes == nullptr ? slot.unknowns.empty() : slot.codes->closed() && slot.unknowns.empty();
    if (fits_rule(choices)) {
        entry.choices = std::move(choices);
    } else if (slot.codes != nullptr) {
        const ListColumn& list = list_columns_.at(slot.codes);
        entry.list = lists_;
        entry.list_column = list.column;
        entry.list_size = list.size;
    }
}

CellEntry FormWriter::entry_of(const EntryColumn& column) const {
    CellEntry entry;
    entry.title = column.header;
    entry.hint = hint_of(column);
    add_choices(form_.slot_of(column), entry);
    if (entry.choices.empty() && entry.list == nullptr) entry.formula = cell_condition(form_.slot_of(column));
    return entry;
}

void FormWriter::write_entries(SheetWriter& sheet) const {
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
        const EntryColumn& column = form_.columns[i];
        const bool required = column.need >= EntryNeed::one_of_group;
        sheet.text(0, i, column.header, required ? CellLook::required : CellLook::header);
        sheet.entry(i, 1, entry_rows, entry_of(column));
        const auto width =
            static_cast<double>(std::max(display_width(column.header), display_width(column.example)));
        sheet.column_width(i, std::clamp(width + 3, 8.0, 32.0));
    }
    for (std::size_t i = 0; i < form_.columns.size(); ++i)
        sheet.text(1, i, form_.columns[i].example, CellLook::example);
    sheet.freeze(1, 0);
}

void FormWriter::write_guide(SheetWriter& sheet) const {
    constexpr std::size_t title_lines = 2;  // its letters are larger
    std::uint64_t row = 0;
    sheet.row_lines(row, title_lines);
    sheet.text(row++, 0, form_.model->label.ja, CellLook::title);
    for (const std::string& line :
         {say("1枚目のシートの2行目は記入例です。上書きするか、行ごと消してください。",
              "Row 2 of the first sheet is an example: overwrite it, or delete the row."),
          say("橙色の見出しは必須の項目です。見出しの文字は変えないでください。",
              "Orange headers are required items. Do not change the text of a header."),
          say("1件を1行に書きます。合計の行、注記の行、結合したセルは入れません。",
              "One record a row: no totals, no notes, no merged cells.")})
        sheet.text(row++, 0, line);
    ++row;
    const std::string titles[] = {say("項目", "Item"), say("必須", "Required"), say("書き方", "Form"),
                                  say("例", "Example")};
    for (std::size_t i = 0; i < std::size(titles); ++i) sheet.text(row, i, titles[i], CellLook::header);
    for (const EntryColumn& column : form_.columns) {
        ++row;
        sheet.text(row, 0, column.header);
        sheet.text(row, 1, need_in_words(column));
        sheet.text(row, 2, form_in_words(column));
        sheet.text(row, 3, column.example);
    }
    sheet.column_width(0, 40);
    sheet.column_width(1, 38);
    sheet.column_width(2, 50);
    sheet.column_width(3, 40);
    sheet.print_on_its_side();
}

}  // namespace

std::string entry_workbook(const EntryForm& form, Language language) {
    if (form.model->positional) {
        throw Error{ErrorKind::usage,
                    form.model->class_name + " のファイルには見出しがないため、CSV でだけ作れます。",
                    "files of " + form.model->class_name + " have no header; make a CSV file"};
    }
    return FormWriter(form, language).write();
}

}  // namespace daicho
