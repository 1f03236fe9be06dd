#include "registries/propagation/seat.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/values/seat_key.hpp"
#include "grammars/values/town_and_lot.hpp"
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

/// A street address cut into keys.
struct SeatParts {
    std::string town, lot, building;
};

SeatParts parts_of(std::string_view street) {
    const Narrow narrow(street);
    const std::string_view text = narrow.text();
    const TownAndLot read = read_town_and_lot(text);
    if (read.lot.empty()) return {};
    const std::string_view behind = text.substr(std::min(read.town.size(), text.size()));
    const std::string_view lot = behind.substr(0, behind.size() - std::min(read.tail.size(), behind.size()));
    const bool brackets = read.tail.starts_with('(') && read.tail.ends_with(')');
    return {std::string(read.town), seat_key(lot),
            seat_key(brackets ? read.tail.substr(1, read.tail.size() - 2) : read.tail)};
}

/// 大町字仲代 is 大町 with its 小字 written.
bool has_koaza_of(std::string_view town, std::string_view without) {
    return !without.empty() && town.starts_with(without) && town.substr(without.size()).starts_with("字");
}

/// 福井ビル３階 has 福井ビル, 福井ビル３０ has not 福井ビル３.
bool has_building(std::string_view more, std::string_view less) {
    if (!more.starts_with(less)) return false;
    const std::string_view rest = more.substr(less.size());
    return less.empty() || rest.empty() || !is_ascii_digit(less.back()) || !is_ascii_digit(rest.front());
}

/// Whether both are one lot: a building behind its number, or the 小字 in front, was added or dropped.
bool is_same_lot(std::string_view before, std::string_view after) {
    const SeatParts was = parts_of(before), is = parts_of(after);
    if (was.lot.empty() || was.lot != is.lot) return false;
    const bool town = seat_key(was.town) == seat_key(is.town) || has_koaza_of(was.town, is.town) ||
                      has_koaza_of(is.town, was.town);
    return town && (has_building(was.building, is.building) || has_building(is.building, was.building));
}

bool names_district(std::string_view text) {
    constexpr std::string_view ends[] = {"区", "町", "村", "市", "郡"};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](std::string_view end) { return text.size() > end.size() && text.ends_with(end); });
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
    const bool same_lot = is_same_lot(before[corporation_item::street], after[corporation_item::street]);
    if (same_code && (was == is || same_lot)) return SeatChange::spelling;
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

std::string district_key(const PublishedCorporation& before, const PublishedCorporation& after) {
    if (before.municipality() != after.municipality()) return {};
    const std::string was = seat_key(before.address()), is = seat_key(after.address());
    const std::string &longer = was.size() > is.size() ? was : is,
                      &shorter = was.size() > is.size() ? is : was;
    const auto boundary = [&](std::size_t at) {
        return at == longer.size() || (static_cast<unsigned char>(longer[at]) & 0xC0) != 0x80;
    };
    // Where it stands is open where it ends as what is before it does, or begins as what is behind it does.
    const std::size_t size = longer.size() - shorter.size();
    std::string district;
    for (std::size_t head = 0; head <= shorter.size() && district.empty(); ++head) {
        const bool same = boundary(head) && boundary(head + size) &&
                          longer.compare(0, head, shorter, 0, head) == 0 &&
                          longer.compare(head + size, longer.npos, shorter, head, shorter.npos) == 0;
        if (same && names_district(longer.substr(head, size))) district = longer.substr(head, size);
    }
    if (district.empty()) return {};
    return before.municipality() + (&longer == &was ? " without " : " with ") + district;
}

}  // namespace daicho
