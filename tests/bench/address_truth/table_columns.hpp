#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/address_truth/known_facts.hpp"

namespace daicho::truth {

/// The headers of a table.
class TableColumns {
 public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    explicit TableColumns(std::vector<std::string> header) : header_(std::move(header)) {}
    /// The column of this header, or `none`.
    std::size_t at(std::string_view header) const;
    /// The first of several headers that there is, or `none`.
    std::size_t first_of(const std::vector<std::string_view>& headers) const;

 private:
    std::vector<std::string> header_;
};

/// What `text` has behind the name of the municipality, plain; all of it where the name is not there.
std::string street_of(const KnownFacts& facts, std::string_view municipality, const std::string& text);

}  // namespace daicho::truth
