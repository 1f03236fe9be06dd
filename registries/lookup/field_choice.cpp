#include "registries/lookup/field_choice.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

namespace daicho {

namespace {

/// Texts of different sizes, last and middle bytes mostly have different marks.
std::size_t mark_of(std::string_view text) {
    if (text.empty()) return 0;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    return text.size() * 67 + byte(text.size() - 1) * 7u + byte(text.size() / 2) * 31u;
}

}  // namespace

bool is_named(const FieldName& field, std::string_view name) {
    return name == field.key || name == field.label.ja || name == field.label.en;
}

bool FieldChoice::Names::contains(std::string_view name) const {
    for (std::size_t at = mark_of(name);; ++at) {
        const std::uint32_t number = table[at & (table.size() - 1)];
        if (number == 0) return false;
        if (texts[number - 1] == name) return true;
    }
}

FieldChoice::FieldChoice(std::vector<std::string> names, bool titles, std::span<const FieldName> list)
    : titles_(titles) {
    constexpr std::size_t places_a_name = 16;  // most fields are not wanted: few marks shall meet
    auto made = std::make_shared<Names>();
    made->texts = std::move(names);
    made->table.resize(std::bit_ceil(made->texts.size() * places_a_name + 1));
    for (std::uint32_t i = 0; i < made->texts.size(); ++i) {
        std::string& name = made->texts[i];
        name.erase(std::min(name.find('.'), name.size()));
        std::size_t at = mark_of(name);
        while (made->table[at & (made->table.size() - 1)] != 0) ++at;
        made->table[at & (made->table.size() - 1)] = i + 1;
    }
    names_ = std::move(made);
    if (!list.empty()) settled_ = settle(list);
}

FieldChoice::Settled FieldChoice::settle(std::span<const FieldName> list) const {
    assert(list.size() <= FieldMask::most);
    Settled settled{list.data(), {}, {}};
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (is_named(list[i])) settled.named.add(i);
        if (titles_ && list[i].shown == ShownIn::title) settled.titles.add(i);
    }
    return settled;
}

bool FieldChoice::is_named(const FieldName& field) const {
    return names_ && (names_->contains(field.key) || names_->contains(field.label.ja) ||
                      names_->contains(field.label.en));
}

bool FieldChoice::wants(const FieldName& field) const {
    return all() || (titles_ && field.shown == ShownIn::title) || is_named(field);
}

FieldChoice::Settled FieldChoice::settled_for(std::span<const FieldName> list) const {
    return settled_.list == list.data() ? settled_ : settle(list);
}

FieldMask FieldChoice::among(std::span<const FieldName> list) const {
    if (all()) return FieldMask::all();
    const Settled settled = settled_for(list);
    FieldMask wanted = settled.named;
    wanted.add(settled.titles);
    return wanted;
}

FieldMask FieldChoice::named_among(std::span<const FieldName> list) const {
    return all() ? FieldMask::all() : settled_for(list).named;
}

}  // namespace daicho
