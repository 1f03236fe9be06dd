#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/formats/json_table.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/formats/table_patch_guard.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// A place of RFC 6901: the member of an object of the array.
struct Member {
    std::uint64_t record = 0;  ///< 1-based
    std::string field;
};

std::optional<Member> read_pointer(std::string_view path) {
    const std::size_t slash = path.find('/', 1);
    if (!path.starts_with('/') || slash == path.npos) return std::nullopt;
    const std::string_view index = path.substr(1, slash - 1), name = path.substr(slash + 1);
    Member member;
    const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), member.record);
    const bool number = error == std::errc() && end == index.data() + index.size() &&
                        member.record < UINT64_MAX && (index == "0" || !index.starts_with('0'));
    if (!number || name.find('/') != name.npos) return std::nullopt;
    ++member.record;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool escape = name[i] == '~';
        if (escape && (i + 1 == name.size() || (name[i + 1] != '0' && name[i + 1] != '1')))
            return std::nullopt;
        member.field += !escape ? name[i] : name[++i] == '0' ? '~' : '/';
    }
    return member;
}

/// Makes edits of the operations on one record: tests are edits from a text to itself until it is replaced.
class JsonPatchReader {
 public:
    explicit JsonPatchReader(const std::string& name) : name_(name) {}

    std::vector<CellEdit> read(std::string_view text) {
        const auto patch = parse_json(text);
        if (!patch || patch->kind != JsonKind::array) {
            throw Error{ErrorKind::input, name_ + ": RFC 6902 のパッチ（操作の配列）ではありません。",
                        name_ + ": this is not an RFC 6902 patch (an array of operations)"};
        }
        for (const JsonValue& operation : patch->items) {
            ++operation_;
            take(operation);
        }
        std::vector<CellEdit> edits;
        for (auto& [record, of_record] : records_) {
            // The key is only an edit of its own where it changes, or where nothing else is asked for.
            const bool key_stays = of_record.front().before == of_record.front().after;
            const auto first = of_record.begin() + (key_stays && of_record.size() > 1 ? 1 : 0);
            std::move(first, of_record.end(), std::back_inserter(edits));
        }
        return edits;
    }

 private:
    void take(const JsonValue& operation) {
        const auto text = [&](const char* key) {
            const JsonValue* found = operation.find(key);
            const bool there = found != nullptr && found->kind == JsonKind::string;
            return there ? std::optional(found->text) : std::nullopt;
        };
        const auto op = text("op"), path = text("path"), value = text("value");
        const auto member = path ? read_pointer(*path) : std::nullopt;
        if (!op || (*op != "test" && *op != "replace") || !member || !value) {
            refuse("使えるのは、行の欄の文字列（/0/所在地 など）の test と replace だけです。",
                   "only test and replace of a string of a record are supported (/0/name)");
        }
        auto& edits = records_[member->record];
        const auto found = std::find_if(edits.begin(), edits.end(),
                                        [&](const CellEdit& edit) { return edit.field == member->field; });
        if (*op == "test") {
            if (found != edits.end()) refuse("同じ欄を二度調べています。", "it tests a member twice");
            const std::string& key_field = edits.empty() ? member->field : edits.front().key_field;
            const std::string& key = edits.empty() ? *value : edits.front().key;
            edits.push_back({member->record, key_field, key, member->field, *value, *value, false});
            return;
        }
        if (found == edits.end()) {
            refuse("前の値を test で確かめずに書き換えています。",
                   "it replaces a value without testing it first");
        }
        if (found->before != found->after) refuse("同じ欄を二度直しています。", "it replaces a member twice");
        found->after = *value;
    }

    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const {
        const std::string number = std::to_string(operation_);
        throw Error{ErrorKind::input, name_ + ": " + number + " 番目の操作: " + ja,
                    name_ + ": operation " + number + ": " + en};
    }

    const std::string& name_;
    std::size_t operation_ = 0;
    std::map<std::uint64_t, std::vector<CellEdit>> records_;
};

/// How a document writes its texts.
struct JsonStyle {
    bool ascii = false;    ///< other characters as \u3042
    bool solidus = false;  ///< / as \/

    explicit JsonStyle(std::string_view document)
        : ascii(std::all_of(document.begin(), document.end(),
                            [](char c) { return static_cast<unsigned char>(c) < 0x80; }) &&
                document.find("\\u") != document.npos),
          solidus(document.find("\\/") != document.npos) {}

    std::string written(std::string_view text) const {
        std::string escaped;
        append_json_escaped(escaped, text);
        std::string out = "\"";
        for (std::size_t at = 0; at < escaped.size();) {
            const CodePoint c = code_point_at(escaped, at);
            if (solidus && escaped[at] == '/') {
                out += "\\/";
            } else if (ascii && c.size > 1) {
                append_units(out, c.value);
            } else {
                out.append(escaped, at, c.size);
            }
            at += c.size;
        }
        return out + '"';
    }

 private:
    static void append_units(std::string& out, char32_t c) {
        const auto unit = [&](char32_t value) {
            constexpr char hex[] = "0123456789abcdef";
            out += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4) out += hex[value >> shift & 15];
        };
        if (c < 0x10000) return unit(c);
        unit(0xD800 + ((c - 0x10000) >> 10));
        unit(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
};

class JsonPatchApplier {
 public:
    JsonPatchApplier(std::string_view table, std::string& out) : table_(table), out_(out), style_(table) {}

    PatchOutcome apply(std::span<const CellEdit> edits, const std::string& name) {
        std::uint64_t number = 0;
        for_each_json_record(table_, name, [&](const JsonTableRecord& record) {
            const auto here = take_edits(edits, ++number);
            if (!here.empty()) write(record, here);
        });
        out_.append(table_.substr(kept_));
        guard_.refuse_rest(edits);
        return guard_.take();
    }

 private:
    /// The only member of that name.
    static const JsonCell* find(const JsonTableRecord& record, const std::string& name) {
        const JsonCell* found = nullptr;
        for (const JsonCell& cell : record.cells) {
            if (cell.name != name) continue;
            if (found != nullptr) return nullptr;
            found = &cell;
        }
        return found;
    }

    std::string_view value(const JsonCell& cell) const {
        return table_.substr(cell.begin, cell.end - cell.begin);
    }

    void write(const JsonTableRecord& record, std::span<const CellEdit> edits) {
        std::map<std::string, std::string> texts;  // what `needed` looks at has to live
        const auto needed =
            guard_.needed(edits, [&](const std::string& header) -> std::optional<std::string_view> {
                const JsonCell* cell = find(record, header);
                if (cell == nullptr || !value(*cell).starts_with('"')) return std::nullopt;
                return texts.try_emplace(header, json_string_text(value(*cell))).first->second;
            });
        std::vector<std::pair<const JsonCell*, const CellEdit*>> places;
        for (const CellEdit* edit : needed) {
            const JsonCell* cell = find(record, edit->field);
            if (value(*cell) != style_.written(edit->before)) {
                return guard_.refuse(needed, RefusedEdit::Why::unwritable);
            }
            places.emplace_back(cell, edit);
        }
        std::sort(places.begin(), places.end(),
                  [](const auto& a, const auto& b) { return a.first->begin < b.first->begin; });
        for (const auto& [cell, edit] : places) {
            out_.append(table_.substr(kept_, cell->begin - kept_)).append(style_.written(edit->after));
            kept_ = cell->end;
        }
        guard_.made(needed.size());
    }

    std::string_view table_;
    std::string& out_;
    JsonStyle style_;
    std::size_t kept_ = 0;  ///< what is in front of it was written
    PatchGuard guard_;
};

}  // namespace

std::vector<CellEdit> read_patch_json(std::string_view patch, const std::string& name) {
    return JsonPatchReader(name).read(patch);
}

PatchOutcome apply_patch_json(std::string_view table, std::string& out, const std::vector<CellEdit>& edits,
                              const std::string& name) {
    return JsonPatchApplier(table, out).apply(edits, name);
}

}  // namespace daicho
