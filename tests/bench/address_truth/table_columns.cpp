#include "tests/bench/address_truth/table_columns.hpp"

#include <algorithm>

#include "tests/bench/address_truth/plain_reading.hpp"

namespace daicho::truth {

std::size_t TableColumns::at(std::string_view header) const {
    const auto found = std::ranges::find(header_, header);
    return found == header_.end() ? none : static_cast<std::size_t>(found - header_.begin());
}

std::size_t TableColumns::first_of(const std::vector<std::string_view>& headers) const {
    for (const std::string_view header : headers) {
        const std::size_t column = at(header);
        if (column != none) return column;
    }
    return none;
}

std::string street_of(const KnownFacts& facts, std::string_view municipality, const std::string& text) {
    std::string street = plain(text);
    const std::string prefecture = plain(facts.prefecture_of(municipality));
    if (!prefecture.empty() && street.starts_with(prefecture)) street.erase(0, prefecture.size());
    const std::string name = plain(facts.name_of(municipality));
    const std::size_t at = name.empty() ? std::string::npos : street.find(name);
    if (at != std::string::npos) street.erase(0, at + name.size());
    return street;
}

}  // namespace daicho::truth
