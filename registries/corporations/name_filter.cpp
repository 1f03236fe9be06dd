#include "registries/corporations/name_filter.hpp"

#include <algorithm>
#include <string>

#include "grammars/text/digits.hpp"
#include "registries/embedded/municipality_names.hpp"

namespace daicho {

namespace {

// 法人番号公表サイト, リソース定義書: 法人種別.
constexpr CorporationKind kinds[] = {
    {101, {"国の機関", "state organ"}},       {201, {"地方公共団体", "local government"}},
    {301, {"株式会社", "kabushiki kaisha"}},  {302, {"有限会社", "yugen kaisha"}},
    {303, {"合名会社", "gomei kaisha"}},      {304, {"合資会社", "goshi kaisha"}},
    {305, {"合同会社", "godo kaisha"}},       {399, {"その他の設立登記法人", "other registered corporation"}},
    {401, {"外国会社等", "foreign company"}}, {499, {"その他", "other"}},
};

std::uint32_t place_number(std::string_view digits) {
    std::uint32_t number = 0;
    for (const char c : digits) number = number * 10 + static_cast<std::uint32_t>(c - '0');
    return number;
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, is_ascii_digit);
}

bool is_ward_of(const Municipality& ward, const Municipality& city) {
    return city.ward.empty() && !city.city.empty() && !ward.ward.empty() && ward.city == city.city &&
           ward.prefecture == city.prefecture;
}

}  // namespace

std::vector<std::uint32_t> places_named(std::string_view text) {
    std::vector<const MunicipalityPeriod*> municipalities;
    if (!text.empty() && all_digits(text)) {
        if (text.size() != 2 && text.size() != 5 && text.size() != 6) return {};
        const std::string code = text.size() == 2 ? std::string(text) + "000" : std::string(text);
        for (const MunicipalityPeriod& municipality : MunicipalityHistory::embedded().with_code(code))
            municipalities.push_back(&municipality);
    } else {
        for (const NamedMunicipality& named : municipalities_named(text)) {
            if (named.match == NameMatch::name && !named.above) municipalities.push_back(named.municipality);
        }
    }
    std::vector<std::uint32_t> places;
    for (const MunicipalityPeriod* municipality : municipalities) {
        places.push_back(place_number(municipality->lg_code.substr(0, 5)));
        for (const MunicipalityPeriod& ward : MunicipalityHistory::embedded().periods()) {
            if (is_ward_of(ward, *municipality)) places.push_back(place_number(ward.lg_code.substr(0, 5)));
        }
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

const CorporationKind* corporation_kind_named(std::string_view text) {
    const auto found = std::ranges::find_if(kinds, [&](const CorporationKind& kind) {
        return text == kind.name.ja || text == kind.name.en ||
               (text.size() == 3 && all_digits(text) && place_number(text) == kind.code);
    });
    return found == std::end(kinds) ? nullptr : found;
}

}  // namespace daicho
