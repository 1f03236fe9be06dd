#include "registries/propagation/seat.hpp"

#include <algorithm>
#include <vector>

#include "grammars/text/digits.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/values/seat_key.hpp"
#include "registries/embedded/municipality_history.hpp"

namespace daicho {

namespace {

/// The numbers in the text, in order: "2-1-2".
std::string numbers_of(std::string_view key) {
    std::string numbers;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (!is_ascii_digit(key[i])) continue;
        if (i > 0 && !is_ascii_digit(key[i - 1]) && !numbers.empty()) numbers += '-';
        numbers += key[i];
    }
    return numbers;
}

/// Whether the corporation with the first code became that with the second, or a part of it, by that day.
bool succeeds(const std::string& before, const std::string& after, std::string_view day) {
    const auto& history = MunicipalityHistory::embedded();
    for (const MunicipalityPeriod& period : history.with_code(before)) {
        for (const MunicipalityPeriod* successor : history.successors(period, day)) {
            if (successor->lg_code.substr(0, 5) == after) return true;
        }
    }
    return false;
}

}  // namespace

SeatChange compare_seats(const PublishedCorporation& before, const PublishedCorporation& after) {
    const bool same_text =
        before.address() == after.address() &&
        before[corporation_item::address_outside] == after[corporation_item::address_outside];
    const bool same_code = before.municipality() == after.municipality();
    if (same_text && same_code) {
        return before[corporation_item::post_code] == after[corporation_item::post_code]
                   ? SeatChange::none
                   : SeatChange::postal_code;
    }
    if (before[corporation_item::address_outside] != after[corporation_item::address_outside]) {
        const bool spelling = match_key(before[corporation_item::address_outside]) ==
                              match_key(after[corporation_item::address_outside]);
        return spelling && before.address() == after.address() ? SeatChange::spelling
                                                               : SeatChange::moved_across;
    }
    const std::string was = seat_key(before.address()), is = seat_key(after.address());
    if (was == is && same_code) return SeatChange::spelling;
    const bool numbers = numbers_of(was) == numbers_of(is) && !numbers_of(is).empty();
    if (!same_code) {
        if (before.municipality().empty() || after.municipality().empty()) return SeatChange::moved_across;
        const bool same_place = numbers || was == is;
        if (same_place &&
            succeeds(before.municipality(), after.municipality(), after[corporation_item::change_date])) {
            return SeatChange::renumbered;
        }
        return numbers ? SeatChange::renamed : SeatChange::moved_across;
    }
    // The municipality is the same and calls itself otherwise (盛岡市玉山区 is 盛岡市 now).
    const bool street =
        seat_key(before[corporation_item::street]) == seat_key(after[corporation_item::street]);
    if (street) return SeatChange::renumbered;
    return numbers ? SeatChange::renamed : SeatChange::moved;
}

std::string renaming_key(const PublishedCorporation& before, const PublishedCorporation& after) {
    const std::string was = seat_key(before.address()), is = seat_key(after.address());
    std::size_t same = 0;
    while (same < std::min(was.size(), is.size()) && was[was.size() - 1 - same] == is[is.size() - 1 - same])
        ++same;
    std::size_t end = is.size() - same;
    while (end < is.size() && !is_ascii_digit(is[end])) ++end;
    while (end > 0 && end < is.size() && is_ascii_digit(is[end - 1])) --end;
    const std::size_t tail = is.size() - end;
    return was.substr(0, was.size() - std::min(tail, was.size())) + '\t' + is.substr(0, end);
}

}  // namespace daicho
