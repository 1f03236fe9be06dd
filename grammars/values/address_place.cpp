#include "grammars/values/address_place.hpp"

#include <algorithm>

#include "grammars/text/utf8.hpp"
#include "grammars/values/prefecture.hpp"

namespace daicho {

namespace {

/// A name of a municipality is at most so long: かすみがうら市 has 7 characters, and a county goes before.
constexpr std::size_t longest_name = 3 * 9;
constexpr std::size_t letter = 3;  // bytes of each letter looked for here

/// Where the first `suffix` ends in `text` that has at least one letter before it, or 0.
std::size_t end_of(std::string_view text, std::string_view suffix) {
    const auto at = text.substr(0, longest_name).find(suffix, letter);
    return at == text.npos ? 0 : at + suffix.size();
}

std::size_t end_of_town(std::string_view text) {
    const std::size_t town = end_of(text, "町");
    const std::size_t village = end_of(text, "村");
    return town == 0 || (village != 0 && village < town) ? village : town;
}

/// The size of the name in the shape of a municipality at the start of `text`.
std::size_t shape_of_municipality(std::string_view text) {
    if (const auto county = end_of(text, "郡"); county != 0 && !text.substr(county).starts_with("市")) {
        const auto town = end_of_town(text.substr(county));
        if (town != 0) return county + town;
    }
    if (auto city = end_of(text, "市"); city != 0) {
        if (text.substr(city).starts_with("市")) city += letter;  // 四日市市
        const auto ward = end_of(text.substr(city), "区");
        return ward != 0 && ward <= 4 * letter ? city + ward : city;
    }
    const auto ward = end_of(text, "区");
    return ward != 0 ? ward : end_of_town(text);
}

Place place_by_shape(std::string_view text, const Prefecture& prefecture) {
    Place place;
    place.prefecture = prefecture.name;
    const std::size_t begin =
        prefecture.name.size() + (text.substr(prefecture.name.size()).starts_with(' ') ? 1 : 0);
    const std::size_t size = shape_of_municipality(text.substr(begin));
    place.level = size == 0 ? MatchLevel::prefecture : MatchLevel::municipality;
    place.size = size == 0 ? prefecture.name.size() : begin + size;
    place.city_and_county = text.substr(begin, size);
    return place;
}

}  // namespace

std::string_view to_string(MatchLevel level) {
    constexpr std::string_view names[] = {"none",  "prefecture", "municipality", "town",
                                          "block", "residence",  "parcel"};
    return names[static_cast<int>(level)];
}

std::vector<Place> places_at_start(std::string_view text, const Reading& reading) {
    if (reading.addresses) return reading.addresses->resolve(text);
    const Prefecture* prefecture = prefecture_at_start(text);
    if (!prefecture) return {};
    return {place_by_shape(text, *prefecture)};
}

std::size_t municipality_at_start(std::string_view text, const Reading& reading) {
    if (reading.addresses) return reading.addresses->municipality_size(text);
    const Prefecture* prefecture = prefecture_at_start(text);
    if (!prefecture) return 0;
    const std::size_t begin =
        prefecture->name.size() + (text.substr(prefecture->name.size()).starts_with(' ') ? 1 : 0);
    const std::size_t size = shape_of_municipality(text.substr(begin));
    return size == 0 ? 0 : begin + size;
}

bool may_be_town(std::string_view name) {
    return !prefecture_at_start(name) && name.find("郡") == name.npos &&
           (name.ends_with("町") || name.ends_with("村"));
}

bool looks_like_municipality(std::string_view text) {
    return shape_of_municipality(text) == text.size() && !text.empty() && text.find(' ') == text.npos;
}

}  // namespace daicho
