#include "models/comparison/column_meaning.hpp"

#include "grammars/text/spaces.hpp"
#include "grammars/text/tidy.hpp"

namespace daicho {

namespace {

std::string_view in_plain_notation(std::string_view text, std::string& scratch) {
    if (is_plainly_tidy(text)) return text;
    text = trimmed(text);
    if (is_tidy(text)) return text;
    const Tidy tidy(text);
    scratch.assign(trimmed(tidy.text()));
    return scratch;
}

}  // namespace

std::string_view ColumnMeaning::comparable(std::string_view text, std::string& scratch) const {
    if (text.empty()) return text;
    if (slot != nullptr) {
        if (slot->is_canonical(text, reading)) return text;
        if (auto canonical = slot->canonical(text, reading)) return scratch = *std::move(canonical);
    } else if (kind != nullptr) {
        if (kind->is_canonical(text, reading)) return text;
        if (auto canonical = kind->canonical(text, reading)) return scratch = *std::move(canonical);
    }
    return in_plain_notation(text, scratch);
}

std::string_view ColumnMeaning::kind_name() const {
    if (slot != nullptr) return slot->kind != nullptr ? slot->kind->name : std::string_view{};
    return kind != nullptr ? kind->name : std::string_view{};
}

}  // namespace daicho
