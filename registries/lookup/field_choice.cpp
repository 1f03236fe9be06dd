#include "registries/lookup/field_choice.hpp"

#include <algorithm>

namespace daicho {

namespace {

/// Texts of different sizes and first bytes mostly have different marks.
std::uint64_t mark_of(std::string_view text) {
    if (text.empty()) return 0;
    return std::uint64_t{1} << ((text.size() * 7 + static_cast<unsigned char>(text.back())) % 64);
}

}  // namespace

bool is_named(const FieldName& field, std::string_view name) {
    return name == field.key || name == field.label.ja || name == field.label.en;
}

FieldChoice::FieldChoice(std::vector<std::string> names, bool titles)
    : names_(std::move(names)), titles_(titles) {
    for (std::string& name : names_) {
        name.erase(std::min(name.find('.'), name.size()));
        marks_ |= mark_of(name);
    }
}

bool FieldChoice::wants(const FieldName& field) const {
    if (all() || (titles_ && field.shown == ShownIn::title)) return true;
    if ((marks_ & (mark_of(field.key) | mark_of(field.label.ja) | mark_of(field.label.en))) == 0)
        return false;
    return std::ranges::any_of(names_, [&](std::string_view name) { return is_named(field, name); });
}

}  // namespace daicho
