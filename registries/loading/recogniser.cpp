#include "registries/loading/recogniser.hpp"

#include <algorithm>
#include <memory>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/width.hpp"
#include "models/engine/binding.hpp"
#include "registries/loading/other_files.hpp"
#include "registries/sources/table_stream.hpp"

namespace daicho {

namespace {

/// A layout is taken for a header where at least so many of the headers are its own.
constexpr double own_headers = 0.8;
/// And so many of its columns must be there: editions gain columns, they do not lose half of them.
constexpr double own_columns = 0.6;
/// And said to be meant where this many are.
constexpr double like_headers = 0.5;
/// Records of a table without header that are looked at, and the share that must fit.
constexpr std::size_t looked_at = 50;
constexpr double fitting_records = 0.9;
/// Headers shown in a message, and columns of a terminal that each may take.
constexpr std::size_t shown = 4;
constexpr std::size_t shown_header_width = 40;

struct Magic {
    std::string_view bytes;
    const char* ja;
    const char* en;
};

using namespace std::string_view_literals;
constexpr Magic magics[] = {
    {"\xD0\xCF\x11\xE0"sv, "Excel 97-2003 の帳票です。CSV で保存したものを使ってください",
     "an Excel 97-2003 workbook; save it as CSV"},
    {"PK\x03\x04"sv, "Office の文書です。表は CSV で保存したものを使ってください",
     "an office document; save its table as CSV"},
    {"%PDF"sv, "PDF です", "a PDF"},
    {"\x89PNG"sv, "画像です", "an image"},
    {"\xFF\xD8\xFF"sv, "画像です", "an image"},
    {"\0\1\0\0"sv, "フォントです", "a font"},
    {"OTTO"sv, "フォントです", "a font"},
    {"SQLite format 3"sv, "SQLite のデータベースです", "an SQLite database"},
};

Recognition none(std::string ja, std::string en) {
    return {nullptr, false, {std::move(ja), std::move(en)}};
}

std::string_view first_mark(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const auto at = head.find_first_not_of(" \t\r\n");
    return at == head.npos ? std::string_view{} : head.substr(at, 1);
}

/// Whole lines of the start of a file.
std::string whole_lines(std::string_view head, bool complete) {
    const auto end = head.rfind('\n');
    return std::string(complete || end == head.npos ? head : head.substr(0, end + 1));
}

std::unique_ptr<TableReader> try_table(const std::string& bytes, std::string_view name, bool header) {
    ReadOptions options;
    options.format = "csv";  // the bytes may be no more than the start of the file
    if (!header) options.header_row = 0;
    try {
        return read_table(bytes, options, std::string(name));
    } catch (const Error&) {  // not a table, or its encoding stays undecided in the first lines
        return nullptr;
    }
}

struct Fit {
    const RegistryTable* table = nullptr;
    double share = 0;    ///< of the headers that are its own
    bool tells = false;  ///< enough of its columns are there
    std::size_t bound = 0;
    std::string lacking;  ///< the first required item without a column
};

std::string lacking_item(const Model& model, const Binding& binding) {
    for (std::size_t i = 0; i < model.slots.size(); ++i) {
        if (model.slots[i].requirement == syntax::Requirement::required && !binding.column_of_slot[i]) {
            return model.slots[i].label;
        }
    }
    return {};
}

bool enough_columns(const RegistryTable& table, const Binding& binding) {
    const auto& told_by = table.layout().told_by;
    if (!told_by.empty()) {
        return std::ranges::all_of(told_by, [&](std::string_view item) {
            return binding.column_of_slot[table.item(item)].has_value();
        });
    }
    return static_cast<double>(binding.bound()) >= own_columns * static_cast<double>(table.items());
}

Fit fit_of(const RegistryTable& table, const std::vector<std::string>& header) {
    const Binding binding = match_columns(table.model(), header, {});
    const std::size_t bound = binding.bound();
    return {&table, static_cast<double>(bound) / static_cast<double>(header.size()),
            enough_columns(table, binding), bound,
            table.layout().told_by.empty() ? lacking_item(table.model(), binding) : std::string()};
}

std::string shortened(const std::string& header) {
    const std::size_t size = size_within(header, shown_header_width);
    std::string text = size < header.size() ? header.substr(0, size) + "…" : header;
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

std::string shown_headers(const std::vector<std::string>& header) {
    std::string text;
    for (std::size_t i = 0; i < std::min(header.size(), shown); ++i) {
        text += (text.empty() ? "" : ", ") + shortened(header[i]);
    }
    return header.size() > shown ? text + ", …" : text;
}

Recognition by_header(const std::vector<RegistryTable>& tables, const std::vector<std::string>& header) {
    Fit best, near;
    for (const RegistryTable& table : tables) {
        if (table.layout().form || table.model().positional) continue;
        const Fit fit = fit_of(table, header);
        const bool fits = fit.lacking.empty() && fit.share >= own_headers && fit.tells;
        if (fits && std::pair(fit.share, fit.bound) > std::pair(best.share, best.bound)) best = fit;
        if (fit.share > near.share && fit.bound > 2) near = fit;
    }
    if (best.table) return {best.table, true, {}};
    if (near.table && near.share >= like_headers && !near.lacking.empty()) {
        const Text title = near.table->source().title;
        return none(std::string(title.ja) + "の表 " + near.table->name() + " に似ていますが、列「" +
                        near.lacking + "」がありません",
                    "it is like the table " + near.table->name() + " of " + std::string(title.en) +
                        ", but the column " + near.lacking + " is missing");
    }
    return none(
        "台帳にする公表データの列ではありません（ほかの表は daicho validate で検査できます）: " +
            shown_headers(header),
        "no publication has these columns (daicho validate checks other tables): " + shown_headers(header));
}

/// `shift`: columns in front that do not belong to it.
bool fits_record(const Model& model, const Batch& batch, std::size_t record, std::size_t shift) {
    const Reading reading;
    for (std::size_t i = 0; i < model.slots.size(); ++i) {
        const Slot& slot = model.slots[i];
        const std::string_view text = batch.cell(record, i + shift);
        const bool needed = slot.requirement == syntax::Requirement::required && !slot.may_be_empty;
        if (text.empty() ? needed : needed && !slot.is_canonical(text, reading)) return false;
    }
    return true;
}

bool has_width(const RegistryTable& table, std::size_t columns) {
    const auto& widths = table.layout().widths;
    return widths.empty() ? columns == table.items() : std::ranges::find(widths, columns) != widths.end();
}

/// The positional table whose columns these records have behind the first `shift` ones; null where there is
/// none.
const RegistryTable* table_by_place(const std::vector<RegistryTable>& tables, const Batch& batch,
                                    std::size_t columns, std::size_t shift) {
    const std::size_t records = std::min(batch.size(), looked_at);
    for (const RegistryTable& table : tables) {
        if (table.layout().form || !table.model().positional || columns < shift) continue;
        if (!has_width(table, columns - shift)) continue;
        std::size_t fitting = 0;
        for (std::size_t i = 0; i < records; ++i) fitting += fits_record(table.model(), batch, i, shift);
        if (static_cast<double>(fitting) >= fitting_records * static_cast<double>(records)) return &table;
    }
    return nullptr;
}

Recognition by_place(const std::vector<RegistryTable>& tables, TableReader& reader) {
    Batch batch;
    if (!reader.next(batch)) return none("空のファイルです", "the file is empty");
    if (const auto* table = table_by_place(tables, batch, reader.columns(), 0)) return {table, false, {}};
    if (const auto* table = table_by_place(tables, batch, reader.columns(), 1)) {
        const Text title = table->source().title;
        return none(std::string(title.ja) + "の表 " + table->name() +
                        " の前に列が1つ加えられています。公表されたままのファイルを使ってください",
                    "it is the table " + table->name() + " of " + std::string(title.en) +
                        " with a column added in front; use the file as it was published");
    }
    return none({}, {});
}

Recognition by_form(const std::vector<RegistryTable>& tables, std::string_view name, std::string_view head) {
    for (const RegistryTable& table : tables) {
        for (const FileForm* form : {table.layout().form, table.layout().other_form}) {
            if (form && form->fits(name, head)) return {&table, false, {}, form};
        }
    }
    return none({}, {});
}

Recognition table_of(const std::vector<RegistryTable>& tables, std::string_view name,
                     const std::string& bytes) {
    if (const auto bare = try_table(bytes, name, false)) {
        if (Recognition found = by_place(tables, *bare); found.table || !found.why.ja.empty()) return found;
    }
    const auto reader = try_table(bytes, name, true);
    if (!reader || reader->header().size() < 2) {
        return none("表ではありません", "it is not a table");
    }
    if (!reader->has_header()) {
        const std::string columns = std::to_string(reader->columns());
        return none("見出しのない " + columns + " 列の表で、この列数と内容の公表データはありません",
                    "a table of " + columns + " columns without header; no publication has such columns");
    }
    return by_header(tables, reader->header());
}

/// What is said of a file that no source takes.
Recognition unknown_kind(std::string_view mark) {
    if (mark == "<") {
        return none("この形式の XML の公表データはありません", "no publication is XML of this kind");
    }
    return none("この形式の JSON の公表データはありません", "no publication is JSON of this kind");
}

}  // namespace

Note note_of(const Error& error, const std::string& locator) {
    const auto told = [&](const std::string& text) {
        const std::string place = locator + ": ";
        return text.starts_with(place) ? text.substr(place.size()) : text;
    };
    return {told(error.ja()), told(error.en())};
}

Recognition recognise(const std::vector<RegistryTable>& tables, std::string_view name, std::string_view head,
                      bool complete) {
    if (head.empty()) return none("空のファイルです", "the file is empty");
    if (const Recognition found = by_form(tables, name, head); found.table) return found;
    for (const Magic& magic : magics) {
        if (head.starts_with(magic.bytes)) return none(magic.ja, magic.en);
    }
    const std::string_view mark = first_mark(head);
    const bool table = mark != "<" && mark != "{" && mark != "[";
    Recognition found = table ? table_of(tables, name, whole_lines(head, complete)) : unknown_kind(mark);
    if (found.table) return found;
    if (const auto why = known_other_file(name, head))
        return none(std::string(why->ja), std::string(why->en));
    return found;
}

bool may_hold_table(std::string_view head) {
    const std::string_view mark = first_mark(head);
    return head.starts_with("PK\x03\x04") || head.starts_with("\xD0\xCF\x11\xE0") || mark == "[" ||
           mark == "{";
}

Recognition recognise_table(const std::vector<RegistryTable>& tables, std::unique_ptr<ByteSource> file) {
    static const FileForm any_form = {nullptr, open_any_table_stream};
    try {
        const auto table = open_table(std::move(file), {});
        if (!table->has_header() || table->header().size() < 2) return none({}, {});
        Recognition found = by_header(tables, table->header());
        found.form = &any_form;
        return found;
    } catch (const Error&) {  // no workbook with tables, no records in the JSON
        return none({}, {});
    }
}

std::vector<std::optional<std::size_t>> item_columns(const RegistryTable& table,
                                                     const std::vector<std::string>& headers,
                                                     std::size_t columns) {
    std::vector<std::optional<std::size_t>> found(table.items());
    if (headers.empty()) {
        for (std::size_t i = 0; i < std::min(columns, table.items()); ++i) found[i] = i;
        return found;
    }
    const Binding binding = match_columns(table.model(), headers, {});
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (const auto column = binding.column_of_slot[i]) found[i] = *column;
    }
    return found;
}

}  // namespace daicho
