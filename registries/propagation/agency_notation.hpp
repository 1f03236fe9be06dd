#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "registries/propagation/published_corporation.hpp"

namespace daicho {

/// What a column of an agency's table says of a corporation.
enum class AgencyItem : std::uint8_t {
    number,
    name,
    kana,
    kind,
    prefecture,
    city,
    street,
    outside,
    postal_code,
    code,
    status,
    closed_on,
    successor,
};

/// "number" "name" "kana" ... as a map file writes it.
std::string_view to_string(AgencyItem item);

/// The items of the register that an item of a table shows.
std::vector<std::size_t> shown_by(AgencyItem item);
/// Prefecture, municipality, the rest of it, an address abroad.
bool is_part_of_seat(AgencyItem item);
/// These, and what follows from them: postal code and municipality code.
bool goes_with_seat(AgencyItem item);

/// Words that a table uses for codes of the register: "301" -> 株式会社, "open" -> 営業中.
using AgencyWords = std::map<std::string, std::string, std::less<>>;

/// The text that says the state in one of the notations that tables use, 0 ... `notations(item)` - 1: widths
/// of digits and letters, 丁目 in kanji, hyphens for 番地 and 番 and 号, ㈱ and （株） and (株), years of
/// eras ... Parts that follow one another (an address in one cell) are given in one list. Notation 0 is the
/// register's own.
std::string write_in_notation(const std::vector<AgencyItem>& items, const PublishedCorporation& state,
                              const AgencyWords& words, unsigned notation);
unsigned notations(const std::vector<AgencyItem>& items);

/// The value for comparing only: equal for all notations of one value, and for other spellings that say the
/// same.
std::string notation_key(const std::vector<AgencyItem>& items, std::string_view value);

/// The value without what is a matter of spelling only: two states of the register with equal ones are one
/// value that is written otherwise. As `notation_key`, but a name in other kana is another name.
std::string spelling_key(const std::vector<AgencyItem>& items, std::string_view value);

}  // namespace daicho
