#include "registries/address/other_joint.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "registries/address/address_search.hpp"
#include "registries/address/answer_maker.hpp"
#include "registries/address/folded_text.hpp"
#include "registries/address/symbols.hpp"
#include "registries/address/town_in_text.hpp"

namespace daicho {

namespace {

/// ヶ, ケ and が join two words; カ, which is of one class with them, looks like 力.
bool is_joint(std::string_view source, const FoldedText& text, std::uint32_t i) {
    const char32_t c = character_at(source, text.begin(i)).value;
    return c == U'ヶ' || c == U'ケ' || c == U'が' || c == U'ガ';
}

/// A text with a ヶ less or more, or with any letter for it, which may be meant as well.
struct OtherJoint {
    FoldedText text;
    bool any_letter = false;
};

std::vector<OtherJoint> with_other_joints(const IndexView& index, std::string_view source,
                                          const FoldedText& text, std::uint32_t from, std::uint32_t end) {
    std::vector<OtherJoint> others;
    for (std::uint32_t i = from + 1; i < end; ++i) {
        if (is_joint(source, text, i)) {
            others.push_back({text});
            others.back().text.drop(i, i + 1);
            others.push_back({text, true});
            others.back().text.replace(i, symbol::wildcard);
        } else {
            others.push_back({text});
            others.back().text.insert(i, index.fold(U'ヶ'));
        }
    }
    return others;
}

}  // namespace

void match_with_other_joint(const IndexView& index, std::string_view source, const AddressOptions& options,
                            const FoldedText& text, AddressAnswer& answer) {
    if (text.is_arranged() || answer.reason != AddressReason::town_not_found) return;
    const std::uint32_t from = begin_of_town(text, answer);
    const std::uint32_t end = name_end(text, from);
    std::optional<AddressAnswer> meant;
    for (const auto& [other, any_letter] : with_other_joints(index, source, text, from, end)) {
        AddressSearch search{index, source, options, other};
        AddressCandidates found = search.find();
        AddressAnswer inner = make_address_answer(index, source, search, found, options);
        const bool whole = inner.place.level >= MatchLevel::town && inner.place.city == answer.place.city &&
                           inner.place.prefecture == answer.place.prefecture &&
                           inner.spans.town.end >= text.end(end) && inner.old_municipality.empty() &&
                           !has_change(inner.changes, AddressChangeKind::text_skipped);
        if (!whole) continue;
        if (any_letter || (meant && meant->place.oaza_cho != inner.place.oaza_cho)) return;
        meant = std::move(inner);
    }
    if (!meant) return;
    if (meant->category == AddressCategory::exact) meant->category = AddressCategory::changed;
    meant->changes.push_back({AddressChangeKind::variant, text.span(from, end), meant->place.oaza_cho});
    answer = std::move(*meant);
}

}  // namespace daicho
