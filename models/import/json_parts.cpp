#include "models/import/json_parts.hpp"

#include <algorithm>
#include <charconv>

#include "grammars/text/ascii.hpp"
#include "models/engine/text_pattern.hpp"

namespace daicho {

namespace {

/// The whole number next to `text`; nothing where it is none.
std::string next_integer(std::string_view text, int step) {
    long long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size() &&
                       number < 1'000'000'000'000 && number > -1'000'000'000'000;
    return whole ? std::to_string(number + step) : "";
}

/// A number as models write it: without an exponent.
bool is_plain_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("-.0123456789") == std::string_view::npos;
}

/// Whether a `|` stands outside of all brackets.
bool has_open_choice(std::string_view pattern) {
    int depth = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (c == '\\') {
            ++at;
        } else if (c == '|' && depth == 0) {
            return true;
        } else {
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
    }
    return false;
}

}  // namespace

syntax::Text label_of(std::string_view text) {
    const bool ascii = is_ascii(text);
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    if (ascii) return {{}, line};
    return {line, {}};
}

syntax::Type import_type(syntax::TypeKind kind, const std::string& name) {
    syntax::Type type;
    type.kind = kind;
    type.names.push_back({name, {}});
    return type;
}

void take_range(const JsonValue& schema, bool whole, syntax::Type& type, const std::string& place,
                std::vector<ImportNote>& notes) {
    struct Limit {
        const char* name;
        const char* exclusive;
        std::optional<std::string>* to;
        int step;
    };
    for (const Limit& limit : {Limit{"minimum", "exclusiveMinimum", &type.minimum, 1},
                               Limit{"maximum", "exclusiveMaximum", &type.maximum, -1}}) {
        const std::string_view inside = schema.text_of(limit.name), beyond = schema.text_of(limit.exclusive);
        if (is_plain_number(inside)) *limit.to = std::string(inside);
        if (beyond.empty() || beyond == "false") continue;
        const std::string next = whole ? next_integer(beyond, limit.step) : "";
        if (next.empty()) {
            note_unsaid(notes, place, limit.exclusive);
        } else {
            *limit.to = next;
        }
    }
}

void take_pattern(std::string_view pattern, syntax::Type& type, const std::string& place,
                  std::vector<ImportNote>& notes) {
    if (pattern.empty()) return;
    std::string whole = "(?s:.*)(?:" + std::string(pattern) + ")(?s:.*)";
    const bool of_all = pattern.size() > 2 && pattern.starts_with('^') && pattern.ends_with('$') &&
                        pattern[pattern.size() - 2] != '\\' && !has_open_choice(pattern);
    if (of_all) whole = pattern.substr(1, pattern.size() - 2);
    if (is_text_pattern(whole) && whole.find('\n') == std::string::npos) {
        type.matches = whole;
    } else {
        note_unsaid(notes, place, "pattern");
    }
}

std::string list_with_codes(syntax::Model& model, const std::string& wanted,
                            std::vector<syntax::Code> codes) {
    const auto same_code = [](const syntax::Code& a, const syntax::Code& b) {
        return a.code == b.code && a.label.ja == b.label.ja;
    };
    std::string name = wanted;
    for (int i = 2;; ++i) {
        const auto known =
            std::ranges::find(model.code_lists, name, [](const auto& one) { return one.name.text; });
        const bool taken =
            known != model.code_lists.end() ||
            std::ranges::count(model.classes, name, [](const auto& one) { return one.name.text; });
        if (!taken) break;
        if (known != model.code_lists.end() && std::ranges::equal(known->codes, codes, same_code))
            return name;
        name = wanted + "_" + std::to_string(i);
    }
    syntax::CodeList list;
    list.name.text = name;
    list.unknown_values = codes.empty();
    list.closed = !codes.empty();
    list.codes = std::move(codes);
    model.code_lists.push_back(std::move(list));
    return name;
}

void note_unsaid(std::vector<ImportNote>& notes, const std::string& place, std::string_view word) {
    const std::string what(word);
    notes.push_back({place,
                     {what + " はモデルで表せないため、取り込んでいません。",
                      what + " is nothing that a model says and was left out"}});
}

}  // namespace daicho
