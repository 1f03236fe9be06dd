#include "grammars/formats/table_patch.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

constexpr std::string_view columns[] = {"record", "key_field", "key", "field", "old", "new", "form"};
constexpr std::string_view unquoted_word = "unquoted";

void append_cell(std::string& line, std::string_view text) {
    if (!line.empty() && line.back() != '\n') line += ',';
    append_csv_cell(line, text);
}

/// Runs of edits of one record, in order.
template <class Use>
void for_each_record(const std::vector<CellEdit>& edits, const Use& use) {
    for (auto begin = edits.begin(); begin != edits.end();) {
        auto end = begin;
        while (end != edits.end() && end->record == begin->record) ++end;
        use(std::vector<CellEdit>(begin, end));
        begin = end;
    }
}

std::string pointer(std::uint64_t record, std::string_view field) {
    std::string path = "/" + std::to_string(record - 1) + "/";
    for (const char c : field) {
        if (c == '~') {
            path += "~0";
        } else if (c == '/') {
            path += "~1";
        } else {
            path += c;
        }
    }
    return path;
}

std::string sql_quoted(std::string_view text, char quote) {
    std::string out(1, quote);
    for (const char c : text) out.append(c == quote ? 2 : 1, c);
    return out + quote;
}

}  // namespace

std::vector<CellEdit> reversed(const std::vector<CellEdit>& edits,
                               const std::vector<bool>& restores_unquoted) {
    std::vector<CellEdit> back;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        CellEdit edit = edits[i];
        std::swap(edit.before, edit.after);
        edit.unquoted = restores_unquoted[i];
        // The key of a row is what the forward patch left there.
        for (const CellEdit& other : edits) {
            if (other.record == edit.record && other.field == edit.key_field) edit.key = other.after;
            if (other.record > edit.record) break;
        }
        back.push_back(std::move(edit));
    }
    return back;
}

std::string patch_csv(const std::vector<CellEdit>& edits) {
    std::string out;
    for (const std::string_view column : columns) append_cell(out, column);
    out += '\n';
    for (const CellEdit& edit : edits) {
        out += std::to_string(edit.record);
        for (const std::string* text : {&edit.key_field, &edit.key, &edit.field, &edit.before, &edit.after}) {
            append_cell(out, *text);
        }
        append_cell(out, edit.unquoted ? unquoted_word : std::string_view{});
        out += '\n';
    }
    return out;
}

std::string patch_json(const std::vector<CellEdit>& edits) {
    std::string out = "[";
    const auto operation = [&](std::string_view op, std::uint64_t record, std::string_view field,
                               std::string_view value) {
        out += out.size() == 1 ? "\n" : ",\n";
        JsonWriter json(out);
        json.begin_object().key("op").string(op).key("path").string(pointer(record, field));
        json.key("value").string(value).end_object();
    };
    for_each_record(edits, [&](const std::vector<CellEdit>& of_record) {
        const CellEdit& first = of_record.front();
        operation("test", first.record, first.key_field, first.key);
        for (const CellEdit& edit : of_record) {
            if (edit.field != first.key_field) operation("test", edit.record, edit.field, edit.before);
        }
        for (const CellEdit& edit : of_record) operation("replace", edit.record, edit.field, edit.after);
    });
    return out + "\n]\n";
}

std::string patch_sql(const std::vector<CellEdit>& edits, std::string_view table) {
    std::string out;
    for_each_record(edits, [&](const std::vector<CellEdit>& of_record) {
        const CellEdit& first = of_record.front();
        if (first.key_shared) {
            std::string key = sql_quoted(first.key_field, '"') + " = " + sql_quoted(first.key, '\'');
            std::replace_if(
                key.begin(), key.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
            out += "-- record " + std::to_string(first.record) + ": several have " + key + "\n";
            return;
        }
        std::string set, where = sql_quoted(first.key_field, '"') + " = " + sql_quoted(first.key, '\'');
        for (const CellEdit& edit : of_record) {
            const std::string column = sql_quoted(edit.field, '"') + " = ";
            set += (set.empty() ? "" : ", ") + column + sql_quoted(edit.after, '\'');
            if (edit.field != first.key_field) where += " AND " + column + sql_quoted(edit.before, '\'');
        }
        out += "UPDATE " + sql_quoted(table, '"') + " SET " + set + " WHERE " + where + ";\n";
    });
    return out;
}

void order_edits(std::vector<CellEdit>& edits, const std::function<void(const CellEdit& twice)>& refuse) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const CellEdit& a, const CellEdit& b) { return a.record < b.record; });
    for (std::size_t i = 0; i < edits.size(); ++i) {
        for (std::size_t j = i + 1; j < edits.size() && edits[j].record == edits[i].record; ++j) {
            if (edits[j].field == edits[i].field) refuse(edits[j]);
        }
    }
}

std::vector<CellEdit> read_patch_csv(TableReader& patch, const std::string& name) {
    const auto refuse = [&](std::uint64_t line, const std::string& ja, const std::string& en) {
        const std::string place = name + ":" + std::to_string(line) + ": ";
        throw Error{ErrorKind::input, place + ja, place + en};
    };
    const auto& header = patch.header();
    const bool right = header.size() >= std::size(columns) &&
                       std::equal(std::begin(columns), std::end(columns), header.begin());
    if (!right) {
        refuse(1, "パッチ（record,key_field,key,field,old,new,form）ではありません。",
               "this is not a patch (record,key_field,key,field,old,new,form)");
    }
    std::vector<CellEdit> edits;
    for (Batch batch; patch.next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.blank(i)) continue;
            CellEdit edit;
            const std::string_view number = batch.cell(i, 0);
            const auto [end, error] =
                std::from_chars(number.data(), number.data() + number.size(), edit.record);
            if (error != std::errc() || end != number.data() + number.size() || edit.record == 0) {
                refuse(batch.line(i), "record は 1 以上の行番号です。", "record is a number, 1 or more");
            }
            edit.key_field = batch.cell(i, 1);
            edit.key = batch.cell(i, 2);
            edit.field = batch.cell(i, 3);
            edit.before = batch.cell(i, 4);
            edit.after = batch.cell(i, 5);
            edit.unquoted = batch.cell(i, 6) == unquoted_word;
            edits.push_back(std::move(edit));
        }
    }
    order_edits(edits, [&](const CellEdit& twice) {
        const std::string record = std::to_string(twice.record);
        throw Error{ErrorKind::input,
                    name + ": " + record + " 件目の「" + twice.field + "」を二度直しています。",
                    name + ": '" + twice.field + "' of record " + record + " is changed twice"};
    });
    return edits;
}

}  // namespace daicho
