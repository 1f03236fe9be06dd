#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/comparison/table_changes.hpp"

namespace daicho {

namespace {

constexpr std::string_view csv_beginning = "op,class,key,column,before,after,old_record,new_record";

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// What both forms are read into.
class ChangeReader {
 public:
    explicit ChangeReader(const std::string& name) { changes_.name = name; }

 protected:
    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const {
        const std::string place = changes_.name + ":" + std::to_string(line_) + ": ";
        throw Error{ErrorKind::input, place + ja, place + en};
    }
    std::optional<Change::Op> op_named(std::string_view word) const {
        for (const auto op : {Change::Op::added, Change::Op::removed, Change::Op::changed}) {
            if (to_string(op) == word) return op;
        }
        return std::nullopt;
    }
    std::optional<std::size_t> column_named(std::string_view label) const {
        const auto found = columns_.find(label);
        return found == columns_.end() ? std::nullopt : std::optional(found->second);
    }
    std::size_t add_column(ChangedColumn column) {
        columns_.emplace(column.label, changes_.columns.size());
        changes_.columns.push_back(std::move(column));
        return changes_.columns.size() - 1;
    }
    void refuse_masked(const ChangedColumn& column) const {
        if (!column.masked) return;
        refuse("列「" + column.label + "」の値は伏せて書かれています。値を示して比べ直してください。",
               "the values of '" + column.label + "' are masked; compare again with the values shown");
    }

    TableChanges changes_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::uint64_t line_ = 0;
};

class JsonChangeReader final : ChangeReader {
 public:
    using ChangeReader::ChangeReader;

    TableChanges read(std::string_view text) {
        while (!text.empty()) {
            ++line_;
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (line.empty() || line == "\r") continue;
            const auto value = parse_json(line);
            if (!value || value->kind != JsonKind::object)
                refuse("JSON の行ではありません。", "this is not a line of JSON");
            take(*value);
        }
        return std::move(changes_);
    }

 private:
    void take(const JsonValue& line) {
        const std::string_view op = line.text_of("op");
        if (line_ == 1) return begin(line);
        if (op == "summary") {
            changes_.unique_keys = !changes_.key.empty() && line.text_of("old_shared_keys") == "0" &&
                                   line.text_of("new_shared_keys") == "0";
            changes_.old_records = whole_number<std::uint64_t>(line.text_of("old_records"));
            return;
        }
        const auto known = op_named(op);
        if (!known) refuse("op は added、removed、changed のどれかです。", "op is added, removed or changed");
        RecordChange& record = changes_.records.emplace_back();
        record.op = *known;
        record.kind = line.text_of("class");
        record.old_record = number(line, "old_record");
        record.new_record = number(line, "new_record");
        if (*known != Change::Op::added && record.old_record == 0) {
            refuse("old_record がありません。", "old_record is missing");
        }
        take_cells(line, record);
        take_key(line, record);
    }

    void begin(const JsonValue& line) {
        if (line.text_of("version") != "1") {
            refuse("この版の差分は読めません（version は 1）。",
                   "differences of this version cannot be read (version is 1)");
        }
        changes_.old_name = line.text_of("old");
        changes_.new_name = line.text_of("new");
        changes_.table = line.text_of("table");
        changes_.model = line.text_of("model");
        changes_.key_source = line.text_of("key_source");
        const JsonValue* columns = line.find("columns");
        if (columns == nullptr) refuse("columns がありません。", "columns is missing");
        for (const JsonValue& one : columns->items) take_column(one);
        const JsonValue* key = line.find("key");
        if (key == nullptr) return;
        for (const JsonValue& label : key->items) {
            const auto column = column_named(label.text);
            if (!column) refuse_column(label.text);
            changes_.key.push_back(*column);
        }
    }
    void take_column(const JsonValue& one) {
        ChangedColumn column;
        const auto flag = [&](std::string_view name) { return one.text_of(name) == "true"; };
        column.label = one.text_of("name");
        column.old_header = one.text_of("old_header");
        column.new_header = one.text_of("new_header");
        if (const auto place = number(one, "old_column")) column.old_place = place - 1;
        if (const auto place = number(one, "new_column")) column.new_place = place - 1;
        column.added = !column.old_place;
        column.removed = !column.new_place;
        column.moved = flag("moved");
        column.ignored = flag("ignored");
        column.confidential = flag("confidential");
        column.masked = flag("masked");
        refuse_masked(column);
        add_column(std::move(column));
    }
    void take_cells(const JsonValue& line, RecordChange& record) {
        const JsonValue* items = line.find("items");
        if (items == nullptr) refuse("items がありません。", "items is missing");
        for (const JsonValue& item : items->items) {
            const auto column = column_named(item.text_of("item"));
            if (!column) refuse_column(item.text_of("item"));
            record.cells.push_back({*column, std::string(item.text_of("before")),
                                    std::string(item.text_of("after")), std::string(item.text_of("class"))});
        }
    }
    /// The line has the key as it is afterwards.
    void take_key(const JsonValue& line, RecordChange& record) {
        const JsonValue* key = line.find("key");
        for (const std::size_t column : changes_.key) {
            const auto cell = std::find_if(record.cells.begin(), record.cells.end(),
                                           [&](const ChangedCell& one) { return one.column == column; });
            const bool was = record.op == Change::Op::changed && cell != record.cells.end();
            const auto& label = changes_.columns[column].label;
            record.key.emplace_back(was              ? cell->before
                                    : key != nullptr ? key->text_of(label)
                                                     : std::string_view());
        }
    }
    std::uint64_t number(const JsonValue& from, std::string_view name) const {
        return whole_number<std::uint64_t>(from.text_of(name)).value_or(0);
    }
    [[noreturn]] void refuse_column(std::string_view label) const {
        const std::string text(label);
        refuse("列「" + text + "」は columns にありません。", "the column '" + text + "' is not in columns");
    }
};

class CsvChangeReader final : ChangeReader {
 public:
    using ChangeReader::ChangeReader;

    TableChanges read(std::string_view text) {
        ReadOptions options;
        options.format = "csv";
        options.header_row = 1;
        options.delimiter = ',';
        options.encoding = Encoding::utf8;
        const auto table = read_table(std::string(text), options, changes_.name);
        for (Batch batch; table->next(batch);) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                line_ = batch.line(i);
                if (!batch.blank(i)) take(batch, i);
            }
        }
        return std::move(changes_);
    }

 private:
    enum : std::size_t { op, kind, key, column, before, after, old_record, new_record };

    std::uint64_t number(std::string_view text) const {
        if (text.empty()) return 0;
        const auto number = whole_number<std::uint64_t>(text);
        if (!number)
            refuse("番号ではありません: " + std::string(text), "this is not a number: " + std::string(text));
        return *number;
    }
    void take(const Batch& batch, std::size_t i) {
        const auto cell = [&](std::size_t at) { return std::string(batch.cell(i, at)); };
        if (cell(op) == "column") return take_column(batch, i);
        const auto known = op_named(cell(op));
        if (!known) refuse("op は added、removed、changed のどれかです。", "op is added, removed or changed");
        const std::uint64_t was = number(cell(old_record)), is = number(cell(new_record));
        if (changes_.records.empty() ||
            std::tuple(last().op, last().old_record, last().new_record) != std::tuple(*known, was, is)) {
            changes_.records.push_back({*known, {}, was, is, {}, {}, {}});
        }
        auto at = column_named(cell(column));
        if (!at) {
            ChangedColumn plain;
            plain.label = plain.old_header = plain.new_header = cell(column);
            at = add_column(std::move(plain));
        }
        last().cells.push_back({*at, cell(before), cell(after), cell(kind)});
    }
    RecordChange& last() { return changes_.records.back(); }

    void take_column(const Batch& batch, std::size_t i) {
        const auto cell = [&](std::size_t at) { return std::string(batch.cell(i, at)); };
        ChangedColumn changed;
        changed.label = cell(column);
        changed.old_header = cell(before);
        changed.new_header = cell(after);
        if (const auto place = number(cell(old_record))) changed.old_place = place - 1;
        if (const auto place = number(cell(new_record))) changed.new_place = place - 1;
        const std::string what = cell(kind);
        changed.added = what == "added";
        changed.removed = what == "removed";
        changed.moved = what == "moved";
        changed.masked = what == "masked";
        refuse_masked(changed);
        add_column(std::move(changed));
    }
};

std::string_view without_mark(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
}

}  // namespace

bool are_table_changes(std::string_view text) {
    text = without_mark(text);
    return text.starts_with(csv_beginning) || text.starts_with("{\"op\":\"compare\"");
}

TableChanges read_table_changes(std::string_view text, const std::string& name) {
    text = without_mark(text);
    if (text.starts_with(csv_beginning)) return CsvChangeReader(name).read(text);
    return JsonChangeReader(name).read(text);
}

}  // namespace daicho
