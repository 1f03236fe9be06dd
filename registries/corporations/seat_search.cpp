#include "registries/corporations/seat_search.hpp"

#include <algorithm>
#include <string>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "registries/address/address_matcher.hpp"
#include "registries/address/gif_address.hpp"

namespace daicho {

namespace {

/// Corporations of one postal code that are looked at; that of a tower may have thousands.
constexpr int most_candidates = 20'000;

/// The digits of a postal code in front of the text, which is taken away; empty: there is none.
std::string take_postal_code(std::string& text) {
    const Narrow narrow(text);
    std::string_view rest = narrow.text();
    constexpr std::string_view mark = "\u3012";
    if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
    std::string code;
    while (!rest.empty() && code.size() < 7 &&
           (is_ascii_digit(rest.front()) || (code.size() == 3 && rest.front() == '-'))) {
        if (rest.front() != '-') code += rest.front();
        rest.remove_prefix(1);
    }
    if (code.size() != 7 || (!rest.empty() && is_ascii_digit(rest.front()))) return {};
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    text = std::string(rest);
    return code;
}

std::string postal_code_of_town(const AddressMatcher* addresses, std::string_view text) {
    if (addresses == nullptr) return {};
    const AddressAnswer answer = addresses->match(text);
    return settled_level(answer) >= MatchLevel::town ? std::string(answer.place.postal_code) : std::string();
}

}  // namespace

bool SeatSearch::exists(const Database& database) {
    return database.number("select count(*) from sqlite_master where name = 'corporation_post_code'") > 0;
}

SeatSearch::Answer SeatSearch::find(std::string_view given) {
    Answer answer;
    std::string address(given);
    std::string code = take_postal_code(address);
    const SeatPlace asked = reader_.read(address);
    answer.has_number = std::ranges::any_of(asked.key, is_ascii_digit);
    if (!answer.has_number || asked.municipality == 0) return answer;
    if (code.empty()) code = postal_code_of_town(addresses_, address);
    answer.has_postal_code = !code.empty();
    if (code.empty()) return answer;
    Statement rows = database_.prepare(
        "select corporateNumber, prefectureName, cityName, streetNumber, prefectureCode || cityCode, "
        "closeDate "
        "from corporation where postCode = ?1 limit " +
        std::to_string(most_candidates));
    rows.bind(0, std::string_view(code));
    while (rows.step()) {
        std::string seat(rows.text(1));
        seat.append(rows.text(2)).append(rows.text(3));
        const SeatPlace place = reader_.read(seat, static_cast<std::uint32_t>(rows.integer(4)));
        if (compare_places(asked, place) != PlaceAgreement::number) continue;
        answer.hits.push_back({static_cast<std::uint64_t>(rows.integer(0)), !rows.text(5).empty()});
    }
    std::ranges::sort(answer.hits, [](const Hit& a, const Hit& b) {
        return a.closed != b.closed ? b.closed : a.number < b.number;
    });
    return answer;
}

}  // namespace daicho
