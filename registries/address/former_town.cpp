#include "registries/address/former_town.hpp"

#include "registries/address/address_search.hpp"
#include "registries/address/answer_maker.hpp"

namespace daicho {

namespace {

/// Where the name of the city ends in the text; 美原町 behind it may have been taken for its ward.
std::uint32_t end_of_city(std::string_view text, const AddressAnswer& answer) {
    const Span region = answer.spans.prefecture_and_city;
    const std::size_t city = text.find(answer.place.city, region.begin);
    if (city == text.npos) return region.end;
    return static_cast<std::uint32_t>(city + answer.place.city.size());
}

bool is_same_city(const AddressPlace& a, const AddressPlace& b) {
    return a.prefecture == b.prefecture && a.city == b.city;
}

}  // namespace

void match_in_former_town(const IndexView& index, std::string_view text, const AddressOptions& options,
                          const FoldedText& folded, AddressAnswer& answer) {
    const Span region = answer.spans.prefecture_and_city;
    if (answer.category == AddressCategory::exact || region.empty() || answer.place.city.empty()) return;
    FoldedText rest = folded;
    rest.drop(0, folded.symbols_before(end_of_city(text, answer)));
    AddressSearch search{index, text, options, rest};
    AddressCandidates found = search.find();
    AddressAnswer inner = make_address_answer(index, text, search, found, options);
    const bool by_former_name = !inner.old_municipality.empty() && inner.place.level >= MatchLevel::town &&
                                !found.by_town_alone && is_same_city(inner.place, answer.place);
    if (!by_former_name) return;
    inner.spans.prefecture_and_city.begin = region.begin;
    answer = std::move(inner);
}

}  // namespace daicho
