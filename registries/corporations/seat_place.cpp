#include "registries/corporations/seat_place.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/seat_key.hpp"
#include "registries/address/address_matcher.hpp"
#include "registries/address/gif_address.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "registries/embedded/municipality_history.hpp"

namespace daicho {

namespace {

constexpr std::uint32_t in_prefecture = 1000;  // codes of municipalities
constexpr std::uint32_t most_wards = 29;
constexpr std::uint32_t tokyo = 13;
constexpr std::size_t oaza_digits = 4;       // of a town id: 大字・町
constexpr std::size_t least_name_bytes = 6;  // of a town that is compared as text

std::string code_text(std::uint32_t municipality) {
    std::string digits = std::to_string(municipality);
    return std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
}

/// Whether both say the same number, or one says more of it: 3-17 and 3-17-1.
bool are_one_number(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return !a.empty() && b.starts_with(a) && (b.size() == a.size() || b[a.size()] == '-');
}

/// Keys that begin alike up to the end of a number. 大手3 is only a part of a town.
bool are_one_address(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (a.empty() || !is_ascii_digit(a.back()) || !b.starts_with(a)) return false;
    return b.size() == a.size() ||
           (!is_ascii_digit(b[a.size()]) && (b[a.size()] != '-' || a.find('-') != a.npos));
}

std::string_view name_of_town(std::string_view key) {
    const auto digit = std::ranges::find_if(key, is_ascii_digit);
    return key.substr(0, static_cast<std::size_t>(digit - key.begin()));
}

PlaceAgreement compare_keys(std::string_view asked, std::string_view corporation) {
    if (asked.empty() || corporation.empty()) return PlaceAgreement::municipality;
    if (asked == corporation || are_one_address(asked, corporation)) return PlaceAgreement::number;
    const std::string_view town = name_of_town(asked), other = name_of_town(corporation);
    const bool without_number = town == asked || other == corporation;
    if (town == other && without_number) return PlaceAgreement::town;
    if (std::min(town.size(), other.size()) < least_name_bytes) return PlaceAgreement::other_town;
    // 小字 is often left out: 岩崎768 is 岩崎字蓮ケ池768.
    const bool starts = town.starts_with(other) || other.starts_with(town);
    const bool same_number = are_one_number(asked.substr(town.size()), corporation.substr(other.size()));
    return town == other || (starts && same_number) ? PlaceAgreement::town : PlaceAgreement::other_town;
}

/// 大手 and 大手三丁目: one says no more than the 大字.
bool are_one_town(std::string_view a, std::string_view b) {
    const auto is_oaza = [](std::string_view id) { return id.substr(oaza_digits) == "000"; };
    return a == b || (a.substr(0, oaza_digits) == b.substr(0, oaza_digits) && (is_oaza(a) || is_oaza(b)));
}

PlaceAgreement compare_towns(const SeatPlace& asked, const SeatPlace& corporation) {
    if (asked.town_id.empty() || corporation.town_id.empty() ||
        asked.municipality != corporation.municipality) {
        return compare_keys(asked.key, corporation.key);
    }
    if (!are_one_town(asked.town_id, corporation.town_id)) {
        // One town may be two of the registry of addresses, with 大字 and without.
        return compare_keys(asked.key, corporation.key) == PlaceAgreement::number
                   ? PlaceAgreement::number
                   : PlaceAgreement::other_town;
    }
    const bool number =
        asked.town_id == corporation.town_id && are_one_number(asked.numbers, corporation.numbers);
    return number || are_one_address(asked.key, corporation.key) || asked.key == corporation.key
               ? PlaceAgreement::number
               : PlaceAgreement::town;
}

/// Whether `former` was abolished and `place` is what it became, or was on the way to it: 浜松市東区 and
/// 浜松市中央区, 浦和市 and さいたま市浦和区.
bool became(std::uint32_t former, std::uint32_t place) {
    const MunicipalityHistory& history = MunicipalityHistory::embedded();
    const auto leads_there = [&](const MunicipalityEvent* event) {
        return is_in_place(place, municipality_number(event->to->lg_code));
    };
    return std::ranges::any_of(history.with_code(code_text(former)), [&](const MunicipalityPeriod& period) {
        return !period.ended.empty() && std::ranges::any_of(history.way_of(period, {}), leads_there);
    });
}

bool has_tie(const AddressAnswer& answer) {
    return std::ranges::any_of(answer.alternatives, &AddressAlternative::equal);
}

SeatPlace read_plainly(std::string_view address, std::uint32_t municipality) {
    SeatPlace seat{.municipality = municipality};
    const Narrow narrow(address);
    const std::vector<Place> places = embedded_resolver().resolve(narrow.text());
    const bool one = places.size() == 1;
    if (one && municipality == 0) seat.municipality = municipality_number(places.front().lg_code);
    seat.key = seat_key(narrow.text().substr(one ? places.front().size : 0));
    return seat;
}

}  // namespace

std::uint32_t municipality_number(std::string_view lg_code) {
    if (lg_code.size() != 5 && lg_code.size() != 6) return 0;
    std::uint32_t code = 0;
    for (const char c : lg_code.substr(0, 5)) {
        if (!is_ascii_digit(c)) return 0;
        code = code * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return code;
}

std::string_view to_string(PlaceAgreement place) {
    constexpr std::string_view words[] = {"number",     "town",    "municipality", "other-town",
                                          "prefecture", "unknown", "differs"};
    return words[static_cast<std::size_t>(place)];
}

bool is_in_place(std::uint32_t municipality, std::uint32_t place) {
    if (municipality == place) return true;
    if (municipality / in_prefecture != place / in_prefecture) return false;
    if (place % in_prefecture == 0) return true;
    // Designated cities have the codes 100, 130, 150 …; those of 東京都 are wards.
    const std::uint32_t number = place % in_prefecture;
    const bool has_wards =
        number >= 100 && number < 200 && number % 10 == 0 && place / in_prefecture != tokyo;
    return has_wards && municipality > place && municipality - place < most_wards;
}

PlaceAgreement compare_places(const SeatPlace& asked, const SeatPlace& corporation) {
    if (asked.municipality == 0 || corporation.municipality == 0) {
        const bool number = compare_keys(asked.key, corporation.key) == PlaceAgreement::number;
        return number ? PlaceAgreement::number : PlaceAgreement::unknown;
    }
    if (asked.municipality / in_prefecture != corporation.municipality / in_prefecture)
        return PlaceAgreement::differs;
    const bool whole = asked.municipality % in_prefecture != 0;
    const bool same = whole && (is_in_place(corporation.municipality, asked.municipality) ||
                                became(asked.municipality, corporation.municipality) ||
                                became(corporation.municipality, asked.municipality));
    if (!same) return PlaceAgreement::prefecture;
    return compare_towns(asked, corporation);
}

SeatPlace SeatReader::read(std::string_view address, std::uint32_t municipality) const {
    if (!addresses_) return read_plainly(address, municipality);
    AddressOptions options;
    const std::string within = municipality == 0 ? std::string() : code_text(municipality);
    options.within = within;
    const AddressAnswer answer = addresses_->match(address, options);
    const MatchLevel level = settled_level(answer);
    if (level < MatchLevel::municipality) return read_plainly(address, municipality);
    SeatPlace seat{.municipality = municipality};
    if (municipality == 0 || level >= MatchLevel::town)
        seat.municipality = municipality_number(answer.place.lg_code);
    seat.key = seat_key(address.substr(answer.spans.prefecture_and_city.end));
    if (level >= MatchLevel::town && !(has_tie(answer) && level == MatchLevel::town)) {
        seat.town_id = answer.place.machiaza_id;
        const Span numbers = answer.spans.numbers;
        seat.numbers = seat_key(address.substr(numbers.begin, numbers.end - numbers.begin));
    }
    return seat;
}

}  // namespace daicho
