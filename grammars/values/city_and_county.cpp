#include "grammars/values/city_and_county.hpp"

#include <algorithm>

#include "grammars/values/address_place.hpp"
#include "grammars/values/prefecture.hpp"
#include "grammars/values/town_and_lot.hpp"
#include "grammars/values/value_text.hpp"
#include "grammars/values/words.hpp"

namespace daicho {

namespace {

bool is_canonical(std::string_view text, const Reading& reading) {
    if (reading.addresses) return reading.addresses->is_city_and_county(text);
    return is_words(text) && !prefecture_at_start(text) && looks_like_municipality(text);
}

/// 愛宕町1丁目1番1号: a town and its number, and nothing else.
bool is_rest_of_address(std::string_view text) {
    const TownAndLot read = read_town_and_lot(text);
    return !read.town.empty() && (read.chome != 0 || !read.lot.empty()) && read.tail.empty();
}

/// What stands behind the municipality.
Remark refuse_rest(const Tidy& tidy, std::string_view rest, std::string guess) {
    if (!is_rest_of_address(rest)) return refused_part(tidy, rest, rules::text_left_over, std::move(guess));
    Remark remark = refused_part(tidy, rest, rules::part_of_another_item, std::move(guess));
    remark.detail = "町字 (streetAddress)・番地以下 (cityBlock)";
    return remark;
}

Remark refuse(const Tidy& tidy, const std::vector<Place>& places) {
    const std::string_view text = tidy.text();
    if (places.empty() || places.front().level != MatchLevel::municipality) {
        return refused_part(tidy, text, rules::unknown_name);
    }
    std::string guess = places.size() == 1 ? places.front().city_and_county : "";
    const auto rest = text.substr(places.front().size);
    if (!rest.empty()) return refuse_rest(tidy, rest, std::move(guess));
    if (places.size() > 1) return refused_part(tidy, text, rules::ambiguous);
    return refused_part(tidy, text.substr(0, places.front().prefecture.size()), rules::text_left_over,
                        std::move(guess));
}

Result<std::string> read_by_registry(std::string_view text, const Tidy& tidy, const Reading& reading) {
    const auto places = places_at_start(tidy.text(), reading);
    const bool one = places.size() == 1 && places.front().size == tidy.text().size() &&
                     places.front().level == MatchLevel::municipality && !prefecture_at_start(tidy.text());
    if (!one) return refuse(tidy, places);
    return {places.front().city_and_county,
            {rules::other_notation, whole(text), RepairKind::provable, {}, {}}};
}

Result<std::string> canonical(std::string_view text, const Reading& reading) {
    if (const auto refusal = refused_words(text)) return *refusal;
    if (is_canonical(text, reading)) return std::string(text);
    const Tidy tidy(text);
    if (is_canonical(tidy.text(), reading)) return as_canonical(text, std::string(tidy.text()));
    if (!reading.addresses) return refused_part(tidy, tidy.text(), rules::unknown_name);
    return read_by_registry(text, tidy, reading);
}

}  // namespace

const ValueType city_and_county_type{
    .name = "city_and_county",
    .name_ja = "市区町村(郡)",
    .form = "国頭郡今帰仁村",
    .is_canonical = is_canonical,
    .canonical = canonical,
};

}  // namespace daicho
